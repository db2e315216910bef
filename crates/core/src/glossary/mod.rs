//! Terms in plain words, how they are found in text, and English translations of a document's own words.

mod term;
mod term_finder;
mod translations;

pub use term::{Term, term_by_id, term_of_line, terms};
pub use term_finder::{TermSpan, mark_terms};
pub use translations::Translations;
