//! The tables: sorted by a column.

use super::{Fetched, within};
use crate::view::live::sort;
use crate::view::state::State;
use leptos::wasm_split::wasm_split;
use web_sys::HtmlElement;

/// Sorts a table by the column whose header was pressed.
#[wasm_split(tables, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
pub fn sort(state: State, button: HtmlElement) -> Fetched {
    within(|| sort::press(&state, &button));
    Ok(())
}
