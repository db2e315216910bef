//! How numbers are written in each language.
//!
//! Chinese readers see 万元 as published. English readers see yuan, exact to the last one: ten thousands mean nothing
//! to them, and rounding to millions would change the figures.

use super::{Lang, Locale};
use crate::amount::{self, Amount};
use rust_decimal::Decimal;

/// A narrow gap that does not break, between a number and its unit.
const GAP: char = '\u{202f}';

impl Locale {
    /// Money with its unit: `1,675.82 万元`, `¥16,758,200`.
    pub fn money(&self, amount: Amount) -> String {
        match self.lang {
            Lang::Zh => format!("{}{GAP}{}", self.number(amount), self.words.unit),
            Lang::En if amount.is_negative() => format!("−{}{}", self.words.unit, self.number(amount.abs())),
            Lang::En => format!("{}{}", self.words.unit, self.number(amount)),
        }
    }

    /// Money without its unit, for tables whose header names it.
    pub fn number(&self, amount: Amount) -> String {
        let text = match self.lang {
            Lang::Zh => amount.to_string(),
            Lang::En => {
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
    fn lists_read_like_sentences() {
        let names = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(Locale::of(Lang::En).list(&names), "a, b and c");
        assert_eq!(Locale::of(Lang::Zh).list(&names), "a、b、c");
        assert_eq!(Locale::of(Lang::En).list(&names[..1]), "a");
    }
}
