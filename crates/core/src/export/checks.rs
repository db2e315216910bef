//! A check as JSON, with both sides in full.

use super::json::{Place, wan};
use crate::amount::Amount;
use crate::audit::{Check, Outcome, Relation};
use crate::figures::{RenderContext, RichText, arithmetic, check_sentence};
use crate::locale::Lang;
use crate::provenance::{Provenance, SourcedValue, Value};
use rust_decimal::Decimal;
use serde::Serialize;

/// One rule applied to one disclosure.
#[derive(Debug, Serialize)]
pub struct CheckEntry {
    /// The rule, and the line where the rule is applied to several.
    pub id: String,
    /// `pass`, `rounding`, `conflict` or `unchecked`.
    pub outcome: &'static str,
    /// How the sides must relate: `equal`, `at_most` (left no more than right) or `zero_together`.
    pub relation: &'static str,
    /// The sum of one side, in 万元 or as a count; null where it could not be checked.
    pub left: Option<String>,
    /// The sum of the other side.
    pub right: Option<String>,
    /// Left less right.
    pub difference: Option<String>,
    /// The rule as a sentence, with its arithmetic.
    pub says: String,
    /// What is on each side.
    pub sides: Sides,
    /// The lines that the document does not state, where it could not be checked. `expenditure.*` stands for the parts
    /// of `expenditure`.
    pub missing: Vec<String>,
}

/// Both sides of a check.
#[derive(Debug, Serialize)]
pub struct Sides {
    /// One side: its sum is compared.
    pub left: Vec<Side>,
    /// The other side.
    pub right: Vec<Side>,
}

/// A number on a side of a check: money, or a count.
#[derive(Debug, Serialize)]
pub struct Side {
    /// The line it is a number of.
    pub id: String,
    /// `amount` or `change`.
    pub aspect: &'static str,
    /// Money in 万元, signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wan: Option<String>,
    /// How many people or things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// Where it is stated; null for one that nobody published.
    pub quote: Option<Place>,
    /// The words that state it, as published.
    pub words: Option<String>,
}

impl CheckEntry {
    /// A check, said in the language of `context`.
    pub fn of(context: &RenderContext, check: &Check) -> CheckEntry {
        let checked = check.outcome != Outcome::Unchecked;
        let sum = |side: &[SourcedValue]| checked.then(|| number(side.iter().map(value).sum()));
        CheckEntry {
            id: check.id(),
            outcome: check.outcome.as_str(),
            relation: match check.relation {
                Relation::Equal => "equal",
                Relation::AtMost => "at_most",
                Relation::ZeroTogether => "zero_together",
            },
            left: sum(&check.left),
            right: sum(&check.right),
            difference: checked.then(|| number(check.difference)),
            says: check_says(context, check),
            sides: Sides {
                left: check.left.iter().map(|cited| Side::of(context, cited)).collect(),
                right: check.right.iter().map(|cited| Side::of(context, cited)).collect(),
            },
            missing: check.missing.iter().map(ToString::to_string).collect(),
        }
    }
}

impl Side {
    fn of(context: &RenderContext, cited: &SourcedValue) -> Side {
        let quote = match &cited.origin {
            Provenance::Stated(quote) => Some(*quote),
            Provenance::Computed(_) => None,
        };
        let count = matches!(cited.value, Value::Count(..));
        Side {
            id: cited.line.to_string(),
            aspect: cited.aspect.as_str(),
            wan: (!count).then(|| wan(cited.money())),
            n: if let Value::Count(n, _) = cited.value { Some(n) } else { None },
            quote: quote.map(Place::from),
            words: quote.map(|quote| context.disclosure.words(quote)),
        }
    }
}

/// The rule as a sentence, and its arithmetic or what is missing: `收入和支出相等：582.44 = 582.44 万元`.
pub fn check_says(context: &RenderContext, check: &Check) -> String {
    let colon = match context.locale.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let (rule, sum) = (check_sentence(context, check), arithmetic(context, check));
    format!("{}{colon}{}", plain(context, &rule), plain(context, &sum))
}

/// A text of ours for terminals and programs, which do without the page's narrow gaps.
pub fn plain(context: &RenderContext, text: &RichText) -> String {
    text.plain(&context.locale).replace('\u{202f}', " ")
}

fn value(cited: &SourcedValue) -> Decimal {
    match &cited.value {
        Value::Money(amount) => amount.number(),
        Value::Count(n, _) => Decimal::from(*n),
        Value::Percent(share) => *share,
        Value::OfHundred(n) => Decimal::from(*n),
    }
}

fn number(value: Decimal) -> String {
    wan(Amount::wan(value))
}
