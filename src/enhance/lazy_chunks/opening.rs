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

/// What is to be done with documents of the reader's own.
pub enum OpeningRequest {
    /// Open the dialog.
    Show,
    /// Open files.
    Files(FileList),
    /// Open a text, under a name if it has one.
    Text(Option<String>, String),
    /// Return to the published document.
    Leave,
}

/// Does what is asked. One entry point for all: each costs room in what every visit loads.
#[lazy_chunk(opening)]
pub fn run(app: AppState, request: OpeningRequest) -> ChunkResult {
    with_controller(app, |opening| match request {
        OpeningRequest::Show => opening.show(),
        OpeningRequest::Files(files) => opening.open_files(&files),
        OpeningRequest::Text(name, text) => opening.open_text(name, &text),
        OpeningRequest::Leave => opening.choose(None),
    });
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
