//! A published text → a [`Disclosure`]: a tree of budget lines, each with the quote that states it.
//!
//! The road: one spelling ([`normalized`]) → paragraphs ([`paragraph`]) → headings say what a paragraph is about
//! ([`heading`]) → clauses ([`clause`]) → sentences ([`statement`]), people and words ([`profile`]) → what is a part and
//! what a sum ([`roles`]) → numbers that nobody claimed ([`conservation`]). Nothing is guessed.

mod amount_line;
mod bracket;
mod builder;
mod change;
mod clause;
mod clause_kind;
mod comparison;
mod error;
mod explanation;
mod front_matter;
mod heading;
mod lexicon;
mod line_id;
mod line_name;
mod model;
mod normalization;
mod number;
mod paragraph;
mod parser;
mod profile;
mod quote;
mod roles;
mod sentence_parser;
mod sentence_state;
pub mod snapshot;
mod source_text;
mod stated_amount;
mod title;
mod tree;
mod unread_numbers;

pub use error::ParseError;
pub use line_id::LineId;
pub use model::*;
pub(crate) use normalization::{NormalizedChar, normalize_char};
pub use parser::parse;
pub use quote::Quote;
