//! Text as it is searched: one spelling for half and full width, lower case, simplified characters, no quotation
//! marks, no commas in numbers.

use super::pronunciation::{Pronunciation, letter_bit, readings};
use super::simplified::simplified;
use crate::disclosure::{NormalizedChar, normalize_char};
use std::ops::Range;

/// A character as it is searched, with its position in the text that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// The character in its one spelling.
    pub c: char,
    /// Where it begins in the text that is shown, in bytes.
    at: u32,
    /// How many bytes it takes there.
    len: u8,
    /// How it is read; empty for anything but a common Chinese character.
    pub readings: &'static [Pronunciation],
    /// The first letters of its readings as a set of bits, which excludes most characters quickly.
    pub letters: u32,
}

impl Glyph {
    fn new(c: char, at: u32, len: u8) -> Glyph {
        let readings = readings(c);
        let letters = readings.iter().fold(0, |all, (_, syllable)| all | letter_bit(syllable.as_bytes()[0]));
        Glyph { c, at, len, readings, letters }
    }
}

/// A text in the form in which it is shown, and in the form in which it is searched.
#[derive(Clone, Debug)]
pub struct SearchText {
    /// As it is shown.
    pub text: String,
    /// True for Chinese.
    pub chinese: bool,
    /// True for sentences, which match fewer spellings in pinyin than names do.
    pub prose: bool,
    /// As it is searched.
    pub glyphs: Vec<Glyph>,
}

impl SearchText {
    /// A name or a few words.
    pub fn name(text: impl Into<String>, chinese: bool) -> SearchText {
        let text = text.into();
        SearchText { glyphs: fold(&text), text, chinese, prose: false }
    }

    /// A sentence or more.
    pub fn prose(text: impl Into<String>, chinese: bool) -> SearchText {
        SearchText { prose: true, ..SearchText::name(text, chinese) }
    }

    /// The bytes of the text for a range of glyphs that is not empty.
    pub fn bytes(&self, glyphs: Range<usize>) -> Range<usize> {
        let (first, last) = (self.glyphs[glyphs.start], self.glyphs[glyphs.end - 1]);
        first.at as usize..last.at as usize + usize::from(last.len)
    }

    /// True where a search cannot tell the two apart.
    pub fn is_same(&self, other: &SearchText) -> bool {
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
            NormalizedChar::Char(c) => simplified(c.to_ascii_lowercase()),
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
        let text = SearchText::name("共 1,675.82 万元", true);
        let at = text.glyphs.iter().position(|glyph| glyph.c == '1').unwrap();
        assert_eq!(&text.text[text.bytes(at..at + "1675.82".len())], "1,675.82");
    }
}
