//! Windows-1252, in which old files have the Latin letters and signs of western Europe.

/// The characters that are not at their places in Unicode.
const SIGNS: [(u8, char); 14] = [
    (0x80, '€'),
    (0x82, '‚'),
    (0x84, '„'),
    (0x85, '…'),
    (0x86, '†'),
    (0x87, '‡'),
    (0x89, '‰'),
    (0x91, '‘'),
    (0x92, '’'),
    (0x93, '“'),
    (0x94, '”'),
    (0x95, '•'),
    (0x96, '–'),
    (0x97, '—'),
];

/// The character of a byte; None where it has none.
pub fn windows_character(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => SIGNS.iter().find(|(code, _)| *code == byte).map(|(_, character)| *character),
        _ => Some(char::from(byte)),
    }
}
