//! Budget lines and their changes against last year.

use super::Passage;
use super::line_id::LineId;
use super::quote::Quote;
use super::source_text;
use crate::amount::Amount;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

/// A budget line: a stated amount with an optional change and purpose.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Line {
    /// The stable id.
    pub id: LineId,
    /// The name as published.
    #[serde(with = "source_text")]
    pub label: String,
    /// The amount, exact.
    pub amount: Amount,
    /// The amount as published, such as `1675.82万元`.
    #[serde(with = "source_text")]
    pub published: String,
    /// The line's role in its list.
    pub role: Role,
    /// The clause that states the line.
    pub quote: Quote,
    /// The number with its unit inside the clause; the clause itself where a zero is stated in words.
    pub number_quote: Quote,
    /// The difference against last year, where stated.
    pub change: Option<Change>,
    /// What the money is for (主要用于), verbatim.
    pub purpose: Option<Passage>,
}

/// The role of a line in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// A part of its parent, or a root.
    Part,
    /// The sum of lines behind it (一般公共服务支出, followed by every class below it).
    Subtotal,
    /// A repetition: without it, the list adds up.
    Repeated,
    /// Contained in the amount of another line, not added to its siblings (含上年结转).
    Within,
}

impl Role {
    /// The stable word in JSON and CSV.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The difference against last year, as the document states it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Change {
    /// Signed: negative for a decrease, zero for 持平.
    pub amount: Amount,
    /// The direction as worded.
    pub direction: Direction,
    /// The comparison as worded, such as 比2022年; empty where the text has none.
    #[serde(with = "source_text")]
    pub comparison: String,
    /// The year of the comparison, where the text names it or it follows from the disclosure's own year (较去年).
    pub base_year: Option<i32>,
    /// The clause that states the change.
    pub quote: Quote,
    /// The number with its unit inside the clause; None for 持平.
    pub number_quote: Option<Quote>,
    /// The reason, verbatim; None where the explanation is only a list of components.
    pub reason: Option<Passage>,
    /// Everything behind 主要原因是, components included.
    pub explanation: Option<Passage>,
    /// The components of the change that the explanation names.
    pub components: Vec<Component>,
}

/// The change of a line whose own amount is not stated: 公务接待费万元，比2022年减少2.8万元.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrphanedChange {
    /// The line's id.
    pub id: LineId,
    /// The line's name as published.
    #[serde(with = "source_text")]
    pub label: String,
    /// The change.
    pub change: Change,
    /// What the line's money is for, verbatim.
    pub purpose: Option<Passage>,
}

/// What a document states about a line besides its amount. See
/// [`Disclosure::statements`](super::Disclosure::statements).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct LineStatement<'d> {
    /// The line's id.
    pub id: &'d LineId,
    /// The line; None where its own amount is not stated.
    pub line: Option<&'d Line>,
    /// Its difference against last year, where stated.
    pub change: Option<&'d Change>,
    /// What its money is for, verbatim.
    pub purpose: Option<&'d Passage>,
}

/// A stated change with its line. See [`Disclosure::changes`](super::Disclosure::changes).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct StatedChange<'d> {
    /// The line's id.
    pub id: &'d LineId,
    /// The line; None where its own amount is not stated.
    pub line: Option<&'d Line>,
    /// The change.
    pub change: &'d Change,
    /// What the line's money is for, verbatim.
    pub purpose: Option<&'d Passage>,
}

/// The direction of a change, as worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// 增加.
    Up,
    /// 减少.
    Down,
    /// 持平.
    Flat,
}

/// A signed component of a change: 基本支出增加174.78万元.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Component {
    /// The name as published.
    #[serde(with = "source_text")]
    pub label: String,
    /// The line that changed, where its name is known.
    pub id: Option<LineId>,
    /// Signed: negative for a decrease.
    pub amount: Amount,
    /// The clause that states the component.
    pub quote: Quote,
    /// The number with its unit inside the clause.
    pub number_quote: Quote,
}
