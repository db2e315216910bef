//! Example searches, taken from the document itself.

use super::pronunciation;
use crate::disclosure::{Line, Role};
use crate::figures::RenderContext;
use crate::locale::{Lang, Locale};

/// A few searches that find something: a name, in Chinese the first letters of its pinyin, an amount.
///
/// They are those of the largest line below a sum whose change is explained, or else of the largest line.
pub fn examples(context: &RenderContext) -> Vec<String> {
    let d = context.disclosure;
    let lines = d.lines.iter().filter(|line| line.role == Role::Part && !line.amount.is_zero());
    let explained = |line: &Line| line.change.as_ref().is_some_and(|change| change.reason.is_some());
    // A name that is known is short.
    let known = lines.filter(|line| line.id.parent().is_some() && Locale::of(Lang::Zh).line(&line.id).is_some());
    let Some(line) = known.max_by_key(|line| (explained(line), line.amount)) else { return Vec::new() };
    let mut examples = vec![context.heading_name(&line.id)];
    if !context.locale.english() {
        examples.extend(pronunciation::initials(&context.name(&line.id)));
    }
    examples.push(context.locale.number(line.amount));
    examples
}
