//! Lazily loaded chunks of the app: their entry points, one file a chunk, and how these are run.
//!
//! A function with `#[lazy_chunk(name)]`, and what only such functions call, is cut out of the app's first file by the
//! release build, into one file for each name. Calling it fetches that file first, which can fail. Code outside of chunks
//! must not call what they call; a test limits the size of the first file.
//!
//! An entry point knows the feature that it starts. So a feature must not know this module: what calls an entry point is
//! outside of the feature, or gets a function from outside.

pub mod cards;
mod chunk_result;
pub mod downloads;
pub mod draft;
pub mod figures;
pub mod kiosk;
pub mod motion;
pub mod opening;
pub mod page;
mod parsing;
mod root_owner;
mod run;
pub mod search;
pub mod sharing;
pub mod tables;

pub use chunk_result::ChunkResult;
pub use root_owner::{set_root_owner, with_root_owner};
pub use run::{after_document, prefetch, run_after_document, run_or_show_notice, run_silently};
