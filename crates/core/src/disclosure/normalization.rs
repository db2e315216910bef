//! Normalization: one spelling for full and half width, compatibility characters, spaces, quotation marks and line
//! ends.
//!
//! The parser works on the normalized text. Every range of it maps back to bytes of the source, so that a quote is
//! always what was published.

use super::character::{NormalizedChar, is_quotation_mark, normalize_char, unchanged_len};
use super::furniture;
use super::number::{self, NumberText, ParsedNumber};
use super::quote::{self, Passage, Quote};
use super::text_lines::text_lines;
use std::ops::Range;

/// The source in normalized spelling, with the map back to its bytes.
pub struct NormalizedText<'a> {
    source: &'a str,
    /// The normalized text, without line ends.
    pub text: String,
    /// For each byte of `text`, the byte of the source that it comes from, or the first one of a character that is
    /// spelled otherwise.
    source_offsets: Vec<u32>,
    /// The lines of the source that are not blank.
    pub text_lines: Vec<TextLine>,
    /// The byte at which each line of the source begins, blank ones included.
    line_starts: Vec<u32>,
    /// Page furniture that is removed from `text`, as byte ranges of the source, in order.
    furniture: Vec<Range<usize>>,
    /// The paragraphs of `text`, in order; empty until they are known.
    paragraphs: Vec<Paragraph>,
    /// The numbers of `text` without their signs, in order; empty until the paragraphs are known.
    numbers: Vec<ParsedNumber>,
    /// Bytes of `text` before which a quotation mark or a space was dropped inside of what may be a number.
    dropped_in_numbers: Vec<u32>,
}

/// A line of the source that is not blank.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// Its range of the normalized text.
    pub range: Range<usize>,
    /// True where a blank line precedes it.
    pub after_blank: bool,
}

