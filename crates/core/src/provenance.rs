//! Values with their provenance: published, with the quote that states them, or computed, with the formula.
//!
//! Every number on a page is a [`SourcedValue`]. Methods of [`Disclosure`](crate::disclosure::Disclosure) called
//! `cite…` return one.
//!
//! ```
//! use mingbai_core::disclosure::parse;
//! use mingbai_core::provenance::{Operation, Provenance};
//!
//! let text = "四、“三公”经费情况说明\n2023年“三公”经费预算60万元，比2022年减少15万元。";
//! let disclosure = parse(text)?;
//! let amount = disclosure.cite("three_public").unwrap();
//! let Provenance::Stated(quote) = amount.provenance else { panic!("amounts are published") };
//! assert_eq!(disclosure.quoted_text(quote), "2023年“三公”经费预算60万元");
//!
//! let base = disclosure.cite_base("three_public").unwrap();
//! assert_eq!(base.money().to_string(), "75.00");
//! let Provenance::Computed(formula) = base.provenance else { panic!("bases are computed") };
//! assert_eq!((formula.operation, formula.operands.len()), (Operation::Less, 2));
//! # Ok::<(), mingbai_core::disclosure::ParseError>(())
//! ```

mod cite;

pub use cite::share;

use crate::amount::Amount;
use crate::disclosure::{Component, LineId, Quote};
use rust_decimal::Decimal;
use strum::{Display, EnumString, IntoStaticStr};

/// A number with its provenance.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcedValue {
    /// The line that the number belongs to.
    pub line: LineId,
    /// Which number of the line it is.
    pub aspect: Aspect,
    /// The number.
    pub value: Value,
    /// Published or computed.
    pub provenance: Provenance,
}

/// Which number of a line a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Aspect {
    /// This year's amount, or a count.
    Amount,
    /// The difference against last year.
    Change,
    /// Last year's amount.
    Base,
    /// The difference as a percentage of last year's amount.
    Percent,
    /// The amount as a percentage of another.
    Share,
    /// A sum of several lines.
    Sum,
    /// The difference between two sides that should agree.
    Difference,
}

impl Aspect {
    /// The stable word in formulas and hooks.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The number of decimals that its percentages are displayed with.
    pub fn decimal_places(self) -> u32 {
        if self == Aspect::Share { 1 } else { 2 }
    }
}

/// A number with what it measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Money.
    Money(Amount),
    /// A percentage.
    Percent(Decimal),
    /// Integer yuan of each 100 yuan.
    OfHundred(u32),
    /// People or things, with the published measure word.
    Count(u64, String),
}

impl Value {
    /// The money; zero for anything else.
    pub fn money(&self) -> Amount {
        match self {
            Value::Money(amount) => *amount,
            _ => Amount::ZERO,
        }
    }

    /// The sum of two values of the same measure; the first where the measures differ.
    fn add(self, other: Value) -> Value {
        match (self, other) {
            (Value::Money(one), Value::Money(other)) => Value::Money(one + other),
            (Value::Percent(one), Value::Percent(other)) => Value::Percent(one + other),
            (Value::OfHundred(one), Value::OfHundred(other)) => Value::OfHundred(one + other),
            (Value::Count(one, measure_word), Value::Count(other, _)) => {
                Value::Count(one.saturating_add(other), measure_word)
            }
            (one, _) => one,
        }
    }
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Provenance {
    /// Published: the document states it here.
    Stated(Quote),
    /// Computed by this crate.
    Computed(Formula),
}

impl Provenance {
    /// The stable word in JSON and in the page's hook `data-origin`.
    pub fn as_str(&self) -> &'static str {
        self.into()
    }
}

/// How a number was computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The operation.
    pub operation: Operation,
    /// The operands, in order.
    pub operands: Vec<SourcedValue>,
}

