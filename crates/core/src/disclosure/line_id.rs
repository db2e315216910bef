//! The stable names of lines and counts: a public contract for permalinks, embeds and files.

use std::borrow::Cow;
use std::fmt;

/// A line's stable id, such as `three_public.reception`.
///
/// Ids are paths: `expenditure.208` is a child of `expenditure`. A name that is not known stands in the path as it was
/// published: `expenditure.某某支出`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(Cow<'static, str>);

impl LineId {
    /// A known id.
    pub const fn known(id: &'static str) -> LineId {
        LineId(Cow::Borrowed(id))
    }

    /// The child of `parent` that is called `name` in the document.
    pub fn named(parent: &str, name: &str) -> LineId {
        LineId(Cow::Owned(format!("{parent}.{name}")))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of the line above, if any: `expenditure` for `expenditure.208`.
    pub fn parent(&self) -> Option<&str> {
        self.0.rsplit_once('.').map(|(parent, _)| parent)
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

impl From<String> for LineId {
    fn from(id: String) -> LineId {
        LineId(Cow::Owned(id))
    }
}
