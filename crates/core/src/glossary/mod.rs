//! Terms in plain words, how they are found in text, and English translations of a document's own words.

mod term;
mod term_finder;
mod translations;

pub use term::{Term, all, by_id, of_line};
pub use term_finder::{TermSpan, mark};
pub use translations::Translations;
