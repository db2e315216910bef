//! The chunk of downloads and citations.

use crate::enhance::app_state::AppState;
use crate::enhance::download::DownloadRequest;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use mingbai_macros::lazy_chunk;
use web_sys::HtmlElement;

/// A button of a download menu was pressed.
#[lazy_chunk(downloads, preload(fetch))]
pub fn press(app: AppState, button: HtmlElement) -> ChunkResult {
    with_root_owner(|| DownloadRequest::press(app, &button));
    Ok(())
}
