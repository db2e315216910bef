//! Alerts above the figures: amounts that conflict, numbers that the parser did not understand.

use super::check_sentence::difference;
use super::{FigureId, NumberFormat, RenderContext, RichText, check_sentence};
use crate::audit::{Check, Outcome, Rule};

/// A line above the figures with a link to a section.
#[derive(Clone, Debug)]
pub struct Alert {
    /// The kind, as a stable word: `conflicts` or `unread`.
    pub kind: &'static str,
    /// The message.
    pub text: RichText,
    /// The address of the section with details.
    pub href: &'static str,
    /// The text of the link.
    pub more: &'static str,
}

/// The alerts of a disclosure; empty if no check conflicts and every number was understood.
pub fn alerts(context: &RenderContext, checks: &[Check]) -> Vec<Alert> {
    [conflicts(context, checks.iter()), unread(context)].into_iter().flatten().collect()
}

/// The alert for the page of a single figure: conflicts between amounts that the figure shows.
pub fn figure_alert(context: &RenderContext, checks: &[Check], id: FigureId) -> Option<Alert> {
    let shown = |check: &&Check| {
        check.left.iter().chain(&check.right).any(|number| FigureId::of_line(&number.line) == Some(id))
    };
    conflicts(context, checks.iter().filter(shown))
}

/// The number of checks that conflict, and the first of them.
fn conflicts<'c>(context: &RenderContext, checks: impl Iterator<Item = &'c Check>) -> Option<Alert> {
    let words = context.locale.words();
    let mut conflicts = checks.filter(|check| check.outcome == Outcome::Conflict);
    let first = conflicts.next()?;
    let n = 1 + conflicts.count();
    let template = if n == 1 { words.alert_conflict } else { words.alert_conflicts };
    let text = context.fill(template, &[("n", n.to_string().into()), ("first", broken(context, first))]);
    let text = text.then(words.full_stop.trim_end().into());
    Some(Alert { kind: "conflicts", text, href: "#checks", more: words.alert_conflicts_more })
}

/// The rule that does not hold, and the difference.
fn broken(context: &RenderContext, check: &Check) -> RichText {
    let words = context.locale.words();
    let rule = ("rule", check_sentence(context, check).with_inner_quotes().quoted());
    let Some(difference) = difference(check) else { return context.fill(words.alert_rule, &[rule]) };
    let amount = ("amount", RichText::number(difference, NumberFormat::Unsigned));
    match &check.subject {
        Some(line) if check.rule == Rule::ListedTwice => {
            context.fill(words.alert_twice, &[("line", context.line(line)), amount])
        }
        _ => context.fill(words.alert_rule_by, &[rule, amount]),
    }
}

fn unread(context: &RenderContext) -> Option<Alert> {
    let words = context.locale.words();
    let n = context.disclosure.unread.len();
    let template = if n == 1 { words.alert_unread_one } else { words.alert_unread };
    let text = context.fill(template, &[("n", n.to_string().into())]);
    (n > 0).then_some(Alert { kind: "unread", text, href: "#source", more: words.alert_unread_more })
}
