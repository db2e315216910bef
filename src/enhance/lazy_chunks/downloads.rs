//! The chunk of downloads and citations.

use crate::enhance::app_state::AppState;
use crate::enhance::download::DownloadRequest;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use mingbai_macros::lazy_chunk;
use web_sys::HtmlElement;

/// Does what the pressed button of a download menu is for.
#[lazy_chunk(downloads, preload(fetch))]
pub fn start(app: AppState, button: HtmlElement) -> ChunkResult {
    with_root_owner(|| DownloadRequest::start(app, &button));
    Ok(())
}
