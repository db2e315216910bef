//! Edits of a text, and where its ranges are afterwards.

use std::ops::Range;

/// A part of a text that is replaced.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub with: String,
    /// The parts of `with` that must be listed as unread.
    pub listed: Vec<Range<usize>>,
}

impl Edit {
    /// Replaces `range`.
    pub fn replace(range: Range<usize>, with: impl Into<String>) -> Edit {
        Edit { range, with: with.into(), listed: Vec::new() }
    }

    /// Inserts words whose amounts (`numbers`) must be listed.
    pub fn insert(at: usize, with: impl Into<String>, numbers: &[&str]) -> Edit {
        let with = with.into();
        let place = |number: &&str| {
            let start = with.find(*number).unwrap_or_else(|| panic!("{number} is not in {with}"));
            start..start + number.len()
        };
        let listed = numbers.iter().map(place).collect();
        Edit { range: at..at, with, listed }
    }
}

/// A text after its edits.
pub struct Edited {
    /// The text.
    pub text: String,
    /// For each edit in the order of the text: its old range, and where it begins and ends now.
    moved: Vec<(Range<usize>, Range<usize>)>,
    /// What must be listed of the edits.
    pub listed: Vec<Range<usize>>,
}

impl Edited {
    /// Applies edits, which must not overlap.
    pub fn new(source: &str, edits: &[Edit]) -> Edited {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut edited =
            Edited { text: String::with_capacity(source.len() + 64), moved: Vec::new(), listed: Vec::new() };
        let mut from = 0;
        for edit in edits {
            assert!(edit.range.start >= from, "edits overlap");
            edited.text.push_str(&source[from..edit.range.start]);
            let start = edited.text.len();
            edited.text.push_str(&edit.with);
            edited.listed.extend(edit.listed.iter().map(|part| start + part.start..start + part.end));
            edited.moved.push((edit.range.clone(), start..edited.text.len()));
            from = edit.range.end;
        }
        edited.text.push_str(&source[from..]);
        edited
    }

    /// Where a range of the source is now. An edit at one of its ends is part of it only where it replaces something of
    /// it.
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.start(range.start)..self.end(range.end)
    }

    fn start(&self, at: usize) -> usize {
        match self.moved.iter().rev().find(|(old, _)| old.start < at || old.start == at && old.is_empty()) {
            Some((old, new)) if at < old.end => new.start,
            Some((old, new)) => new.end + at - old.end,
            None => at,
        }
    }

    fn end(&self, at: usize) -> usize {
        match self.moved.iter().rev().find(|(old, _)| old.start < at) {
            Some((old, new)) if at < old.end => new.end,
            Some((old, new)) => new.end + at - old.end,
            None => at,
        }
    }
}

#[test]
fn ranges_move_with_the_words_around_them() {
    let source = "收入5万元，支出6万元";
    let income = source.find("5").map(|at| at..at + "5万元".len()).unwrap();
    let spent = source.find("6").map(|at| at..at + "6万元".len()).unwrap();
    let edits = [Edit::replace(income.start..income.start + 1, "5000"), Edit::insert(spent.start, "约", &[])];
    let edited = Edited::new(source, &edits);
    assert_eq!(edited.text, "收入5000万元，支出约6万元");
    assert_eq!((&edited.text[edited.range(&income)], &edited.text[edited.range(&spent)]), ("5000万元", "6万元"));
}
