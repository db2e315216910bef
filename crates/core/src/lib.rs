//! 明白账 (Mingbai): a Chinese department's published budget, parsed, checked and explained.
//!
//! The data flows in one direction: text → [`disclosure`] → [`audit`], [`variance`] → [`figures`], [`search`] →
//! [`export`]. Nothing in this crate knows a browser, a network or a file system.

pub mod address;
pub mod amount;
pub mod audit;
pub mod disclosure;
pub mod escape;
pub mod export;
pub mod figure_id;
pub mod figures;
pub mod formula;
pub mod glossary;
pub mod insertion_sort;
pub mod locale;
pub mod page_kind;
pub mod provenance;
pub mod search;
pub mod variance;
