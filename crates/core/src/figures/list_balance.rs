//! Whether the parts of a list add up to its whole, and which of its lines are no parts: subtotals, repetitions,
//! overlaps.

use super::{NumberFormat, RenderContext, RichText};
use crate::amount::rounding;
use crate::audit::{self, Outcome};
use crate::disclosure::{Disclosure, Line, LineId, Role};
use crate::provenance::{Aspect, SourcedValue};

/// How the sum of the parts of a list compares with their whole. Differences are never negative.
#[derive(Clone, Debug)]
pub enum Balance {
    /// The sum equals the whole, or there is nothing to compare.
    Even,
    /// They differ by no more than rounding explains.
    Rounding(SourcedValue),
    /// The sum is less: some of the whole is not listed.
    Short(SourcedValue),
    /// The sum is more than the whole.
    Over(SourcedValue),
}

/// The id of the part of a whole that the document does not list.
pub fn unlisted(whole: &str) -> LineId {
    LineId::child(whole, "unlisted")
}

/// Compares the sum of the parts of `whole` with its stated amount.
pub fn balance(d: &Disclosure, whole: &str) -> Balance {
    let parts: Vec<SourcedValue> = d.parts(whole).map(Line::cite).collect();
    let Some(stated) = d.cite(whole).filter(|_| !parts.is_empty()) else { return Balance::Even };
    let tolerance = rounding(parts.len() + 1, d.unit);
    let sum = SourcedValue::sum(stated.line.clone(), parts.clone());
    let difference = (stated.money() - sum.money()).number();
    if difference.is_zero() {
        return Balance::Even;
    }
    let over = sum.money() > stated.money();
    let operands = if over { vec![sum, stated.clone()] } else { vec![stated.clone(), sum] };
    if difference.abs() <= tolerance {
        return Balance::Rounding(SourcedValue::less(stated.line, Aspect::Difference, operands));
    }
    if over {
        return Balance::Over(SourcedValue::less(stated.line, Aspect::Difference, operands));
    }
    let named = parts.into_iter().filter(|part| !part.money().is_zero());
    Balance::Short(SourcedValue::less(unlisted(whole), Aspect::Amount, std::iter::once(stated).chain(named).collect()))
}

impl Balance {
    /// The part of the whole that is not listed.
    pub fn missing(&self) -> Option<&SourcedValue> {
        match self {
            Balance::Short(gap) => Some(gap),
            _ => None,
        }
    }

    /// True if the sum of the parts is more than the whole, so that the whole cannot be divided into them.
    pub fn over(&self) -> bool {
        matches!(self, Balance::Over(_))
    }
}

/// A note on the changes of the parts, if every part states its change and their sum is not the change of the whole:
/// that they conflict, or that this cannot be checked because a part is not listed.
fn changes(context: &RenderContext, whole: &str) -> Option<RichText> {
    let d = context.disclosure;
    let total = d.cite_change(whole)?;
    let parts: Vec<SourcedValue> = d.parts(whole).map(|line| d.cite_change(line.id.as_str())).collect::<Option<_>>()?;
    if parts.is_empty() {
        return None;
    }
    let tolerance = rounding(parts.len() + 1, d.unit);
    let sum = SourcedValue::sum(total.line.clone(), parts.clone());
    if (total.money() - sum.money()).abs().number() <= tolerance {
        return None;
    }
    let words = context.locale.words();
    // The figures of a page must not contradict its checks.
    let open = match audit::part_changes(d, whole) {
        Some(check) => check.outcome == Outcome::Unchecked,
        None => balance(d, whole).missing().is_some(),
    };
    if open {
        let listed = RichText::list(parts.iter().map(|part| context.line(&part.line)).collect(), context.locale.lang);
        return Some(context.fill(words.list_changes_open, &[("whole", context.line(&total.line)), ("lines", listed)]));
    }
    let slots = [
        ("whole", context.line(&total.line)),
        ("total", RichText::number(total, NumberFormat::Plain)),
        ("sum", RichText::number(sum, NumberFormat::Plain)),
    ];
    Some(context.fill(words.list_changes, &slots))
}

/// Notes on a list: what it lacks or has too much, and which of its lines were not added. `shown` is true if the figure
/// shows what the list lacks as a part of its own.
pub fn notes(context: &RenderContext, whole: &str, shown: bool) -> Vec<RichText> {
    let (d, words) = (context.disclosure, context.locale.words());
    let root = context.line(&LineId::from(whole));
    let fill = |template, gap: &SourcedValue| {
        context.fill(template, &[("whole", root.clone()), ("gap", RichText::number(gap.clone(), NumberFormat::Plain))])
    };
    let mut notes: Vec<RichText> = match balance(d, whole) {
        Balance::Even => Vec::new(),
        Balance::Rounding(gap) => vec![fill(words.list_rounding, &gap)],
        Balance::Short(gap) => vec![fill(if shown { words.list_short } else { words.list_short_plain }, &gap)],
        Balance::Over(gap) => vec![fill(words.list_over, &gap)],
    };
    notes.extend(changes(context, whole));
    for line in d.lines.iter().filter(|line| line.id.parent() == Some(whole)) {
        let amount = RichText::number(line.cite(), NumberFormat::Plain);
        let slots = [("whole", root.clone()), ("line", context.line(&line.id)), ("amount", amount)];
        match line.role {
            Role::Part => {}
            Role::Subtotal => notes.push(context.fill(words.list_sum, &slots)),
            Role::Within => notes.push(context.fill(words.list_within, &slots)),
            Role::Repeated => {
                let counted =
                    d.cite(line.id.as_str()).map_or(RichText::default(), |n| RichText::number(n, NumberFormat::Plain));
                notes.push(context.fill(words.list_twice, &[slots.as_slice(), &[("counted", counted)]].concat()));
            }
        }
    }
    notes
}
