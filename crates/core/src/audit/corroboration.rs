//! Corroboration: what the checks say about a single published number. A number that takes part in a sum that agrees is
//! more certain than one that nothing else in the document confirms.

use super::check::{Check, Outcome, Relation};
use crate::disclosure::LineId;
use crate::provenance::{Aspect, Provenance, SourcedValue};
use std::collections::HashMap;

/// How many checks compare a published number with others, and what they found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Corroboration {
    /// Checks that the number satisfies, exactly or within rounding.
    pub agreeing: usize,
    /// Checks in which it takes part and that find a conflict.
    pub conflicting: usize,
}

impl Corroboration {
    /// True where no check confirms the number, and at least one finds a conflict.
    pub fn is_contradicted(self) -> bool {
        self.agreeing == 0 && self.conflicting > 0
    }
}

/// The corroboration of every number that takes part in a check.
#[derive(Clone, Debug, Default)]
pub struct Corroborations {
    found: HashMap<(LineId, Aspect, usize), Corroboration>,
}

impl Corroborations {
    /// Counts for every published number the checks that add it up or say that it is equal to another one. That a part
    /// is at most its whole, or that a sign agrees with its word, confirms next to nothing and does not count.
    ///
    /// ```
    /// use mingbai_core::audit::{self, Corroborations};
    /// use mingbai_core::disclosure::parse;
    ///
    /// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；\
    ///             公务接待费9.3万元；公务用车运行维护费57万元；公务用车购置费0万元。";
    /// let disclosure = parse(text)?;
    /// let corroborations = Corroborations::new(&audit::run(&disclosure));
    /// let reception = disclosure.cite("three_public.reception").unwrap();
    /// assert_eq!(corroborations.of(&reception).agreeing, 1);
    /// # Ok::<(), mingbai_core::disclosure::ParseError>(())
    /// ```
    pub fn new(checks: &[Check]) -> Corroborations {
        let mut found: HashMap<(LineId, Aspect, usize), Corroboration> = HashMap::new();
        let compared = |check: &&Check| check.relation == Relation::Equal && !check.covers_many_lines();
        for check in checks.iter().filter(compared) {
            for key in check.left.iter().chain(&check.right).filter_map(key) {
                let corroboration = found.entry(key).or_default();
                match check.outcome {
                    Outcome::Pass | Outcome::Rounding => corroboration.agreeing += 1,
                    Outcome::Conflict => corroboration.conflicting += 1,
                    Outcome::Unchecked => {}
                }
            }
        }
        Corroborations { found }
    }

    /// The corroboration of a published number; none for a computed one.
    pub fn of(&self, value: &SourcedValue) -> Corroboration {
        key(value).and_then(|key| self.found.get(&key)).copied().unwrap_or_default()
    }

    /// How many published numbers take part in checks.
    pub fn count(&self) -> usize {
        self.found.len()
    }
}

/// What identifies a published number: its line, which of its numbers it is, and where it is stated.
fn key(value: &SourcedValue) -> Option<(LineId, Aspect, usize)> {
    match &value.provenance {
        Provenance::Stated(quote) => Some((value.line.clone(), value.aspect, quote.start)),
        Provenance::Computed(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit;
    use crate::disclosure::parse;

    #[test]
    fn sums_confirm_a_number_and_bounds_do_not() {
        let text = "三、部门预算情况说明\n2023年一般公共预算财政拨款收入120万元，一般公共预算财政拨款支出120万元。其中：\
                    基本支出90万元，项目支出30万元。\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：\
                    因公出国（境）费用0万元；公务接待费9.3万元；公务用车运行维护费58万元；公务用车购置费0万元。";
        let disclosure = parse(text).unwrap();
        let corroborations = Corroborations::new(&audit::run(&disclosure));
        let of = |id: &str| {
            let found = corroborations.of(&disclosure.cite(id).unwrap());
            (found.agreeing, found.conflicting)
        };
        // The sum of its parts, and its income; that “三公”经费 is at most as much does not count.
        assert_eq!(of("appropriation"), (2, 0));
        assert_eq!(of("appropriation.basic"), (1, 0));
        assert_eq!(of("three_public"), (0, 1));
        assert!(corroborations.of(&disclosure.cite("three_public").unwrap()).is_contradicted());
        assert_eq!(corroborations.count(), 9);
        let base = SourcedValue::less(LineId::known("appropriation"), Aspect::Base, Vec::new());
        assert_eq!(corroborations.of(&base), Corroboration::default(), "a computed number");
    }
}
