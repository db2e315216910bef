//! Fonts of a PDF: which characters their codes are, and how wide.

use super::super::decode::TextDecoder;
use super::super::page_layout::{UNKNOWN, is_character};
use super::super::text_encoding::TextEncoding;
use super::encoding::{ByteEncoding, ChineseEncoding, latin_number};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::HashMap;

/// The most codes whose widths are read: a range of widths can name four billion.
const WIDTHS_LIMIT: u32 = 1 << 16;

/// A font.
pub struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// What one unit of a width is, in sizes of the font.
    unit: f64,
}

/// How the bytes of a text are codes.
enum Codes {
    /// Each byte is one.
    Bytes(ByteEncoding),
    /// By a table that the PDF contains, or two bytes each: numbers of glyphs, which say nothing about characters.
    Glyphs(Box<CMap>),
    /// By an encoding whose codes are characters, with its name.
    Chinese(ChineseEncoding, Vec<u8>),
    /// By an encoding that is not known.
    Unknown,
}

/// A glyph of a text.
pub struct FontGlyph {
    /// Its characters.
    pub text: String,
    /// Its width, in sizes of the font.
    pub width: f64,
    /// True for the code 32 in one byte, which word spacing widens.
    pub is_space: bool,
}

impl Font {
    /// The font that a dictionary describes.
    pub fn read(dict: &Dict<'_>) -> Font {
        let is = |kind: &[u8]| dict.get::<Name<'_>>(keys::SUBTYPE).is_some_and(|name| name.as_ref() == kind);
        let to_unicode = dict
            .get::<Stream<'_>>(keys::TO_UNICODE)
            .and_then(|stream| stream.decoded_data().ok())
            .and_then(|data| CMap::parse(&data, |_| None));
        let mut font =
            Font { codes: Codes::Unknown, to_unicode, widths: HashMap::new(), default_width: 0.0, unit: 0.001 };
        if is(b"Type0") {
            font.read_composite(dict);
        } else {
            font.read_simple(dict, is(b"Type3"));
        }
        font
    }

