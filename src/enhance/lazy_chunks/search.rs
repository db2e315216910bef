//! The search.

use crate::enhance::lazy_chunks::{Fetched, within};
use crate::enhance::popup::Opener;
use crate::enhance::search::{FindDialog, Finder};
use crate::state::State;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::cell::OnceCell;

/// Opens the search; made when it is first opened.
#[wasm_split(search, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
pub fn show(state: State, opener: Opener) -> Fetched {
    thread_local! {
        static FINDER: OnceCell<Finder> = const { OnceCell::new() };
    }
    let made = || {
        within(|| {
            let finder = Finder::new(state, opener);
            provide_context(finder);
            mount_to_body(FindDialog);
            finder
        })
    };
    let finder = FINDER.with(|finder| *finder.get_or_init(made));
    within(|| finder.show());
    Ok(())
}
