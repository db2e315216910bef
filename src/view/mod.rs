//! The page, in Leptos. It only presents what `figure`, `audit` and `glossary` make.

mod alone;
mod amount;
mod book;
mod chart;
mod checks;
mod explanations;
mod figure_card;
mod find;
mod find_dialog;
mod find_results;
mod follow;
mod glossary;
mod header;
mod hero;
mod keypad;
mod kiosk;
mod live;
mod needs;
mod notices;
mod office;
mod page;
mod parts;
mod popup;
mod popup_card;
mod popup_place;
mod print;
mod purposes;
mod share;
mod share_dialog;
mod source;
mod state;
#[cfg(feature = "ssr")]
pub mod still;
#[cfg(feature = "ssr")]
pub(crate) mod still_chart;
mod table;
mod take_away;
mod taking;
mod term;
mod text;
mod travel;
mod verbatim;
mod way;
mod wishes;

pub use live::start;
