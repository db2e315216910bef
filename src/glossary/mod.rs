//! Terms in plain words, and how they are found in text.

mod gloss;
mod mark;
mod term;

pub use gloss::english;
pub use mark::{Piece, mark};
pub use term::{Term, all, by_id, of_line};