/// An operation of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Operation {
    /// The sum of all operands.
    Sum,
    /// The first less the others.
    Less,
    /// The first as a percentage of the second.
    #[strum(serialize = "percent")]
    PercentOf,
    /// The first as an integer percentage of the second, see
    /// [`integer_percentages`](crate::amount::integer_percentages).
    #[strum(serialize = "hundred")]
    OfHundred,
}

impl Operation {
    /// The stable word in formulas.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl SourcedValue {
    /// A number computed from others.
    pub fn computed(
        line: LineId,
        aspect: Aspect,
        value: Value,
        operation: Operation,
        operands: Vec<SourcedValue>,
    ) -> SourcedValue {
        SourcedValue { line, aspect, value, provenance: Provenance::Computed(Formula { operation, operands }) }
    }

    /// The sum of `parts`, which must have the same measure, as a number of `line`.
    pub fn sum(line: LineId, parts: Vec<SourcedValue>) -> SourcedValue {
        let total = parts.iter().map(|part| part.value.clone()).reduce(Value::add);
        SourcedValue::computed(line, Aspect::Sum, total.unwrap_or(Value::Money(Amount::ZERO)), Operation::Sum, parts)
    }

    /// The first operand less the others, as a number of `line`.
    pub fn less(line: LineId, aspect: Aspect, operands: Vec<SourcedValue>) -> SourcedValue {
        let [first, rest @ ..] = operands.as_slice() else {
            return SourcedValue::computed(line, aspect, Value::Money(Amount::ZERO), Operation::Less, operands);
        };
        let left = rest.iter().fold(first.money(), |left, operand| left - operand.money());
        SourcedValue::computed(line, aspect, Value::Money(left), Operation::Less, operands)
    }

    /// The result of an operation. `integer_percentage` is the value of [`Operation::OfHundred`], which depends on more
    /// than its operands. None where the operation is not defined for the operands.
    pub fn recompute(
        line: LineId,
        aspect: Aspect,
        operation: Operation,
        operands: Vec<SourcedValue>,
        integer_percentage: Option<u32>,
    ) -> Option<SourcedValue> {
        let value = match operation {
            Operation::Sum => return Some(SourcedValue { aspect, ..SourcedValue::sum(line, operands) }),
            Operation::Less => return Some(SourcedValue::less(line, aspect, operands)),
            Operation::PercentOf => {
                let [part, whole] = operands.as_slice() else { return None };
                Value::Percent(part.money().percent_of(whole.money())?)
            }
            Operation::OfHundred => Value::OfHundred(integer_percentage?),
        };
        Some(SourcedValue::computed(line, aspect, value, operation, operands))
    }

    /// The number without its measure: money in 万元.
    pub fn number(&self) -> Option<Decimal> {
        Some(match &self.value {
            Value::Money(amount) => amount.number(),
            Value::Percent(share) => *share,
            Value::OfHundred(n) => Decimal::from(*n),
            Value::Count(n, _) => Decimal::from(*n),
        })
    }

    /// The money; zero for anything else.
    pub fn money(&self) -> Amount {
        self.value.money()
    }

    /// The quote that states it, or the first one of its operands.
    pub fn quote(&self) -> Option<Quote> {
        match &self.provenance {
            Provenance::Stated(quote) => Some(*quote),
            Provenance::Computed(formula) => formula.operands.iter().find_map(SourcedValue::quote),
        }
    }

