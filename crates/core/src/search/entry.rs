//! Search entries: what can be found, with what is shown of it and where it leads.

use super::normalize::SearchText;
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::figures::{NumberFormat, RenderContext, format_number, number_aspect, standalone_number_format};
use crate::glossary::Term;
use crate::provenance::{SourcedValue, Value};
use std::ops::Range;
use strum::{Display, EnumString, IntoStaticStr};

/// What an entry is about. Results are grouped by it, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum EntryKind {
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

impl EntryKind {
    /// The word of the page's hook `data-kind`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// All kinds, in the order in which results are listed.
    pub const ALL: [EntryKind; 5] =
        [EntryKind::Line, EntryKind::Term, EntryKind::Reason, EntryKind::Duty, EntryKind::Text];
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct SearchEntry {
    /// What it is about.
    pub kind: EntryKind,
    /// The name of what it belongs to, such as the line of a reason; empty where there is none. Not searched.
    pub belongs_to: String,
    /// Its name, or its sentence.
    pub main: SearchText,
    /// The Chinese original of an English `main`.
    pub original: Option<SearchText>,
    /// Other names of it, shown only where they are what was found.
    pub aliases: Vec<SearchText>,
    /// Everyday words by which it is found; never shown, since they are the reader's and not the document's.
    pub(super) everyday: Vec<EverydayWord>,
    /// Its numbers.
    pub numbers: Vec<SearchNumber>,
    /// The fragment of its link.
    pub href: String,
    /// For a line of the original text: its number, from 1, and its indentation in bytes.
    pub(super) text_line: Option<(usize, usize)>,
}

/// An everyday word for an entry: 吃饭 for 公务接待费.
#[derive(Clone, Debug)]
pub struct EverydayWord {
    /// The word.
    pub text: SearchText,
    /// The entry's place among those that the word means, from 0.
    pub place: usize,
    /// True for a word about the whole budget, such as 一共: in a question any other word says more.
    pub general: bool,
}

/// Which of an entry's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryPart {
    /// Its name, or its sentence.
    Main,
    /// The Chinese original.
    Original,
    /// The alias at this index.
    Alias(usize),
    /// The everyday word at this index.
    Everyday(usize),
    /// The number at this index.
    Number(usize),
}

/// A range of an entry's text that matches what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMatch {
    /// Which text.
    pub part: EntryPart,
    /// Its bytes.
    pub range: Range<usize>,
}

/// A number that can be found.
#[derive(Clone, Debug)]
pub struct SearchNumber {
    /// As it is shown.
    pub text: String,
    /// Its digits, without sign and commas.
    pub digits: String,
    /// The money, without its sign; None for a count or a percentage.
    pub money: Option<Amount>,
    /// True for a number that is shown only where it is what was found.
    pub only_if_found: bool,
}

impl SearchNumber {
    /// A number as a column shows it in this format, with all decimals that a reader may type; None where it is shown
    /// without a digit (持平).
    pub fn new(value: &SourcedValue, format: NumberFormat, context: &RenderContext) -> Option<SearchNumber> {
        let text = format_number(value, format.in_column(), &context.locale);
        let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let money = match value.value {
            Value::Money(amount) => Some(amount.abs()),
            _ => None,
        };
        (!digits.is_empty()).then_some(SearchNumber { text, digits, money, only_if_found: false })
    }

    /// A computed number followed by what it is: `1,301.04 万元 2022年预算`.
    pub fn computed(value: &SourcedValue, context: &RenderContext) -> Option<SearchNumber> {
        let number = SearchNumber::new(value, standalone_number_format(value), context)?;
        let aspect = number_aspect(context, value).plain(&context.locale);
        Some(SearchNumber { text: format!("{} {aspect}", number.text), only_if_found: true, ..number })
    }
}

impl SearchEntry {
    /// An entry without an original, aliases or numbers.
    pub(super) fn new(kind: EntryKind, main: SearchText, href: String) -> SearchEntry {
        SearchEntry {
            kind,
            belongs_to: String::new(),
            main,
            original: None,
            aliases: Vec::new(),
            everyday: Vec::new(),
            numbers: Vec::new(),
            href,
            text_line: None,
        }
    }

    /// The same with its Chinese original.
    pub(super) fn with_original(self, original: Option<SearchText>) -> SearchEntry {
        SearchEntry { original, ..self }
    }

    /// Adds an alias, unless the entry has that text already.
    pub(super) fn add_alias(&mut self, alias: SearchText) {
        if !self.texts().any(|(_, known)| known.is_same(&alias)) {
            self.aliases.push(alias);
        }
    }

    /// Adds the everyday words of a term, of whose entries this one has a place.
    pub(super) fn add_everyday(&mut self, term: &Term, place: usize) {
        let general = term.place_of_line(&LineId::known("expenditure")).is_some();
        let words = term.everyday_words();
        let word = |(word, chinese)| EverydayWord { text: SearchText::name(word, chinese), place, general };
        self.everyday.extend(words.map(word));
    }

    /// A text of the entry as it is shown. Panics for an alias, a word or a number that it does not have.
    pub fn text(&self, part: EntryPart) -> &str {
        match part {
            EntryPart::Main => &self.main.text,
            EntryPart::Original => self.original.as_ref().map_or("", |original| &original.text),
            EntryPart::Alias(at) => &self.aliases[at].text,
            EntryPart::Everyday(at) => &self.everyday[at].text.text,
            EntryPart::Number(at) => &self.numbers[at].text,
        }
    }

    /// The alias that a result shows: the one that was found; for an everyday word the explanation, which says what it
    /// has to do with the entry.
    pub fn shown_alias(&self, found: &[TextMatch]) -> Option<(EntryPart, &SearchText)> {
        let at = found.iter().find_map(|found| match found.part {
            EntryPart::Alias(at) => Some(at),
            EntryPart::Everyday(_) => self.aliases.iter().position(|alias| alias.prose),
            _ => None,
        })?;
        Some((EntryPart::Alias(at), &self.aliases[at]))
    }

    /// The numbers that a result shows: those that are always shown, and those that were found.
    pub fn shown_numbers<'m>(&self, found: &'m [TextMatch]) -> impl Iterator<Item = EntryPart> + use<'_, 'm> {
        let numbers = self.numbers.iter().enumerate();
        numbers
            .map(|(at, number)| (EntryPart::Number(at), number.only_if_found))
            .filter(|(part, only_if_found)| !only_if_found || found.iter().any(|found| found.part == *part))
            .map(|(part, _)| part)
    }

    /// The texts that are words.
    pub(super) fn texts(&self) -> impl Iterator<Item = (EntryPart, &SearchText)> {
        let aliases = self.aliases.iter().enumerate().map(|(at, alias)| (EntryPart::Alias(at), alias));
        std::iter::once((EntryPart::Main, &self.main))
            .chain(self.original.as_ref().map(|original| (EntryPart::Original, original)))
            .chain(aliases)
    }
}
