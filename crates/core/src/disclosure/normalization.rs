//! One spelling for what disclosures write in several: full and half width, spaces, quotation marks, line ends.
//!
//! The grammar reads the normal text; every range of it leads back to the bytes of the source, so that what is quoted
//! is always what was published.

use super::quote::Quote;
use std::ops::Range;

/// The source in one spelling, with the way back.
pub struct Normal<'a> {
    source: &'a str,
    /// The text in one spelling, without line ends.
    pub text: String,
    /// For each byte of `text`, the source's byte where its character begins.
    origin: Vec<u32>,
    /// The source's lines that hold anything, as ranges of `text`.
    pub rows: Vec<Row>,
    /// The byte at which each line of the source begins.
    line_starts: Vec<u32>,
}

/// A line of the source that holds anything.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its range of the normal text.
    pub range: Range<usize>,
    /// True where an empty line stands before it.
    pub after_blank: bool,
}

/// What a character becomes.
pub enum Spelling {
    /// Dropped.
    Drop,
    /// A space.
    Space,
    /// Spelled like this.
    Keep(char),
}

/// The one spelling of a character.
pub fn spell(c: char) -> Spelling {
    match c {
        ' ' | '\t' | '\r' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}' => Spelling::Space,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Spelling::Drop,
        '“' | '”' | '‘' | '’' | '"' | '\'' | '＂' | '＇' | '「' | '」' | '『' | '』' | '〝' | '〞' => {
            Spelling::Drop
        }
        '｡' => Spelling::Keep('。'),
        '﹐' => Spelling::Keep(','),
        '〇' | '○' => Spelling::Keep('〇'),
        '－' | '−' | '﹣' => Spelling::Keep('-'),
        '！'..='～' => Spelling::Keep(char::from_u32(c as u32 - 0xfee0).unwrap_or(c)),
        _ => Spelling::Keep(c),
    }
}

impl<'a> Normal<'a> {
    /// Spells `source` anew. Takes time and memory proportional to its length.
    pub fn new(source: &'a str) -> Normal<'a> {
        let mut normal = Normal {
            source,
            text: String::with_capacity(source.len()),
            origin: Vec::with_capacity(source.len() + 1),
            rows: Vec::new(),
            line_starts: Vec::new(),
        };
        let (mut start, mut blank) = (0, false);
        for line in source.split_inclusive('\n') {
            normal.line_starts.push(start as u32);
            let from = normal.text.len();
            normal.push_line(line, start);
            if normal.text.len() > from {
                normal.rows.push(Row { range: from..normal.text.len(), after_blank: blank });
                blank = false;
            } else {
                blank = true;
            }
            start += line.len();
        }
        normal
    }

    fn push_line(&mut self, line: &str, start: usize) {
        let mut space = None;
        for (at, c) in line.char_indices() {
            match spell(c) {
                _ if c == '\n' => {}
                Spelling::Drop => {}
                Spelling::Space => space = space.or(Some(at)),
                Spelling::Keep(kept) => {
                    // A space means nothing in Chinese text, but between two digits it keeps two numbers apart.
                    if let Some(space) = space
                        .filter(|_| kept.is_ascii_digit() && self.text.ends_with(|last: char| last.is_ascii_digit()))
                    {
                        self.push(' ', start + space);
                    }
                    space = None;
                    // 增加5万元.其中: behind a word, a point is a full stop.
                    let stop =
                        kept == '.' && self.text.ends_with(|last: char| !last.is_ascii() || last == ')' || last == '%');
                    let kept = if stop { '。' } else { kept };
                    self.push(kept, start + at);
                }
            }
        }
    }

    fn push(&mut self, c: char, origin: usize) {
        self.text.push(c);
        self.origin.resize(self.text.len(), origin as u32);
    }

    /// The quote of the source for a range of the normal text; quotation marks that open or close at its edge belong to it.
    pub fn quote(&self, range: Range<usize>) -> Quote {
        let Some(&first) = self.origin.get(range.start) else {
            let end = self.source.len();
            return Quote { start: end, end, line: self.line_of(end) };
        };
        let (mut start, mut end) = (first as usize, first as usize);
        if range.end > range.start {
            let last = self.origin[range.end - 1] as usize;
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

    /// The source's character where a byte of the normal text comes from.
    pub fn source_char(&self, at: usize) -> Option<char> {
        self.origin.get(at).and_then(|&origin| self.source[origin as usize..].chars().next())
    }

    /// The line, from 1, on which a byte of the source lies.
    pub fn line_of(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|&start| start as usize <= byte).max(1)
    }

    /// How many lines the source has.
    pub fn lines(&self) -> usize {
        self.line_starts.len()
    }

    /// A quote's words, with hard line breaks taken out.
    pub fn words(&self, quote: Quote) -> String {
        words(self.source, quote)
    }
}

/// A quote's words, with hard line breaks (and the spaces round them) taken out.
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
    fn every_range_leads_back_to_what_was_published() {
        let source = "２０２３年“三公”经费 ６６．３ 万元，\r\n持平";
        let normal = Normal::new(source);
        assert_eq!(normal.text, "2023年三公经费66.3万元,持平");
        let at = normal.text.find("三公").unwrap();
        let quote = normal.quote(at..at + "三公经费66.3万元".len());
        assert_eq!(&source[quote.range()], "“三公”经费 ６６．３ 万元");
        let flat = normal.quote(normal.rows[1].range.clone());
        assert_eq!((flat.line, &source[flat.range()]), (2, "持平"));
    }

    #[test]
    fn two_numbers_stay_two_numbers() {
        assert_eq!(Normal::new("12 34 万元").text, "12 34万元");
    }
}
