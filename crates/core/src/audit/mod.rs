//! Reconciliation (勾稽): does the disclosure add up?
//!
//! Each rule is a statement about lines. Where the lines exist, both sides are computed from published numbers; where
//! one is missing, the check is *unchecked* and names it.
//!
//! ```
//! use mingbai_core::audit::{self, Outcome};
//! use mingbai_core::disclosure::parse;
//!
//! let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；\
//!             公务接待费9.3万元；公务用车运行维护费58万元；公务用车购置费0万元。";
//! let checks = audit::run(&parse(text)?);
//! assert_eq!((checks[0].id().as_str(), checks[0].outcome), ("three_public_items", Outcome::Conflict));
//! assert_eq!(checks[0].difference.to_string(), "1.0");
//! # Ok::<(), mingbai_core::disclosure::ParseError>(())
//! ```

mod change_rules;
mod check;
mod contradicted;
mod corroboration;
mod possible_slip;
mod rule;
mod rules;
mod sum_rules;
mod unit_rules;
mod unread_parts;

pub use change_rules::part_changes;
pub use check::{Check, Outcome, Relation};
pub use contradicted::ContradictedNumbers;
pub use corroboration::{Corroboration, Corroborations};
pub use possible_slip::{PossibleSlip, possible_slip};
pub use rule::Rule;

use crate::disclosure::{Disclosure, LineId};
use crate::variance::{ChangeReason, variances};

/// Applies every rule to a disclosure. Conflicts come first, then rounding differences, passes, and what cannot be
/// checked, each in the order of the rules.
pub fn run(disclosure: &Disclosure) -> Vec<Check> {
    let mut checks = rules::all(disclosure);
    for check in &mut checks {
        unread_parts::uncheck_incomplete_sum(disclosure, check);
    }
    checks.sort_by_key(|check| match check.outcome {
        Outcome::Conflict => 0,
        Outcome::Rounding => 1,
        Outcome::Pass => 2,
        Outcome::Unchecked => 3,
    });
    checks
}

/// Lines whose stated reason speaks against the direction of their change: an observation, see
/// [`Variance::opposing_word`](crate::variance::Variance::opposing_word).
pub fn opposing_reasons(disclosure: &Disclosure) -> Vec<LineId> {
    let opposing = variances(disclosure).into_iter().filter(|variance| variance.opposing_word().is_some());
    opposing.map(|variance| variance.line).collect()
}

/// Lines that changed without any explanation: neither a reason nor components.
pub fn unexplained(disclosure: &Disclosure) -> Vec<LineId> {
    variances(disclosure)
        .into_iter()
        .filter(|variance| variance.reason == ChangeReason::Unexplained)
        .map(|variance| variance.line)
        .collect()
}
