//! Text as it is searched: one spelling for half and full width, small letters, no quotation marks, no commas in numbers.

use super::pinyin::{self, Pronunciation};
use crate::disclosure::{NormalizedChar, normalize_char};
use std::ops::Range;

/// A character as it is searched, with the way back to the text that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// The character in its one spelling.
    pub c: char,
    /// Where it begins in the text that is shown, in bytes.
    at: u32,
    /// How many bytes it takes there.
    len: u8,
    /// How it is read; nothing for what is no common Chinese character.
    pub readings: &'static [Pronunciation],
    /// The first letters of its readings, a bit for each, so that most characters need no second look.
    pub letters: u32,
}

impl Glyph {
    fn new(c: char, at: u32, len: u8) -> Glyph {
        let readings = pinyin::readings(c);
        let letters = readings.iter().fold(0, |all, (_, syllable)| all | pinyin::bit(syllable.as_bytes()[0]));
        Glyph { c, at, len, readings, letters }
    }
}

/// A text with what is searched of it.
#[derive(Clone, Debug)]
pub struct Field {
    /// As it is shown.
    pub text: String,
    /// True where it is in Chinese.
    pub chinese: bool,
    /// True for sentences, which are searched less eagerly than names.
    pub prose: bool,
    /// As it is searched.
    pub glyphs: Vec<Glyph>,
}

impl Field {
    /// A name, or a few words.
    pub fn name(text: impl Into<String>, chinese: bool) -> Field {
        let text = text.into();
        Field { glyphs: fold(&text), text, chinese, prose: false }
    }

    /// A sentence or more.
    pub fn prose(text: impl Into<String>, chinese: bool) -> Field {
        Field { prose: true, ..Field::name(text, chinese) }
    }

    /// The bytes of the text for a range of glyphs that is not empty.
    pub fn bytes(&self, glyphs: Range<usize>) -> Range<usize> {
        let (first, last) = (self.glyphs[glyphs.start], self.glyphs[glyphs.end - 1]);
        first.at as usize..last.at as usize + usize::from(last.len)
    }

    /// True where nothing tells the two apart in a search.
    pub fn same(&self, other: &Field) -> bool {
        self.glyphs.iter().map(|glyph| glyph.c).eq(other.glyphs.iter().map(|glyph| glyph.c))
    }
}

/// The characters of a text as they are searched.
pub fn fold(text: &str) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.len() / 2);
    let word = |glyph: Option<&Glyph>| glyph.is_some_and(|glyph| glyph.c.is_ascii_alphanumeric());
    let mut gap = false;
    for (at, shown) in text.char_indices() {
        let c = match normalize_char(shown) {
            _ if shown.is_whitespace() => {
                gap = true;
                continue;
            }
            NormalizedChar::Space | NormalizedChar::Dropped => continue,
            NormalizedChar::Char(c) => c.to_ascii_lowercase(),
        };
        let (at, len) = (at as u32, shown.len_utf8() as u8);
        // A space means something between words of Latin letters, and nothing in Chinese.
        if gap && word(glyphs.last()) && c.is_ascii_alphanumeric() {
            glyphs.push(Glyph::new(' ', at, 0));
        }
        gap = false;
        // 1,675.82 is 1675.82.
        if let [.., before, comma] = glyphs.as_slice()
            && (before.c.is_ascii_digit(), comma.c, c.is_ascii_digit()) == (true, ',', true)
        {
            glyphs.pop();
        }
        glyphs.push(Glyph::new(c, at, len));
    }
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        fold(text).iter().map(|glyph| glyph.c).collect()
    }

    #[test]
    fn what_looks_alike_is_searched_alike() {
        assert_eq!(folded("“三公”经费 １，６７５．８２　万元"), "三公经费1675.82万元");
        assert_eq!(folded("Official\u{a0}Reception, 0万元,20万元"), "official reception,0万元,20万元");
        assert_eq!(folded(" \t\u{feff}"), "");
    }

    #[test]
    fn what_is_found_leads_back_to_what_is_shown() {
        let field = Field::name("共 1,675.82 万元", true);
        let at = field.glyphs.iter().position(|glyph| glyph.c == '1').unwrap();
        assert_eq!(&field.text[field.bytes(at..at + "1675.82".len())], "1,675.82");
    }
}
