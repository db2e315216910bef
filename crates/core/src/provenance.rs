//! Numbers with their origin: published with the quote that states them, or computed by us with the formula.

use crate::amount::Amount;
use crate::disclosure::{Change, Component, Count, Disclosure, Line, LineId, Quote};
use rust_decimal::Decimal;
use strum::{Display, EnumString, IntoStaticStr};

/// A number that can be proved.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcedValue {
    /// The line it is a number of.
    pub line: LineId,
    /// Which of the line's numbers.
    pub aspect: Aspect,
    /// The number.
    pub value: Value,
    /// Published or computed.
    pub origin: Provenance,
}

/// Which of a line's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Aspect {
    /// This year's amount, or a count.
    Amount,
    /// The difference against last year.
    Change,
    /// Last year's amount.
    Base,
    /// The difference as parts of a hundred of last year's amount.
    Percent,
    /// The amount as parts of a hundred of another.
    Share,
    /// A sum of several lines.
    Sum,
    /// What two sides that should agree differ by.
    Difference,
}

impl Aspect {
    /// A stable word for the page's hooks.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// How many decimals its parts of a hundred are shown with.
    pub fn places(self) -> u32 {
        if self == Aspect::Share { 1 } else { 2 }
    }
}

/// A number and what it measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Money.
    Money(Amount),
    /// Parts of a hundred.
    Percent(Decimal),
    /// Whole yuan of each hundred.
    OfHundred(u32),
    /// People or things, with the published word that counts them.
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

    /// Both together; the first alone where they do not measure the same.
    fn plus(self, other: Value) -> Value {
        match (self, other) {
            (Value::Money(one), Value::Money(other)) => Value::Money(one + other),
            (Value::Percent(one), Value::Percent(other)) => Value::Percent(one + other),
            (Value::OfHundred(one), Value::OfHundred(other)) => Value::OfHundred(one + other),
            (Value::Count(one, unit), Value::Count(other, _)) => Value::Count(one.saturating_add(other), unit),
            (one, _) => one,
        }
    }
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Provenance {
    /// The document states it here.
    Stated(Quote),
    /// We computed it.
    Computed(Formula),
}

impl Provenance {
    /// The word of the page's hook `data-origin`.
    pub fn as_str(&self) -> &'static str {
        self.into()
    }
}

/// How a number was computed, from numbers that can be proved.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// What was done.
    pub operation: Operation,
    /// With what, in order.
    pub operands: Vec<SourcedValue>,
}

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Operation {
    /// All operands together.
    Sum,
    /// The first less the others.
    Less,
    /// The first as parts of a hundred of the second.
    #[strum(serialize = "percent")]
    PercentOf,
    /// The first as whole parts of a hundred of the second, largest remainder.
    #[strum(serialize = "hundred")]
    OfHundred,
}

impl Operation {
    /// A stable word for notations.
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
        SourcedValue { line, aspect, value, origin: Provenance::Computed(Formula { operation, operands }) }
    }

    /// The sum of `parts`, which measure the same, as a number of `line`.
    pub fn sum(line: LineId, parts: Vec<SourcedValue>) -> SourcedValue {
        let total = parts.iter().map(|part| part.value.clone()).reduce(Value::plus);
        SourcedValue::computed(line, Aspect::Sum, total.unwrap_or(Value::Money(Amount::ZERO)), Operation::Sum, parts)
    }

    /// How much more the first is than the others together, as a number of `line`.
    pub fn less(line: LineId, aspect: Aspect, operands: Vec<SourcedValue>) -> SourcedValue {
        let [first, rest @ ..] = operands.as_slice() else {
            return SourcedValue::computed(line, aspect, Value::Money(Amount::ZERO), Operation::Less, operands);
        };
        let left = rest.iter().fold(first.money(), |left, operand| left - operand.money());
        SourcedValue::computed(line, aspect, Value::Money(left), Operation::Less, operands)
    }

    /// The number that an operation makes of `operands`; `hundred` is its value where that is one of parts that come to
    /// a hundred together. None where the operation cannot be done.
    pub fn again(
        line: LineId,
        aspect: Aspect,
        operation: Operation,
        operands: Vec<SourcedValue>,
        hundred: Option<u32>,
    ) -> Option<SourcedValue> {
        let value = match operation {
            Operation::Sum => return Some(SourcedValue { aspect, ..SourcedValue::sum(line, operands) }),
            Operation::Less => return Some(SourcedValue::less(line, aspect, operands)),
            Operation::PercentOf => {
                let [part, whole] = operands.as_slice() else { return None };
                Value::Percent(part.money().percent_of(whole.money())?)
            }
            Operation::OfHundred => Value::OfHundred(hundred?),
        };
        Some(SourcedValue::computed(line, aspect, value, operation, operands))
    }

    /// The number as it is compared with others of its kind.
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

    /// Where it is stated, or the first of the numbers that it was computed from.
    pub fn quote(&self) -> Option<Quote> {
        match &self.origin {
            Provenance::Stated(quote) => Some(*quote),
            Provenance::Computed(formula) => formula.operands.iter().find_map(SourcedValue::quote),
        }
    }

    /// A stated component of a change.
    pub fn component(parent: &LineId, component: &Component) -> SourcedValue {
        SourcedValue {
            line: component.id.clone().unwrap_or_else(|| LineId::child(parent.as_str(), &component.label)),
            aspect: Aspect::Change,
            value: Value::Money(component.amount),
            origin: Provenance::Stated(component.quote),
        }
    }
}

