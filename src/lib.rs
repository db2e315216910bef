//! 明白账 (Mingbai), the web app: a department's published budget, explained in the reader's browser.
//!
//! [`components`] present what `mingbai-core` computes. [`prerender`] writes them as HTML on the host; [`enhance`] takes
//! that HTML over in the browser, through `platform`.

// A page of nested views is a deep type.
#![recursion_limit = "256"]

pub mod components;
pub mod enhance;
pub mod hooks;
pub mod kiosk;
mod loaded_document;
pub mod opened_file;
mod platform;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
