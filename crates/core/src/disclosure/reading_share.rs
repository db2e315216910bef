//! How much of a document was understood.

use super::Disclosure;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many of a document's numbers were understood. Years and the numbers of paragraphs do not count.
///
/// ```
/// use mingbai_core::disclosure::{ReadingShare, parse};
///
/// let read = parse("某局\n2023年收入预算100万元。另有约7万元。其余约8万元。").unwrap();
/// let share = ReadingShare::of(&read);
/// assert_eq!((share.read, share.unread, share.total()), (1, 2, 3));
/// assert!(share.is_little());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingShare {
    /// The numbers that were understood.
    pub read: usize,
    /// The numbers that were not.
    pub unread: usize,
}

impl ReadingShare {
    /// The share of a document.
    pub fn of(disclosure: &Disclosure) -> ReadingShare {
        // A number that states several things, as one figure for income and expenditure does, is one number.
        let mut read: BTreeSet<usize> = disclosure.lines.iter().map(|line| line.number_quote.start).collect();
        for stated in disclosure.changes() {
            read.extend(stated.change.number_quote.map(|quote| quote.start));
            read.extend(stated.change.components.iter().map(|component| component.number_quote.start));
        }
        read.extend(disclosure.counts.iter().map(|count| count.quote.start));
        ReadingShare { read: read.len(), unread: disclosure.unread.len() }
    }

    /// All numbers.
    pub fn total(self) -> usize {
        self.read + self.unread
    }

    /// True where fewer numbers were understood than not: what is shown is not the document's whole picture.
    pub fn is_little(self) -> bool {
        self.read < self.unread
    }

    /// The share of those that were understood, in whole percent, rounded down: less than all is never 100.
    pub fn percent(self) -> usize {
        (self.read * 100).checked_div(self.total()).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_below_the_whole_is_never_all_of_it() {
        let share = |read, unread| ReadingShare { read, unread };
        assert_eq!(share(999, 1).percent(), 99);
        assert_eq!((share(3, 0).percent(), share(0, 0).percent(), share(0, 4).percent()), (100, 100, 0));
        assert!(!share(2, 2).is_little() && share(1, 2).is_little());
    }
}
