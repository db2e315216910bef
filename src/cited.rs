//! Numbers with their origin: published with the quote that states them, or computed by us with the formula.

use crate::amount::Amount;
use crate::disclosure::{Change, Component, Count, Disclosure, Line, LineId, Quote};
use rust_decimal::Decimal;

/// A number that can be proved.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// The line it is a number of.
    pub line: LineId,
    /// Which of the line's numbers.
    pub aspect: Aspect,
    /// The number.
    pub value: Value,
    /// Published or computed.
    pub origin: Origin,
}

/// Which of a line's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    pub fn word(self) -> &'static str {
        match self {
            Aspect::Amount => "amount",
            Aspect::Change => "change",
            Aspect::Base => "base",
            Aspect::Percent => "percent",
            Aspect::Share => "share",
            Aspect::Sum => "sum",
            Aspect::Difference => "difference",
        }
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
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// The document states it here.
    Stated(Quote),
    /// We computed it.
    Computed(Formula),
}

impl Origin {
    /// The word of the page's hook `data-origin`.
    pub fn word(&self) -> &'static str {
        match self {
            Origin::Stated(_) => "stated",
            Origin::Computed(_) => "computed",
        }
    }
}

/// How a number was computed, from numbers that can be proved.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// What was done.
    pub operation: Operation,
    /// With what, in order.
    pub operands: Vec<Cited>,
}

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// All operands together.
    Sum,
    /// The first less the others.
    Less,
    /// The first as parts of a hundred of the second.
    PercentOf,
    /// The first as whole parts of a hundred of the second, largest remainder.
    OfHundred,
}

impl Cited {
    /// A number computed from others.
    pub fn computed(line: LineId, aspect: Aspect, value: Value, operation: Operation, operands: Vec<Cited>) -> Cited {
        Cited { line, aspect, value, origin: Origin::Computed(Formula { operation, operands }) }
    }

    /// The sum of `parts`, as a number of `line`.
    pub fn sum(line: LineId, parts: Vec<Cited>) -> Cited {
        let total = parts.iter().map(|part| part.value.money()).sum();
        Cited::computed(line, Aspect::Sum, Value::Money(total), Operation::Sum, parts)
    }

    /// How much more the first is than the others together, as a number of `line`.
    pub fn less(line: LineId, aspect: Aspect, operands: Vec<Cited>) -> Cited {
        let [first, rest @ ..] = operands.as_slice() else {
            return Cited::computed(line, aspect, Value::Money(Amount::ZERO), Operation::Less, operands);
        };
        let left = rest.iter().fold(first.money(), |left, operand| left - operand.money());
        Cited::computed(line, aspect, Value::Money(left), Operation::Less, operands)
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

    /// A stated component of a change.
    pub fn component(parent: &LineId, component: &Component) -> Cited {
        Cited {
            line: component.id.clone().unwrap_or_else(|| LineId::named(parent.as_str(), &component.label)),
            aspect: Aspect::Change,
            value: Value::Money(component.amount),
            origin: Origin::Stated(component.quote),
        }
    }
}

impl Line {
    /// The stated amount, of this line and no other of the same id.
    pub fn cite(&self) -> Cited {
        Cited {
            line: self.id.clone(),
            aspect: Aspect::Amount,
            value: Value::Money(self.amount),
            origin: Origin::Stated(self.quote),
        }
    }
}

impl Change {
    /// The stated change, of a line of this id.
    pub fn cite(&self, line: &LineId) -> Cited {
        Cited {
            line: line.clone(),
            aspect: Aspect::Change,
            value: Value::Money(self.amount),
            origin: Origin::Stated(self.quote),
        }
    }
}

impl Count {
    /// The stated count.
    pub fn cite(&self) -> Cited {
        Cited {
            line: self.id.clone(),
            aspect: Aspect::Amount,
            value: Value::Count(self.n, self.unit.clone()),
            origin: Origin::Stated(self.quote),
        }
    }
}

impl Disclosure {
    /// The stated amount of a line.
    pub fn cite(&self, id: &str) -> Option<Cited> {
        Some(self.line(id)?.cite())
    }

    /// The stated change of a line.
    pub fn cite_change(&self, id: &str) -> Option<Cited> {
        let change = self.change(id)?;
        let line = self.line(id).map(|line| &line.id).or_else(|| self.lone_change(id).map(|lone| &lone.id))?;
        Some(change.cite(line))
    }

    /// Last year's amount of a line, computed: amount less change.
    pub fn cite_base(&self, id: &str) -> Option<Cited> {
        let (amount, change) = (self.cite(id)?, self.cite_change(id)?);
        let value = Value::Money(amount.money() - change.money());
        Some(Cited::computed(amount.line.clone(), Aspect::Base, value, Operation::Less, vec![amount, change]))
    }

    /// A line's change as parts of a hundred of its base; None without a base or with one of zero.
    pub fn cite_percent(&self, id: &str) -> Option<Cited> {
        let (change, base) = (self.cite_change(id)?, self.cite_base(id)?);
        let percent = change.money().percent_of(base.money())?;
        Some(Cited::computed(
            change.line.clone(),
            Aspect::Percent,
            Value::Percent(percent),
            Operation::PercentOf,
            vec![change, base],
        ))
    }

    /// A line as parts of a hundred of another.
    pub fn cite_share(&self, part: &str, whole: &str) -> Option<Cited> {
        share(self.cite(part)?, self.cite(whole)?)
    }

    /// A stated count.
    pub fn cite_count(&self, id: &str) -> Option<Cited> {
        self.count(id).map(Count::cite)
    }
}

/// `part` as parts of a hundred of `whole`.
pub fn share(part: Cited, whole: Cited) -> Option<Cited> {
    let percent = part.money().percent_of(whole.money())?;
    Some(Cited::computed(
        part.line.clone(),
        Aspect::Share,
        Value::Percent(percent),
        Operation::PercentOf,
        vec![part, whole],
    ))
}