/// A paragraph of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its range of the normalized text.
    pub range: Range<usize>,
    /// True where it seems to begin inside of a sentence, from whose beginning furniture or a blank line separates it:
    /// its first words may be the rest of a name or a number.
    pub is_torn: bool,
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
            furniture: Vec::new(),
            paragraphs: Vec::new(),
            numbers: Vec::new(),
            dropped_in_numbers: Vec::new(),
        };
        let (mut start, mut blank, mut after_furniture) = (0, false, false);
        let lines: Vec<&str> = text_lines(source).collect();
        for (line, furniture) in lines.iter().zip(furniture::of_lines(&lines)) {
            normalized.line_starts.push(start as u32);
            let from = normalized.text.len();
            normalized.push_furniture(start, &line[..furniture]);
            normalized.push_line(&line[furniture..], start + furniture);
            if normalized.text.len() > from {
                normalized.text_lines.push(TextLine { range: from..normalized.text.len(), after_blank: blank });
                (blank, after_furniture) = (false, false);
            } else {
                // Blank lines around a page number belong to the page.
                after_furniture |= furniture > 0;
                blank = !after_furniture;
            }
            start += line.len();
        }
        normalized
    }

    /// A source that is one paragraph.
    #[cfg(test)]
    pub fn of_one_paragraph(source: &'a str) -> NormalizedText<'a> {
        let mut normalized = NormalizedText::new(source);
        normalized.set_paragraphs(vec![Paragraph { range: 0..normalized.text.len(), is_torn: false }]);
        normalized
    }

    /// Notes a range of the source that is left out: `words` without the spaces around them, if there are any.
    fn push_furniture(&mut self, start: usize, words: &str) {
        let from = start + words.len() - words.trim_start().len();
        if !words.trim().is_empty() {
            self.furniture.push(from..from + words.trim().len());
        }
    }

    fn push_line(&mut self, line: &str, start: usize) {
        let mut space = None;
        let mut at = 0;
        while let Some(c) = line[at..].chars().next() {
            // Most of a text is copied, many characters at once.
            let unchanged = unchanged_len(&line[at..]);
            let end = at + if unchanged > 0 { unchanged } else { c.len_utf8() };
            match normalize_char(c) {
                NormalizedChar::Dropped => self.drop_char(c),
                NormalizedChar::Space => space = space.or(Some(start + at)),
                NormalizedChar::Char(c) => {
                    if let Some(space) = space.take() {
                        self.drop_space(c, space);
                    }
                    if unchanged > 0 {
                        self.push_unchanged(&line[at..end], start + at);
                    } else {
                        self.push_mark(c, start + at);
                    }
                }
            }
            at = end;
        }
    }

    /// Pushes a character that is neither a letter nor a digit. Behind a word, a point is a full stop: 增加5万元.其中.
    fn push_mark(&mut self, mark: char, source_offset: usize) {
        let is_behind_word = |last: char| !last.is_ascii() && !last.is_numeric() || last == ')' || last == '%';
        let is_stop = mark == '.' && self.text.ends_with(is_behind_word);
        self.push(if is_stop { '。' } else { mark }, source_offset);
    }

    /// Leaves a space before `next` out: it means nothing in Chinese text. Between two digits it stays, since it
    /// separates two numbers; next to a point or a comma in a number, its place is kept.
    fn drop_space(&mut self, next: char, source_offset: usize) {
        let after_digit = self.text.ends_with(|last: char| last.is_ascii_digit());
        if after_digit && next.is_ascii_digit() {
            self.push(' ', source_offset);
        } else if after_digit && matches!(next, '.' | ',') || next.is_ascii_digit() && self.text.ends_with(['.', ',']) {
            self.dropped_in_numbers.push(self.text.len() as u32);
        }
    }

    /// Leaves a character out. Inside of a number a quotation mark may stand for a point, so its place is kept.
    fn drop_char(&mut self, c: char) {
        let in_number = self.text.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '.' | ','));
        if in_number && is_quotation_mark(c) {
            self.dropped_in_numbers.push(self.text.len() as u32);
        }
    }

    /// True where a quotation mark or a space was dropped inside of `range`, a number.
    pub fn has_dropped(&self, range: Range<usize>) -> bool {
        let first = self.dropped_in_numbers.partition_point(|&at| at as usize <= range.start);
        self.dropped_in_numbers.get(first).is_some_and(|&at| (at as usize) < range.end)
    }

    fn push(&mut self, c: char, source_offset: usize) {
        self.text.push(c);
        self.source_offsets.resize(self.text.len(), source_offset as u32);
    }

    /// Pushes words that are spelled in the source as they are normalized.
    fn push_unchanged(&mut self, words: &str, source_offset: usize) {
        self.text.push_str(words);
        self.source_offsets.extend(source_offset as u32..(source_offset + words.len()) as u32);
    }

    /// The quote of the source for a range of the normalized text, with quotation marks at its edges.
    pub fn quote(&self, range: Range<usize>) -> Quote {
        let Some(&first) = self.source_offsets.get(range.start) else {
            let end = self.source.len();
            return Quote { start: end, end, line: self.line_of(end) };
        };
        let (mut start, mut end) = (first as usize, first as usize);
        if range.end > range.start {
            let last = self.source.floor_char_boundary(self.source_offsets[range.end - 1] as usize);
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

    /// Notes the paragraphs, once the lines are joined, and the numbers in them: each is asked for many times.
    pub fn set_paragraphs(&mut self, paragraphs: Vec<Paragraph>) {
        self.paragraphs = paragraphs;
        let (bytes, mut at, mut numbers) = (self.text.as_bytes(), 0, Vec::new());
        while let Some(skipped) = bytes[at..].iter().position(u8::is_ascii_digit) {
            let number = self.parse_number(at + skipped);
            at = number.range.end;
            numbers.push(number);
        }
        self.numbers = numbers;
    }

    /// The first digit at byte `at` or behind it.
    pub fn next_digit(&self, at: usize) -> Option<usize> {
        let next = self.numbers.get(self.numbers.partition_point(|number| number.range.end <= at))?;
        // Inside of a number, a point or a comma may stand before it.
        let start = next.range.start.max(at);
        Some(start + self.text.as_bytes()[start..].iter().position(u8::is_ascii_digit)?)
    }

    /// The number that begins at byte `at`, which must be a digit or the sign of one.
    pub fn number_at(&self, at: usize) -> ParsedNumber {
        match self.numbers.binary_search_by_key(&at, |number| number.range.start) {
            Ok(known) => self.numbers[known].clone(),
            Err(_) => self.parse_number(at),
        }
    }

    fn parse_number(&self, at: usize) -> ParsedNumber {
        let around = NumberText {
            // The next paragraph may begin with a digit.
            text: &self.text[..self.paragraph_end(at)],
            is_full_width_comma: &|at| self.source_char(at) != Some(','),
            has_dropped: &|range| self.has_dropped(range),
        };
        number::parse_number(&around, at)
    }

    /// The paragraphs, once they are known.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The paragraph at a byte of the text.
    fn paragraph_at(&self, at: usize) -> Option<&Paragraph> {
        self.paragraphs.get(self.paragraphs.partition_point(|paragraph| paragraph.range.end <= at))
    }

    /// True where the sentence that the paragraph at byte `at` ends with goes on in the next one: its last words may be
    /// the beginning of a number.
    pub fn is_torn_behind(&self, at: usize) -> bool {
        self.paragraph_at(self.paragraph_end(at)).is_some_and(|next| next.is_torn)
    }

    /// The paragraph that begins at byte `start`; empty at the end of the text.
    pub fn next_paragraph(&self, start: usize) -> &str {
        if start >= self.text.len() { "" } else { &self.text[start..self.paragraph_end(start)] }
    }

    /// The end of the paragraph that contains a byte of the text; the end of the text where paragraphs are not known.
    pub fn paragraph_end(&self, at: usize) -> usize {
        self.paragraph_at(at).map_or(self.text.len(), |paragraph| paragraph.range.end)
    }

    /// The source from a byte of the normalized text on.
    pub fn source_from(&self, at: usize) -> &str {
        self.source_offsets.get(at).map_or("", |&offset| &self.source[offset as usize..])
    }

    /// The character of the source that a byte of the normalized text comes from.
    pub fn source_char(&self, at: usize) -> Option<char> {
        self.source_from(at).chars().next()
    }

    /// Page furniture, which the text is without.
    pub fn furniture(&self) -> Vec<Passage> {
        let passage = |range: &Range<usize>| Passage {
            text: self.source[range.clone()].to_owned(),
            quote: Quote { start: range.start, end: range.end, line: self.line_of(range.start) },
        };
        self.furniture.iter().map(passage).collect()
    }

    /// The line of a byte of the source, from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|&start| start as usize <= byte).max(1)
    }

    /// The number of lines of the source.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The published text of a quote, without hard line breaks.
    pub fn quoted_text(&self, quote: Quote) -> String {
        quote::quoted_text(self.source, &self.furniture, Range::clone, quote)
    }
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
    fn characters_of_another_length_map_back_to_whole_ones() {
        let source = "收⽀１２万元．合计5万元";
        let normalized = NormalizedText::new(source);
        assert_eq!(normalized.text, "收支12万元。合计5万元");
        for (words, published) in [("支1", "⽀１"), ("2万", "２万"), ("元。合", "元．合"), ("计5", "计5")]
        {
            let at = normalized.text.find(words).unwrap();
            assert_eq!(&source[normalized.quote(at..at + words.len()).range()], published);
        }
    }

    #[test]
    fn a_space_between_digits_stays() {
        assert_eq!(NormalizedText::new("12 34 万元").text, "12 34万元");
    }
}
