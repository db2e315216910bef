//! What a reader typed: words to be found as they are, letters that may be pinyin, a number that may be an amount.

use super::fold::fold;
use super::pinyin;
use crate::amount::{Amount, Unit};
use rust_decimal::Decimal;

/// No more words than this are looked for one by one.
const WORDS: usize = 8;

/// What a reader typed.
#[derive(Clone, Debug)]
pub struct Query {
    /// All of it, as one.
    pub whole: Part,
    /// Its words, where there are several: an entry that holds all of them is found too.
    pub words: Vec<Part>,
}

/// Words that are looked for together.
#[derive(Clone, Debug)]
pub struct Part {
    /// The characters as they are searched.
    pub chars: Vec<char>,
    /// The letters, where there is nothing else and they are few enough to be pinyin.
    pub letters: Vec<u8>,
    /// The number, where it is one.
    pub number: Option<Sought>,
}

/// A number that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Sought {
    /// As typed, without commas.
    pub digits: String,
    /// The amounts that it can be: one where a unit is typed.
    pub amounts: Vec<Amount>,
    /// True where a unit is typed.
    pub unit: bool,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Query {
        let words: Vec<&str> = text.split_whitespace().collect();
        let several = (2..=WORDS).contains(&words.len());
        let words = if several { words.into_iter().map(Part::new).collect() } else { Vec::new() };
        Query { whole: Part::new(text), words }
    }

    /// True where there is nothing to look for.
    pub fn is_blank(&self) -> bool {
        self.whole.chars.is_empty()
    }
}

impl Part {
    fn new(text: &str) -> Part {
        let chars: Vec<char> = fold(text).iter().map(|glyph| glyph.c).collect();
        let letters = chars.iter().filter(|c| **c != ' ').map(|c| match c {
            'ü' | 'Ü' => Some(b'v'),
            c => Some(*c as u32 as u8).filter(|_| c.is_ascii_lowercase()),
        });
        let letters: Option<Vec<u8>> = letters.collect();
        let letters = letters.filter(|letters| letters.len() <= pinyin::LONGEST).unwrap_or_default();
        Part { letters, number: number(&chars), chars }
    }
}

/// The number that somebody typed, with or without a unit: `57`, `57万`, `1,675.82万元`, `¥570,000`, `-27.7`.
fn number(chars: &[char]) -> Option<Sought> {
    let text: String = chars.iter().filter(|c| **c != ' ').collect();
    let text = text.trim_start_matches(['-', '+', '¥', '￥']);
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let units: &[Unit] = match unit {
        "" => &[Unit::Wan, Unit::Yuan],
        "万" | "万元" => &[Unit::Wan],
        "元" => &[Unit::Yuan],
        "亿" | "亿元" => &[Unit::Yi],
        _ => return None,
    };
    // 57. is 57 on the way to 57.5.
    let number: Decimal = digits.trim_end_matches('.').parse().ok()?;
    let amounts = units.iter().filter_map(|unit| Amount::new(number, *unit)).collect();
    Some(Sought { digits: digits.to_owned(), amounts, unit: !unit.is_empty() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(text: &str) -> Vec<String> {
        let sought = Query::new(text).whole.number;
        sought.map_or(Vec::new(), |sought| sought.amounts.iter().map(|amount| amount.plain()).collect())
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
    fn letters_are_pinyin_only_where_nothing_else_stands() {
        assert_eq!(Query::new("Jie Dai").whole.letters, b"jiedai");
        assert_eq!(Query::new("xi'an").whole.letters, b"xian");
        assert_eq!(Query::new("lü").whole.letters, b"lv");
        assert_eq!(Query::new("jie待").whole.letters, b"");
        assert_eq!(Query::new(&"j".repeat(10_000)).whole.letters, b"");
    }

    #[test]
    fn blank_is_what_has_nothing_to_look_for() {
        assert!(Query::new(" \t\u{3000}“”\u{feff}").is_blank());
        assert!(!Query::new("。").is_blank());
    }
}
