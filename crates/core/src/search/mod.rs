//! One search over everything that the page holds: lines, terms, reasons, duties, and the text.
//!
//! What is searched is made ready once for a disclosure and a language ([`Index`]); a keystroke then looks through short
//! strings from end to end. Nothing is searched by patterns, so nothing that can be typed is slow.

mod clauses;
mod entry;
mod examples;
mod index;
mod lines;
mod matches;
mod normalize;
mod pinyin;
mod query;
mod result_list;
mod snippet;
mod terms;

pub use entry::{Entry, Kind, Number, Slot};
pub use examples::examples;
pub use index::{Found, Group, Hit, Index};
pub use matches::Mark;
pub use normalize::Field;
pub use result_list::{Choice, Listing};
pub use snippet::{Snippet, Stretch, snippet};
