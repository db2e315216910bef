//! The format of numbers in each language.
//!
//! Readers of Chinese see the unit of the document, readers of English yuan; both can choose another. Money is never
//! rounded. In columns it has two decimals at least; a sentence has no decimals that the number does not need, like the
//! documents.

use super::{DisplayUnit, Lang, Locale};
use crate::amount::{self, Amount};
use rust_decimal::Decimal;

/// A narrow no-break space, between a number and its unit.
const GAP: char = '\u{202f}';

impl Locale {
    /// Money with its unit: `1,675.82 万元`, `200.00 万元`, `¥16,758,200`, `¥16.7582 million`.
    pub fn money(&self, amount: Amount) -> String {
        self.with_unit(amount, &self.number(amount.abs()))
    }

    /// The same in a sentence, a chart or a card: `1,675.82 万元`, `200 万元`, `27.7 万元`.
    pub fn money_in_sentence(&self, amount: Amount) -> String {
        let number = self.number(amount.abs());
        // Fractions of a yuan are two digits everywhere.
        let shown = match number.split_once('.').filter(|_| self.unit != DisplayUnit::Yuan) {
            Some(_) => number.trim_end_matches('0').trim_end_matches('.'),
            None => &number,
        };
        self.with_unit(amount, shown)
    }

    fn with_unit(&self, amount: Amount, number: &str) -> String {
        let (prefix, suffix) = self.unit_affixes();
        let sign = if amount.is_negative() { "−" } else { "" };
        format!("{sign}{prefix}{number}{suffix}")
    }

    /// The prefix and the suffix of an amount of money, with the space between number and suffix.
    pub fn unit_affixes(&self) -> (&'static str, String) {
        let (prefix, suffix) = match (self.lang, self.unit) {
            (Lang::Zh, _) => ("", self.unit_word()),
            (Lang::En, DisplayUnit::Yuan) => return (self.labels.unit_yuan, String::new()),
            (Lang::En, DisplayUnit::Wan | DisplayUnit::Yi) => ("", self.unit_word()),
            (Lang::En, DisplayUnit::Million) => (self.labels.unit_yuan, self.labels.unit_million_short),
        };
        (prefix, format!("{GAP}{suffix}"))
    }

    /// The unit of money as the header of a table names it.
    pub fn unit_word(&self) -> &'static str {
        match self.unit {
            DisplayUnit::Wan => self.labels.unit,
            DisplayUnit::Yuan => self.labels.unit_yuan,
            DisplayUnit::Yi => self.labels.unit_yi,
            DisplayUnit::Million => self.labels.unit_million,
        }
    }

    /// Money without its unit, for tables whose header names the unit.
    pub fn number(&self, amount: Amount) -> String {
        let text = self.counted(amount).to_string();
        // Whole yuan have no decimals to show.
        let whole = text.strip_suffix(".00").filter(|_| self.unit == DisplayUnit::Yuan);
        whole.unwrap_or(&text).replacen('-', "−", 1)
    }

    /// The same for programs: exact, without grouping, negative with a hyphen; nothing is `0`.
    pub fn exact(&self, amount: Amount) -> String {
        if amount.is_zero() { "0".to_owned() } else { self.counted(amount).plain() }
    }

    /// An amount as a number of the unit that the reader sees.
    fn counted(&self, amount: Amount) -> Amount {
        let shift = self.unit.shift();
        let ten = |places: i32| Decimal::from(10_i64.pow(places.unsigned_abs()));
        Amount::wan(if shift < 0 { amount.number() / ten(shift) } else { amount.number() * ten(shift) })
    }

    /// A percentage, rounded to `places` decimals, with its sign.
    pub fn percent(&self, share: Decimal, places: u32) -> String {
        format!("{}%", amount::format_percent(share, places)).replacen('-', "−", 1)
    }

    /// A count with its published measure word (名, 辆), which English omits.
    pub fn count(&self, n: u64, measure_word: &str) -> String {
        match self.lang {
            Lang::Zh => format!("{n}{GAP}{measure_word}"),
            Lang::En => n.to_string(),
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
    fn a_sentence_has_no_decimals_that_the_number_does_not_need() {
        let (zh, en) = (Locale::of(Lang::Zh), Locale::of(Lang::En));
        let written = ["27.7", "12", "200", "1675.82", "-0.5", "0", "100.03"].map(|n| zh.money_in_sentence(wan(n)));
        let wanted = ["27.7", "12", "200", "1,675.82", "−0.5", "0", "100.03"].map(|n| format!("{n}\u{202f}万元"));
        assert_eq!(written, wanted);
        assert_eq!([en.money_in_sentence(wan("27.7")), en.money_in_sentence(wan("0.00005"))], ["¥277,000", "¥0.50"]);
        assert_eq!(en.in_unit(DisplayUnit::Million).money_in_sentence(wan("200")), "¥2\u{202f}million");
    }

    #[test]
    fn a_document_in_yuan_is_shown_in_yuan() {
        let zh = Locale::of(Lang::Zh).in_unit(DisplayUnit::Yuan);
        assert_eq!(zh.money(wan("1106.3429")), "11,063,429\u{202f}元");
        assert_eq!(zh.number(wan("-0.00005")), "−0.50");
        assert_eq!(Locale::of(Lang::En).in_unit(DisplayUnit::Yuan).money(wan("1106.3429")), "¥11,063,429");
        assert_eq!(Locale::of(Lang::Zh).in_unit(DisplayUnit::Yi).money(wan("12345")), "1.2345\u{202f}亿元");
    }

    #[test]
    fn a_reader_of_english_may_have_millions_and_they_are_exact() {
        let en = Locale::of(Lang::En).in_unit(DisplayUnit::Million);
        assert_eq!(en.money(wan("1675.82")), "¥16.7582\u{202f}million");
        assert_eq!(en.money(wan("-0.37")), "−¥0.0037\u{202f}million");
        assert_eq!(en.number(wan("200")), "2.00");
        assert_eq!(Locale::of(Lang::En).in_unit(DisplayUnit::Wan).money(wan("1675.82")), "1,675.82\u{202f}wan yuan");
    }

    #[test]
    fn a_number_is_never_glued_to_a_unit_behind_it() {
        for (lang, unit) in Lang::ALL.into_iter().flat_map(|lang| {
            DisplayUnit::choices(lang, crate::amount::AmountUnit::Wan).into_iter().map(move |unit| (lang, unit))
        }) {
            let locale = Locale::of(lang).in_unit(unit);
            let (prefix, suffix) = locale.unit_affixes();
            assert!(suffix.is_empty() || suffix.starts_with(GAP), "{suffix}");
            assert_eq!(format!("{prefix}{}{suffix}", locale.number(wan("1675.82"))), locale.money(wan("1675.82")));
        }
    }
}
