//! Pages whose characters have places.

use super::matrix::Matrix;

/// The most pages that are read: disclosures have a hundred at most.
pub const PAGE_LIMIT: usize = 5_000;
/// The most characters of a document: two hundred times the longest that was seen.
pub const CHARACTER_LIMIT: usize = 4_000_000;
/// How much a line may rise and still be level.
const LEVEL: f64 = 0.05;

/// A page.
#[derive(Default)]
pub struct PlacedPage {
    /// Its height, in points.
    pub height: f64,
    /// Its characters, in the order in which they are drawn.
    pub characters: Vec<PlacedCharacter>,
    /// Words that are drawn on it and are not read where they stand: rotated ones, invisible ones.
    pub unseen: String,
    /// True if a picture is drawn on it.
    pub has_picture: bool,
}

/// A character and its place, in points from the top left of the page.
#[derive(Clone, Copy, Debug)]
pub struct PlacedCharacter {
    /// The character; U+FFFD where the file does not say which it is.
    pub character: char,
    /// Where it begins.
    pub left: f64,
    /// Where the next begins.
    pub right: f64,
    /// Where its line stands.
    pub baseline: f64,
    /// The size of its font.
    pub size: f64,
}

impl PlacedPage {
    /// Places the characters of one glyph: where it begins, where the next begins, and where its font is as high as its
    /// size. What is not level, or not on any page, is unseen.
    pub fn place(&mut self, text: &str, [start, next, top]: [(f64, f64); 3]) {
        let ((left, baseline), (right, end)) = (start, next);
        let size = (baseline - top.1).abs();
        let is_placed = [left, right, baseline, end, size].iter().all(|place| place.is_finite() && place.abs() < 1e7);
        let is_level = (end - baseline).abs() <= LEVEL * (right - left).max(size) && right >= left && size > 0.0;
        if !is_placed || !is_level {
            self.unseen.push_str(text);
            return;
        }
        let step = (right - left) / text.chars().count().max(1) as f64;
        for (at, character) in text.chars().enumerate() {
            let left = left + step * at as f64;
            self.characters.push(PlacedCharacter { character, left, right: left + step, baseline, size });
        }
    }
}

/// The three points of a glyph on its page, by where it is drawn, how far the next one is, and how high the font is.
pub fn glyph_points(to_page: Matrix, (x, y): (f64, f64), width: f64, height: f64) -> [(f64, f64); 3] {
    [to_page.apply(x, y), to_page.apply(x + width, y), to_page.apply(x, y + height)]
}

/// The character for one that the file draws without saying which it is.
pub const UNKNOWN: char = '\u{fffd}';

/// False for what stands where a file does not say which character it draws.
pub fn is_character(c: char) -> bool {
    c == ' ' || c == '\t' || !c.is_control() && c != UNKNOWN && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// A page of 600 × 800 points with these lines: text, left, baseline, size.
#[cfg(test)]
pub fn page(lines: &[(&str, f64, f64, f64)]) -> PlacedPage {
    let mut page = PlacedPage { height: 800.0, ..PlacedPage::default() };
    for &(text, left, baseline, size) in lines {
        let mut left = left;
        for character in text.chars() {
            let right = left + if character.is_ascii() { size / 2.0 } else { size };
            page.characters.push(PlacedCharacter { character, left, right, baseline, size });
            left = right;
        }
    }
    page
}
