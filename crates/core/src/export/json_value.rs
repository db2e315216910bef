//! Values that the JSON of several schemas contains.

use crate::amount::Amount;
use crate::disclosure::Quote;
use serde::Serialize;

/// Where the text states something.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct QuoteRecord {
    /// First byte of the text as UTF-8.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line on which it begins, from 1.
    pub line: usize,
}

impl From<Quote> for QuoteRecord {
    fn from(quote: Quote) -> QuoteRecord {
        QuoteRecord { start: quote.start, end: quote.end, line: quote.line }
    }
}

/// A record as the text of a JSON file, indented, with a line end.
pub fn to_json(record: &impl Serialize) -> String {
    // Serialising fails only for a map whose keys are not text: no record contains one.
    serde_json::to_string_pretty(record).unwrap_or_default() + "\n"
}

/// An amount as programs read it: 万元, exact, signed; nothing is `0`, without a sign.
pub fn wan(amount: Amount) -> String {
    if amount.is_zero() { "0".to_owned() } else { amount.plain() }
}