impl Line {
    /// The stated amount, of this line and no other of the same id.
    pub fn cite(&self) -> SourcedValue {
        SourcedValue {
            line: self.id.clone(),
            aspect: Aspect::Amount,
            value: Value::Money(self.amount),
            origin: Provenance::Stated(self.quote),
        }
    }
}

impl Change {
    /// The stated change, of a line of this id.
    pub fn cite(&self, line: &LineId) -> SourcedValue {
        SourcedValue {
            line: line.clone(),
            aspect: Aspect::Change,
            value: Value::Money(self.amount),
            origin: Provenance::Stated(self.quote),
        }
    }
}

impl Count {
    /// The stated count.
    pub fn cite(&self) -> SourcedValue {
        SourcedValue {
            line: self.id.clone(),
            aspect: Aspect::Amount,
            value: Value::Count(self.n, self.unit.clone()),
            origin: Provenance::Stated(self.quote),
        }
    }
}

impl Disclosure {
    /// The published number of a line that a quote states; None where it states none.
    pub fn stated(&self, line: &LineId, aspect: Aspect, quote: Quote) -> Option<SourcedValue> {
        let changes = self.lines.iter().filter_map(|line| Some((&line.id, line.change.as_ref()?)));
        let changes = changes.chain(self.lone_changes.iter().map(|lone| (&lone.id, &lone.change)));
        let parts = changes
            .clone()
            .flat_map(|(line, change)| change.components.iter().map(move |part| SourcedValue::component(line, part)));
        let mut all = (self.lines.iter().map(Line::cite))
            .chain(self.counts.iter().map(Count::cite))
            .chain(changes.map(|(line, change)| change.cite(line)))
            .chain(parts);
        all.find(|one| {
            one.line == *line && one.aspect == aspect && matches!(one.origin, Provenance::Stated(q) if q == quote)
        })
    }

    /// The stated amount of a line.
    pub fn cite(&self, id: &str) -> Option<SourcedValue> {
        Some(self.line(id)?.cite())
    }

    /// The stated change of a line.
    pub fn cite_change(&self, id: &str) -> Option<SourcedValue> {
        let change = self.change(id)?;
        let line = self.line(id).map(|line| &line.id).or_else(|| self.lone_change(id).map(|lone| &lone.id))?;
        Some(change.cite(line))
    }

    /// Last year's amount of a line, computed: amount less change.
    pub fn cite_base(&self, id: &str) -> Option<SourcedValue> {
        let (amount, change) = (self.cite(id)?, self.cite_change(id)?);
        let value = Value::Money(amount.money() - change.money());
        Some(SourcedValue::computed(amount.line.clone(), Aspect::Base, value, Operation::Less, vec![amount, change]))
    }

    /// A line's change as parts of a hundred of its base; None without a base or with one of zero.
    pub fn cite_percent(&self, id: &str) -> Option<SourcedValue> {
        let (change, base) = (self.cite_change(id)?, self.cite_base(id)?);
        let percent = change.money().percent_of(base.money())?;
        Some(SourcedValue::computed(
            change.line.clone(),
            Aspect::Percent,
            Value::Percent(percent),
            Operation::PercentOf,
            vec![change, base],
        ))
    }

    /// A line as parts of a hundred of another.
    pub fn cite_share(&self, part: &str, whole: &str) -> Option<SourcedValue> {
        share(self.cite(part)?, self.cite(whole)?)
    }

    /// A stated count.
    pub fn cite_count(&self, id: &str) -> Option<SourcedValue> {
        self.count(id).map(Count::cite)
    }
}

/// `part` as parts of a hundred of `whole`.
pub fn share(part: SourcedValue, whole: SourcedValue) -> Option<SourcedValue> {
    let percent = part.money().percent_of(whole.money())?;
    Some(SourcedValue::computed(
        part.line.clone(),
        Aspect::Share,
        Value::Percent(percent),
        Operation::PercentOf,
        vec![part, whole],
    ))
}
