//! How numbers are written in each language.
//!
//! Chinese readers see the unit of the document: 万元, or 元 where it publishes in 元. English readers see yuan, exact to the last one: ten thousands mean nothing
//! to them, and rounding to millions would change the figures.

use super::{Lang, Locale};
use crate::amount::{self, Amount, Unit};
use rust_decimal::Decimal;

/// A narrow gap that does not break, between a number and its unit.
const GAP: char = '\u{202f}';

impl Locale {
    /// Money with its unit: `1,675.82 万元`, `¥16,758,200`.
    pub fn money(&self, amount: Amount) -> String {
        match self.lang {
            Lang::Zh => format!("{}{GAP}{}", self.number(amount), self.unit_word()),
            Lang::En if amount.is_negative() => format!("−{}{}", self.unit_word(), self.number(amount.abs())),
            Lang::En => format!("{}{}", self.unit_word(), self.number(amount)),
        }
    }

    /// The unit that stands by money.
    pub fn unit_word(&self) -> &'static str {
        match self.unit {
            Unit::Wan => self.words.unit,
            Unit::Yuan => self.words.unit_yuan,
            Unit::Yi => self.words.unit_yi,
        }
    }

    /// Money without its unit, for tables whose header names it.
    pub fn number(&self, amount: Amount) -> String {
        let text = match (self.lang, self.unit) {
            (Lang::Zh, Unit::Wan) => amount.to_string(),
            (Lang::Zh, Unit::Yi) => Amount::wan(amount.number() / Decimal::from(10_000)).to_string(),
            // Whole yuan have no decimals to show.
            (Lang::Zh, Unit::Yuan) | (Lang::En, _) => {
                let yuan = amount.number() * Decimal::from(10_000);
                let text = Amount::wan(yuan).to_string();
                text.strip_suffix(".00").map(str::to_owned).unwrap_or(text)
            }
        };
        text.replacen('-', "−", 1)
    }

    /// Parts of a hundred to `places` decimals, with the sign.
    pub fn percent(&self, share: Decimal, places: u32) -> String {
        format!("{}%", amount::percent(share, places)).replacen('-', "−", 1)
    }

    /// A count with its published counter; English counts without one.
    pub fn count(&self, n: u64, unit: &str) -> String {
        match self.lang {
            Lang::Zh => format!("{n}{GAP}{unit}"),
            Lang::En => n.to_string(),
        }
    }

    /// A list of names in a sentence.
    pub fn list(&self, names: &[String]) -> String {
        match (self.lang, names) {
            (Lang::Zh, _) => names.join("、"),
            (Lang::En, [init @ .., last]) if !init.is_empty() => format!("{} and {last}", init.join(", ")),
            (Lang::En, _) => names.join(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wan(text: &str) -> Amount {
        Amount::wan(text.parse().unwrap())
    }

    #[test]
    fn money_is_exact_in_both_languages() {
        let (zh, en) = (Locale::of(Lang::Zh), Locale::of(Lang::En));
        assert_eq!(zh.money(wan("1675.82")), "1,675.82\u{202f}万元");
        assert_eq!(en.money(wan("1675.82")), "¥16,758,200");
        assert_eq!(en.money(wan("-0.37")), "−¥3,700");
        assert_eq!(en.money(wan("0.00005")), "¥0.50");
        assert_eq!(zh.number(wan("-67")), "−67.00");
    }

    #[test]
    fn a_document_in_yuan_is_shown_in_yuan() {
        let zh = Locale::of(Lang::Zh).in_unit(Unit::Yuan);
        assert_eq!(zh.money(wan("1106.3429")), "11,063,429\u{202f}元");
        assert_eq!(zh.number(wan("-0.00005")), "−0.50");
        assert_eq!(Locale::of(Lang::En).in_unit(Unit::Yuan).money(wan("1106.3429")), "¥11,063,429");
        assert_eq!(Locale::of(Lang::Zh).in_unit(Unit::Yi).money(wan("12345")), "1.2345\u{202f}亿元");
    }

    #[test]
    fn lists_read_like_sentences() {
        let names = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(Locale::of(Lang::En).list(&names), "a, b and c");
        assert_eq!(Locale::of(Lang::Zh).list(&names), "a、b、c");
        assert_eq!(Locale::of(Lang::En).list(&names[..1]), "a");
    }
}
