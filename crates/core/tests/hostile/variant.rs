//! A variant of a base document: what was done to it, and what may be shown of it then.

use super::base::{Base, Stated};
use super::edit::{Edit, Edited};
use super::facts::{Expectation, Verdict, judge};
use crate::shown_numbers::written::digit;
use std::ops::Range;

/// What an edit means for a number. Without an effect it keeps its value: shown rightly or listed.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The value that it has now: shown so, or listed.
    Value(String),
    /// It is not certain any more, or not ours: listed, not shown.
    Listed,
    /// It is not stated any more.
    Gone,
}

/// What is done to one place of a base document.
#[derive(Clone, Debug)]
pub struct Form {
    /// The kind of wrong number.
    pub class: &'static str,
    /// What is done, in a few words.
    pub name: String,
    pub edits: Vec<Edit>,
    /// By index of [`Base::stated`].
    pub effects: Vec<(usize, Effect)>,
    /// True where a conflict is right: the number has another value.
    pub may_conflict: bool,
}

impl Form {
    /// A form without effects.
    pub fn new(class: &'static str, name: impl Into<String>, edits: Vec<Edit>) -> Form {
        Form { class, name: name.into(), edits, effects: Vec::new(), may_conflict: false }
    }

    /// The same form with an effect on a number.
    pub fn with(mut self, at: usize, effect: Effect) -> Form {
        self.may_conflict |= matches!(effect, Effect::Value(_));
        self.effects.push((at, effect));
        self
    }

    /// The text, and what is right about it.
    pub fn apply(&self, base: &Base) -> (String, Expectation) {
        let edited = Edited::new(&base.text, &self.edits);
        let mut right = Expectation { listed: edited.listed.clone(), ..Expectation::default() };
        for (at, figure) in base.stated.iter().enumerate() {
            let own = figure.digits.clone().map(|digits| &base.text[digits]);
            let place = digits(&edited.text, edited.range(&figure.place()), own);
            match self.effects.iter().find(|(figure, _)| *figure == at).map(|(_, effect)| effect) {
                Some(Effect::Gone) => {}
                Some(Effect::Listed) => right.listed.push(place),
                Some(Effect::Value(value)) => {
                    right.shown_or_listed.push(((figure.fact.0.clone(), value.clone()), place));
                }
                None if figure.digits.is_none() => right.allowed.push(figure.fact.clone()),
                None => right.shown_or_listed.push((figure.fact.clone(), place)),
            }
        }
        right.conflicts = Some(base.conflicts.clone()).filter(|_| !self.may_conflict);
        // Which of two equal lines is the repetition, arithmetic decides; it cannot where a part is not understood.
        right.allowed.extend(base.facts.iter().map(|(id, amount)| (format!("twice:{id}"), amount.clone())).filter(
            |twice| {
                base.facts.contains(twice)
                    || base.stated.iter().filter(|figure| twice.0[6..] == figure.fact.0).count() > 1
            },
        ));
        (edited.text, right)
    }

    /// The text, and what was done with it compared with what is right.
    pub fn judge(&self, base: &Base) -> (String, Verdict) {
        let (text, right) = self.apply(base);
        let verdict = judge(&text, &right);
        (text, verdict)
    }
}

/// What of a range must be listed, since the rest may be furniture: its `own` digits where they stand there, or those
/// that it begins with, else its longest run of digits, else all of it.
fn digits(text: &str, range: Range<usize>, own: Option<&str>) -> Range<usize> {
    if let Some((own, at)) = own.and_then(|own| Some((own, text[range.clone()].find(own)?))) {
        return range.start + at..range.start + at + own.len();
    }
    // Something stands between its digits: those before it.
    let before = own.map_or(0, |own| own.bytes().zip(text[range.clone()].bytes()).take_while(|(a, b)| a == b).count());
    if before > 0 {
        return range.start..range.start + before;
    }
    let (mut longest, mut start): (Range<usize>, Option<usize>) = (range.start..range.start, None);
    for (at, c) in text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        if digit(c).is_none() && !matches!(c, '.' | ',') {
            start = None;
            continue;
        }
        let from = *start.get_or_insert(at);
        if at + c.len_utf8() - from > longest.len() {
            longest = from..at + c.len_utf8();
        }
    }
    if longest.is_empty() { range } else { longest }
}

/// The sentence around a number, up to its full stop or line end.
pub fn sentence<'a>(base: &'a Base, figure: &Stated) -> &'a str {
    let place = figure.place();
    let start = base.text[..place.start]
        .rfind(['。', '\n'])
        .map_or(0, |at| at + base.text[at..].chars().next().map_or(1, char::len_utf8));
    let end = base.text[place.end..].find(['。', '\n']).map_or(base.text.len(), |at| place.end + at);
    &base.text[start..end]
}
