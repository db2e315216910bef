//! The tables: sorted by a column.

use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::enhance::table_sort;
use crate::state::State;
use mingbai_macros::lazy_chunk;
use web_sys::HtmlElement;

/// Sorts a table by the column whose header was pressed.
#[lazy_chunk(tables, preload(fetch))]
pub fn sort(state: State, button: HtmlElement) -> ChunkResult {
    within(|| table_sort::press(&state, &button));
    Ok(())
}
