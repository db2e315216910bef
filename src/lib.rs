//! 明白账 (Mingbai): a department's published budget, explained.
//!
//! The map. One direction: text → [`disclosure`] → [`audit`], [`variance`] → [`figure`], [`find`] → [`view`], [`export`].
//! Everything above [`platform`] knows no browser and runs on the host and in the browser alike; `command` and `site` are the host's.

// A page of nested views is a deep type.
#![recursion_limit = "256"]

pub mod address;
pub mod amount;
pub mod audit;
pub mod cited;
#[cfg(feature = "ssr")]
pub mod command;
pub mod disclosure;
pub mod escape;
pub mod export;
pub mod figure;
pub mod find;
pub mod glossary;
pub mod kiosk;
pub mod locale;
pub mod notation;
pub mod order;
pub mod platform;
pub mod sheet;
#[cfg(feature = "ssr")]
pub mod site;
pub mod variance;
pub mod view;
