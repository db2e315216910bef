//! The popup: one card over the page, for a term, a line of a chart, or the provenance of a number.
//!
//! It opens when the pointer rests on a trigger or a trigger has the focus, and is pinned when the trigger is clicked,
//! tapped or entered. The pointer can move onto it, Escape closes it, and it does not vanish while a reader is at it
//! (WCAG 1.4.13).

pub mod card;
mod controller;
pub mod layer;
pub mod position;
pub mod triggers;

pub use controller::PopupController;

use mingbai_core::disclosure::LineId;
use mingbai_core::provenance::SourcedValue;

/// What a popup shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A glossary entry.
    Term(&'static str),
    /// A line of a chart.
    Line(LineId),
    /// A number with its provenance.
    Number(SourcedValue),
}

/// A rectangle, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The bottom edge.
    pub bottom: f64,
}

/// An open popup.
#[derive(Clone, Debug, PartialEq)]
pub struct Popup {
    /// What it shows.
    pub subject: Subject,
    /// What it belongs to, in coordinates of the document.
    pub anchor: Rectangle,
    /// True if it stays open until it is closed.
    pub pinned: bool,
    /// What it showed before, if a link in it led to another subject.
    pub trail: Vec<Subject>,
}
