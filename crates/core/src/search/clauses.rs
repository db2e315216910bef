//! Search entries for the document's own sentences: reasons and purposes, duties, and the text line by line.

use super::entry::{EntryKind, EverydayWord, SearchEntry};
use super::lines;
use super::normalize::SearchText;
use crate::address::{SourceRange, figure_href};
use crate::disclosure::{LineStatement, Passage, Quote, text_lines};
use crate::figures::{FigureId, RenderContext};
use crate::locale::{Lang, Locale, Words, fill};

/// The reasons of changes and the purposes of lines, in the document's words.
pub fn reasons(context: &RenderContext) -> Vec<SearchEntry> {
    let why = why();
    let mut entries = Vec::new();
    for LineStatement { id, change, purpose, .. } in context.disclosure.statements() {
        let reason = change.and_then(|change| change.explanation.as_ref().or(change.reason.as_ref()));
        for Passage { text, quote } in reason.into_iter().chain(purpose) {
            let href = lines::href(context, id, *quote);
            let entry = clause(context, EntryKind::Reason, text, context.heading_name(id), href);
            entries.push(SearchEntry { everyday: why.clone(), ..entry });
        }
    }
    entries
}

/// What asks for reasons, in both languages.
fn why() -> Vec<EverydayWord> {
    everyday(|words| words.search_why, true)
}

/// Everyday words of the interface, in both languages.
fn everyday(list: impl Fn(&Words) -> &'static str, general: bool) -> Vec<EverydayWord> {
    let words = Lang::ALL.into_iter().flat_map(|lang| {
        let list = list(Locale::of(lang).words());
        list.split('|').map(move |word| SearchText::name(word, lang == Lang::Zh))
    });
    words.map(|text| EverydayWord { text, place: 0, general }).collect()
}

/// Whom to ask: the person and the telephone number that the document names.
pub fn contact(context: &RenderContext) -> Option<SearchEntry> {
    let contact = context.disclosure.contact.as_ref()?;
    let heading = context.locale.words().contact_heading;
    let main = SearchText::name(format!("{heading} {} {}", contact.name, contact.phone), true);
    let mut entry = SearchEntry::new(EntryKind::Line, main, figure_href(FigureId::Office));
    entry.add_alias(SearchText::name(contact.name.as_str(), true));
    Some(SearchEntry { everyday: everyday(|words| words.search_whom, false), ..entry })
}

/// The institution's duties.
pub fn duties(context: &RenderContext) -> Vec<SearchEntry> {
    let duty = context.locale.words().search_duty;
    let name = |n: Option<u32>| n.map_or(String::new(), |n| fill(duty, &[("n", &n.to_string())]));
    let duties = context.disclosure.duties.iter().map(|duty| {
        let href = SourceRange::of(context.disclosure, duty.quote).href();
        clause(context, EntryKind::Duty, &duty.text, name(duty.n), href)
    });
    duties.collect()
}

/// Every line of the text as published that is not blank.
pub fn text(context: &RenderContext) -> Vec<SearchEntry> {
    let mut start = 0;
    let lines = text_lines(&context.disclosure.source).enumerate().filter_map(|(at, whole)| {
        let (text, line, from) = (whole.trim(), at + 1, start);
        let indent = whole.len() - whole.trim_start().len();
        start += whole.len();
        if text.is_empty() {
            return None;
        }
        let quote = Quote { start: from + indent, end: from + indent + text.len(), line };
        let href = SourceRange::of(context.disclosure, quote).href();
        let belongs_to = fill(context.locale.words().card_source, &[("n", &line.to_string())]);
        let entry = SearchEntry::new(EntryKind::Text, SearchText::prose(text, true), href);
        Some(SearchEntry { belongs_to, text_line: Some((line, indent)), ..entry })
    });
    lines.collect()
}

/// An entry for a sentence of the document: for a reader of English its translation, where there is one, with the
/// original.
fn clause(context: &RenderContext, kind: EntryKind, zh: &str, belongs_to: String, href: String) -> SearchEntry {
    let translation = context.translation(zh);
    let original = translation.map(|_| SearchText::prose(zh, true));
    let main = SearchText::prose(translation.unwrap_or(zh), translation.is_none());
    SearchEntry { belongs_to, ..SearchEntry::new(kind, main, href).with_original(original) }
}
