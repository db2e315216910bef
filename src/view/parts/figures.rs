//! The charts that are live.

use super::{Fetched, within};
use crate::view::follow::follow;
use crate::view::live::chart;
use crate::view::popup::Opener;
use crate::view::state::State;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;
use web_sys::Element;

/// Brings the charts of the page to life, and again whenever it is written anew.
#[wasm_split(figures, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn start(state: State, opener: Opener, place: Element) -> Fetched {
    // What was read is brought back in one task, and charts are begun in the next: between them the browser answers.
    state.book();
    let begin = move || {
        follow(move || {
            state.written.track();
            chart::start(&place, state, opener);
        });
    };
    set_timeout(move || within(begin), Duration::ZERO);
    Ok(())
}
