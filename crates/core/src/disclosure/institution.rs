//! What a disclosure says about its institution: posts, duties, units, definitions, contact.

use super::line_id::LineId;
use super::quote::Quote;
use super::source_text;
use serde::{Deserialize, Serialize};

/// A number of posts, offices or vehicles.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Count {
    /// The stable id, such as `staff.administrative` or `vehicles`.
    pub id: LineId,
    /// The name as published.
    #[serde(with = "source_text")]
    pub label: String,
    /// The number.
    pub n: u64,
    /// The measure word as published: 人, 个, 辆 …
    #[serde(with = "source_text")]
    pub measure_word: String,
    /// The clause that states the number.
    pub quote: Quote,
}

/// One of the institution's duties.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Duty {
    /// Its number in the document.
    pub n: Option<u32>,
    /// The duty, without its number and full stop.
    #[serde(with = "source_text")]
    pub text: String,
    /// The paragraph.
    pub quote: Quote,
}

/// An institution that the budget covers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BudgetUnit {
    /// The name.
    #[serde(with = "source_text")]
    pub name: String,
    /// The remark in brackets behind the name, such as 二级预算单位.
    pub note: Option<String>,
    /// Name and remark.
    pub quote: Quote,
}

/// The document's own explanation of a term.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Definition {
    /// The term as written, such as “三公”经费.
    #[serde(with = "source_text")]
    pub term: String,
    /// The explanation.
    #[serde(with = "source_text")]
    pub text: String,
    /// Term and explanation.
    pub quote: Quote,
    /// True for a term that the explanation of another term explains.
    pub is_nested: bool,
}

/// The person to ask about the disclosure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Contact {
    /// The person's name.
    #[serde(with = "source_text")]
    pub name: String,
    /// The telephone number.
    #[serde(with = "source_text")]
    pub phone: String,
    /// The contact line.
    pub quote: Quote,
}
