//! The chunk for checking a draft.

use crate::enhance::app_state::AppState;
use crate::enhance::draft::DraftController;
use crate::enhance::draft::dialog::DraftDialog;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use mingbai_macros::lazy_chunk;
use std::cell::OnceCell;

/// Opens the dialog. It is mounted when it is first needed. `open_text` opens a text as a document, by its name and words.
#[lazy_chunk(draft)]
pub fn show(app: AppState, open_text: Callback<(String, String)>) -> ChunkResult {
    thread_local! {
        static CONTROLLER: OnceCell<DraftController> = const { OnceCell::new() };
    }
    with_root_owner(|| {
        let made = || {
            let draft = DraftController::new(app);
            mount_to_body(move || view! { <DraftDialog draft open_text /> });
            draft
        };
        CONTROLLER.with(|draft| *draft.get_or_init(made)).show();
    });
    Ok(())
}
