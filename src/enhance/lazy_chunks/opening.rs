//! The chunk for opening a document of the reader's own, with the parser.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use crate::enhance::opening::OpeningController;
use crate::enhance::opening::dialog::OpeningDialog;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use mingbai_macros::lazy_chunk;
use std::cell::OnceCell;
use web_sys::FileList;

/// Opens the dialog.
#[lazy_chunk(opening)]
pub fn show(app: AppState) -> ChunkResult {
    with_controller(app, |opening| opening.show());
    Ok(())
}

/// Opens files.
#[lazy_chunk(opening)]
pub fn open_files(app: AppState, files: FileList) -> ChunkResult {
    with_controller(app, |opening| opening.open_files(&files));
    Ok(())
}

/// Opens a text.
#[lazy_chunk(opening)]
pub fn open_text(app: AppState, text: String) -> ChunkResult {
    with_controller(app, |opening| opening.open_text(&text));
    Ok(())
}

/// Returns to the published document.
#[lazy_chunk(opening)]
pub fn leave(app: AppState) -> ChunkResult {
    with_controller(app, |opening| opening.choose(None));
    Ok(())
}

/// Runs `work` with the controller. The dialog is mounted when it is first needed.
fn with_controller(app: AppState, work: impl FnOnce(OpeningController)) {
    thread_local! {
        static CONTROLLER: OnceCell<OpeningController> = const { OnceCell::new() };
    }
    with_root_owner(|| {
        let made = || {
            let opening = OpeningController::new(app);
            mount_to_body(move || view! { <OpeningDialog opening /> });
            opening
        };
        work(CONTROLLER.with(|opening| *opening.get_or_init(made)));
    });
}
