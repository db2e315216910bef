//! Exact money.
//!
//! Disclosures publish amounts in 万元 (ten thousand yuan) or in 元. An [`Amount`] is an exact decimal number of 万元.
//! Nothing is rounded before it is displayed; floats exist only as coordinates in charts.

use crate::insertion_sort::sorted_by_key;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};
use strum::{Display, EnumString, IntoStaticStr};

/// An exact amount of money in 万元.
///
/// ```
/// use mingbai_core::amount::{Amount, AmountUnit};
///
/// let yuan = Amount::new("11063429".parse().unwrap(), AmountUnit::Yuan).unwrap();
/// let wan = Amount::wan("67".parse().unwrap());
/// assert_eq!((yuan - wan).to_string(), "1,039.3429");
/// assert_eq!((-wan).to_string(), "-67.00");
/// assert_eq!((-wan).plain(), "-67");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// A unit of money in which a text states amounts. A reader sees them in a [`DisplayUnit`](crate::locale::DisplayUnit).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum AmountUnit {
    /// 万元, ten thousand yuan: the most common.
    #[strum(serialize = "万元")]
    Wan,
    /// 元, yuan.
    #[strum(serialize = "元")]
    Yuan,
    /// 亿元, a hundred million yuan.
    #[strum(serialize = "亿元")]
    Yi,
}

impl AmountUnit {
    /// The unit as documents write it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Amount {
    /// Zero.
    pub const ZERO: Amount = Amount(Decimal::ZERO);

    /// The largest possible amount in 万元. Below it, sums over a document are exact and never overflow.
    const LIMIT: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

    /// `number` of `unit`, exactly. None above 1,000,000,000 万元, which no budget reaches, or where the number has too
    /// many decimals.
    pub fn new(number: Decimal, unit: AmountUnit) -> Option<Amount> {
        let wan = match unit {
            AmountUnit::Wan => number,
            // Division by ten thousand only moves the decimal point: exact, as long as the scale fits.
            AmountUnit::Yuan => {
                let mut moved = number;
                moved.set_scale(number.scale() + 4).ok()?;
                moved
            }
            AmountUnit::Yi => number.checked_mul(Decimal::from(10_000))?,
        };
        (wan.abs() <= Self::LIMIT).then(|| Amount(wan.normalize()))
    }

    /// `number` 万元, of any size: for results of computations. What a text states goes through [`Amount::new`].
    pub fn wan(number: Decimal) -> Amount {
        Amount(number.normalize())
    }

    /// The number of 万元.
    pub fn number(self) -> Decimal {
        self.0
    }

    /// True for zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// True below zero.
    pub fn is_negative(self) -> bool {
        self.0 < Decimal::ZERO
    }

    /// The absolute amount.
    pub fn abs(self) -> Amount {
        Amount(self.0.abs())
    }

    /// This amount as a percentage of `total`, not rounded; None where the total is zero.
    pub fn percent_of(self, total: Amount) -> Option<Decimal> {
        if total.is_zero() { None } else { self.0.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total.0) }
    }

    /// The nearest float, for coordinates in charts only.
    pub fn to_chart(self) -> f64 {
        self.0.to_f64().unwrap_or_default()
    }

    /// The exact number without grouping, for programs: `1234.56`, `-7`.
    pub fn plain(self) -> String {
        self.0.to_string()
    }
}

/// Serialized as the digits and the number of decimals.
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

/// Grouped by thousands, with all decimals and at least two: `1,234.56`, `7.80`, `-7.00`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&grouped(self.0, 2))
    }
}

