//! The search: a dialog that finds lines, terms, reasons, duties and words of the text.

mod controller;
pub mod dialog;
mod keypad;
mod results;
mod suggestions;

pub use controller::SearchController;
