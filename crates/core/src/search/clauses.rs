//! The document's own sentences: reasons and purposes, duties, and the text line by line.

use super::entry::{Entry, Kind};
use super::lines;
use super::normalize::Field;
use crate::address::Spot;
use crate::disclosure::{Passage, Quote};
use crate::figures::RenderContext;

/// Why lines changed and what they are for, in the document's words.
pub fn reasons(context: &RenderContext) -> Vec<Entry> {
    let d = context.disclosure;
    let lines = d.lines.iter().map(|line| (&line.id, line.change.as_ref(), line.purpose.as_ref()));
    let lone = d.lone_changes.iter().map(|lone| (&lone.id, Some(&lone.change), lone.purpose.as_ref()));
    let mut entries = Vec::new();
    for (id, change, purpose) in lines.chain(lone) {
        let why = change.and_then(|change| change.explanation.as_ref().or(change.reason.as_ref()));
        for Passage { text, quote } in why.into_iter().chain(purpose) {
            let href = lines::href(context, id, *quote);
            entries.push(said(context, Kind::Reason, text, context.heading_name(id), href));
        }
    }
    entries
}

/// What the institution is there for.
pub fn duties(context: &RenderContext) -> Vec<Entry> {
    let duty = context.locale.words().find_duty;
    let named = |n: Option<u32>| n.map_or(String::new(), |n| duty.replace("{n}", &n.to_string()));
    let duties = context.disclosure.duties.iter().map(|duty| {
        let href = Spot::of(context.disclosure, duty.quote).href();
        said(context, Kind::Duty, &duty.text, named(duty.n), href)
    });
    duties.collect()
}

/// The text as published, each line that holds anything.
pub fn text(context: &RenderContext) -> Vec<Entry> {
    let mut start = 0;
    let lines = context.disclosure.source.split_inclusive('\n').enumerate().filter_map(|(at, whole)| {
        let (text, line, from) = (whole.trim(), at + 1, start);
        let indent = whole.len() - whole.trim_start().len();
        start += whole.len();
        if text.is_empty() {
            return None;
        }
        let quote = Quote { start: from + indent, end: from + indent + text.len(), line };
        let href = Spot::of(context.disclosure, quote).href();
        let of = context.locale.words().card_source.replace("{n}", &line.to_string());
        let entry = Entry::new(Kind::Text, Field::prose(text, true), href);
        Some(Entry { of, line: Some((line, indent)), ..entry })
    });
    lines.collect()
}

/// A sentence of the document: for a reader of English our translation, where we have one, and the original beside it.
fn said(context: &RenderContext, kind: Kind, zh: &str, of: String, href: String) -> Entry {
    let said = context.translated(zh);
    let beside = (said != zh).then(|| Field::prose(zh, true));
    Entry { of, ..Entry::new(kind, Field::prose(said, beside.is_none()), href).beside(beside) }
}
