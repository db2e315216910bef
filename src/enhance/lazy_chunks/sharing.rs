//! Sharing a figure.

use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::enhance::popup::PopupController;
use crate::enhance::share::ShareController;
use crate::enhance::share::dialog::{ShareDialog, ShareDialogProps};
use crate::state::State;
use leptos::mount::mount_to_body;
use mingbai_core::figures::FigureId;
use mingbai_macros::lazy_chunk;
use std::cell::OnceCell;

/// Opens the dialog for a figure; made when it is first opened.
#[lazy_chunk(sharing)]
pub fn show(state: State, popup_controller: PopupController, id: FigureId) -> ChunkResult {
    thread_local! {
        static SHARER: OnceCell<ShareController> = const { OnceCell::new() };
    }
    let made = || {
        within(|| {
            let share_controller = ShareController::new(state, popup_controller);
            mount_to_body(move || ShareDialog(ShareDialogProps { share_controller }));
            share_controller
        })
    };
    let share_controller = SHARER.with(|share_controller| *share_controller.get_or_init(made));
    within(|| share_controller.show(id));
    Ok(())
}
