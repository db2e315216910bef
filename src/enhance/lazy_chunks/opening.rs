//! The chunk for opening a document of the reader's own, with the parser.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{ChunkResult, draft, run_or_show_notice, with_root_owner};
use crate::enhance::opening::OpeningController;
use crate::enhance::opening::dialog::OpeningDialog;
use crate::platform::document_worker::DocumentWorker;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_macros::lazy_chunk;
use std::cell::OnceCell;
use web_sys::FileList;

/// What is to be done with documents of the reader's own.
pub enum OpeningRequest {
    /// Do what a button with this `data-choice` is for: `open`, `draft`, `keep` or `published`.
    Button(String),
    /// Open files.
    Files(FileList),
    /// Open a text.
    Text(String),
    /// Fetch what reads documents: one is about to come.
    Prefetch,
}

/// Does what is asked. A notice on the page says so if the chunk could not be fetched.
pub fn request(app: AppState, request: OpeningRequest) {
    run_or_show_notice(app, run(app, request));
}

/// One entry point for all: each costs room in what every visit loads.
#[lazy_chunk(opening)]
fn run(app: AppState, request: OpeningRequest) -> ChunkResult {
    with_controller(app, |opening| match request {
        OpeningRequest::Files(files) => opening.open_files(&files),
        OpeningRequest::Text(text) => opening.open_text(None, &text),
        OpeningRequest::Prefetch => spawn_local(DocumentWorker::prefetch()),
        OpeningRequest::Button(choice) => match choice.as_str() {
            "draft" => {
                let open_text = Callback::new(move |(name, text): (String, String)| {
                    with_controller(app, |opening| opening.open_text(Some(name), &text));
                });
                run_or_show_notice(app, draft::show(app, open_text));
            }
            "keep" => opening.keep(),
            "published" => opening.choose(None),
            _ => opening.show(),
        },
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
