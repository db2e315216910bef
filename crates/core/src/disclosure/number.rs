//! Numbers and units, as disclosures write them.

use super::character::is_other_numeral;
use super::word_list::Prefixes;
use super::year::leading_year;
use super::{chinese_numerals, heading};
use crate::amount::AmountUnit;
use rust_decimal::Decimal;
use std::ops::Range;

/// A number in the normalized text.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedNumber {
    /// Where it is, sign included.
    pub range: Range<usize>,
    /// Its value; None where it is malformed (`1.675.82`, `16,75.82`).
    pub value: Option<Decimal>,
    /// True where it contains a full-width comma, which ends a clause as often as it groups thousands.
    pub has_full_width_comma: bool,
}

impl ParsedNumber {
    /// The value as a number of people or things: an integer of a size that an office could have.
    pub fn as_count(&self) -> Option<u64> {
        let n = self.value.filter(|n| n.is_integer() && !self.has_full_width_comma)?;
        u64::try_from(n).ok().filter(|n| *n < 1_000_000_000)
    }
}

/// What a number measures, from the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Money in this unit.
    Money(AmountUnit),
    /// People or things, with their measure word (量词).
    Count(&'static str),
    /// A percentage.
    Percent,
    /// No known unit.
    Missing,
}

/// Measure words of people and things.
const MEASURE_WORDS: Prefixes =
    Prefixes::new(&["个", "人", "名", "辆", "台", "套", "件", "项", "家", "处", "所", "次", "批"]);

/// A text around a number, as far as the number could reach.
pub struct NumberText<'t> {
    /// The text up to where the number must end, such as the end of its paragraph.
    pub text: &'t str,
    /// Tells whether a comma at a byte of it was a full-width one.
    pub is_full_width_comma: &'t dyn Fn(usize) -> bool,
    /// Tells whether a quotation mark or a space was dropped inside of a range.
    pub has_dropped: &'t dyn Fn(Range<usize>) -> bool,
}

