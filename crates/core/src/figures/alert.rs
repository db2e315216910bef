//! What a reader must know before the figures: that amounts conflict, that numbers were not understood.

use super::check_sentence::difference;
use super::{FigureId, Form, RenderContext, Text, check_sentence};
use crate::audit::{Check, Outcome, Rule};

/// A line at the top that leads to a section.
#[derive(Clone, Debug)]
pub struct Alert {
    /// What it is about, as a stable word: `conflicts`, `unread`.
    pub kind: &'static str,
    /// What there is to know.
    pub text: Text,
    /// The link to the section that tells more.
    pub href: &'static str,
    /// What the link says.
    pub more: &'static str,
}

/// What a reader must know; empty where nothing conflicts and every number was understood.
pub fn alerts(context: &RenderContext, checks: &[Check]) -> Vec<Alert> {
    [conflicts(context, checks.iter()), unread(context)].into_iter().flatten().collect()
}

/// What a reader of one figure alone must know: that amounts which it shows conflict.
pub fn alert_of(context: &RenderContext, checks: &[Check], id: FigureId) -> Option<Alert> {
    let shown =
        |check: &&Check| check.left.iter().chain(&check.right).any(|cited| FigureId::of_line(&cited.line) == Some(id));
    conflicts(context, checks.iter().filter(shown))
}

/// How many checks conflict, and the first of them.
fn conflicts<'c>(context: &RenderContext, checks: impl Iterator<Item = &'c Check>) -> Option<Alert> {
    let words = context.locale.words();
    let mut conflicts = checks.filter(|check| check.outcome == Outcome::Conflict);
    let first = conflicts.next()?;
    let n = 1 + conflicts.count();
    let template = if n == 1 { words.alert_conflict } else { words.alert_conflicts };
    let text = context.say(template, &[("n", n.to_string().into()), ("first", broken(context, first))]);
    let text = text.then(words.full_stop.trim_end().into());
    Some(Alert { kind: "conflicts", text, href: "#checks", more: words.alert_conflicts_more })
}

/// The rule that does not hold, and by how much.
fn broken(context: &RenderContext, check: &Check) -> Text {
    let words = context.locale.words();
    let rule = ("rule", check_sentence(context, check).quoted());
    let Some(difference) = difference(check) else { return context.say(words.alert_rule, &[rule]) };
    let amount = ("amount", Text::number(difference, Form::Unsigned));
    match &check.subject {
        Some(line) if check.rule == Rule::ListedTwice => {
            context.say(words.alert_twice, &[("line", context.line(line)), amount])
        }
        _ => context.say(words.alert_rule_by, &[rule, amount]),
    }
}

fn unread(context: &RenderContext) -> Option<Alert> {
    let words = context.locale.words();
    let n = context.disclosure.unread.len();
    let template = if n == 1 { words.alert_unread_one } else { words.alert_unread };
    let text = context.say(template, &[("n", n.to_string().into())]);
    (n > 0).then_some(Alert { kind: "unread", text, href: "#source", more: words.alert_unread_more })
}
