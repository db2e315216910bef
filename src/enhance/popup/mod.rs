//! The popup: one card over the page, for a term, a line of a chart, or the provenance of a number.
//!
//! While the pointer rests on a trigger, or a trigger has the focus, a tip of two lines is open. The whole card opens and
//! is pinned when the trigger is clicked, tapped or entered; that of a chart is docked under the chart. The pointer can
//! move onto a tip, Escape closes it, and it does not vanish while a reader is at it (WCAG 1.4.13).

pub mod card;
mod controller;
mod dock;
pub mod layer;
pub mod position;
mod tip;

pub use controller::PopupController;
