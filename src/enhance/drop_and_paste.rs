//! Opening a document without a dialog: a file that is dropped anywhere on the report, or a text that is pasted there.
//! What the system hands to the installed site comes as if it were dropped (`public/offline.js`).

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::opening::{self, OpeningRequest};
use crate::enhance::page_attributes;
use crate::platform::{dom, events};
use leptos::prelude::*;
use mingbai_core::page_kind::PageKind;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent};

/// The least length of a pasted text that may be a document, in bytes of UTF-8. Whatever is shorter was pasted by
/// accident.
const LEAST_PASTED: usize = 60;

/// Opens what is dropped or pasted on the report, but not in a kiosk, where nobody may leave anything.
pub fn start(app: AppState) {
    if app.page_kind != PageKind::Report {
        return;
    }
    let is_kiosk = page_attributes::is_kiosk();
    let on_drag = move |event: DragEvent| {
        let Some(files) = event.data_transfer().filter(has_files).and_then(|dragged| dragged.files()) else { return };
        // Without this, the browser would leave the page for the file.
        event.prevent_default();
        if event.type_() == "drop" && !is_kiosk {
            opening::request(app, OpeningRequest::Files(files));
        }
    };
    events::add_listener(&window(), "dragover", on_drag);
    events::add_listener(&window(), "drop", on_drag);
    if is_kiosk {
        return;
    }
    events::add_listener(&window(), "paste", move |event: ClipboardEvent| {
        let is_typing = dom::closest_from_event(&event, "input, textarea, select, [contenteditable]").is_some();
        let pasted = |kind| event.clipboard_data()?.get_data(kind).ok();
        if let Some(text) = pasted("text/plain").filter(|text| !is_typing && text.len() >= LEAST_PASTED) {
            event.prevent_default();
            // The source of a page has tables as tables.
            let text = pasted("text/html").filter(|page| !page.is_empty()).unwrap_or(text);
            opening::request(app, OpeningRequest::Text(text));
        }
    });
}

fn has_files(dragged: &DataTransfer) -> bool {
    dragged.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
}
