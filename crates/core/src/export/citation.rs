//! How to cite a disclosure: document, lines, date of access, dataset.

use super::dataset_hash::dataset_short;
use crate::disclosure::Disclosure;
use crate::figures::{RenderContext, SourceRef, capitalised};
use crate::locale::Lang;

/// What a citation is of, and how it was come by.
#[derive(Clone, Copy, Debug)]
pub struct Cite<'c> {
    /// The lines of the text, from 1; none for the whole document.
    pub lines: &'c [usize],
    /// The date of access, such as `2026-11-25`.
    pub accessed: &'c str,
    /// Where it was read; None where others could not open the address.
    pub address: Option<&'c str>,
}

/// A citation: in Chinese as GB/T 7714 has it for an online report, in English in plain words.
///
/// The address stands last, behind lines and dataset. The standard's date of publication is left out, since the documents do not say when they were published.
pub fn citation(d: &Disclosure, lang: Lang, cite: &Cite) -> String {
    let context = RenderContext::new(d, lang);
    let sentence = |part: Option<String>| part.map_or(String::new(), |part| format!("{part}. "));
    let title = match d.title.as_ref().map(|title| &title.text) {
        // A translation finds no document: its own title goes with it.
        Some(published) if context.gloss(published) != *published => format!("{} [{published}]", title(&context)),
        _ => title(&context),
    };
    let lines = (!cite.lines.is_empty()).then(|| capitalised(&lines_said(&context, cite.lines)));
    let slots = [
        ("who", sentence(context.institution()).into()),
        ("title", title.into()),
        ("date", cite.accessed.into()),
        // Last, and without a full stop: what makes links of addresses would take it along.
        ("address", cite.address.unwrap_or_default().into()),
        ("lines", sentence(lines).into()),
        ("hash", dataset_short(d).into()),
    ];
    context.fill(context.locale.words().cite, &slots).plain(&context.locale).trim_end().to_owned()
}

/// The document's title, with the year that it plans; words of ours where it has none.
pub fn title(context: &RenderContext) -> String {
    let (d, words) = (context.disclosure, context.locale.words());
    let published = d.title.as_ref().map(|title| context.gloss(&title.text));
    let title = published.unwrap_or_else(|| words.cite_title.to_owned());
    match d.year.map(|year| year.to_string()) {
        Some(year) if !title.contains(&year) => {
            words.cite_title_year.replace("{year}", &year).replace("{title}", &title)
        }
        _ => title,
    }
}

/// `第 50、54 行`, `lines 50 and 54`; three and more in a row are `9–54`.
pub fn lines_said(context: &RenderContext, lines: &[usize]) -> String {
    let words = context.locale.words();
    let template = if lines.len() == 1 { words.cite_line } else { words.cite_lines };
    let rows = lines.chunk_by(|one, next| *next == one + 1);
    let numbers = rows.flat_map(|row| match row {
        [first, _, .., last] => vec![format!("{first}–{last}")],
        few => few.iter().map(ToString::to_string).collect(),
    });
    let numbers: Vec<String> = numbers.collect();
    template.replace("{n}", &context.locale.list(&numbers))
}

/// The lines that a figure was made from.
pub fn lines_of(sources: &[SourceRef]) -> Vec<usize> {
    sources.iter().flat_map(|source| source.line..=source.last).collect()
}
