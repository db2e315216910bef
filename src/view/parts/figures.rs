//! The figures: charts that are live, tables that are sorted.

use super::{Fetched, within};
use crate::view::follow::follow;
use crate::view::live::{chart, sort};
use crate::view::popup::Opener;
use crate::view::state::State;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use web_sys::{Element, HtmlElement};

/// Brings the charts of the page to life, and again whenever it is written anew.
#[wasm_split(figures, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn start(state: State, opener: Opener, place: Element) -> Fetched {
    within(|| {
        let place = StoredValue::new_local(place);
        follow(move || {
            state.written.track();
            chart::start(&place.get_value(), state, opener);
        });
    });
    Ok(())
}

/// Sorts a table by the column whose header was pressed.
#[wasm_split(figures, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn sort(state: State, button: HtmlElement) -> Fetched {
    within(|| sort::press(&state, &button));
    Ok(())
}
