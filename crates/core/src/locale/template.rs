//! Templates: sentences of the interface with slots, such as `第 {line} 行`.

use std::iter;

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplatePart<'t> {
    /// The text between slots.
    Text(&'t str),
    /// The name of a slot.
    Slot(&'t str),
}

/// The parts of a template in order. Text may be empty.
pub fn template_parts(template: &str) -> impl Iterator<Item = TemplatePart<'_>> {
    let (mut is_text, mut rest) = (true, template);
    iter::from_fn(move || {
        if is_text {
            is_text = false;
            let end = rest.find('{').filter(|at| rest[*at..].contains('}')).unwrap_or(rest.len());
            let (part, slot) = rest.split_at(end);
            rest = slot;
            return Some(TemplatePart::Text(part));
        }
        is_text = true;
        let (slot, after) = rest.strip_prefix('{')?.split_once('}')?;
        rest = after;
        Some(TemplatePart::Slot(slot))
    })
}

/// The template with each slot replaced by its value. Values are not searched for slots. A slot without a value stays
/// as it is, so that a test sees it.
///
/// ```
/// assert_eq!(mingbai_core::locale::fill("第 {line} 行", &[("line", "50")]), "第 50 行");
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    for part in template_parts(template) {
        match part {
            TemplatePart::Text(text) => filled.push_str(text),
            TemplatePart::Slot(name) => match values.iter().find(|(slot, _)| *slot == name) {
                Some((_, value)) => filled.push_str(value),
                None => filled.extend(["{", name, "}"]),
            },
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_slots_and_are_not_searched() {
        assert_eq!(fill("{a}、{b}。", &[("a", "{b}"), ("b", "二")]), "{b}、二。");
        assert_eq!(fill("{a}{a}", &[("a", "")]), "");
    }

    #[test]
    fn a_slot_without_a_value_stays() {
        assert_eq!(fill("第 {line} 行", &[]), "第 {line} 行");
        for plain in ["", "}{", "{", "{a"] {
            assert_eq!(fill(plain, &[("a", "x")]), plain);
        }
    }
}
