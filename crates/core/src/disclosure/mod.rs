//! Parses a published text into a [`Disclosure`]: a tree of budget lines, each with the quote that states it.
//!
//! The steps, each in a module of its own:
//!
//! 1. `normalization`, with `character`: one spelling, with a map back to the bytes of the source; page numbers,
//!    line numbers, running heads and borders (`furniture`, `running_head`) are removed.
//! 2. `paragraph`: lines of text are joined where a hard line break is inside a sentence.
//! 3. `heading`, `title`, `year`, `front_matter`, `document_scope`: which item of the template, and which year, a
//!    paragraph belongs to.
//! 4. `clause` splits a paragraph, `clause_kind` classifies each clause.
//!    `text_kind` tells what a text is that is no budget.
//! 5. `sentence_parser` attaches clauses to lines, with `sentence_state`, `stated_amount` (and `amount_line`,
//!    `bracket`), `change` and `explanation`. `profile` parses duties, units, posts and definitions. `lexicon` maps
//!    names to ids.
//! 6. `builder` collects; `roles` distinguishes parts, sums and repetitions.
//! 7. `unread_numbers` lists every number outside of all quotes. Nothing is guessed. `reading_share` counts them.

mod amount_line;
mod bracket;
mod builder;
mod change;
mod character;
mod chinese_numerals;
mod clause;
mod clause_kind;
mod comparison;
mod direction_marks;
mod document_scope;
mod error;
mod explanation;
mod front_matter;
mod furniture;
mod heading;
mod institution;
mod lexicon;
mod line;
mod line_id;
mod line_name;
mod model;
mod normalization;
mod number;
mod paragraph;
mod parser;
mod profile;
mod quote;
mod reading_share;
mod roles;
mod running_head;
mod sentence_parser;
mod sentence_state;
pub mod snapshot;
mod source_text;
mod stated_amount;
mod text_kind;
mod text_lines;
mod text_numbers;
mod title;
mod tree;
mod unit_note;
mod unread;
mod unread_numbers;
mod word_list;
mod year;

pub(crate) use character::{NormalizedChar, normalize_char, unified_ideograph};
pub use error::ParseError;
pub use institution::{BudgetUnit, Contact, Count, Definition, Duty};
pub use line::{Change, Component, Direction, Line, LineStatement, OrphanedChange, Role, StatedChange};
pub use line_id::LineId;
pub use model::{BudgetKind, Disclosure, Heading};
pub use parser::parse;
pub use quote::{Passage, Quote};
pub use reading_share::ReadingShare;
pub use text_kind::TextKind;
pub use text_lines::text_lines;
pub use unread::{UnreadNumber, UnreadReason};
