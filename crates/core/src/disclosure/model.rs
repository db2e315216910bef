//! The disclosure: what [`parse`](super::parse) returns.

use super::institution::{BudgetUnit, Contact, Count, Definition, Duty};
use super::line::{Line, OrphanedChange};
use super::quote::{Passage, Quote};
use super::source_text;
use super::unread::UnreadNumber;
use crate::amount::AmountUnit;
use serde::{Deserialize, Serialize};

/// One published document of one institution for one year.
///
/// Lines are a flat list in the order of the text; their ids make it a tree (see [`LineId`](super::LineId)).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Disclosure {
    /// The text as it is displayed: as published, but that characters which turn the direction of writing are visible.
    /// Every quote is a range of it, and of the published text.
    #[serde(skip)]
    pub source: String,
    /// The text as published, where that is another one; see [`Disclosure::published_text`].
    #[serde(skip)]
    pub published: Option<String>,
    /// The title, such as 2023年部门预算情况说明; None where the document has none.
    pub title: Option<Passage>,
    /// The institution's name; None where the document has none.
    pub institution: Option<Passage>,
    /// The budget year; None where the document does not state it.
    pub year: Option<i32>,
    /// 部门 or 单位.
    pub kind: BudgetKind,
    /// The unit of the document's amounts.
    pub unit: AmountUnit,
    /// Budget lines in the order of the text.
    pub lines: Vec<Line>,
    /// Changes of lines whose own amount is not stated.
    pub orphaned_changes: Vec<OrphanedChange>,
    /// Counts of posts, offices and vehicles in the order of the text.
    pub counts: Vec<Count>,
    /// The institution's duties (职能职责).
    pub duties: Vec<Duty>,
    /// The institutions that this budget covers (单位构成).
    pub budget_units: Vec<BudgetUnit>,
    /// The document's own explanations of terms (专业性名词解释).
    pub definitions: Vec<Definition>,
    /// The person to ask about the disclosure.
    pub contact: Option<Contact>,
    /// Headings of sections and items in the order of the text.
    pub headings: Vec<Heading>,
    /// Other prose that was recognised, such as a paragraph under 职能职责 without a number.
    pub passages: Vec<Passage>,
    /// Page numbers, line numbers, running heads and borders, which are removed before the text is parsed.
    pub furniture: Vec<Passage>,
    /// Numbers that were not understood.
    pub unread: Vec<UnreadNumber>,
}

impl Disclosure {
    /// A disclosure without any text.
    pub const EMPTY: Disclosure = Disclosure {
        source: String::new(),
        published: None,
        title: None,
        institution: None,
        year: None,
        kind: BudgetKind::Department,
        unit: AmountUnit::Wan,
        lines: Vec::new(),
        orphaned_changes: Vec::new(),
        counts: Vec::new(),
        duties: Vec::new(),
        budget_units: Vec::new(),
        definitions: Vec::new(),
        contact: None,
        headings: Vec::new(),
        passages: Vec::new(),
        furniture: Vec::new(),
        unread: Vec::new(),
    };
}

/// The kind of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BudgetKind {
    /// 部门预算: a department with the units below it.
    Department,
    /// 单位预算: one unit below a department.
    SingleUnit,
}

/// The heading of a section or an item.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Heading {
    /// As written, without its number.
    #[serde(with = "source_text")]
    pub text: String,
    /// 1 for a section, 2 for an item of it.
    pub level: u8,
    /// The heading with its number.
    pub quote: Quote,
}
