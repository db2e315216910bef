//! The stable ids of lines and counts, a public contract for permalinks, embeds and files.

use super::source_text;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// The stable id of a line or a count, such as `three_public.reception`.
///
/// Ids are paths: `expenditure.208` is a child of `expenditure`. An unknown name is part of the path as it was
/// published: `expenditure.某某支出`.
///
/// ```
/// use mingbai_core::disclosure::LineId;
///
/// let class = LineId::known("expenditure.208");
/// assert_eq!(class.parent(), Some("expenditure"));
/// assert_eq!(LineId::child("expenditure", "某某支出"), "expenditure.某某支出");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(Cow<'static, str>);

impl LineId {
    /// A known id.
    pub const fn known(id: &'static str) -> LineId {
        LineId(Cow::Borrowed(id))
    }

    /// The child of `parent` with the published name `name`.
    pub fn child(parent: &str, name: &str) -> LineId {
        LineId(Cow::Owned(format!("{parent}.{name}")))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parent's id: `expenditure` for `expenditure.208`, None for `expenditure`.
    pub fn parent(&self) -> Option<&str> {
        // Ids are short and asked for their parents often: looking at each byte is faster than a general search.
        let dot = self.0.bytes().rposition(|byte| byte == b'.')?;
        Some(&self.0[..dot])
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for LineId {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for LineId {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl From<&str> for LineId {
    fn from(id: &str) -> LineId {
        LineId::from(id.to_owned())
    }
}

impl FromStr for LineId {
    type Err = Infallible;

    fn from_str(id: &str) -> Result<LineId, Infallible> {
        Ok(LineId::from(id))
    }
}

impl From<String> for LineId {
    fn from(id: String) -> LineId {
        LineId(Cow::Owned(id))
    }
}

impl Serialize for LineId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        source_text::serialize(self.as_str(), serializer)
    }
}

impl<'de> Deserialize<'de> for LineId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LineId, D::Error> {
        source_text::deserialize(deserializer).map(LineId::from)
    }
}