/// `number` grouped by thousands with at least `places` decimals, never rounded.
fn grouped(number: Decimal, places: u32) -> String {
    let mut shown = number.normalize();
    shown.rescale(shown.scale().max(places));
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

/// The difference that rounding explains between sums of `n` amounts published in `unit`, in 万元: half a unit of the
/// last decimal place for each. Documents publish 万元 and 亿元 with two decimals, and 元 whole.
///
/// ```
/// use mingbai_core::amount::{AmountUnit, rounding};
///
/// assert_eq!(rounding(3, AmountUnit::Wan).to_string(), "0.015");
/// ```
pub fn rounding(n: usize, unit: AmountUnit) -> Decimal {
    let half = match unit {
        AmountUnit::Yuan => Decimal::new(5, 5),
        AmountUnit::Wan => Decimal::new(5, 3),
        AmountUnit::Yi => Decimal::from(50),
    };
    half * Decimal::from(n as u64)
}

/// A percentage with `places` decimals, rounded half away from zero, without the sign `%`: `6.87`, `88.1`.
pub fn format_percent(share: Decimal, places: u32) -> String {
    let mut shown = share.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    shown.rescale(places);
    shown.to_string()
}

/// The share of each amount in their sum as an integer percentage, by the largest remainder method: they add up to 100.
///
/// Amounts must not be negative. Where they are all zero, so are the shares. Ties go to the earlier amount.
///
/// ```
/// use mingbai_core::amount::{Amount, integer_percentages};
///
/// let amounts = [1, 1, 1].map(|n| Amount::wan(n.into()));
/// assert_eq!(integer_percentages(&amounts), [34, 33, 33]);
/// ```
pub fn integer_percentages(amounts: &[Amount]) -> Vec<u32> {
    let total: Amount = amounts.iter().copied().sum();
    if total.is_zero() {
        return vec![0; amounts.len()];
    }
    let exact: Vec<Decimal> = amounts.iter().map(|amount| amount.percent_of(total).unwrap_or_default()).collect();
    let mut shares: Vec<u32> = exact.iter().map(|share| share.floor().to_u32().unwrap_or(0)).collect();
    let order = sorted_by_key(0..amounts.len(), |&at| std::cmp::Reverse(exact[at].fract()));
    let missing = 100u32.saturating_sub(shares.iter().sum());
    for &at in order.iter().take(missing as usize) {
        shares[at] += 1;
    }
    shares
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
        assert_eq!(wan("2408.36").to_string(), "2,408.36");
        assert_eq!(wan("-67").to_string(), "-67.00");
        assert_eq!(wan("1106.3429").to_string(), "1,106.3429");
        assert_eq!(wan("1234567.5").to_string(), "1,234,567.50");
        assert_eq!(wan("0").to_string(), "0.00");
        // No comma before the first digit, and none behind the point.
        assert_eq!(wan("675.8").to_string(), "675.80");
        assert_eq!(wan("-675.82134").to_string(), "-675.82134");
        assert_eq!(wan("-123456").to_string(), "-123,456.00");
    }

    #[test]
    fn nothing_has_no_sign() {
        assert!(wan("-0.01").is_negative() && !wan("0").is_negative() && !wan("0.01").is_negative());
        assert!(wan("0.00").is_zero() && !wan("0.01").is_zero() && !wan("-0.01").is_zero());
        assert_eq!([wan("-67").abs(), wan("67").abs(), -wan("67")], [wan("67"), wan("67"), wan("-67")]);
    }

    #[test]
    fn amounts_are_added_and_compared_exactly() {
        assert_eq!(wan("0.1") + wan("0.2"), wan("0.3"));
        assert_eq!(wan("2408.36") - wan("311.41"), wan("2096.95"));
        assert_eq!([wan("100"), wan("20"), wan("-0.5")].into_iter().sum::<Amount>(), wan("119.5"));
        assert_eq!(wan("15").percent_of(wan("60")), Some(Decimal::from(25)));
        assert_eq!(wan("15").percent_of(Amount::ZERO), None);
        assert_eq!(wan("-67.25").to_chart(), -67.25);
    }

    #[test]
    fn an_amount_is_stored_exactly_and_one_that_no_number_has_is_rejected() {
        let stored = serde_json::to_string(&wan("-2408.36")).unwrap();
        assert_eq!(stored, "[-240836,2]");
        assert_eq!(serde_json::from_str::<Amount>(&stored).unwrap(), wan("-2408.36"));
        assert!(serde_json::from_str::<Amount>("[1,29]").is_err(), "more decimals than there can be");
    }

    #[test]
    fn units_are_named_as_documents_write_them() {
        assert_eq!([AmountUnit::Wan, AmountUnit::Yuan, AmountUnit::Yi].map(AmountUnit::as_str), ["万元", "元", "亿元"]);
    }

    #[test]
    fn yuan_are_converted_exactly() {
        let amount = Amount::new("11063429".parse().unwrap(), AmountUnit::Yuan).unwrap();
        assert_eq!(amount.plain(), "1106.3429");
        assert_eq!(Amount::new("0".parse().unwrap(), AmountUnit::Yuan).unwrap(), Amount::ZERO);
        assert_eq!(Amount::new("1.2".parse().unwrap(), AmountUnit::Yi).unwrap().plain(), "12000");
    }

    #[test]
    fn a_number_greater_than_any_budget_is_rejected() {
        assert!(Amount::new("1000000000".parse().unwrap(), AmountUnit::Wan).is_some());
        assert!(Amount::new("-1000000000".parse().unwrap(), AmountUnit::Wan).is_some());
        assert!(Amount::new("1000000000.01".parse().unwrap(), AmountUnit::Wan).is_none());
        assert!(Amount::new("-1000000000.01".parse().unwrap(), AmountUnit::Wan).is_none());
        assert!(Amount::new("79228162514264337593543950335".parse().unwrap(), AmountUnit::Wan).is_none());
        assert!(Amount::new("79228162514264337593543950335".parse().unwrap(), AmountUnit::Yi).is_none());
    }

    #[test]
    fn integer_percentages_add_up_to_a_hundred() {
        let shares = integer_percentages(&[wan("1250.4"), wan("240.1"), wan("85.2"), wan("98.3")]);
        assert_eq!(shares, [75, 14, 5, 6]);
        assert_eq!(integer_percentages(&[wan("1"), wan("2")]), [33, 67]);
        assert_eq!(integer_percentages(&[wan("1"), wan("1"), wan("1")]), [34, 33, 33], "a tie goes to the first");
        assert_eq!(integer_percentages(&[Amount::ZERO, Amount::ZERO]), [0, 0]);
        assert!(integer_percentages(&[]).is_empty());
    }

    #[test]
    fn rounding_explains_half_of_the_last_place_of_each_amount() {
        for (unit, half) in [(AmountUnit::Yuan, "0.5"), (AmountUnit::Wan, "0.005"), (AmountUnit::Yi, "0.005")] {
            let half = Amount::new(half.parse().unwrap(), unit).unwrap();
            assert_eq!(Amount::wan(rounding(1, unit)), half, "{unit}");
            assert_eq!(Amount::wan(rounding(3, unit)), half + half + half, "{unit}");
        }
    }

    #[test]
    fn percentages_are_rounded_half_away_from_zero() {
        assert_eq!(format_percent("6.873".parse().unwrap(), 2), "6.87");
        assert_eq!(format_percent("0.25".parse().unwrap(), 1), "0.3");
        assert_eq!(format_percent("88".parse().unwrap(), 1), "88.0");
    }
}
