//! A published text → a [`Disclosure`]: a tree of budget lines, each with the quote that states it.
//!
//! The road: one spelling ([`normal`]) → paragraphs ([`paragraph`]) → headings say what a paragraph is about
//! ([`heading`]) → clauses ([`clause`]) → sentences ([`statement`]), people and words ([`profile`]) → what is a part and
//! what a sum ([`roles`]) → numbers that nobody claimed ([`conservation`]). Nothing is guessed.

mod change;
mod clause;
mod comparison;
mod conservation;
mod draft;
mod error;
mod heading;
mod id;
pub mod kept;
mod lexicon;
mod model;
mod name;
mod normal;
mod number;
mod paragraph;
mod profile;
mod quote;
mod read;
mod roles;
mod says;
mod stated;
mod statement;
mod tail;
mod tree;

pub use error::ReadError;
pub use id::LineId;
pub use model::*;
pub(crate) use normal::{Spelling, spell};
pub use quote::Quote;
pub use read::read;
