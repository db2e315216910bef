//! How numbers are written in each language.
//!
//! Chinese readers see the unit of the document, English readers yuan, exact to the last one; both may choose another.
//! Nothing is rounded in any of them.

use super::{Lang, Locale, MoneyUnit};
use crate::amount::{self, Amount};
use rust_decimal::Decimal;

/// A narrow gap that does not break, between a number and its unit.
const GAP: char = '\u{202f}';

impl Locale {
    /// Money with its unit: `1,675.82 万元`, `¥16,758,200`, `¥16.7582 million`.
    pub fn money(&self, amount: Amount) -> String {
        let (before, behind) = self.unit_round();
        let sign = if amount.is_negative() { "−" } else { "" };
        format!("{sign}{before}{}{behind}", self.number(amount.abs()))
    }

    /// What stands before a number of money and what behind it, with the gap between.
    pub fn unit_round(&self) -> (&'static str, String) {
        let (before, behind) = match (self.lang, self.unit) {
            (Lang::Zh, _) => ("", self.unit_word()),
            (Lang::En, MoneyUnit::Yuan) => return (self.labels.unit_yuan, String::new()),
            (Lang::En, MoneyUnit::Wan | MoneyUnit::Yi) => ("", self.unit_word()),
            (Lang::En, MoneyUnit::Million) => (self.labels.unit_yuan, self.labels.unit_million_short),
        };
        (before, format!("{GAP}{behind}"))
    }

    /// The unit of money, as a table's header names it.
    pub fn unit_word(&self) -> &'static str {
        match self.unit {
            MoneyUnit::Wan => self.labels.unit,
            MoneyUnit::Yuan => self.labels.unit_yuan,
            MoneyUnit::Yi => self.labels.unit_yi,
            MoneyUnit::Million => self.labels.unit_million,
        }
    }

    /// Money without its unit, for tables whose header names it.
    pub fn number(&self, amount: Amount) -> String {
        let text = self.counted(amount).to_string();
        // Whole yuan have no decimals to show.
        let whole = text.strip_suffix(".00").filter(|_| self.unit == MoneyUnit::Yuan);
        whole.unwrap_or(&text).replacen('-', "−", 1)
    }

    /// The same as machines read it: exact, without grouping, a fall with a hyphen; nothing is `0`.
    pub fn exact(&self, amount: Amount) -> String {
        if amount.is_zero() { "0".to_owned() } else { self.counted(amount).plain() }
    }

    /// An amount, counted in the unit that the reader sees.
    fn counted(&self, amount: Amount) -> Amount {
        let shift = self.unit.shift();
        let ten = |places: i32| Decimal::from(10_i64.pow(places.unsigned_abs()));
        Amount::wan(if shift < 0 { amount.number() / ten(shift) } else { amount.number() * ten(shift) })
    }

    /// Parts of a hundred to `places` decimals, with the sign.
    pub fn percent(&self, share: Decimal, places: u32) -> String {
        format!("{}%", amount::format_percent(share, places)).replacen('-', "−", 1)
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
        assert_eq!([zh.exact(wan("-1675.8")), en.exact(wan("-1675.8"))], ["-1675.8", "-16758000"]);
    }

    #[test]
    fn a_document_in_yuan_is_shown_in_yuan() {
        let zh = Locale::of(Lang::Zh).in_unit(MoneyUnit::Yuan);
        assert_eq!(zh.money(wan("1106.3429")), "11,063,429\u{202f}元");
        assert_eq!(zh.number(wan("-0.00005")), "−0.50");
        assert_eq!(Locale::of(Lang::En).in_unit(MoneyUnit::Yuan).money(wan("1106.3429")), "¥11,063,429");
        assert_eq!(Locale::of(Lang::Zh).in_unit(MoneyUnit::Yi).money(wan("12345")), "1.2345\u{202f}亿元");
    }

    #[test]
    fn a_reader_of_english_may_have_millions_and_they_are_exact() {
        let en = Locale::of(Lang::En).in_unit(MoneyUnit::Million);
        assert_eq!(en.money(wan("1675.82")), "¥16.7582\u{202f}million");
        assert_eq!(en.money(wan("-0.37")), "−¥0.0037\u{202f}million");
        assert_eq!(en.number(wan("200")), "2.00");
        assert_eq!(Locale::of(Lang::En).in_unit(MoneyUnit::Wan).money(wan("1675.82")), "1,675.82\u{202f}wan yuan");
    }

    #[test]
    fn a_number_is_never_glued_to_a_unit_behind_it() {
        for (lang, unit) in Lang::ALL.into_iter().flat_map(|lang| {
            MoneyUnit::choices(lang, crate::amount::Unit::Wan).into_iter().map(move |unit| (lang, unit))
        }) {
            let locale = Locale::of(lang).in_unit(unit);
            let (before, behind) = locale.unit_round();
            assert!(behind.is_empty() || behind.starts_with(GAP), "{behind}");
            assert_eq!(format!("{before}{}{behind}", locale.number(wan("1675.82"))), locale.money(wan("1675.82")));
        }
    }

    #[test]
    fn lists_read_like_sentences() {
        let names = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(Locale::of(Lang::En).list(&names), "a, b and c");
        assert_eq!(Locale::of(Lang::Zh).list(&names), "a、b、c");
        assert_eq!(Locale::of(Lang::En).list(&names[..1]), "a");
    }
}
