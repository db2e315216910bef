//! Terms in plain words, and how they are found in text.

mod term;
mod term_finder;
mod translation;

pub use term::{Term, all, by_id, of_line};
pub use term_finder::{Piece, mark};
pub use translation::english;
