//! References from a figure to the sentences of the document that state its numbers.

use super::RenderContext;
use crate::disclosure::Quote;
use crate::insertion_sort::sorted_by_key;

/// A sentence or passage of the document from which a figure was made.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceReference {
    /// The heading of its section, as published or translated.
    pub section: String,
    /// Its first line in the text, from 1.
    pub line: usize,
    /// Its last line in the text.
    pub last: usize,
    /// The sentence or passage.
    pub quote: Quote,
}

/// The sentences that state these lines, each once, in the order of the text.
pub fn of_lines(context: &RenderContext, ids: &[&str]) -> Vec<SourceReference> {
    let d = context.disclosure;
    let quotes =
        ids.iter().filter_map(|id| d.line(id).map(|line| line.quote).or_else(|| d.count(id).map(|count| count.quote)));
    of_quotes(context, quotes.collect())
}

/// The sentences around these quotes, each once, in the order of the text.
pub fn of_quotes(context: &RenderContext, quotes: Vec<Quote>) -> Vec<SourceReference> {
    let d = context.disclosure;
    let mut sources: Vec<SourceReference> = Vec::new();
    for quote in sorted_by_key(quotes, |quote| *quote) {
        let quote = d.sentence(quote);
        if sources.iter().any(|known| (known.line..=known.last).contains(&quote.line)) {
            continue;
        }
        let heading = d.headings.iter().rev().find(|heading| heading.quote.start <= quote.start);
        let section = heading.map_or(String::new(), |heading| context.translated(&heading.text));
        sources.push(SourceReference { section, line: quote.line, last: d.last_line(quote), quote });
    }
    sources
}
