//! Opening a document without a dialog: a file that is dropped anywhere on the report, or a text that is pasted there.
//! While a file is held over the page, the page says so, and what reads it is fetched.
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

/// The attribute of `<html>` with what the page says while a file is held over it; empty once it is not.
const FILE_OVER_PAGE: &str = "data-file-over";

/// Opens what is dropped or pasted on the report. In a kiosk, `kiosk.js` keeps away what is dropped; nothing is pasted.
pub fn start(app: AppState) {
    if app.page_kind != PageKind::Report || page_attributes::is_kiosk() {
        return;
    }
    let on_drag = move |event: DragEvent| {
        let Some(files) = event.data_transfer().filter(has_files).and_then(|dragged| dragged.files()) else { return };
        // Without this, the browser would leave the page for the file.
        event.prevent_default();
        let mut said = "";
        match event.type_().as_str() {
            "drop" => opening::request(app, OpeningRequest::Files(files)),
            // A pointer that goes to another element leaves one for it; one that leaves the page, for none.
            "dragleave" if event.related_target().is_none() => {}
            _ => {
                said = app.locale_untracked().words().open_document;
                opening::request(app, OpeningRequest::Prefetch);
            }
        }
        dom::set_root_attribute(FILE_OVER_PAGE, said);
    };
    for event in ["dragover", "dragleave", "drop"] {
        events::add_listener(&window(), event, on_drag);
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
