//! A check as JSON, with both sides in full.

use super::json::{Place, wan};
use crate::amount::Amount;
use crate::audit::{Check, Outcome, Relation};
use crate::figures::{Reading, Text, arithmetic, check_sentence};
use crate::locale::Lang;
use crate::provenance::{Cited, Origin, Value};
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
    /// A check, said in the language of `reading`.
    pub fn of(reading: &Reading, check: &Check) -> CheckEntry {
        let checked = check.outcome != Outcome::Unchecked;
        let sum = |side: &[Cited]| checked.then(|| number(side.iter().map(value).sum()));
        CheckEntry {
            id: check.id(),
            outcome: check.outcome.word(),
            relation: match check.relation {
                Relation::Equal => "equal",
                Relation::AtMost => "at_most",
                Relation::ZeroTogether => "zero_together",
            },
            left: sum(&check.left),
            right: sum(&check.right),
            difference: checked.then(|| number(check.difference)),
            says: check_says(reading, check),
            sides: Sides {
                left: check.left.iter().map(|cited| Side::of(reading, cited)).collect(),
                right: check.right.iter().map(|cited| Side::of(reading, cited)).collect(),
            },
            missing: check.missing.iter().map(ToString::to_string).collect(),
        }
    }
}

impl Side {
    fn of(reading: &Reading, cited: &Cited) -> Side {
        let quote = match &cited.origin {
            Origin::Stated(quote) => Some(*quote),
            Origin::Computed(_) => None,
        };
        let count = matches!(cited.value, Value::Count(..));
        Side {
            id: cited.line.to_string(),
            aspect: cited.aspect.word(),
            wan: (!count).then(|| wan(cited.money())),
            n: if let Value::Count(n, _) = cited.value { Some(n) } else { None },
            quote: quote.map(Place::from),
            words: quote.map(|quote| reading.disclosure.words(quote)),
        }
    }
}

/// The rule as a sentence, and its arithmetic or what is missing: `收入和支出相等：582.44 = 582.44 万元`.
pub fn check_says(reading: &Reading, check: &Check) -> String {
    let colon = match reading.locale.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let (rule, sum) = (check_sentence(reading, check), arithmetic(reading, check));
    format!("{}{colon}{}", plain(reading, &rule), plain(reading, &sum))
}

/// A text of ours for terminals and programs, which do without the page's narrow gaps.
pub fn plain(reading: &Reading, text: &Text) -> String {
    text.plain(&reading.locale).replace('\u{202f}', " ")
}

fn value(cited: &Cited) -> Decimal {
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
