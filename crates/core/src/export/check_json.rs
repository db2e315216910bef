//! A check as JSON, with the numbers of both sides. Part of the schemas `mingbai/1` and `mingbai/check/1`, in which a
//! check is described by `schema/mingbai-1.schema.json` and `schema/mingbai-check-1.schema.json`.

use super::json_value::{QuoteRecord, wan};
use super::plain_text::plain_text;
use crate::amount::Amount;
use crate::audit::{Check, Outcome, Relation};
use crate::figures::{RenderContext, arithmetic, check_sentence, slip_sentence};
use crate::locale::Lang;
use crate::provenance::{Provenance, SourcedValue, Value};
use rust_decimal::Decimal;
use serde::Serialize;

/// One rule applied to one disclosure.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct CheckRecord {
    /// The rule, and the line where the rule is applied to several.
    pub id: String,
    /// `pass`, `rounding`, `conflict` or `unchecked`.
    pub outcome: &'static str,
    /// The relation that is required: `equal`, `at_most` (left no more than right), `zero_together`, or `same_unit`
    /// (neither is 10,000 times what it should be).
    pub relation: &'static str,
    /// The sum of one side, in 万元 or as a count; null where it could not be checked.
    pub left: Option<String>,
    /// The sum of the other side.
    pub right: Option<String>,
    /// Left less right.
    pub difference: Option<String>,
    /// The rule as a sentence, with its arithmetic.
    #[serde(rename = "says")]
    pub sentence: String,
    /// The numbers on each side.
    pub sides: CheckSidesRecord,
    /// The ids of lines that the document does not state, where it could not be checked. `expenditure.*` means the
    /// parts of `expenditure`.
    pub missing: Vec<String>,
    /// Lines of the text, from 1, with numbers that were not understood and may be a missing part.
    pub unread_lines: Vec<usize>,
    /// The one slip of writing or reading that would explain a conflict, as a sentence; null where there is none.
    pub possible_slip: Option<String>,
}

/// The numbers on both sides of a check.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct CheckSidesRecord {
    /// The left side; its sum is compared.
    pub left: Vec<SideNumberRecord>,
    /// The right side.
    pub right: Vec<SideNumberRecord>,
}

/// A number on a side of a check: money, or a count.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct SideNumberRecord {
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
    /// Where it is stated; null for a computed number.
    pub quote: Option<QuoteRecord>,
    /// The text that states it, as published.
    #[serde(rename = "words")]
    pub text: Option<String>,
}

impl CheckRecord {
    /// A check, with its sentence in the language of `context`.
    pub fn of(context: &RenderContext, check: &Check) -> CheckRecord {
        let checked = check.outcome != Outcome::Unchecked && !check.covers_many_lines();
        let sum = |side: &[SourcedValue]| checked.then(|| decimal_text(side.iter().map(decimal).sum()));
        CheckRecord {
            id: check.id(),
            outcome: check.outcome.as_str(),
            relation: match check.relation {
                Relation::Equal => "equal",
                Relation::AtMost => "at_most",
                Relation::ZeroTogether => "zero_together",
                Relation::SameUnit => "same_unit",
            },
            left: sum(&check.left),
            right: sum(&check.right),
            difference: checked.then(|| decimal_text(check.difference)),
            sentence: check_text(context, check),
            sides: CheckSidesRecord {
                left: check.left.iter().map(|value| SideNumberRecord::of(context, value)).collect(),
                right: check.right.iter().map(|value| SideNumberRecord::of(context, value)).collect(),
            },
            missing: check.missing.iter().map(ToString::to_string).collect(),
            unread_lines: check.unread_lines(),
            possible_slip: slip_sentence(context, check).map(|slip| plain_text(context, &slip)),
        }
    }
}

impl SideNumberRecord {
    fn of(context: &RenderContext, value: &SourcedValue) -> SideNumberRecord {
        let quote = match &value.provenance {
            Provenance::Stated(quote) => Some(*quote),
            Provenance::Computed(_) => None,
        };
        let count = matches!(value.value, Value::Count(..));
        SideNumberRecord {
            id: value.line.to_string(),
            aspect: value.aspect.as_str(),
            wan: (!count).then(|| wan(value.money())),
            n: if let Value::Count(n, _) = value.value { Some(n) } else { None },
            quote: quote.map(QuoteRecord::from),
            text: quote.map(|quote| context.disclosure.quoted_text(quote)),
        }
    }
}

/// The rule as a sentence, and its arithmetic or what is missing: `收入和支出相等：582.44 = 582.44 万元`.
pub fn check_text(context: &RenderContext, check: &Check) -> String {
    let colon = match context.locale.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let (rule, sum) = (check_sentence(context, check), arithmetic(context, check));
    format!("{}{colon}{}", plain_text(context, &rule), plain_text(context, &sum))
}

fn decimal(value: &SourcedValue) -> Decimal {
    match &value.value {
        Value::Money(amount) => amount.number(),
        Value::Count(n, _) => Decimal::from(*n),
        Value::Percent(share) => *share,
        Value::OfHundred(n) => Decimal::from(*n),
    }
}

fn decimal_text(value: Decimal) -> String {
    wan(Amount::wan(value))
}
