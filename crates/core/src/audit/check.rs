//! A check: one rule applied to one disclosure.

use super::rule::Rule;
use crate::amount::{AmountUnit, rounding};
use crate::disclosure::{Disclosure, LineId, Quote};
use crate::provenance::{SourcedValue, Value};
use rust_decimal::Decimal;
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

/// One rule applied to one disclosure, with its outcome.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Check {
    /// The rule.
    pub rule: Rule,
    /// The line that the rule is applied to, for rules that apply to several lines.
    pub subject: Option<LineId>,
    /// The outcome.
    pub outcome: Outcome,
    /// How the two sides must relate.
    pub relation: Relation,
    /// The values of the left side; their sum is compared.
    pub left: Vec<SourcedValue>,
    /// The values of the right side.
    pub right: Vec<SourcedValue>,
    /// The sum of the left side less the sum of the right side, in 万元 or as a count.
    pub difference: Decimal,
    /// The missing lines, where the rule cannot be checked.
    pub missing: Vec<LineId>,
    /// Numbers that were not understood among the lines of the rule, where it cannot be checked because of them.
    pub unread: Vec<Quote>,
}

/// The outcome of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Display, EnumString, EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// The rule holds exactly.
    Pass,
    /// The sides differ by no more than rounding explains.
    Rounding,
    /// The sides differ by more than that.
    Conflict,
    /// Cannot be checked: a line is missing, or a number among them was not understood.
    Unchecked,
}

impl Outcome {
    /// The stable word in JSON and in the page's hook `data-outcome`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How the two sides of a check must relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Left is equal to right.
    Equal,
    /// Left is at most as much as right.
    AtMost,
    /// Both are zero, or neither is.
    ZeroTogether,
    /// Neither amount is 10,000 times too large or too small, compared with the other.
    SameUnit,
}

impl Check {
    /// The stable id: the rule, and the line for rules that apply to several lines.
    pub fn id(&self) -> String {
        match &self.subject {
            Some(line) => format!("{}.{line}", self.rule.as_str()),
            None => self.rule.as_str().to_owned(),
        }
    }

    /// Compares the sums of two sides. `unit` is the unit of the published amounts, whose last decimal place is
    /// rounded.
    pub(super) fn compare(
        rule: Rule,
        relation: Relation,
        left: Vec<SourcedValue>,
        right: Vec<SourcedValue>,
        unit: AmountUnit,
    ) -> Check {
        let difference = sum(&left) - sum(&right);
        let are_counts = left.iter().any(|side| matches!(side.value, Value::Count(..)));
        let tolerance = if are_counts { Decimal::ZERO } else { rounding(left.len() + right.len(), unit) };
        let outcome = match relation {
            Relation::Equal if difference.is_zero() => Outcome::Pass,
            Relation::Equal if difference.abs() <= tolerance => Outcome::Rounding,
            Relation::AtMost if difference <= Decimal::ZERO => Outcome::Pass,
            Relation::AtMost if difference <= tolerance => Outcome::Rounding,
            Relation::ZeroTogether if sum(&left).is_zero() == sum(&right).is_zero() => Outcome::Pass,
            _ => Outcome::Conflict,
        };
        Check {
            rule,
            subject: None,
            outcome,
            relation,
            left,
            right,
            difference,
            missing: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// A check that cannot be made, because lines are missing.
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
            unread: Vec::new(),
        }
    }

    /// The same check with `line` as its subject.
    pub(super) fn with_subject(mut self, line: LineId) -> Check {
        self.subject = Some(line);
        self
    }

    /// The lines of the text with the numbers of [`Check::unread`], from 1, each once.
    pub fn unread_lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> = self.unread.iter().map(|quote| quote.line).collect();
        lines.dedup();
        lines
    }

    /// True where one check covers many lines, each for itself: the sums of its sides mean nothing.
    pub fn covers_many_lines(&self) -> bool {
        let is_of_each_line =
            matches!(self.rule, Rule::BaseNotNegative | Rule::DirectionAgrees | Rule::FlatIsZero | Rule::UnitsAgree);
        is_of_each_line && self.subject.is_none()
    }

    /// True where the check passes, but could hardly have failed: all its numbers are zero, or one sentence states the
    /// same number on both sides. It says nothing about the rest of the document.
    pub fn is_trivial(&self, disclosure: &Disclosure) -> bool {
        if self.outcome != Outcome::Pass || self.relation != Relation::Equal || self.covers_many_lines() {
            return false;
        }
        let nonzero = |side: &[SourcedValue]| -> Vec<SourcedValue> {
            side.iter().filter(|value| value.number().is_some_and(|number| !number.is_zero())).cloned().collect()
        };
        match (nonzero(&self.left).as_slice(), nonzero(&self.right).as_slice()) {
            ([], []) => true,
            ([left], [right]) => {
                left.quote().zip(right.quote()).is_some_and(|(left, right)| disclosure.in_one_sentence(left, right))
            }
            _ => false,
        }
    }

    /// True where the check compares people or things, not money.
    pub fn counts(&self) -> bool {
        self.left.iter().chain(&self.right).any(|side| matches!(side.value, Value::Count(..)))
    }
}

/// The sum of one side.
fn sum(side: &[SourcedValue]) -> Decimal {
    side.iter().filter_map(SourcedValue::number).sum()
}
