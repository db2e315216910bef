//! Bytes of a formatted text as characters.

use crate::document_file::decode::TextDecoder;
use crate::document_file::text_encoding::TextEncoding;
use crate::document_file::windows_latin::windows_character;
use std::collections::HashMap;

/// The most fonts of a document.
const FONT_LIMIT: usize = 10_000;
/// What stands for a sign of a font of symbols.
const SYMBOL: char = '·';
/// Numbers of sets of characters, as fonts name them.
const SYMBOLS: i32 = 2;
const CHINESE: i32 = 134;

/// The encodings of a document.
pub struct Encodings {
    /// That of fonts which name none.
    of_document: Encoding,
    /// The sets of characters of fonts, by their numbers.
    fonts: HashMap<i32, i32>,
}

/// An encoding of bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Gb,
    Utf8,
    Latin,
    Symbols,
    Unknown,
}

impl Default for Encodings {
    fn default() -> Encodings {
        Encodings { of_document: Encoding::Latin, fonts: HashMap::new() }
    }
}

impl Encodings {
    /// The document names the code page that its bytes are in.
    pub fn set_code_page(&mut self, number: i32) {
        self.of_document = match number {
            936 | 54936 | 20936 => Encoding::Gb,
            65001 => Encoding::Utf8,
            1252 | 28591 | 20127 => Encoding::Latin,
            _ => Encoding::Unknown,
        };
    }

    /// A font names its set of characters.
    pub fn set_font(&mut self, font: i32, set: i32) {
        if self.fonts.len() < FONT_LIMIT {
            self.fonts.insert(font, set);
        }
    }

    /// True if bytes of Chinese characters are in GB 18030.
    pub fn is_gb(&self) -> bool {
        self.of_document == Encoding::Gb
    }

    /// True if a font has signs in place of letters.
    pub fn has_symbols(&self, font: i32) -> bool {
        self.of_font(font) == Encoding::Symbols
    }

    /// Bytes in a font as characters; None where they are none.
    pub fn decoded(&self, font: i32, bytes: &[u8], decoder: TextDecoder) -> Option<String> {
        if bytes.is_ascii() {
            return std::str::from_utf8(bytes).ok().map(str::to_owned);
        }
        let text = match self.of_font(font) {
            Encoding::Gb => decoder(TextEncoding::Gb18030, bytes).ok()?,
            Encoding::Utf8 => std::str::from_utf8(bytes).ok()?.to_owned(),
            Encoding::Latin => bytes.iter().map(|byte| windows_character(*byte)).collect::<Option<_>>()?,
            Encoding::Symbols => {
                bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { SYMBOL }).collect()
            }
            Encoding::Unknown => return None,
        };
        Some(text)
    }

    fn of_font(&self, font: i32) -> Encoding {
        match self.fonts.get(&font) {
            Some(&CHINESE) => Encoding::Gb,
            Some(&SYMBOLS) => Encoding::Symbols,
            // Western and unnamed sets: Chinese programs write Chinese bytes there, too.
            None | Some(0 | 1) => self.of_document,
            Some(_) => Encoding::Unknown,
        }
    }
}
