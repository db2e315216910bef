//! One rule applied to one disclosure.

use crate::amount::{Amount, Unit};
use crate::disclosure::LineId;
use crate::provenance::{SourcedValue, Value};
use rust_decimal::Decimal;
use strum::{Display, EnumString, IntoStaticStr};

/// One rule applied to one disclosure, with its outcome.
#[derive(Clone, Debug)]
pub struct Check {
    /// The rule.
    pub rule: Rule,
    /// The line that the rule is applied to, where it applies to several.
    pub subject: Option<LineId>,
    /// What came of it.
    pub outcome: Outcome,
    /// How the two sides must relate.
    pub relation: Relation,
    /// One side: its sum is compared.
    pub left: Vec<SourcedValue>,
    /// The other side.
    pub right: Vec<SourcedValue>,
    /// Left less right.
    pub difference: Decimal,
    /// Lines that are missing, where it cannot be checked.
    pub missing: Vec<LineId>,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// Both sides agree exactly.
    Pass,
    /// They differ by no more than rounding explains.
    Rounding,
    /// They differ.
    Conflict,
    /// A line is missing.
    Unchecked,
}

impl Outcome {
    /// The word of the page's hook `data-outcome`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How two sides must relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same.
    Equal,
    /// Left at most as much as right.
    AtMost,
    /// Both zero, or neither.
    ZeroTogether,
}

/// A reconciliation rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Rule {
    /// Income is the sum of its sources.
    IncomeSources,
    /// Expenditure is the sum of its classes.
    ExpenditureClasses,
    /// Income is as much as expenditure.
    IncomeExpenditure,
    /// A stated change is the sum of its stated components.
    ChangeComponents,
    /// The appropriation is 基本支出 and 项目支出.
    AppropriationParts,
    /// The change of the appropriation is that of 基本支出 and 项目支出.
    AppropriationChanges,
    /// A component of the change in section two is the change in section three.
    ComponentAgrees,
    /// What the appropriation brings in, it spends.
    AppropriationBalance,
    /// The appropriation's income in section three is the source in section two.
    AppropriationSource,
    /// A part is no more than its whole.
    PartWithinWhole,
    /// 三公 is the sum of its items.
    ThreePublicItems,
    /// The change of 三公 is the sum of its items' changes.
    ThreePublicChanges,
    /// Procurement is goods, works and services.
    ProcurementParts,
    /// Projects under performance targets are 项目支出.
    PerformanceProject,
    /// Vehicles are the sum of their kinds.
    VehicleKinds,
    /// No money for vehicles, no vehicles bought, and the other way round.
    VehiclePurchase,
    /// Last year's amount is not less than nothing.
    BaseNotNegative,
    /// A rise is a rise, a fall is a fall.
    DirectionAgrees,
    /// What is called unchanged changes nowhere else.
    FlatIsZero,
    /// No line is listed twice.
    ListedTwice,
}

impl Rule {
    /// A stable word for ids.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Check {
    /// A stable id: the rule, and the line where the rule applies to several.
    pub fn id(&self) -> String {
        match &self.subject {
            Some(line) => format!("{}.{line}", self.rule.as_str()),
            None => self.rule.as_str().to_owned(),
        }
    }

    /// Compares the sums of two sides.
    pub(super) fn compare(
        rule: Rule,
        relation: Relation,
        left: Vec<SourcedValue>,
        right: Vec<SourcedValue>,
        unit: Unit,
    ) -> Check {
        let difference = total(&left) - total(&right);
        let counted = left.iter().any(|side| matches!(side.value, Value::Count(..)));
        let tolerance = if counted { Decimal::ZERO } else { rounding(left.len() + right.len(), unit) };
        let outcome = match relation {
            Relation::Equal if difference.is_zero() => Outcome::Pass,
            Relation::Equal if difference.abs() <= tolerance => Outcome::Rounding,
            Relation::AtMost if difference <= Decimal::ZERO => Outcome::Pass,
            Relation::AtMost if difference <= tolerance => Outcome::Rounding,
            Relation::ZeroTogether if total(&left).is_zero() == total(&right).is_zero() => Outcome::Pass,
            _ => Outcome::Conflict,
        };
        Check { rule, subject: None, outcome, relation, left, right, difference, missing: Vec::new() }
    }

    /// A check whose lines are missing.
    pub(super) fn unchecked(rule: Rule, missing: Vec<LineId>) -> Check {
        Check {
            rule,
            subject: None,
            outcome: Outcome::Unchecked,
            relation: Relation::Equal,
            left: Vec::new(),
            right: Vec::new(),
            difference: Decimal::ZERO,
            missing,
        }
    }

    /// The same check, applied to this line.
    pub(super) fn of(mut self, line: LineId) -> Check {
        self.subject = Some(line);
        self
    }
}

/// The sum of one side.
pub(super) fn total(side: &[SourcedValue]) -> Decimal {
    side.iter()
        .map(|cited| match &cited.value {
            Value::Money(amount) => amount.number(),
            Value::Count(n, _) => Decimal::from(*n),
            Value::Percent(share) => *share,
            Value::OfHundred(n) => Decimal::from(*n),
        })
        .sum()
}

/// What `n` published amounts may differ by through rounding: half of the last published place each.
pub fn rounding(n: usize, unit: Unit) -> Decimal {
    let half = match unit {
        Unit::Yuan => Decimal::new(5, 5),
        Unit::Wan | Unit::Yi => Decimal::new(5, 3),
    };
    half * Decimal::from(n as u64)
}

impl Check {
    /// The difference as money.
    pub fn difference_money(&self) -> Amount {
        Amount::wan(self.difference)
    }

    /// True where people or things are compared, not money.
    pub fn counts(&self) -> bool {
        self.left.iter().chain(&self.right).any(|side| matches!(side.value, Value::Count(..)))
    }
}
