//! One search over everything that the page holds: lines, terms, reasons, duties, and the text.
//!
//! What is searched is made ready once for a disclosure and a language ([`Index`]); a keystroke then looks through short
//! strings from end to end. Nothing is searched by patterns, so nothing that can be typed is slow.

mod clauses;
mod entry;
mod examples;
mod fold;
mod index;
mod lines;
mod listing;
mod matches;
mod pinyin;
mod query;
mod snippet;
mod terms;

pub use entry::{Entry, Kind, Number, Slot};
pub use examples::examples;
pub use fold::Field;
pub use index::{Found, Group, Hit, Index};
pub use listing::{Choice, Listing};
pub use matches::Mark;
pub use snippet::{Snippet, Stretch, snippet};
