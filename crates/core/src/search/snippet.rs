//! Snippets: the words of a long text around what was found.

use std::ops::Range;

/// A part of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnippetPart<'t> {
    /// Its words.
    pub text: &'t str,
    /// True for what was found.
    pub found: bool,
}

/// An excerpt of a text, from a little before the first match to where the width ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet<'t> {
    /// The parts, in order and without a gap.
    pub parts: Vec<SnippetPart<'t>>,
    /// True where the beginning is left out.
    pub begins_late: bool,
    /// True where the end is left out.
    pub ends_early: bool,
}

/// How many characters are shown before the first match, where there are more.
const BEFORE: usize = 14;

/// The snippet of a text. `ranges` are the matches in bytes, in any order; `width` is in widths of a Latin letter.
pub fn snippet(text: &str, mut ranges: Vec<Range<usize>>, width: usize) -> Snippet<'_> {
    ranges.sort_by_key(|range| range.start);
    let first = ranges.first().map_or(0, |range| range.start);
    let start = text[..first].char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    // A Latin word or a number is not cut.
    let start = text[..start].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',')).len();
    let mut taken = 0;
    let end = text[start..].char_indices().find(|(_, c)| {
        taken += if c.is_ascii() { 1 } else { 2 };
        taken > width
    });
    let end = end.map_or(text.len(), |(at, _)| start + at);
    let (mut at, mut parts) = (start, Vec::new());
    let mut part = |range: Range<usize>, found| {
        // Words that were looked for separately may overlap.
        let range = range.start.max(at)..range.end.min(end);
        if range.start < range.end {
            at = range.end;
            parts.push(SnippetPart { text: &text[range], found });
        }
    };
    let mut behind = start;
    for range in ranges {
        part(behind..range.start, false);
        behind = behind.max(range.end);
        part(range, true);
    }
    part(behind..end, false);
    Snippet { parts, begins_late: start > 0, ends_early: end < text.len() }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init, reason = "one range is found")]
mod tests {
    use super::*;

    const WIDTH: usize = 200;

    fn shown(text: &str, ranges: Vec<Range<usize>>) -> String {
        let snippet = snippet(text, ranges, WIDTH);
        let parts = snippet.parts.iter().map(|part| match part.found {
            true => format!("[{}]", part.text),
            false => part.text.to_owned(),
        });
        let cut = |cut| if cut { "…" } else { "" };
        parts.fold(cut(snippet.begins_late).to_owned(), |all, part| all + &part) + cut(snippet.ends_early)
    }

    #[test]
    fn what_was_found_is_near_the_beginning() {
        let text = "甲".repeat(40) + "接待费" + &"乙".repeat(3);
        assert_eq!(shown(&text, vec![120..126]), format!("…{}[接待]费乙乙乙", "甲".repeat(BEFORE)));
        assert_eq!(shown("公务接待费", vec![6..12]), "公务[接待]费");
        assert_eq!(
            shown("in a procurement of goods and services", vec![20..25]),
            "…procurement of [goods] and services"
        );
    }

    #[test]
    fn no_more_is_shown_than_two_lines_hold() {
        let text = "甲".repeat(40) + "接待" + &"乙".repeat(400);
        let shown = shown(&text, vec![120..126]);
        assert_eq!(shown.chars().count(), 2 + 2 + WIDTH / 2, "{shown}");
        assert!(shown.ends_with("乙…"), "{shown}");
        assert_eq!(
            super::snippet(&text, vec![120..126, 600..603], WIDTH).parts.len(),
            3,
            "what is not shown is not marked"
        );
    }

    #[test]
    fn overlapping_matches_are_shown_once() {
        assert_eq!(shown("公务接待费", vec![6..12, 0..9]), "[公务接][待]费");
        assert_eq!(shown("公务接待费", vec![0..12, 3..6]), "[公务接待]费");
        assert_eq!(shown("公务接待费", vec![]), "公务接待费");
        assert_eq!(shown("", vec![]), "");
    }
}
