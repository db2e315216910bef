//! Quotes: ranges of the source that state something, and passages: quotes with their words.

use super::source_text;
use super::text_lines::{may_contain_line_end, text_lines};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A byte range of the source that states something, with the line that it begins on.
///
/// ```
/// use mingbai_core::disclosure::Quote;
///
/// let source = "第一行\n收入5万元";
/// let quote = Quote::at_line(source, 2, Some(6..13)).unwrap();
/// assert_eq!((&source[quote.range()], quote.line), ("5万元", 2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line of the source that contains `start`, from 1.
    pub line: usize,
}

impl Quote {
    /// The quote of a line (from 1), or of `bytes` of it (from the start of the line). None where the source has no
    /// such line, or the line no such bytes.
    pub fn at_line(source: &str, line: usize, bytes: Option<Range<usize>>) -> Option<Quote> {
        let before = text_lines(source).take(line.checked_sub(1)?);
        let start = before.map(str::len).sum::<usize>();
        let text = text_lines(source.get(start..)?).next()?;
        let whole = Quote { start, end: start + text.trim_end().len(), line };
        let Some(bytes) = bytes else { return Some(whole) };
        let part = Quote { start: start.checked_add(bytes.start)?, end: start.checked_add(bytes.end)?, line };
        // A sentence may continue in the next line; it must begin in this one.
        let exists = part.start < part.end.min(whole.end) && source.get(part.range()).is_some();
        exists.then_some(part)
    }

    /// The quote as a range, to index the source with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// True where `other` is entirely inside this quote.
    pub fn contains(self, other: Quote) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest quote that contains both.
    pub fn through(self, other: Quote) -> Quote {
        let first = if other.start < self.start { other } else { self };
        Quote { start: first.start, end: self.end.max(other.end), line: first.line }
    }
}

/// A passage of the source, verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The words, without hard line breaks.
    #[serde(with = "source_text")]
    pub text: String,
    /// Where the words are.
    pub quote: Quote,
}

/// The published text of a quote, without hard line breaks, the spaces around them and page furniture.
///
/// `furniture` is in the order of the text; `range_of` is the byte range of a piece of it.
pub fn quoted_text<F>(source: &str, furniture: &[F], range_of: impl Fn(&F) -> Range<usize>, quote: Quote) -> String {
    if !may_contain_line_end(&source[quote.range()]) {
        return source[quote.range()].to_owned();
    }
    let first = furniture.partition_point(|piece| range_of(piece).end <= quote.start);
    let inside = furniture[first..].iter().map(range_of).take_while(|range| range.start < quote.end);
    let mut kept = String::with_capacity(quote.range().len());
    let mut from = quote.start;
    for range in inside {
        kept.push_str(&source[from..range.start.max(from)]);
        from = range.end.min(quote.end);
    }
    kept.push_str(&source[from..quote.end]);
    text_lines(&kept).map(str::trim).collect()
}
