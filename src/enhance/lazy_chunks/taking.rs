//! Taking something away.

use crate::enhance::download::DownloadRequest;
use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::state::State;
use leptos::wasm_split::wasm_split;
use web_sys::HtmlElement;

/// A button of what can be taken was pressed.
#[wasm_split(taking, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
pub fn press(state: State, button: HtmlElement) -> ChunkResult {
    within(|| DownloadRequest::press(state, &button));
    Ok(())
}
