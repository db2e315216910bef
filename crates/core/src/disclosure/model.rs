//! What a disclosure holds once it is read.

use super::line_id::LineId;
use super::quote::Quote;
use super::source_text;
use crate::amount::{Amount, Unit};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

/// One published document of one institution for one year.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Disclosure {
    /// The text as published. Every quote is a range of it.
    #[serde(skip)]
    pub source: String,
    /// The title, such as 2023年部门预算情况说明; absent where the document has none.
    pub title: Option<Passage>,
    /// The institution's name.
    pub institution: Option<Passage>,
    /// The year that is planned.
    pub year: Option<i32>,
    /// 部门 or 单位.
    pub kind: Kind,
    /// The unit that the document writes its amounts in.
    pub unit: Unit,
    /// Budget lines in the order of the text.
    pub lines: Vec<Line>,
    /// Changes of lines whose own amount the text does not hold.
    pub lone_changes: Vec<LoneChange>,
    /// Counts of posts, offices and vehicles in the order of the text.
    pub counts: Vec<Count>,
    /// What the institution is there for.
    pub duties: Vec<Duty>,
    /// The institutions that this budget covers.
    pub units: Vec<BudgetUnit>,
    /// The document's own explanations of terms.
    pub definitions: Vec<Definition>,
    /// Who answers questions.
    pub contact: Option<Contact>,
    /// Section and item headings in the order of the text.
    pub headings: Vec<Heading>,
    /// Other prose that was read as such, such as a paragraph under 职能职责 without a number.
    pub passages: Vec<Passage>,
    /// Numbers that were not understood.
    pub unread: Vec<Unread>,
}

impl Disclosure {
    /// Nothing at all.
    pub const NONE: Disclosure = Disclosure {
        source: String::new(),
        title: None,
        institution: None,
        year: None,
        kind: Kind::Department,
        unit: Unit::Wan,
        lines: Vec::new(),
        lone_changes: Vec::new(),
        counts: Vec::new(),
        duties: Vec::new(),
        units: Vec::new(),
        definitions: Vec::new(),
        contact: None,
        headings: Vec::new(),
        passages: Vec::new(),
        unread: Vec::new(),
    };
}

/// What kind of budget it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// 部门预算: a department with the units below it.
    Department,
    /// 单位预算: a single unit.
    Unit,
}

/// A budget line: a stated amount with an optional change and purpose.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Its stable id.
    pub id: LineId,
    /// Its name as published.
    #[serde(with = "source_text")]
    pub label: String,
    /// How much.
    pub amount: Amount,
    /// The amount as published, such as `1675.82万元`.
    #[serde(with = "source_text")]
    pub published: String,
    /// What it is in its list.
    pub role: Role,
    /// The clause that states it.
    pub quote: Quote,
    /// The published number and unit inside the clause.
    pub figure: Quote,
    /// The difference against last year, where stated.
    pub change: Option<Change>,
    /// What the money is for (主要用于), verbatim.
    pub purpose: Option<Passage>,
}

/// What a line is in the list that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// A part of its parent, or a root.
    Part,
    /// The sum of lines that stand behind it, at a level of its own (一般公共服务支出 with every class below it).
    Subtotal,
    /// Stated once more; without it the list adds up.
    Repeated,
    /// Contained in another line's amount, not added to its sisters (含上年结转).
    Within,
}

impl Role {
    /// A stable word for machines.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The difference against last year as the document states it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Change {
    /// Signed: a fall is negative, flat is zero.
    pub amount: Amount,
    /// The direction as worded.
    pub direction: Direction,
    /// The comparison as worded, such as 比2022年; empty where the text has none.
    #[serde(with = "source_text")]
    pub base: String,
    /// The year compared with, where the text says it or it follows from the disclosure's own year.
    pub base_year: Option<i32>,
    /// The clause that states it.
    pub quote: Quote,
    /// The published number inside the clause; absent for 持平.
    pub figure: Option<Quote>,
    /// The reason, verbatim, where there is more than a list of components.
    pub reason: Option<Passage>,
    /// The whole passage behind 主要原因是, components and all.
    pub explanation: Option<Passage>,
    /// Signed parts of the change that the reason names.
    pub components: Vec<Component>,
}

