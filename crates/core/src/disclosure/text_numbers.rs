//! The numbers of a normalized text, in order.

use super::normalization::NormalizedText;
use super::number::{Measure, ParsedNumber, measure_at};
use std::ops::Range;

/// The numbers in `range`, in order.
pub fn numbers<'n>(normalized: &'n NormalizedText, range: Range<usize>) -> impl Iterator<Item = ParsedNumber> + 'n {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let bytes = normalized.text.as_bytes();
        at = normalized.next_digit(at).filter(|digit| *digit < range.end)?;
        // A hyphen before digits is a minus sign only where no digit precedes it (023-4376 is a telephone number), and
        // in the same paragraph: another one may end with a hyphen.
        let signed = at > range.start
            && bytes[at - 1] == b'-'
            && !(at >= 2 && bytes[at - 2].is_ascii_digit())
            && normalized.paragraph_end(at - 1) > at;
        let mut number = normalized.number_at(at - usize::from(signed));
        number.range.end = number.range.end.min(range.end);
        at = number.range.end.max(at + 1);
        Some(number)
    })
}

/// The numbers in `range` with what they measure, in order.
pub fn measured_numbers<'n>(
    normalized: &'n NormalizedText,
    range: Range<usize>,
) -> impl Iterator<Item = (ParsedNumber, Measure)> + 'n {
    numbers(normalized, range).map(|number| {
        let measure = measure_at(&normalized.text, number.range.end).0;
        (number, measure)
    })
}

/// True where `range` contains an amount of money.
pub fn has_money(normalized: &NormalizedText, range: Range<usize>) -> bool {
    measured_numbers(normalized, range).any(|(_, measure)| matches!(measure, Measure::Money(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<Option<String>> {
        let normalized = NormalizedText::of_one_paragraph(text);
        numbers(&normalized, 0..normalized.text.len()).map(|n| n.value.map(|v| v.to_string())).collect()
    }

    #[test]
    fn thousands_decimals_and_signs() {
        assert_eq!(values("1,895.74"), [Some("1895.74".into())]);
        assert_eq!(values("增加-5.88万元"), [Some("-5.88".into())]);
        assert_eq!(values("0.00万元,20万元"), [Some("0.00".into()), Some("20".into())]);
        assert_eq!(values("1675.820000000000000000000001万元"), [Some("1675.820000000000000000000001".into())]);
        assert_eq!(values("1675.8200000000000000000000000000001万元"), [None], "more digits than are exact");
    }

    #[test]
    fn malformed_numbers_have_no_value() {
        assert_eq!(values("1.675.82"), [None]);
        assert_eq!(values("16,75.82"), [None]);
        assert_eq!(values("0,100"), [None]);
        assert_eq!(values("增加2□3.4万元"), [None, None], "a digit was lost");
    }

    #[test]
    fn a_number_that_may_be_part_of_another_has_no_value() {
        for mark in "。、：；！｡·‚’\"至-～/".chars() {
            let text = format!("增加107{mark}78万元");
            assert!(values(&text).iter().all(Option::is_none), "{text}: {:?}", values(&text));
        }
        for text in ["2O0万元", "l00万元", "200①万元", "五12万元", "٣12万元"] {
            assert!(values(text).contains(&None), "{text}: {:?}", values(text));
        }
        assert_eq!(values("增加107。*万元"), [None], "the digits behind the mark are lost");
        assert_eq!(values("减少87.46。*（二）支出")[0], Some("87.46".into()), "a sentence ends");
        // A sentence or an item may end with a bare number.
        assert_eq!(values("编制33。2022年")[0], Some("33".into()));
        assert_eq!(values("费用0；2.公务接待费")[0], Some("0".into()));
    }

    #[test]
    fn a_full_width_comma_inside_a_number_is_noted() {
        let normalized = NormalizedText::of_one_paragraph("1，895.74万元，1,895.74万元");
        let numbers = numbers(&normalized, 0..normalized.text.len());
        assert_eq!(numbers.map(|number| number.has_full_width_comma).collect::<Vec<_>>(), [true, false]);
    }
}
