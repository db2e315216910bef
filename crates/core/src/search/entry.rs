//! What can be found, with what is shown of it and where it leads.

use super::matches::Mark;
use super::normalize::Field;
use crate::amount::Amount;
use crate::figures::{NumberFormat, RenderContext, format_number, number_aspect, number_form};
use crate::provenance::{SourcedValue, Value};
use strum::{Display, EnumString, IntoStaticStr};

/// What kind of thing is found; in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A budget line, or a count.
    Line,
    /// A glossary entry.
    Term,
    /// Why a line changed, or what it is for.
    Reason,
    /// One of the institution's duties.
    Duty,
    /// A line of the original text.
    Text,
}

impl Kind {
    /// The word of the page's hook `data-kind`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// All kinds, in the order in which they are listed.
    pub const ALL: [Kind; 5] = [Kind::Line, Kind::Term, Kind::Reason, Kind::Duty, Kind::Text];
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it belongs to; not searched.
    pub of: String,
    /// Its name, or what it says.
    pub says: Field,
    /// The Chinese original beside our English.
    pub beside: Option<Field>,
    /// Other words for it, shown only where they are what was found.
    pub also: Vec<Field>,
    /// Its numbers.
    pub numbers: Vec<Number>,
    /// The fragment that leads to it.
    pub href: String,
    /// For a line of the original text its number, and how many bytes it is indented.
    pub(super) line: Option<(usize, usize)>,
}

/// Which of an entry's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Its name, or what it says.
    Says,
    /// The original beside it.
    Beside,
    /// One of the other words.
    Also(usize),
    /// One of its numbers.
    Number(usize),
}

/// A number that can be found.
#[derive(Clone, Debug)]
pub struct Number {
    /// As it is shown.
    pub text: String,
    /// Its digits, without sign and commas.
    pub digits: String,
    /// The money; None for a count.
    pub money: Option<Amount>,
    /// True for one that is shown only where it is what was found.
    pub empty_state: bool,
}

impl Number {
    /// A number as it is shown in this form; None where no digit is (持平).
    pub fn new(cited: &SourcedValue, form: NumberFormat, context: &RenderContext) -> Option<Number> {
        let text = format_number(cited, form, &context.locale);
        let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let money = match cited.value {
            Value::Money(amount) => Some(amount.abs()),
            _ => None,
        };
        (!digits.is_empty()).then_some(Number { text, digits, money, empty_state: false })
    }

    /// A number that we computed, with what it is behind it: `1,301.04 万元 2022年预算`.
    pub fn computed(cited: &SourcedValue, context: &RenderContext) -> Option<Number> {
        let number = Number::new(cited, number_form(cited), context)?;
        let what = number_aspect(context, cited).plain(&context.locale);
        Some(Number { text: format!("{} {what}", number.text), empty_state: true, ..number })
    }
}

impl Entry {
    /// With nothing but this.
    pub(super) fn new(kind: Kind, says: Field, href: String) -> Entry {
        let (also, numbers) = (Vec::new(), Vec::new());
        Entry { kind, of: String::new(), says, beside: None, also, numbers, href, line: None }
    }

    /// The same with the Chinese original beside it.
    pub(super) fn beside(self, beside: Option<Field>) -> Entry {
        Entry { beside, ..self }
    }

    /// Adds another word for it, unless it is known by that word.
    pub(super) fn call(&mut self, word: Field) {
        if !self.fields().any(|(_, known)| known.same(&word)) {
            self.also.push(word);
        }
    }

    /// A text of the entry.
    pub fn text(&self, slot: Slot) -> &str {
        match slot {
            Slot::Says => &self.says.text,
            Slot::Beside => self.beside.as_ref().map_or("", |field| &field.text),
            Slot::Also(at) => &self.also[at].text,
            Slot::Number(at) => &self.numbers[at].text,
        }
    }

    /// The numbers that are shown of it, by their places: its own, and those that were found.
    pub fn shown<'m>(&self, found: &'m [Mark]) -> impl Iterator<Item = Slot> + use<'_, 'm> {
        let slots = self.numbers.iter().enumerate().map(|(at, number)| (Slot::Number(at), number.empty_state));
        slots
            .filter(|(slot, empty_state)| !empty_state || found.iter().any(|mark| mark.slot == *slot))
            .map(|(slot, _)| slot)
    }

    /// The texts that are words.
    pub(super) fn fields(&self) -> impl Iterator<Item = (Slot, &Field)> {
        let also = self.also.iter().enumerate().map(|(at, field)| (Slot::Also(at), field));
        std::iter::once((Slot::Says, &self.says))
            .chain(self.beside.as_ref().map(|field| (Slot::Beside, field)))
            .chain(also)
    }
}
