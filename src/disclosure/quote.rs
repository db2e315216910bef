//! Where in the source something is stated.

use std::ops::Range;

/// A byte range of the source that states something, with the number of the line it begins on (from 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quote {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line of the source on which `start` lies, counted from 1.
    pub line: usize,
}

impl Quote {
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
