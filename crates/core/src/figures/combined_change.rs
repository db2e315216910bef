//! Changes of the same money: a document tells one change of its budget as that of income, of expenditure and of the
//! appropriation.

use super::explained_change::{ExplainedChange, ReasonText};
use crate::amount::Amount;

/// A change, with the lines that changed from the same amount to the same amount.
#[derive(Clone, Debug, PartialEq)]
pub struct CombinedChange {
    /// The change, with the reason if any of the lines has one.
    pub change: ExplainedChange,
    /// The others, whose reasons say nothing more.
    pub also: Vec<ExplainedChange>,
}

/// Puts changes of the same money together, in their order. Two that the document gives different reasons for stay
/// apart.
pub fn combined_changes(changes: Vec<ExplainedChange>) -> Vec<CombinedChange> {
    let mut combined: Vec<CombinedChange> = Vec::new();
    for change in changes {
        let same = combined.iter_mut().find(|known| is_same_money(&known.change, &change));
        match same {
            Some(known) if !says_more(&change) => known.also.push(change),
            Some(known) if !says_more(&known.change) => {
                let before = std::mem::replace(&mut known.change, change);
                known.also.insert(0, before);
            }
            _ => combined.push(CombinedChange { change, also: Vec::new() }),
        }
    }
    combined
}

/// True for two lines of the budget, seen from its sides, with the same amount and the same change.
fn is_same_money(a: &ExplainedChange, b: &ExplainedChange) -> bool {
    let is_budget = |change: &ExplainedChange| {
        let side = change.line.as_str().split('.').next();
        matches!(side, Some("income" | "expenditure" | "appropriation"))
    };
    let amount = |change: &ExplainedChange| change.amount.as_ref().map(|amount| amount.money());
    is_budget(a)
        && is_budget(b)
        && amount(a).is_some()
        && amount(a) == amount(b)
        && a.change.money() == b.change.money()
        && !a.change.money().is_zero()
}

/// True where the reason says more than that the whole changed by what its only part changed by.
fn says_more(change: &ExplainedChange) -> bool {
    match &change.reason {
        ReasonText::Verbatim { .. } => true,
        ReasonText::Components { components, .. } => {
            let amounts: Vec<Amount> = components.iter().map(|(_, component)| component.money()).collect();
            amounts != [change.change.money()]
        }
        ReasonText::Flat(_) | ReasonText::Unexplained => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::figures::{RenderContext, explained_changes};
    use crate::locale::Lang;

    /// The lines of each card.
    fn cards(text: &str) -> Vec<Vec<String>> {
        let disclosure = parse(text).unwrap();
        let changes = combined_changes(explained_changes(&RenderContext::new(&disclosure, Lang::Zh)));
        let lines = |card: CombinedChange| {
            std::iter::once(card.change).chain(card.also).map(|change| change.line.to_string()).collect()
        };
        changes.into_iter().map(lines).collect()
    }

    #[test]
    fn the_same_change_of_income_expenditure_and_appropriation_is_one_card() {
        let cards = cards(include_str!("../../../../data/disclosure.txt"));
        assert!(
            cards.contains(&vec!["expenditure".to_owned(), "income".to_owned(), "appropriation".to_owned()]),
            "{cards:?}"
        );
        assert_eq!(cards.iter().flatten().count(), 11, "no change is lost");
    }

    #[test]
    fn different_reasons_and_different_amounts_stay_apart() {
        let two_reasons = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，收入较去年增加10万元，主要原因是人员增加。\n\
            （二）支出预算：2023年年初预算数100万元，支出较去年增加10万元，主要原因是项目增加。";
        assert_eq!(cards(two_reasons), [["income"], ["expenditure"]]);
        let other_amount = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，收入较去年增加10万元。\n\
            （二）支出预算：2023年年初预算数90万元，支出较去年增加10万元。";
        assert_eq!(cards(other_amount), [["income"], ["expenditure"]]);
        let one_reason = "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，收入较去年增加10万元。\n\
            （二）支出预算：2023年年初预算数100万元，支出较去年增加10万元，主要原因是项目增加。";
        assert_eq!(cards(one_reason), [["expenditure", "income"]]);
    }
}