/// A change of a line whose own amount was lost: 公务接待费万元，比2022年减少2.8万元.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LoneChange {
    /// The line's id.
    pub id: LineId,
    /// Its name as published.
    #[serde(with = "source_text")]
    pub label: String,
    /// The change.
    pub change: Change,
    /// What the money is for, verbatim.
    pub purpose: Option<Passage>,
}

/// Which way a change goes, as worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// 增加.
    Up,
    /// 减少.
    Down,
    /// 持平.
    Flat,
}

/// A signed part of a change.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Component {
    /// As published.
    #[serde(with = "source_text")]
    pub label: String,
    /// The line that it is a change of, where its name is known.
    pub id: Option<LineId>,
    /// Signed.
    pub amount: Amount,
    /// The clause.
    pub quote: Quote,
    /// The published number inside the clause.
    pub figure: Quote,
}

/// A number of people, offices or vehicles.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Count {
    /// `staff.administrative`, `vehicles` …
    pub id: LineId,
    /// As published.
    #[serde(with = "source_text")]
    pub label: String,
    /// How many.
    pub n: u64,
    /// 人, 个, 辆 …
    #[serde(with = "source_text")]
    pub unit: String,
    /// The clause.
    pub quote: Quote,
}

/// One of the institution's duties.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Duty {
    /// Its number in the document.
    pub n: Option<u32>,
    /// What it says, without the number.
    #[serde(with = "source_text")]
    pub text: String,
    /// Number and text.
    pub quote: Quote,
}

/// An institution that the budget covers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BudgetUnit {
    /// Its name.
    #[serde(with = "source_text")]
    pub name: String,
    /// What stands in brackets behind it, such as 二级预算单位.
    pub note: Option<String>,
    /// Name and note.
    pub quote: Quote,
}

/// The document's own explanation of a term.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Definition {
    /// The term as written, such as “三公”经费.
    #[serde(with = "source_text")]
    pub term: String,
    /// The explanation.
    #[serde(with = "source_text")]
    pub text: String,
    /// Term and explanation.
    pub quote: Quote,
    /// True for a term explained inside another one's explanation.
    pub inner: bool,
}

/// Who answers questions about the disclosure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Contact {
    /// A person.
    #[serde(with = "source_text")]
    pub name: String,
    /// A telephone number.
    #[serde(with = "source_text")]
    pub phone: String,
    /// The line.
    pub quote: Quote,
}

/// A heading.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Heading {
    /// As written, without its number.
    #[serde(with = "source_text")]
    pub text: String,
    /// 1 for a section, 2 for an item of it.
    pub level: u8,
    /// With its number.
    pub quote: Quote,
}

/// A stretch of the source, verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The words; hard line breaks inside are taken out.
    #[serde(with = "source_text")]
    pub text: String,
    /// Where they stand.
    pub quote: Quote,
}

/// A number that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// The number with a few words round it.
    #[serde(with = "source_text")]
    pub text: String,
    /// Where it stands.
    pub quote: Quote,
    /// Why it was not understood.
    pub why: Why,
}

/// Why a number was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, Display, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Why {
    /// The sentence is none of those that are known.
    UnknownSentence,
    /// There is no name before the amount.
    NoLabel,
    /// The name is not known and does not look like a class.
    UnknownLabel,
    /// The name looks like a known one with pieces missing.
    DamagedLabel,
    /// The number is not written as numbers are.
    #[strum(serialize = "malformed_number")]
    Malformed,
    /// The amount has no unit and the document none that it could have.
    NoUnit,
    /// The amount is in yuan, in a document that writes 万元: 万 may have been lost.
    OtherUnit,
    /// The line has been stated before, with another amount.
    StatedTwice,
    /// The amount belongs to another year.
    OtherYear,
    /// A change of a line that has no amount, or has a change already.
    StrayChange,
}

impl Why {
    /// A stable word for machines.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