    /// A stated component of the change of `parent`.
    pub fn component(parent: &LineId, component: &Component) -> SourcedValue {
        SourcedValue {
            line: component.id.clone().unwrap_or_else(|| LineId::child(parent.as_str(), &component.label)),
            aspect: Aspect::Change,
            value: Value::Money(component.amount),
            provenance: Provenance::Stated(component.quote),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(value: Value) -> SourcedValue {
        let provenance = Provenance::Stated(Quote { start: 0, end: 3, line: 1 });
        SourcedValue { line: LineId::known("vehicles"), aspect: Aspect::Amount, value, provenance }
    }

    fn money(wan: &str) -> SourcedValue {
        stated(Value::Money(Amount::wan(wan.parse().unwrap())))
    }

    fn sum(values: Vec<Value>) -> SourcedValue {
        SourcedValue::sum(LineId::known("vehicles"), values.into_iter().map(stated).collect())
    }

    #[test]
    fn values_of_the_same_measure_are_added() {
        let wan = |text: &str| Value::Money(Amount::wan(text.parse().unwrap()));
        let percent = |text: &str| Value::Percent(text.parse().unwrap());
        let vehicles = |n| Value::Count(n, "辆".to_owned());
        assert_eq!(sum(vec![wan("9.3"), wan("-57.25"), wan("3")]).value, wan("-44.95"));
        assert_eq!(sum(vec![percent("12.5"), percent("3.25"), percent("2")]).value, percent("17.75"));
        assert_eq!(
            sum(vec![Value::OfHundred(75), Value::OfHundred(14), Value::OfHundred(11)]).value,
            Value::OfHundred(100)
        );
        assert_eq!(sum(vec![vehicles(5), vehicles(2)]).value, vehicles(7));
        assert_eq!(sum(vec![]).value, wan("0"));
        assert_eq!(sum(vec![vehicles(5), wan("2")]).value, vehicles(5), "money is no vehicle");
    }

    #[test]
    fn a_sum_keeps_its_parts() {
        let total = sum(vec![Value::OfHundred(75), Value::OfHundred(14)]);
        let Provenance::Computed(formula) = &total.provenance else { panic!("a sum is computed") };
        assert_eq!((formula.operation, formula.operands.len(), total.aspect), (Operation::Sum, 2, Aspect::Sum));
        assert_eq!(total.quote(), Some(Quote { start: 0, end: 3, line: 1 }), "the quote of its first part");
    }

    #[test]
    fn a_difference_is_the_first_less_all_others() {
        let less = |operands| SourcedValue::less(LineId::known("income"), Aspect::Difference, operands);
        assert_eq!(less(vec![money("66.3"), money("9.3"), money("57")]).money(), Amount::ZERO);
        assert_eq!(less(vec![money("9.3"), money("57")]).money(), Amount::wan("-47.7".parse().unwrap()));
        assert_eq!(less(vec![]).money(), Amount::ZERO);
    }

    #[test]
    fn a_number_is_that_of_its_measure() {
        let number = |value| stated(value).number();
        assert_eq!(number(Value::Money(Amount::wan("9.3".parse().unwrap()))), "9.3".parse().ok());
        assert_eq!(number(Value::Percent("-25.09".parse().unwrap())), "-25.09".parse().ok());
        assert_eq!(number(Value::OfHundred(14)), Some(Decimal::from(14)));
        assert_eq!(number(Value::Count(7, "辆".to_owned())), Some(Decimal::from(7)));
        assert_eq!(stated(Value::OfHundred(14)).money(), Amount::ZERO, "only money is money");
    }

    #[test]
    fn a_share_is_displayed_with_one_decimal_and_a_change_with_two() {
        assert_eq!([Aspect::Share, Aspect::Percent, Aspect::Sum].map(Aspect::decimal_places), [1, 2, 2]);
    }

    #[test]
    fn the_words_of_formulas_and_hooks_are_stable() {
        let aspects = [
            Aspect::Amount,
            Aspect::Change,
            Aspect::Base,
            Aspect::Percent,
            Aspect::Share,
            Aspect::Sum,
            Aspect::Difference,
        ];
        let words = ["amount", "change", "base", "percent", "share", "sum", "difference"];
        assert_eq!(aspects.map(Aspect::as_str), words);
        let operations = [Operation::Sum, Operation::Less, Operation::PercentOf, Operation::OfHundred];
        assert_eq!(operations.map(Operation::as_str), ["sum", "less", "percent", "hundred"]);
        assert_eq!([money("1").provenance.as_str(), sum(vec![]).provenance.as_str()], ["stated", "computed"]);
    }
}
