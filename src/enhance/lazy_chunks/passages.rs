//! The chunk in which the published words become the chart.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use crate::enhance::source_passage;
use mingbai_macros::lazy_chunk;
use web_sys::HtmlElement;

/// A button of a passage was pressed.
#[lazy_chunk(passages, preload(fetch))]
pub fn press(app: AppState, button: HtmlElement, action: String) -> ChunkResult {
    with_root_owner(|| source_passage::press(app, &button, &action));
    Ok(())
}
