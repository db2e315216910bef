//! Numbers and units as disclosures write them.

use super::normalization::Normal;
use crate::amount::Unit;
use rust_decimal::Decimal;
use std::ops::Range;

/// A number found in normal text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where it stands, sign included.
    pub range: Range<usize>,
    /// Its value; None where it is not written as numbers are (`1.675.82`, `16,75.82`).
    pub value: Option<Decimal>,
    /// True where a full-width comma, which ends a clause as often as it groups thousands, stands inside.
    pub doubtful: bool,
}

impl Number {
    /// The number of people or things, where it is a whole one that an office could have.
    pub fn whole(&self) -> Option<u64> {
        let n = self.value.filter(|n| n.is_integer() && !self.doubtful)?;
        u64::try_from(n).ok().filter(|n| *n < 1_000_000_000)
    }
}

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Money in this unit.
    Money(Unit),
    /// People or things, with the word that counts them.
    Things(&'static str),
    /// Parts of a hundred.
    Percent,
    /// Nothing that is known.
    Bare,
}

/// Words that count people and things.
const COUNTERS: [&str; 13] = ["个", "人", "名", "辆", "台", "套", "件", "项", "家", "处", "所", "次", "批"];

/// The number that begins at byte `at` of `text`, where a digit or a sign before one must stand.
pub fn number_at(normal: &Normal, at: usize) -> Number {
    let bytes = normal.text.as_bytes();
    let mut end = at + usize::from(bytes[at] == b'-');
    // A point or comma belongs to the number where a digit follows it.
    while end < bytes.len() {
        let inside = matches!(bytes[end], b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(bytes[end].is_ascii_digit() || inside) {
            break;
        }
        end += 1;
    }
    let text = &normal.text[at..end];
    let mut commas = text.match_indices(',');
    let doubtful = commas.any(|(offset, _)| normal.source_char(at + offset) != Some(','));
    let value = value(text).filter(|_| !broken(&normal.text[..at]));
    Number { range: at..end, value, doubtful }
}

/// True where a character stands before a number that can only be in the place of a lost digit: □, �, ?, ×.
fn broken(before: &str) -> bool {
    before.ends_with(|c| matches!(c, '\u{25a0}'..='\u{25ff}' | '\u{fffd}' | '?' | '*' | '#' | '_' | '×' | '〇' | '.'))
}

fn value(text: &str) -> Option<Decimal> {
    let digits = text.trim_start_matches('-');
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    if fraction.is_some_and(|fraction| !fraction.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    if whole.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next()?;
        if !(1..=3).contains(&first.len()) || first.starts_with('0') || !groups.all(|group| group.len() == 3) {
            return None;
        }
        return text.replace(',', "").parse().ok();
    }
    text.parse().ok()
}

/// What stands at byte `at`, behind a number, and how many bytes it takes.
pub fn measure_at(text: &str, at: usize) -> (Measure, usize) {
    let rest = &text[at..];
    for (word, unit) in [("万元", Unit::Wan), ("亿元", Unit::Yi), ("元", Unit::Yuan)] {
        if rest.starts_with(word) {
            return (Measure::Money(unit), word.len());
        }
    }
    // 万 without 元 is money, unless it counts something else (3万人).
    if let Some(after) = rest.strip_prefix("万") {
        return match COUNTERS.iter().find(|word| after.starts_with(**word)) {
            Some(word) => (Measure::Things(word), "万".len() + word.len()),
            None => (Measure::Money(Unit::Wan), "万".len()),
        };
    }
    if rest.starts_with('%') {
        return (Measure::Percent, 1);
    }
    match COUNTERS.iter().find(|word| rest.starts_with(**word)) {
        Some(word) => (Measure::Things(word), word.len()),
        None => (Measure::Bare, 0),
    }
}

/// The numbers of a range of normal text, in order.
pub fn numbers<'n>(normal: &'n Normal, range: Range<usize>) -> impl Iterator<Item = Number> + 'n {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let bytes = normal.text.as_bytes();
        while at < range.end && !bytes[at].is_ascii_digit() {
            at += 1;
        }
        if at >= range.end {
            return None;
        }
        // A hyphen before digits is a minus sign only where no digit stands before it (023-4376 is a telephone number).
        let signed = at > range.start && bytes[at - 1] == b'-' && !(at >= 2 && bytes[at - 2].is_ascii_digit());
        let mut number = number_at(normal, at - usize::from(signed));
        number.range.end = number.range.end.min(range.end);
        at = number.range.end;
        Some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Option<String>> {
        let normal = Normal::new(text);
        numbers(&normal, 0..normal.text.len()).map(|n| n.value.map(|v| v.to_string())).collect()
    }

    #[test]
    fn thousands_decimals_and_signs() {
        assert_eq!(read("1,895.74"), [Some("1895.74".into())]);
        assert_eq!(read("增加-5.88万元"), [Some("-5.88".into())]);
        assert_eq!(read("0.00万元,20万元"), [Some("0.00".into()), Some("20".into())]);
        assert_eq!(
            read("023-43762520"),
            [Some("023".parse::<Decimal>().unwrap().to_string()), Some("43762520".into())]
        );
    }

    #[test]
    fn what_is_not_written_as_numbers_are_has_no_value() {
        assert_eq!(read("1.675.82"), [None]);
        assert_eq!(read("16,75.82"), [None]);
        assert_eq!(read("0,100"), [None]);
        assert_eq!(read("增加2□3.4万元"), [Some("2".into()), None], "a digit was lost");
    }

    #[test]
    fn a_full_width_comma_inside_a_number_is_doubtful() {
        let normal = Normal::new("1，895.74万元，1,895.74万元");
        let doubtful: Vec<bool> = numbers(&normal, 0..normal.text.len()).map(|number| number.doubtful).collect();
        assert_eq!(doubtful, [true, false]);
    }

    #[test]
    fn units_behind_a_number() {
        assert_eq!(measure_at("万元", 0), (Measure::Money(Unit::Wan), 6));
        assert_eq!(measure_at("万,", 0), (Measure::Money(Unit::Wan), 3));
        assert_eq!(measure_at("元", 0).0, Measure::Money(Unit::Yuan));
        assert_eq!(measure_at("万人", 0).0, Measure::Things("人"));
        assert_eq!(measure_at("年", 0).0, Measure::Bare);
    }
}
