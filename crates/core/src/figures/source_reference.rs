//! Where a figure's numbers stand in the document.

use super::RenderContext;
use crate::disclosure::Quote;
use crate::insertion_sort::in_order;

/// A place in the document that a figure was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRef {
    /// The section's heading, as published or in our translation.
    pub section: String,
    /// The line of the text, from 1.
    pub line: usize,
    /// The line where it ends: the same, unless it is a passage of several.
    pub last: usize,
    /// The sentence, or the passage.
    pub quote: Quote,
}

/// The sentences that state these lines, each once, in the order of the text.
pub fn of_lines(context: &RenderContext, ids: &[&str]) -> Vec<SourceRef> {
    let d = context.disclosure;
    let quotes =
        ids.iter().filter_map(|id| d.line(id).map(|line| line.quote).or_else(|| d.count(id).map(|count| count.quote)));
    of_quotes(context, quotes.collect())
}

/// The sentences round these quotes, each once, in the order of the text.
pub fn of_quotes(context: &RenderContext, quotes: Vec<Quote>) -> Vec<SourceRef> {
    let d = context.disclosure;
    let mut sources: Vec<SourceRef> = Vec::new();
    for quote in in_order(quotes, |quote| *quote) {
        let quote = d.sentence(quote);
        if sources.iter().any(|known| (known.line..=known.last).contains(&quote.line)) {
            continue;
        }
        let heading = d.headings.iter().rev().find(|heading| heading.quote.start <= quote.start);
        let section = heading.map_or(String::new(), |heading| context.translated(&heading.text));
        sources.push(SourceRef { section, line: quote.line, last: d.last_line(quote), quote });
    }
    sources
}
