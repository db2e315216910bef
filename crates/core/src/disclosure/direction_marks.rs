//! Characters that turn the direction of writing: with one of them 4.34 is displayed as 43.4, whatever its bytes say.
//!
//! Nobody can tell which of the two a document means. So the text that is parsed and displayed has a visible character
//! of the same length in their place, and a number with one is not read.

use std::borrow::Cow;

/// The visible character for those of three bytes.
const MARK: char = '⇐';

/// The visible character for those of two bytes.
const SHORT_MARK: char = '¬';

/// True for a character after which text runs from right to left, or for one that counts as a letter of a script that
/// does: U+061C, U+200F, U+202B, U+202E, U+2067.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}')
}

/// The text with visible characters in place of those that turn the direction of writing. Every byte keeps its place.
pub fn with_visible_direction_marks(text: &str) -> Cow<'_, str> {
    if !text.contains(turns_direction) {
        return Cow::Borrowed(text);
    }
    let visible = |c: char| match c {
        c if !turns_direction(c) => c,
        c if c.len_utf8() == SHORT_MARK.len_utf8() => SHORT_MARK,
        _ => MARK,
    };
    Cow::Owned(text.chars().map(visible).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_keeps_its_place() {
        let text = "接待费\u{202e}4.34\u{202c}万元\u{61c}，\u{200f}\u{202b}\u{2067}";
        let shown = with_visible_direction_marks(text);
        assert_eq!(shown, "接待费⇐4.34\u{202c}万元¬，⇐⇐⇐");
        assert_eq!(shown.len(), text.len());
        assert!(matches!(with_visible_direction_marks("接待费\u{202a}4.34\u{202c}万元"), Cow::Borrowed(_)));
    }
}
