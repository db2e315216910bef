//! Checking a draft: the text of an opened document is edited, and what to look at follows.

mod controller;
pub mod dialog;

pub use controller::DraftController;
