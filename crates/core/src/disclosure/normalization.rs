//! Normalization: one spelling for full and half width, spaces, quotation marks and line ends.
//!
//! The parser works on the normalized text. Every range of it maps back to bytes of the source, so that a quote is always
//! what was published.

use super::quote::Quote;
use std::ops::Range;

/// The source in normalized spelling, with the map back to its bytes.
pub struct NormalizedText<'a> {
    source: &'a str,
    /// The normalized text, without line ends.
    pub text: String,
    /// For each byte of `text`, the byte of the source where its character begins.
    source_offsets: Vec<u32>,
    /// The lines of the source that are not blank.
    pub text_lines: Vec<TextLine>,
    /// The byte at which each line of the source begins, blank ones included.
    line_starts: Vec<u32>,
}

/// A line of the source that is not blank.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// Its range of the normalized text.
    pub range: Range<usize>,
    /// True where a blank line precedes it.
    pub after_blank: bool,
}

/// What normalization makes of a character.
pub enum NormalizedChar {
    /// Nothing: a quotation mark or an invisible character.
    Dropped,
    /// A space.
    Space,
    /// This character.
    Char(char),
}

/// The normalized spelling of a character.
pub fn normalize_char(c: char) -> NormalizedChar {
    match c {
        ' ' | '\t' | '\r' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}' => NormalizedChar::Space,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => NormalizedChar::Dropped,
        '“' | '”' | '‘' | '’' | '"' | '\'' | '＂' | '＇' | '「' | '」' | '『' | '』' | '〝' | '〞' => {
            NormalizedChar::Dropped
        }
        '｡' => NormalizedChar::Char('。'),
        '﹐' => NormalizedChar::Char(','),
        '〇' | '○' => NormalizedChar::Char('〇'),
        '－' | '−' | '﹣' => NormalizedChar::Char('-'),
        '！'..='～' => NormalizedChar::Char(char::from_u32(c as u32 - 0xfee0).unwrap_or(c)),
        _ => NormalizedChar::Char(c),
    }
}

impl<'a> NormalizedText<'a> {
    /// Normalizes `source`, in time and memory proportional to its length.
    pub fn new(source: &'a str) -> NormalizedText<'a> {
        let mut normalized = NormalizedText {
            source,
            text: String::with_capacity(source.len()),
            source_offsets: Vec::with_capacity(source.len() + 1),
            text_lines: Vec::new(),
            line_starts: Vec::new(),
        };
        let (mut start, mut blank) = (0, false);
        for line in source.split_inclusive('\n') {
            normalized.line_starts.push(start as u32);
            let from = normalized.text.len();
            normalized.push_line(line, start);
            if normalized.text.len() > from {
                normalized.text_lines.push(TextLine { range: from..normalized.text.len(), after_blank: blank });
                blank = false;
            } else {
                blank = true;
            }
            start += line.len();
        }
        normalized
    }

    fn push_line(&mut self, line: &str, start: usize) {
        let mut space = None;
        for (at, c) in line.char_indices() {
            match normalize_char(c) {
                _ if c == '\n' => {}
                NormalizedChar::Dropped => {}
                NormalizedChar::Space => space = space.or(Some(at)),
                NormalizedChar::Char(c) => {
                    // A space means nothing in Chinese text, but between two digits it separates two numbers.
                    if let Some(space) =
                        space.filter(|_| c.is_ascii_digit() && self.text.ends_with(|last: char| last.is_ascii_digit()))
                    {
                        self.push(' ', start + space);
                    }
                    space = None;
                    // 增加5万元.其中: behind a word, a point is a full stop.
                    let is_stop =
                        c == '.' && self.text.ends_with(|last: char| !last.is_ascii() || last == ')' || last == '%');
                    self.push(if is_stop { '。' } else { c }, start + at);
                }
            }
        }
    }

    fn push(&mut self, c: char, source_offset: usize) {
        self.text.push(c);
        self.source_offsets.resize(self.text.len(), source_offset as u32);
    }

    /// The quote of the source for a range of the normalized text, with quotation marks at its edges.
    pub fn quote(&self, range: Range<usize>) -> Quote {
        let Some(&first) = self.source_offsets.get(range.start) else {
            let end = self.source.len();
            return Quote { start: end, end, line: self.line_of(end) };
        };
        let (mut start, mut end) = (first as usize, first as usize);
        if range.end > range.start {
            let last = self.source_offsets[range.end - 1] as usize;
            end = last + self.source[last..].chars().next().map_or(0, char::len_utf8);
        }
        if let Some(before) = self.source[..start].chars().next_back().filter(|c| matches!(c, '“' | '‘' | '「' | '『'))
        {
            start -= before.len_utf8();
        }
        if let Some(after) = self.source[end..].chars().next().filter(|c| matches!(c, '”' | '’' | '」' | '』')) {
            end += after.len_utf8();
        }
        Quote { start, end, line: self.line_of(start) }
    }

    /// The character of the source that a byte of the normalized text comes from.
    pub fn source_char(&self, at: usize) -> Option<char> {
        self.source_offsets.get(at).and_then(|&offset| self.source[offset as usize..].chars().next())
    }

    /// The line of a byte of the source, from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|&start| start as usize <= byte).max(1)
    }

    /// The number of lines of the source.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The words of a quote, without hard line breaks.
    pub fn words(&self, quote: Quote) -> String {
        words(self.source, quote)
    }
}

/// The words of a quote, without hard line breaks and the spaces around them.
pub fn words(source: &str, quote: Quote) -> String {
    let text = &source[quote.range()];
    if !text.contains('\n') {
        return text.to_owned();
    }
    text.lines().map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_maps_back_to_what_was_published() {
        let source = "２０２３年“三公”经费 ６６．３ 万元，\r\n持平";
        let normalized = NormalizedText::new(source);
        assert_eq!(normalized.text, "2023年三公经费66.3万元,持平");
        let at = normalized.text.find("三公").unwrap();
        let quote = normalized.quote(at..at + "三公经费66.3万元".len());
        assert_eq!(&source[quote.range()], "“三公”经费 ６６．３ 万元");
        let flat = normalized.quote(normalized.text_lines[1].range.clone());
        assert_eq!((flat.line, &source[flat.range()]), (2, "持平"));
    }

    #[test]
    fn a_space_between_digits_stays() {
        assert_eq!(NormalizedText::new("12 34 万元").text, "12 34万元");
    }
}
