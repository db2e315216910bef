//! Citations of a disclosure: document, lines, date of access, dataset.

use super::dataset_hash::short_dataset_hash;
use crate::figures::{RenderContext, RichText, SourceReference, capitalised};
use crate::locale::fill;

/// What is cited, and how it was accessed.
#[derive(Clone, Copy, Debug)]
pub struct CitationDetails<'c> {
    /// The lines of the text, from 1; empty for the document as a whole.
    pub lines: &'c [usize],
    /// The date of access, such as `2026-11-25`.
    pub accessed: &'c str,
    /// The address where it was read; None where others cannot open it.
    pub address: Option<&'c str>,
}

/// A citation: in Chinese by GB/T 7714 for an online report, in English in plain words.
///
/// The address where it was read is last, after lines and dataset. Date and address of the original publication, which
/// the documents do not state, are there where they are known.
pub fn citation(context: &RenderContext, details: &CitationDetails) -> String {
    let sentence = |part: Option<String>| part.map_or(String::new(), |part| format!("{part}. "));
    let title = match context.disclosure.title.as_ref().map(|title| &title.text) {
        // Nobody finds the document by a translated title: the published one follows it.
        Some(published) if context.translation(published).is_some() => {
            format!("{} [{published}]", document_title(context))
        }
        _ => document_title(context),
    };
    let words = context.locale.words();
    let known = |value: &Option<String>, template, slot| {
        value.as_ref().map_or(String::new(), |value| fill(template, &[(slot, value)]))
    };
    let lines = (!details.lines.is_empty()).then(|| capitalised(&line_list(context, details.lines)));
    let slots = [
        ("who", sentence(context.institution()).into()),
        ("title", title.into()),
        ("published", known(&context.publication.published, words.cite_published, "date").into()),
        ("original", known(&context.publication.address, words.cite_original, "address").into()),
        ("date", details.accessed.into()),
        // Last, and without a full stop: programs that turn addresses into links would include it.
        ("address", details.address.unwrap_or_default().into()),
        ("lines", sentence(lines).into()),
        ("hash", short_dataset_hash(context.disclosure).into()),
    ];
    context.fill(words.cite, &slots).plain(&context.locale).trim_end().to_owned()
}

/// The document's title with its budget year; a general title where it has none.
pub fn document_title(context: &RenderContext) -> String {
    let (disclosure, words) = (context.disclosure, context.locale.words());
    let published = disclosure.title.as_ref().map(|title| context.translated(&title.text));
    let title = published.unwrap_or_else(|| words.cite_title.to_owned());
    match disclosure.year.map(|year| year.to_string()) {
        Some(year) if !title.contains(&year) => fill(words.cite_title_year, &[("year", &year), ("title", &title)]),
        _ => title,
    }
}

/// Numbers of lines in a sentence: `第 50、54 行`, `lines 50 and 54`. Three and more in a row become `9–54`.
pub fn line_list(context: &RenderContext, lines: &[usize]) -> String {
    let words = context.locale.words();
    let template = if lines.len() == 1 { words.cite_line } else { words.cite_lines };
    let runs = lines.chunk_by(|one, next| *next == one + 1);
    let numbers = runs.flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{first}–{last}").into()],
        few => few.iter().map(|line| line.to_string().into()).collect(),
    });
    let numbers = RichText::list(numbers.collect(), context.locale.lang);
    fill(template, &[("n", &numbers.plain(&context.locale))])
}

/// The numbers of the lines that a figure's sources cover.
pub fn source_lines(sources: &[SourceReference]) -> Vec<usize> {
    sources.iter().flat_map(|source| source.line..=source.last).collect()
}
