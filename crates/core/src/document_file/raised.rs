//! Raised characters.

/// A character above or below the line: a digit is not part of the number before it.
pub fn raised(c: char) -> char {
    match c {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char::from_u32('\u{2070}' as u32 + c as u32 - '0' as u32).unwrap_or(c),
        other => other,
    }
}
