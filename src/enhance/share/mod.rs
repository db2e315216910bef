//! Sharing a figure: a link, code that embeds it, its picture.

mod controller;
pub mod dialog;

pub use controller::{ShareController, ShareFormat};
