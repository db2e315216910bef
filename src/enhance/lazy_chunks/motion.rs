//! The chunk of what moves: published words that become a chart, and the marks of a chart that become those of another.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use crate::enhance::{moving_marks, source_passage};
use mingbai_macros::lazy_chunk;
use web_sys::HtmlElement;

/// A pointer, a finger or the focus came to a button that makes something move.
#[lazy_chunk(motion)]
pub fn start() -> ChunkResult {
    moving_marks::start();
    Ok(())
}

/// A button of a passage was pressed.
#[lazy_chunk(motion)]
pub fn press(app: AppState, button: HtmlElement, action: String) -> ChunkResult {
    with_root_owner(|| source_passage::press(app, &button, &action));
    Ok(())
}
