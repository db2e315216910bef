//! The popup: one card over the page, for a term, a line of a chart, or the provenance of a number.
//!
//! It opens when the pointer rests on a trigger or a trigger has the focus, and is pinned when the trigger is clicked,
//! tapped or entered. The pointer can move onto it, Escape closes it, and it does not vanish while a reader is at it
//! (WCAG 1.4.13).

pub mod card;
mod controller;
pub mod layer;
pub mod position;

pub use controller::PopupController;
