//! The chunk for sharing a figure.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use crate::enhance::popup::PopupController;
use crate::enhance::share::ShareController;
use crate::enhance::share::dialog::ShareDialog;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use mingbai_core::figures::FigureId;
use mingbai_macros::lazy_chunk;
use std::cell::OnceCell;

/// Opens the dialog for a figure. It is mounted when it is first opened.
#[lazy_chunk(sharing)]
pub fn show(app: AppState, popup_controller: PopupController, id: FigureId) -> ChunkResult {
    thread_local! {
        static CONTROLLER: OnceCell<ShareController> = const { OnceCell::new() };
    }
    let made = || {
        with_root_owner(|| {
            let share = ShareController::new(app, popup_controller);
            provide_context(share);
            mount_to_body(ShareDialog);
            share
        })
    };
    let share = CONTROLLER.with(|share| *share.get_or_init(made));
    with_root_owner(|| share.show(id));
    Ok(())
}
