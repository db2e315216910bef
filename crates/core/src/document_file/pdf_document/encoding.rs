//! Which characters the codes of a font are, where the PDF names a standard encoding.

use super::super::windows_latin::windows_character;
use hayro_syntax::object::Name;

/// The code of the first character that is in all encodings of one byte, and of the last.
const ASCII: std::ops::RangeInclusive<u8> = 0x20..=0x7e;

/// The characters of a font whose codes are single bytes.
pub struct ByteEncoding(Vec<Option<char>>);

impl ByteEncoding {
    /// An encoding in which no code has a character.
    pub fn unknown() -> ByteEncoding {
        ByteEncoding(vec![None; 256])
    }

    /// `StandardEncoding` and `MacRomanEncoding`, as far as they agree with ASCII.
    pub fn ascii() -> ByteEncoding {
        let mut encoding = ByteEncoding::unknown();
        for byte in ASCII {
            encoding.0[usize::from(byte)] = Some(char::from(byte));
        }
        encoding
    }

    /// `WinAnsiEncoding`.
    pub fn win_ansi() -> ByteEncoding {
        let mut encoding = ByteEncoding::ascii();
        for byte in 0x80..=0xff {
            encoding.0[usize::from(byte)] = windows_character(byte);
        }
        encoding
    }

    /// Gives a code the character of a glyph's name.
    pub fn set_name(&mut self, code: u8, name: &Name<'_>) {
        self.0[usize::from(code)] = std::str::from_utf8(name.as_ref()).ok().and_then(named_character);
    }

    /// The character of a code.
    pub fn character(&self, code: u8) -> Option<char> {
        self.0[usize::from(code)]
    }
}

/// The names of glyphs that are not letters, from Adobe's glyph list.
const NAMES: [(&str, char); 58] = [
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("quoteright", '’'),
    ("quoteleft", '‘'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("bullet", '•'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("ellipsis", '…'),
    ("endash", '–'),
    ("emdash", '—'),
    ("degree", '°'),
    ("multiply", '×'),
    ("section", '§'),
];

/// The character of a glyph's name: `seven`, `A`, `uni4E00`, `u4E00`.
fn named_character(name: &str) -> Option<char> {
    let mut characters = name.chars();
    if let (Some(letter @ ('a'..='z' | 'A'..='Z')), None) = (characters.next(), characters.next()) {
        return Some(letter);
    }
    if let Some((_, character)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*character);
    }
    let hex = name.strip_prefix("uni").filter(|hex| hex.len() == 4).or_else(|| name.strip_prefix('u'))?;
    if !(4..=6).contains(&hex.len()) || !hex.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte))
    {
        return None;
    }
    char::from_u32(u32::from_str_radix(hex, 16).ok()?)
}

/// A predefined encoding of Chinese fonts whose codes say which characters they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ChineseEncoding {
    /// The codes are UTF-16, big endian.
    Utf16,
    /// The codes are GBK or GB 18030.
    Gb,
}

impl ChineseEncoding {
    /// The encoding of this name. Vertical writing has names of its own and is not read.
    pub fn named(name: &[u8]) -> Option<ChineseEncoding> {
        let name = name.strip_suffix(b"-H")?;
        if name.starts_with(b"Uni") && (name.ends_with(b"-UCS2") || name.ends_with(b"-UTF16")) {
            return Some(ChineseEncoding::Utf16);
        }
        [&b"GBK-EUC"[..], b"GBKp-EUC", b"GB-EUC", b"GBpc-EUC", b"GBK2K"].contains(&name).then_some(ChineseEncoding::Gb)
    }

    /// The length of the code that begins with these bytes.
    pub fn code_length(self, bytes: &[u8]) -> usize {
        let length = match (self, bytes) {
            (ChineseEncoding::Utf16, [0xd8..=0xdb, _, ..]) => 4,
            (ChineseEncoding::Utf16, _) => 2,
            (ChineseEncoding::Gb, [0x81..=0xfe, 0x30..=0x39, ..]) => 4,
            (ChineseEncoding::Gb, [0x81..=0xfe, ..]) => 2,
            (ChineseEncoding::Gb, _) => 1,
        };
        length.min(bytes.len())
    }
}

/// The number of a Latin character in the collection Adobe-GB1, by which fonts give its width. Encodings mean the
/// letters that are half as wide as Chinese ones (from 814), or those of their own widths (from 1).
pub fn latin_number(encoding_name: &[u8], character: char) -> Option<u32> {
    let from_space = u32::from(character).checked_sub(0x20).filter(|_| character.is_ascii())?;
    let has_own_widths =
        encoding_name.starts_with(b"Uni") || encoding_name.starts_with(b"GBKp") || encoding_name.starts_with(b"GBpc");
    Some(if has_own_widths { 1 + from_space } else { 814 + from_space })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_glyphs_are_characters_or_unknown() {
        assert_eq!(named_character("seven"), Some('7'));
        assert_eq!(named_character("A"), Some('A'));
        assert_eq!(named_character("uni4E07"), Some('万'));
        assert_eq!(named_character("u4E07"), Some('万'));
        for unknown in ["g17", "cid17", "G01", "c49", ".notdef", "", "u17", "uniFFFFF", "union"] {
            assert_eq!(named_character(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn codes_of_one_byte() {
        assert_eq!(ByteEncoding::win_ansi().character(0x92), Some('’'));
        assert_eq!(ByteEncoding::win_ansi().character(0xb7), Some('·'));
        assert_eq!(ByteEncoding::ascii().character(0xb7), None);
        assert_eq!(ByteEncoding::ascii().character(b'7'), Some('7'));
        assert_eq!(ByteEncoding::unknown().character(b'7'), None);
    }

    #[test]
    fn chinese_encodings_by_name() {
        assert_eq!(ChineseEncoding::named(b"UniGB-UCS2-H"), Some(ChineseEncoding::Utf16));
        assert_eq!(ChineseEncoding::named(b"GBK-EUC-H"), Some(ChineseEncoding::Gb));
        assert_eq!(ChineseEncoding::named(b"Identity-H"), None);
        assert_eq!(ChineseEncoding::named(b"UniGB-UCS2-V"), None);
        assert_eq!(ChineseEncoding::Gb.code_length(b"\xcd\xf2x"), 2);
        assert_eq!(ChineseEncoding::Gb.code_length(b"7\xcd"), 1);
        assert_eq!(ChineseEncoding::Utf16.code_length(b"\x4e"), 1);
        assert_eq!(latin_number(b"GBK-EUC-H", '0'), Some(830));
        assert_eq!(latin_number(b"UniGB-UCS2-H", ' '), Some(1));
        assert_eq!(latin_number(b"UniGB-UCS2-H", '万'), None);
    }
}
