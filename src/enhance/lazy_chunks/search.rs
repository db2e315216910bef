//! The chunk of the search.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use crate::enhance::popup::PopupController;
use crate::enhance::search::SearchController;
use crate::enhance::search::dialog::SearchDialog;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use mingbai_macros::lazy_chunk;
use std::cell::OnceCell;

/// Opens the search. Its dialog is mounted when it is first opened.
#[lazy_chunk(search, preload(fetch))]
pub fn show(app: AppState, popup_controller: PopupController) -> ChunkResult {
    thread_local! {
        static CONTROLLER: OnceCell<SearchController> = const { OnceCell::new() };
    }
    let made = || {
        with_root_owner(|| {
            let search = SearchController::new(app, popup_controller);
            provide_context(search);
            mount_to_body(SearchDialog);
            search
        })
    };
    let search = CONTROLLER.with(|search| *search.get_or_init(made));
    with_root_owner(|| search.show());
    Ok(())
}
