//! The search.

use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::enhance::popup::PopupController;
use crate::enhance::search::{FindDialog, SearchController};
use crate::state::State;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use mingbai_macros::lazy_chunk;
use std::cell::OnceCell;

/// Opens the search; made when it is first opened.
#[lazy_chunk(search, preload(fetch))]
pub fn show(state: State, popup_controller: PopupController) -> ChunkResult {
    thread_local! {
        static FINDER: OnceCell<SearchController> = const { OnceCell::new() };
    }
    let made = || {
        within(|| {
            let search_controller = SearchController::new(state, popup_controller);
            provide_context(search_controller);
            mount_to_body(FindDialog);
            search_controller
        })
    };
    let search_controller = FINDER.with(|search_controller| *search_controller.get_or_init(made));
    within(|| search_controller.show());
    Ok(())
}
