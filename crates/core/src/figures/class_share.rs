//! The share of each class of expenditure in a hundred yuan.

use super::RenderContext;
use super::list_balance::{self, balance};
use crate::amount::{Amount, integer_percentages};
use crate::disclosure::{Line, LineId};
use crate::insertion_sort::sorted_by_key;
use crate::provenance::{Aspect, Operation, SourcedValue, Value};
use std::cmp::Reverse;

/// The line that is divided into classes.
pub const EXPENDITURE: &str = "expenditure";

/// A class with its share, or the rest that the document does not list.
pub struct ClassShare {
    /// The amount.
    pub amount: SourcedValue,
    /// How many of a hundred yuan it gets, as a whole number.
    pub of_hundred: SourcedValue,
}

impl ClassShare {
    /// False for the rest that the document does not list.
    pub fn listed(&self) -> bool {
        self.amount.line != list_balance::unlisted(EXPENDITURE)
    }
}

/// The share of each class, the largest first, and the whole to which the shares refer. None if the document states no
/// class, if all classes are zero, or if one is negative.
pub fn class_shares(context: &RenderContext) -> Option<(Vec<ClassShare>, SourcedValue)> {
    let d = context.disclosure;
    let mut parts: Vec<SourcedValue> = d.parts(EXPENDITURE).map(Line::cite).collect();
    if parts.iter().all(|part| part.money().is_zero()) || parts.iter().any(|part| part.money().is_negative()) {
        return None;
    }
    let balance = balance(d, EXPENDITURE);
    // The whole is the published total, unless the sum of the classes is more.
    let sum = SourcedValue::sum(LineId::known(EXPENDITURE), parts.clone());
    let whole = d.cite(EXPENDITURE).filter(|_| !balance.over()).unwrap_or(sum);
    parts.extend(balance.missing().cloned());
    let amounts: Vec<Amount> = parts.iter().map(SourcedValue::money).collect();
    let shares = parts.into_iter().zip(integer_percentages(&amounts)).map(|(amount, n)| {
        let of_hundred = SourcedValue::computed(
            amount.line.clone(),
            Aspect::Share,
            Value::OfHundred(n),
            Operation::OfHundred,
            vec![amount.clone(), whole.clone()],
        );
        ClassShare { amount, of_hundred }
    });
    Some((sorted_by_key(shares, |share| (!share.listed(), Reverse(share.amount.money()))), whole))
}

/// The shares that are not zero.
pub fn nonzero(shares: &[ClassShare]) -> Vec<&ClassShare> {
    shares.iter().filter(|share| !share.amount.money().is_zero()).collect()
}
