//! Taking something away.

use super::{Fetched, within};
use crate::view::state::State;
use crate::view::taking::Taking;
use leptos::wasm_split::wasm_split;
use web_sys::HtmlElement;

/// A button of what can be taken was pressed.
#[wasm_split(taking, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
pub fn press(state: State, button: HtmlElement) -> Fetched {
    within(|| Taking::press(state, &button));
    Ok(())
}
