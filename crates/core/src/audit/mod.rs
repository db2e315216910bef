//! Does it add up? The reconciliation checks (勾稽) of a disclosure.
//!
//! Each rule is a sentence about lines. Where the lines exist, both sides are worked out from published numbers; where
//! one is missing, the check says which.

mod check;
mod rules;

pub use check::{Check, Outcome, Relation, Rule, rounding};
pub use rules::part_changes;

use crate::disclosure::{Disclosure, LineId};

/// Runs every rule on a disclosure: conflicts first, then what cannot be checked, then what passes, each in rule order.
pub fn run(disclosure: &Disclosure) -> Vec<Check> {
    let mut checks = rules::all(disclosure);
    checks.sort_by_key(|check| match check.outcome {
        Outcome::Conflict => 0,
        Outcome::Rounding => 1,
        Outcome::Pass => 2,
        Outcome::Unchecked => 3,
    });
    checks
}

/// Lines that changed without a word why: no reason, and no components.
pub fn unexplained(disclosure: &Disclosure) -> Vec<LineId> {
    let silent =
        crate::variance::of(disclosure).into_iter().filter(|v| v.because == crate::variance::Because::Unexplained);
    silent.map(|variance| variance.line).collect()
}
