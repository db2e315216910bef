//! What is shown of a long text: the words round what was found.

use std::ops::Range;

/// A piece of a text, found or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<'t> {
    /// The piece.
    pub text: &'t str,
    /// True for what was found.
    pub found: bool,
}

/// A text in pieces, from a little before what was found to where the room ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet<'t> {
    /// The pieces, in order and without a gap.
    pub pieces: Vec<Stretch<'t>>,
    /// True where the beginning is left out.
    pub begins_late: bool,
    /// True where the end is left out.
    pub ends_early: bool,
}

/// How many characters are shown before what was found, where there are more.
const BEFORE: usize = 14;

/// What is shown of a text. `ranges` are bytes of it, in any order; `width` is how much there is room for, in widths
/// of a Latin letter.
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
    let (mut at, mut pieces) = (start, Vec::new());
    let mut piece = |range: Range<usize>, found| {
        // Words that were looked for one by one may lie over each other.
        let range = range.start.max(at)..range.end.min(end);
        if range.start < range.end {
            at = range.end;
            pieces.push(Stretch { text: &text[range], found });
        }
    };
    let mut behind = start;
    for range in ranges {
        piece(behind..range.start, false);
        behind = behind.max(range.end);
        piece(range, true);
    }
    piece(behind..end, false);
    Snippet { pieces, begins_late: start > 0, ends_early: end < text.len() }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init, reason = "one stretch is found")]
mod tests {
    use super::*;

    const WIDTH: usize = 200;

    fn shown(text: &str, ranges: Vec<Range<usize>>) -> String {
        let snippet = snippet(text, ranges, WIDTH);
        let pieces = snippet.pieces.iter().map(|piece| match piece.found {
            true => format!("[{}]", piece.text),
            false => piece.text.to_owned(),
        });
        let cut = |cut| if cut { "…" } else { "" };
        pieces.fold(cut(snippet.begins_late).to_owned(), |all, piece| all + &piece) + cut(snippet.ends_early)
    }

    #[test]
    fn what_was_found_stands_near_the_beginning() {
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
            super::snippet(&text, vec![120..126, 600..603], WIDTH).pieces.len(),
            3,
            "what is not shown is not marked"
        );
    }

    #[test]
    fn what_lies_over_each_other_is_shown_once() {
        assert_eq!(shown("公务接待费", vec![6..12, 0..9]), "[公务接][待]费");
        assert_eq!(shown("公务接待费", vec![0..12, 3..6]), "[公务接待]费");
        assert_eq!(shown("公务接待费", vec![]), "公务接待费");
        assert_eq!(shown("", vec![]), "");
    }
}
