//! The parts of a page that tests speak of by name, each with what a reader can do with it and what can be seen of it.

mod chart;
mod figure_card;
mod popup;
mod search_dialog;
mod settings;

pub use chart::ChartContents;
