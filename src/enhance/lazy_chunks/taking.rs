//! Taking something away.

use crate::enhance::download::DownloadRequest;
use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::state::State;
use mingbai_macros::lazy_chunk;
use web_sys::HtmlElement;

/// A button of what can be taken was pressed.
#[lazy_chunk(taking, preload(fetch))]
pub fn press(state: State, button: HtmlElement) -> ChunkResult {
    within(|| DownloadRequest::press(state, &button));
    Ok(())
}