    /// A font whose codes are in its descendant, such as all Chinese fonts.
    fn read_composite(&mut self, dict: &Dict<'_>) {
        let descendant = dict
            .get::<Array<'_>>(keys::DESCENDANT_FONTS)
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
            .unwrap_or_default();
        self.default_width = descendant.get::<f64>(keys::DW).unwrap_or(1000.0);
        if let Some(widths) = descendant.get::<Array<'_>>(keys::W) {
            self.read_glyph_widths(&widths);
        }
        self.codes = match dict.get::<Object<'_>>(keys::ENCODING) {
            Some(Object::Name(name)) if name.as_ref() == b"Identity-H" => Codes::Glyphs(Box::new(CMap::identity_h())),
            Some(Object::Name(name)) => match ChineseEncoding::named(name.as_ref()) {
                Some(encoding) => Codes::Chinese(encoding, name.as_ref().to_vec()),
                None => Codes::Unknown,
            },
            Some(Object::Stream(stream)) => {
                let table = stream.decoded_data().ok().and_then(|data| CMap::parse(&data, |_| None));
                table.map_or(Codes::Unknown, |table| Codes::Glyphs(Box::new(table)))
            }
            _ => Codes::Unknown,
        };
    }

    /// The widths of glyphs: `first [width …]` or `first last width`.
    fn read_glyph_widths(&mut self, widths: &Array<'_>) {
        let mut items = widths.flex_iter();
        loop {
            if let Some((first, list)) = items.next::<(u32, Array<'_>)>() {
                for (glyph, width) in (first..first.saturating_add(WIDTHS_LIMIT)).zip(list.iter::<f64>()) {
                    self.widths.insert(glyph, width);
                }
            } else if let Some((first, last, width)) = items.next::<(u32, u32, f64)>() {
                for glyph in first..=last.min(first.saturating_add(WIDTHS_LIMIT)) {
                    self.widths.insert(glyph, width);
                }
            } else {
                break;
            }
            if self.widths.len() > WIDTHS_LIMIT as usize {
                break;
            }
        }
    }

    /// A font whose codes are single bytes.
    fn read_simple(&mut self, dict: &Dict<'_>, has_drawn_glyphs: bool) {
        let descriptor = dict.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
        self.default_width = descriptor.get::<f64>(keys::MISSING_WIDTH).unwrap_or(500.0);
        let first = dict.get::<u32>(keys::FIRST_CHAR).unwrap_or(0);
        if let Some(widths) = dict.get::<Array<'_>>(keys::WIDTHS) {
            self.widths = (first..first.saturating_add(256)).zip(widths.iter::<f64>()).collect();
        }
        if has_drawn_glyphs {
            let matrix = dict.get::<[f64; 6]>(keys::FONT_MATRIX).unwrap_or([0.001, 0.0, 0.0, 0.001, 0.0, 0.0]);
            self.unit = matrix[0];
        }
        let encoding = dict.get::<Object<'_>>(keys::ENCODING);
        // A font with glyphs of its own, such as a subset, has codes of its own where nothing else is said.
        let is_symbolic = descriptor.get::<u32>(keys::FLAGS).is_some_and(|flags| flags & 4 != 0);
        let base = match &encoding {
            Some(Object::Name(name)) => Some(name.clone()),
            Some(Object::Dict(encoding)) => encoding.get::<Name<'_>>(keys::BASE_ENCODING),
            _ => None,
        };
        let mut bytes = match base.as_ref().map(|name| name.as_ref()) {
            Some(b"WinAnsiEncoding") => ByteEncoding::win_ansi(),
            Some(_) => ByteEncoding::ascii(),
            None if is_symbolic || has_drawn_glyphs => ByteEncoding::unknown(),
            None => ByteEncoding::ascii(),
        };
        if let Some(Object::Dict(encoding)) = &encoding
            && let Some(differences) = encoding.get::<Array<'_>>(keys::DIFFERENCES)
        {
            let mut code = 0_u8;
            for item in differences.iter::<Object<'_>>() {
                match item {
                    Object::Number(number) => code = u8::try_from(number.as_i64()).unwrap_or(0),
                    Object::Name(name) => {
                        bytes.set_name(code, &name);
                        code = code.wrapping_add(1);
                    }
                    _ => {}
                }
            }
        }
        self.codes = Codes::Bytes(bytes);
    }

    /// The glyphs of a text.
    pub fn glyphs(&self, bytes: &[u8], decoder: TextDecoder) -> Vec<FontGlyph> {
        let mut glyphs = Vec::with_capacity(bytes.len() / 2);
        let mut rest = bytes;
        while !rest.is_empty() {
            let (length, glyph) = self.glyph(rest, decoder);
            glyphs.push(glyph);
            rest = &rest[length.clamp(1, rest.len())..];
        }
        glyphs
    }

    /// The first glyph of a text, and the length of its code.
    fn glyph(&self, bytes: &[u8], decoder: TextDecoder) -> (usize, FontGlyph) {
        let (length, text, width_of) = match &self.codes {
            Codes::Bytes(encoding) => {
                let text = encoding.character(bytes[0]).map(String::from);
                (1, text, Some(u32::from(bytes[0])))
            }
            Codes::Glyphs(table) => {
                let found = (1..=bytes.len().min(4)).find_map(|length| {
                    table.lookup_cid_code(number(&bytes[..length]), length as u8).map(|glyph| (length, glyph))
                });
                let (length, glyph) = found.map_or((bytes.len().min(2), None), |(length, glyph)| (length, Some(glyph)));
                (length, None, glyph)
            }
            Codes::Chinese(encoding, name) => {
                let length = encoding.code_length(bytes);
                let encoding = match encoding {
                    ChineseEncoding::Utf16 => TextEncoding::Utf16Be,
                    ChineseEncoding::Gb => TextEncoding::Gb18030,
                };
                let text = decoder(encoding, &bytes[..length]).ok();
                let latin = text.as_ref().and_then(|text| text.chars().next()).and_then(|c| latin_number(name, c));
                (length, text, latin)
            }
            Codes::Unknown => (bytes.len().min(2), None, None),
        };
        let code = number(&bytes[..length]);
        let said = self.to_unicode.as_ref().and_then(|table| table.lookup_bf_string(code)).map(|said| match said {
            BfString::Char(character) => character.to_string(),
            BfString::String(text) => text,
        });
        let text = said.or(text).filter(|text| text.chars().all(is_character)).unwrap_or_else(|| UNKNOWN.to_string());
        let width = width_of.and_then(|glyph| self.widths.get(&glyph)).copied().unwrap_or(self.default_width);
        (length, FontGlyph { text, width: width * self.unit, is_space: length == 1 && code == 32 })
    }
}

/// Bytes as a number, the first the highest.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}
