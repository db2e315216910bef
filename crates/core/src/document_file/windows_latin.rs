//! Windows-1252, in which old files have the Latin letters and signs of western Europe.

/// The characters of 0x80 to 0x9f, which are not at their places in Unicode; a control character where there is none.
const SIGNS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character of a byte; None where it has none.
pub fn windows_character(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => Some(SIGNS[usize::from(byte) - 0x80]).filter(|sign| !sign.is_control()),
        _ => Some(char::from(byte)),
    }
}
