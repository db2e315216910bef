//! What a reader typed: words that are matched literally, letters that may be pinyin, a number that may be an amount.

use super::normalize::fold;
use super::{pinyin, plural};
use crate::amount::{Amount, AmountUnit};
use rust_decimal::Decimal;

/// With more words than this they are not looked for separately.
const WORDS: usize = 8;

/// What a reader typed.
#[derive(Clone, Debug)]
pub struct Query {
    /// All of it as one phrase.
    pub whole: Phrase,
    /// Its words, where there are several: an entry that contains all of them is found too.
    pub words: Vec<Phrase>,
}

/// Words that are looked for together, in this order.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// The characters as they are searched.
    pub chars: Vec<char>,
    /// The same with English words in the singular; empty where that changes nothing.
    pub singular: Vec<char>,
    /// The letters, where there is nothing else and they are few enough for pinyin; else empty.
    pub letters: Vec<u8>,
    /// The number, where it is one.
    pub number: Option<NumberQuery>,
}

/// A number that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberQuery {
    /// As typed, without commas.
    pub digits: String,
    /// The amounts that it can be: one where a unit is typed.
    pub amounts: Vec<Amount>,
    /// True where a unit is typed.
    pub has_unit: bool,
    /// True for a percentage.
    pub percent: bool,
}

impl Query {
    /// Parses what was typed by a reader of English or of Chinese.
    pub fn new(text: &str, english: bool) -> Query {
        let words: Vec<&str> = text.split_whitespace().collect();
        let several = (2..=WORDS).contains(&words.len());
        let words =
            if several { words.into_iter().map(|word| Phrase::new(word, english)).collect() } else { Vec::new() };
        Query { whole: Phrase::new(text, english), words }
    }

    /// True where there is nothing to look for.
    pub fn is_blank(&self) -> bool {
        self.whole.chars.is_empty()
    }
}

impl Phrase {
    fn new(text: &str, english: bool) -> Phrase {
        let chars: Vec<char> = fold(text).iter().map(|glyph| glyph.c).collect();
        let letters = chars.iter().filter(|c| **c != ' ').map(|c| match c {
            'ü' | 'Ü' => Some(b'v'),
            c => Some(*c as u32 as u8).filter(|_| c.is_ascii_lowercase()),
        });
        let letters: Option<Vec<u8>> = letters.collect();
        let letters = letters.filter(|letters| letters.len() <= pinyin::LONGEST).unwrap_or_default();
        let singular = plural::singular(&chars).unwrap_or_default();
        Phrase { singular, letters, number: parse_number(&chars, english), chars }
    }
}

/// The number that was typed, with or without a unit: `57`, `57万`, `1,675.82万元`, `¥570,000`, `-27.7`, `0.57 million`.
fn parse_number(chars: &[char], english: bool) -> Option<NumberQuery> {
    let text: String = chars.iter().filter(|c| **c != ' ').collect();
    let text = text.trim_start_matches(['-', '+', '¥', '￥']);
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    // 57. is 57 on the way to 57.5.
    let number: Decimal = digits.trim_end_matches('.').parse().ok()?;
    let in_units =
        |units: &[AmountUnit]| units.iter().filter_map(|unit| Amount::new(number, *unit)).collect::<Vec<_>>();
    let million = || number.checked_mul(Decimal::ONE_HUNDRED).map(Amount::wan);
    let amounts = match unit {
        // A reader of English counts in millions, as the page does on request.
        "" => in_units(&[AmountUnit::Wan, AmountUnit::Yuan])
            .into_iter()
            .chain(million().filter(|_| english && digits.contains('.')))
            .collect(),
        "万" | "万元" | "wan" | "wanyuan" => in_units(&[AmountUnit::Wan]),
        "元" | "yuan" => in_units(&[AmountUnit::Yuan]),
        "亿" | "亿元" => in_units(&[AmountUnit::Yi]),
        "百万" | "百万元" | "m" | "million" | "millionyuan" => million().into_iter().collect(),
        "%" => Vec::new(),
        _ => return None,
    };
    let percent = unit == "%";
    Some(NumberQuery { digits: digits.to_owned(), amounts, has_unit: !unit.is_empty() && !percent, percent })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(text: &str) -> Vec<String> {
        let number = Query::new(text, false).whole.number;
        number.map_or(Vec::new(), |number| number.amounts.iter().map(|amount| amount.plain()).collect())
    }

    #[test]
    fn numbers_with_and_without_a_unit() {
        assert_eq!(amounts("57"), ["57", "0.0057"]);
        for text in ["57万", "57万元", "５７ 万元", "570,000元", "570000元", "0.0057亿"] {
            assert_eq!(amounts(text), ["57"], "{text}");
        }
        assert_eq!(amounts("¥570,000"), ["570000", "57"]);
        for text in ["57人", "5.7.1", "接待57", "", ".", "万元", &"9".repeat(10_000)] {
            assert_eq!(amounts(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_reader_of_english_may_count_in_millions() {
        let amounts = |text, english| {
            let number = Query::new(text, english).whole.number.unwrap();
            number.amounts.iter().map(|amount| amount.plain()).collect::<Vec<_>>()
        };
        assert_eq!(amounts("16.7582", true), ["16.7582", "0.00167582", "1675.82"]);
        assert_eq!(amounts("16.7582", false), ["16.7582", "0.00167582"]);
        assert_eq!(amounts("¥16.7582 million", false), ["1675.82"]);
        assert_eq!(amounts("57", true), ["57", "0.0057"]);
        assert!(Query::new("88.1%", false).whole.number.unwrap().percent);
    }

    #[test]
    fn letters_are_pinyin_only_where_nothing_else_stands() {
        assert_eq!(Query::new("Jie Dai", false).whole.letters, b"jiedai");
        assert_eq!(Query::new("xi'an", false).whole.letters, b"xian");
        assert_eq!(Query::new("lü", false).whole.letters, b"lv");
        assert_eq!(Query::new("jie待", false).whole.letters, b"");
        assert_eq!(Query::new(&"j".repeat(10_000), false).whole.letters, b"");
    }

    #[test]
    fn blank_is_what_has_nothing_to_look_for() {
        assert!(Query::new(" \t\u{3000}“”\u{feff}", false).is_blank());
        assert!(!Query::new("。", false).is_blank());
    }
}
