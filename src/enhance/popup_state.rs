//! The state of the popup: what it shows, and where.

use mingbai_core::disclosure::LineId;
use mingbai_core::provenance::SourcedValue;

/// What a popup shows.
#[derive(Clone, Debug, PartialEq)]
pub enum PopupContent {
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
    pub content: PopupContent,
    /// What it belongs to, in coordinates of the document.
    pub anchor: Rectangle,
    /// True if it stays open until it is closed.
    pub pinned: bool,
    /// What it showed before, for its Back button; the latest is last.
    pub back_stack: Vec<PopupContent>,
}
