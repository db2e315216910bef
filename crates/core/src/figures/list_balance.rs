//! Whether a list comes to its whole, and what in it is no part: sums, repetitions, what the whole contains besides.

use super::{Form, RenderContext, Text};
use crate::audit::{self, Outcome};
use crate::disclosure::{Disclosure, Line, LineId, Role};
use crate::provenance::{Aspect, SourcedValue};

/// How the parts of a list stand to their whole. The difference is never below zero.
#[derive(Clone, Debug)]
pub enum Balance {
    /// They come to it, or there is nothing to compare.
    Even,
    /// They differ by no more than rounding explains.
    Rounding(SourcedValue),
    /// Some of the whole is not listed.
    Short(SourcedValue),
    /// They come to more than the whole.
    Over(SourcedValue),
}

/// What a list does not name of its whole.
pub fn unlisted(whole: &str) -> LineId {
    LineId::child(whole, "unlisted")
}

/// The parts of `whole` against its stated amount.
pub fn balance(d: &Disclosure, whole: &str) -> Balance {
    let parts: Vec<SourcedValue> = d.parts(whole).map(Line::cite).collect();
    let Some(stated) = d.cite(whole).filter(|_| !parts.is_empty()) else { return Balance::Even };
    let tolerance = audit::rounding(parts.len() + 1, d.unit);
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
    /// What is not listed of the whole.
    pub fn missing(&self) -> Option<&SourcedValue> {
        match self {
            Balance::Short(gap) => Some(gap),
            _ => None,
        }
    }

    /// True where the parts come to more than the whole, so that the whole cannot be divided into them.
    pub fn over(&self) -> bool {
        matches!(self, Balance::Over(_))
    }
}

/// Where every part that is listed states its change and these do not come to that of the whole: that they do not agree,
/// or, where the rule for it lacks a part, that it cannot be known.
fn changes(context: &RenderContext, whole: &str) -> Option<Text> {
    let d = context.disclosure;
    let total = d.cite_change(whole)?;
    let parts: Vec<SourcedValue> = d.parts(whole).map(|line| d.cite_change(line.id.as_str())).collect::<Option<_>>()?;
    if parts.is_empty() {
        return None;
    }
    let tolerance = audit::rounding(parts.len() + 1, d.unit);
    let sum = SourcedValue::sum(total.line.clone(), parts.clone());
    if (total.money() - sum.money()).abs().number() <= tolerance {
        return None;
    }
    let words = context.locale.words();
    // The checks and the figures of a page must not say two things.
    let open = match audit::part_changes(d, whole) {
        Some(check) => check.outcome == Outcome::Unchecked,
        None => balance(d, whole).missing().is_some(),
    };
    if open {
        let listed = Text::list(parts.iter().map(|part| context.line(&part.line)).collect(), context.locale.lang);
        return Some(context.say(words.list_changes_open, &[("whole", context.line(&total.line)), ("lines", listed)]));
    }
    let slots = [
        ("whole", context.line(&total.line)),
        ("total", Text::number(total, Form::Plain)),
        ("sum", Text::number(sum, Form::Plain)),
    ];
    Some(context.say(words.list_changes, &slots))
}

/// What a reader must know to follow a list: what it lacks or has too much, and which of its lines were not added.
/// `shown` says whether what it lacks stands in the figure as a part of its own.
pub fn notes(context: &RenderContext, whole: &str, shown: bool) -> Vec<Text> {
    let (d, words) = (context.disclosure, context.locale.words());
    let root = context.line(&LineId::from(whole.to_owned()));
    let say = |template, gap: &SourcedValue| {
        context.say(template, &[("whole", root.clone()), ("gap", Text::number(gap.clone(), Form::Plain))])
    };
    let mut notes: Vec<Text> = match balance(d, whole) {
        Balance::Even => Vec::new(),
        Balance::Rounding(gap) => vec![say(words.list_rounding, &gap)],
        Balance::Short(gap) => vec![say(if shown { words.list_short } else { words.list_short_plain }, &gap)],
        Balance::Over(gap) => vec![say(words.list_over, &gap)],
    };
    notes.extend(changes(context, whole));
    for line in d.lines.iter().filter(|line| line.id.parent() == Some(whole)) {
        let amount = Text::number(line.cite(), Form::Plain);
        let slots = [("whole", root.clone()), ("line", context.line(&line.id)), ("amount", amount)];
        match line.role {
            Role::Part => {}
            Role::Subtotal => notes.push(context.say(words.list_sum, &slots)),
            Role::Within => notes.push(context.say(words.list_within, &slots)),
            Role::Repeated => {
                let counted = d.cite(line.id.as_str()).map_or(Text::default(), |n| Text::number(n, Form::Plain));
                notes.push(context.say(words.list_twice, &[slots.as_slice(), &[("counted", counted)]].concat()));
            }
        }
    }
    notes
}
