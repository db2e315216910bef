//! The tables: sorted by a column.

use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::enhance::table_sort;
use crate::state::State;
use leptos::wasm_split::wasm_split;
use web_sys::HtmlElement;

/// Sorts a table by the column whose header was pressed.
#[wasm_split(tables, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
pub fn sort(state: State, button: HtmlElement) -> ChunkResult {
    within(|| table_sort::press(&state, &button));
    Ok(())
}