/// Parses the number that begins at byte `at`, which must be a digit or the sign of one.
pub fn parse_number(around: &NumberText, at: usize) -> ParsedNumber {
    let bytes = around.text.as_bytes();
    let mut end = at + usize::from(bytes[at] == b'-');
    // A point or comma belongs to the number where a digit follows it.
    while end < bytes.len() {
        let inside = matches!(bytes[end], b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(bytes[end].is_ascii_digit() || inside) {
            break;
        }
        end += 1;
    }
    let text = &around.text[at..end];
    let commas = text.bytes().enumerate().filter(|(_, byte)| *byte == b',');
    let has_full_width_comma = commas.map(|(offset, _)| at + offset).any(around.is_full_width_comma);
    let (before, behind) = (&around.text[..at], &around.text[end..]);
    let is_certain = !has_lost_digit(before)
        && !continues_number(before)
        && !is_continued(behind)
        && !(around.has_dropped)(at..end)
        && !has_full_width_comma;
    ParsedNumber { range: at..end, value: value(text).filter(|_| is_certain), has_full_width_comma }
}

/// True for a mark that stands for a decimal point (107。78万元), or for a range or a list (200-201万元, 1、3万元), where
/// digits are on both sides.
#[rustfmt::skip] // one character a line would hide the table
fn is_mark_between_digits(c: char) -> bool {
    matches!(c,
        ' ' | '。' | '、' | ':' | ';' | '!' | '?' | '·' | '‧' | '•' | '∙' | '⋅' | '・' | '˙' | '٫' | '_'
        | '/' | '\\' | '|' | '~' | '～' | '〜' | '-' | '–' | '—' | '‐' | '‑' | '至' | '到' | '和' | '或'
        | '+' | '×' | '*' | '=' | '^' | '`' | '´' | '′' | '″')
}
/// How many marks may stand between the digits of a damaged number: 2。,155.26万元.
const MAX_MARKS: usize = 3;

/// True where `before` ends with a character that replaces a lost digit (□, �, ?, ×) or was read for one (2O0, l00, ①).
fn has_lost_digit(before: &str) -> bool {
    before.ends_with(|c: char| c == '.' || stands_for_digit(c) || is_like_digit(c))
        || before.trim_end_matches(',').ends_with(stands_for_digit)
}

/// True for a character that stands where a digit could not be read.
fn stands_for_digit(c: char) -> bool {
    matches!(c, '\u{25a0}'..='\u{25ff}' | '\u{fffd}' | '?' | '*' | '#' | '_' | '×' | '〇' | '…')
}

/// True for a letter, a numeral of another script, or a Chinese numeral: next to digits it may be one of them.
fn is_like_digit(c: char) -> bool {
    c.is_ascii_alphabetic() || is_other_numeral(c) || chinese_numerals::is_digit(c) || c == '点'
}

/// True where `before` ends with a digit and one or more marks between digits.
fn continues_number(before: &str) -> bool {
    if !before.ends_with(is_mark_between_digits) {
        return false;
    }
    let mut last = before.chars().rev().take(MAX_MARKS + 1).peekable();
    let has_mark = last.peek().is_some_and(|mark| is_mark_between_digits(*mark));
    has_mark && last.find(|c| !may_stand_between_digits(*c)).is_some_and(|c| c.is_ascii_digit())
}

/// True for a mark between the digits of a damaged number, or for a character that replaces one of them.
fn may_stand_between_digits(c: char) -> bool {
    matches!(c, ',' | '.') || is_mark_between_digits(c) || stands_for_digit(c)
}

/// True where `behind`, the text behind a number, continues it: a letter or numeral, or marks and more digits, unless
/// these begin a new sentence or item (33。2023年…, 0；2.公务接待费…).
fn is_continued(behind: &str) -> bool {
    let mut chars = behind.chars();
    let Some(mark) = chars.next() else { return false };
    if is_like_digit(mark) {
        return true;
    }
    let rest = chars.as_str();
    // 17478.万元: the digits behind the point are lost.
    if mark == '.' && rest.starts_with(['万', '元', '亿', '千', '百']) {
        return true;
    }
    let is_between = |c: &char| may_stand_between_digits(*c) || c.is_ascii_alphabetic();
    let len: usize = behind.chars().take(MAX_MARKS).take_while(is_between).map(char::len_utf8).sum();
    let (marks, rest) = behind.split_at(len);
    // 107。*万元: the digits behind the mark are lost.
    if marks.contains(stands_for_digit) && rest.starts_with(['万', '元', '亿']) {
        return true;
    }
    len > 0
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && leading_year(rest).is_none()
        && heading::enumerator(rest).len == 0
}

/// True where a number that ends at byte `end` is part of an amount of money, though its unit is not right behind it:
/// 174 in 174。78万元, 67 in （67）万元.
pub fn is_part_of_money(text: &str, end: usize) -> bool {
    let between = |c: &char| {
        c.is_ascii_digit() || is_like_digit(*c) || may_stand_between_digits(*c) || matches!(c, '(' | ')' | '※')
    };
    let rest = &text[end..];
    let len: usize = rest.chars().take(16).take_while(between).map(char::len_utf8).sum();
    matches!(measure_at(text, end + len).0, Measure::Money(_))
}

/// The exact value of a number's text; None where it is malformed.
fn value(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    // Numbers are short: looking at each byte is faster than a general search.
    let (whole, fraction) = match digits.bytes().position(|byte| byte == b'.') {
        Some(point) => (&digits[..point], &digits[point + 1..]),
        None => (digits, ""),
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if whole.bytes().any(|byte| byte == b',') {
        let mut groups = whole.split(',');
        let first = groups.next()?;
        if !(1..=3).contains(&first.len()) || first.starts_with('0') || !groups.all(|group| group.len() == 3) {
            return None;
        }
        return Decimal::from_str_exact(&text.replace(',', "")).ok();
    }
    Decimal::from_str_exact(text).ok()
}

/// The measure at byte `at`, behind a number, and its length in bytes.
pub fn measure_at(text: &str, at: usize) -> (Measure, usize) {
    let rest = &text[at..];
    for (word, unit) in [("万元", AmountUnit::Wan), ("亿元", AmountUnit::Yi), ("元", AmountUnit::Yuan)] {
        if rest.starts_with(word) {
            return (Measure::Money(unit), word.len());
        }
    }
    // 万 without 元 is money, unless it counts something else (3万人). 5万万元 and 5万美元 are no units of a disclosure.
    if let Some(after) = rest.strip_prefix("万") {
        if after.starts_with(['万', '亿', '千', '百', '十', '余', '多', '美', '港', '欧', '日']) {
            return (Measure::Missing, 0);
        }
        let counts = MEASURE_WORDS.begin(after);
        return if counts { (Measure::Missing, 0) } else { (Measure::Money(AmountUnit::Wan), "万".len()) };
    }
    if rest.starts_with('%') {
        return (Measure::Percent, 1);
    }
    match MEASURE_WORDS.find(rest) {
        Some(word) => (Measure::Count(word), word.len()),
        None => (Measure::Missing, 0),
    }
}

/// The measure at byte `at`, if it ends before `end`. The first words of another paragraph are no unit of a number at
/// the end of this one.
pub fn measure_before(text: &str, at: usize, end: usize) -> (Measure, usize) {
    let (measure, len) = measure_at(text, at);
    if at + len <= end { (measure, len) } else { (Measure::Missing, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_behind_a_number() {
        assert_eq!(measure_at("万元", 0), (Measure::Money(AmountUnit::Wan), 6));
        assert_eq!(measure_at("万,", 0), (Measure::Money(AmountUnit::Wan), 3));
        assert_eq!(measure_at("元", 0).0, Measure::Money(AmountUnit::Yuan));
        assert_eq!(measure_at("万人", 0).0, Measure::Missing, "30,000 people are not 3");
        assert_eq!(measure_at("万万元", 0).0, Measure::Missing);
        assert_eq!(measure_at("年", 0).0, Measure::Missing);
        assert_eq!(measure_before("5元", 1, 4), (Measure::Money(AmountUnit::Yuan), 3));
        assert_eq!(measure_before("5元", 1, 1), (Measure::Missing, 0), "the paragraph ends before 元");
    }
}
