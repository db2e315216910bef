//! The chunk that sorts tables.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use crate::enhance::table_sort;
use mingbai_macros::lazy_chunk;
use web_sys::HtmlElement;

/// Sorts a table by the column whose header was pressed.
#[lazy_chunk(tables, preload(fetch))]
pub fn sort(app: AppState, button: HtmlElement) -> ChunkResult {
    with_root_owner(|| table_sort::sort_by_button(&app, &button));
    Ok(())
}
