//! Where in the source something is stated.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A byte range of the source that states something, with the number of the line it begins on (from 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line of the source on which `start` lies, counted from 1.
    pub line: usize,
}

impl Quote {
    /// A line of the source, from 1, or these bytes of it; None where there is no such line, or no such words in it.
    pub fn at_line(source: &str, line: usize, bytes: Option<Range<usize>>) -> Option<Quote> {
        let before = source.split_inclusive('\n').take(line.checked_sub(1)?);
        let start = before.map(str::len).sum::<usize>();
        let text = source.get(start..).filter(|rest| !rest.is_empty())?.split('\n').next()?;
        let whole = Quote { start, end: start + text.trim_end().len(), line };
        let Some(bytes) = bytes else { return Some(whole) };
        let part = Quote { start: start.checked_add(bytes.start)?, end: start.checked_add(bytes.end)?, line };
        // A sentence may go on in the next line; it begins in this one.
        let there = part.start < part.end.min(whole.end) && source.get(part.range()).is_some();
        there.then_some(part)
    }

    /// The range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// True where `other` lies wholly inside.
    pub fn contains(self, other: Quote) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// From the start of this one to the end of `other`, whichever comes first or last.
    pub fn through(self, other: Quote) -> Quote {
        let first = if other.start < self.start { other } else { self };
        Quote { start: first.start, end: self.end.max(other.end), line: first.line }
    }
}
