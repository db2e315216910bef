//! The parts of a page that tests speak of by name, each with what a reader can do with it and what can be seen of it.

mod chart;
mod check;
mod figure_card;
mod kiosk;
mod popup;
mod search_dialog;
mod settings;
mod share_dialog;
mod source_text;

pub use chart::ChartContents;
pub use share_dialog::ShareDialog;
pub use source_text::SourceText;
