//! Exact money.
//!
//! Disclosures publish amounts in 万元 (ten thousand yuan) or in 元. Every amount is kept here as an exact decimal
//! number of 万元; nothing is rounded until it is shown, and a float exists only where a chart option is written.

use crate::insertion_sort::in_order;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};
use strum::{Display, EnumString, IntoStaticStr};

/// An exact amount of money in 万元.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// The unit that a document writes behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Unit {
    /// 万元, ten thousand yuan: the usual one.
    #[strum(serialize = "万元")]
    Wan,
    /// 元, yuan.
    #[strum(serialize = "元")]
    Yuan,
    /// 亿元, a hundred million yuan.
    #[strum(serialize = "亿元")]
    Yi,
}

impl Unit {
    /// The unit as Chinese documents write it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Amount {
    /// Nothing, zero.
    pub const ZERO: Amount = Amount(Decimal::ZERO);

    /// No budget is greater than this many 万元; below it, sums of a whole document stay exact and never overflow.
    const LIMIT: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

    /// `number` of `unit`, exactly. None where it is greater than any budget, or would not fit an exact decimal.
    pub fn new(number: Decimal, unit: Unit) -> Option<Amount> {
        let wan = match unit {
            Unit::Wan => number,
            // Dividing by ten thousand only moves the point, so it stays exact as long as the scale fits.
            Unit::Yuan => {
                let mut moved = number;
                moved.set_scale(number.scale() + 4).ok()?;
                moved
            }
            Unit::Yi => number.checked_mul(Decimal::from(10_000))?,
        };
        (wan.abs() <= Self::LIMIT).then(|| Amount(wan.normalize()))
    }

    /// `number` 万元.
    pub fn wan(number: Decimal) -> Amount {
        Amount(number.normalize())
    }

    /// The number of 万元.
    pub fn number(self) -> Decimal {
        self.0
    }

    /// True for an amount of nothing.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// True below zero.
    pub fn is_negative(self) -> bool {
        self.0 < Decimal::ZERO
    }

    /// The amount without its sign.
    pub fn abs(self) -> Amount {
        Amount(self.0.abs())
    }

    /// This amount as parts of a hundred of `whole`; None when the whole is zero.
    pub fn percent_of(self, whole: Amount) -> Option<Decimal> {
        if whole.is_zero() { None } else { self.0.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.0) }
    }

    /// For a chart option, and only there.
    pub fn to_chart(self) -> f64 {
        self.0.to_f64().unwrap_or_default()
    }

    /// The exact number without grouping, as machines read it: `1234.56`, `-7`.
    pub fn plain(self) -> String {
        self.0.to_string()
    }
}

/// The digits, and how many of them stand behind the point.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.0.mantissa(), self.0.scale()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        let (digits, scale) = Deserialize::deserialize(deserializer)?;
        Decimal::try_from_i128_with_scale(digits, scale).map(Amount).map_err(serde::de::Error::custom)
    }
}

/// Grouped by thousands, with at least two decimals and as many as the amount has: `1,234.56`, `7.80`, `-7.00`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&grouped(self.0, 2))
    }
}

/// `number` grouped by thousands with at least `places` decimals, never rounded.
fn grouped(number: Decimal, places: u32) -> String {
    let mut shown = number.normalize();
    if shown.scale() < places {
        shown.rescale(places);
    }
    let text = shown.abs().to_string();
    let (whole, rest) = text.find('.').map_or((text.as_str(), ""), |at| text.split_at(at));
    let mut out = String::with_capacity(text.len() + 6);
    if number < Decimal::ZERO {
        out.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(rest);
    out
}

/// A share of a hundred to `places` decimals, rounded half away from zero as a reader would: `6.87`, `88.1`.
pub fn percent(share: Decimal, places: u32) -> String {
    let mut shown = share.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    shown.rescale(places);
    shown.to_string()
}

/// Whole parts of a hundred for each amount, by the largest remainder, so that they add up to exactly 100.
///
/// Amounts must not be negative; where they are all zero, so are the parts. Ties go to the earlier amount.
pub fn hundredths(amounts: &[Amount]) -> Vec<u32> {
    let whole: Amount = amounts.iter().copied().sum();
    if whole.is_zero() {
        return vec![0; amounts.len()];
    }
    let exact: Vec<Decimal> = amounts.iter().map(|a| a.percent_of(whole).unwrap_or_default()).collect();
    let mut parts: Vec<u32> = exact.iter().map(|share| share.floor().to_u32().unwrap_or(0)).collect();
    let order = in_order(0..amounts.len(), |&at| std::cmp::Reverse(exact[at].fract()));
    let missing = 100u32.saturating_sub(parts.iter().sum());
    for &at in order.iter().take(missing as usize) {
        parts[at] += 1;
    }
    parts
}

impl Add for Amount {
    type Output = Amount;
    fn add(self, other: Amount) -> Amount {
        Amount((self.0 + other.0).normalize())
    }
}

impl Sub for Amount {
    type Output = Amount;
    fn sub(self, other: Amount) -> Amount {
        Amount((self.0 - other.0).normalize())
    }
}

impl Neg for Amount {
    type Output = Amount;
    fn neg(self) -> Amount {
        Amount((-self.0).normalize())
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Amount {
        amounts.fold(Amount::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wan(text: &str) -> Amount {
        Amount::wan(text.parse().unwrap())
    }

    #[test]
    fn amounts_are_grouped_and_never_rounded() {
        assert_eq!(wan("1675.82").to_string(), "1,675.82");
        assert_eq!(wan("-67").to_string(), "-67.00");
        assert_eq!(wan("1106.3429").to_string(), "1,106.3429");
        assert_eq!(wan("1234567.5").to_string(), "1,234,567.50");
        assert_eq!(wan("0").to_string(), "0.00");
    }

    #[test]
    fn yuan_become_ten_thousands_exactly() {
        let amount = Amount::new("11063429".parse().unwrap(), Unit::Yuan).unwrap();
        assert_eq!(amount.plain(), "1106.3429");
        assert_eq!(Amount::new("0".parse().unwrap(), Unit::Yuan).unwrap(), Amount::ZERO);
        assert_eq!(Amount::new("1.2".parse().unwrap(), Unit::Yi).unwrap().plain(), "12000");
    }

    #[test]
    fn what_is_greater_than_any_budget_is_no_amount() {
        assert!(Amount::new("999999999".parse().unwrap(), Unit::Wan).is_some());
        assert!(Amount::new("79228162514264337593543950335".parse().unwrap(), Unit::Wan).is_none());
        assert!(Amount::new("79228162514264337593543950335".parse().unwrap(), Unit::Yi).is_none());
    }

    #[test]
    fn of_each_hundred_yuan_the_parts_are_a_hundred() {
        let parts = hundredths(&[wan("1253.32"), wan("238.49"), wan("84.58"), wan("99.43")]);
        assert_eq!(parts, [75, 14, 5, 6]);
        assert_eq!(hundredths(&[wan("1"), wan("1"), wan("1")]), [34, 33, 33]);
        assert_eq!(hundredths(&[Amount::ZERO]), [0]);
    }

    #[test]
    fn percents_round_like_a_reader() {
        assert_eq!(percent("6.873".parse().unwrap(), 2), "6.87");
        assert_eq!(percent("0.25".parse().unwrap(), 1), "0.3");
        assert_eq!(percent("88".parse().unwrap(), 1), "88.0");
    }
}
