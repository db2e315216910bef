//! Pages whose characters have places.

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

/// The character for one that the file draws without saying which it is.
pub const UNKNOWN: char = '\u{fffd}';

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
