//! Numbers that were not understood.

use super::quote::Quote;
use super::source_text;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

/// A number that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UnreadNumber {
    /// The number with some characters before and behind it.
    #[serde(with = "source_text")]
    pub text: String,
    /// Where the number is.
    pub quote: Quote,
    /// Why it was not understood.
    pub reason: UnreadReason,
}

/// Why a number was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum UnreadReason {
    /// The sentence has none of the known forms.
    UnknownSentence,
    /// There is no name before the amount.
    NoLabel,
    /// The name is unknown and does not look like a class.
    UnknownLabel,
    /// The name looks like a known one with characters missing.
    DamagedLabel,
    /// The number is malformed, such as `1.675.82`.
    MalformedNumber,
    /// The amount or count is written in numerals that are not read: 伍拾柒万元, 三十三人.
    InWords,
    /// The amount has no unit, and the document has no single unit that it could have.
    NoUnit,
    /// The amount is in 元 in a document that uses 万元, or contradicts the note of the unit above it (单位：元): 万 may be
    /// lost or too much.
    OtherUnit,
    /// The line was stated before with another amount.
    StatedTwice,
    /// The amount belongs to another year.
    OtherYear,
    /// The amount belongs to another institution, or to several.
    OtherOwner,
    /// The amount is only about this much (约, 左右, 以内, 上限).
    Approximate,
    /// A minus sign before an amount, or before the amount of an increase or a decrease, which has its sign in its
    /// word.
    UnexpectedSign,
    /// The change belongs to no line with an amount, or to one that has a change already.
    StrayChange,
}

impl UnreadReason {
    /// The stable word in JSON and in the page's hook `data-unread`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
