//! The browser's history. Each entry of the page is numbered in `history.state`, and an overlay (a dialog over the page)
//! has an entry of its own, so that the Back button closes it.
//!
//! `history.state` is `{ entry: 3 }`, or `{ entry: 3, overlay: "search" }` for an overlay over entry 3. An entry of a
//! document that the reader opened has its number besides: `{ entry: 3, document: 0 }`.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use strum::{EnumString, IntoStaticStr};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

/// A dialog over the page that has an entry in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Overlay {
    /// The search.
    Search,
    /// The dialog for sharing a figure.
    Sharing,
    /// The dialog for opening a document.
    Opening,
    /// The dialog for checking a draft.
    Draft,
}

/// The number of the present entry; None for an entry that the app has not numbered yet.
pub fn entry() -> Option<u32> {
    state_property("entry")?.as_f64().map(|entry| entry as u32)
}

/// The overlay that the present entry is of; None for an entry of the page itself.
pub fn overlay() -> Option<Overlay> {
    state_property("overlay")?.as_string()?.parse().ok()
}

/// The number of the opened document that the present entry shows; None for the document that the page publishes.
pub fn document() -> Option<u32> {
    state_property("document")?.as_f64().map(|number| number as u32)
}

/// Numbers the present entry, which shows this document. Does nothing where a frame may not change the history.
pub fn number_entry(entry: u32, document: Option<u32>) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&state(entry, document, None), "", None);
    }
}

/// Adds an entry that shows a document from its top, with an address that names no place. The entry of an overlay becomes
/// that of the document. Does nothing where a frame may not change the history.
pub fn enter_document(entry: u32, document: Option<u32>) {
    let location = window().location();
    let (Some(history), Ok(path), Ok(query)) = (history(), location.pathname(), location.search()) else { return };
    let (is_overlay, state, address) = (overlay().is_some(), state(entry, document, None), format!("{path}{query}"));
    let _ = if is_overlay {
        restore_scroll();
        history.replace_state_with_url(&state, "", Some(&address))
    } else {
        history.push_state_with_url(&state, "", Some(&address))
    };
}

/// Adds an entry for an overlay, with the number of the entry below it. Does nothing where a frame may not change the
/// history.
pub fn push_overlay(overlay: Overlay) {
    if let Some(history) = history() {
        // The page under an overlay does not move, so the browser must not restore an older scroll position.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let _ = history.push_state_with_url(&state(entry().unwrap_or_default(), document(), Some(overlay)), "", None);
    }
}

/// The overlay is closed: the browser restores scroll positions again.
pub fn restore_scroll() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }
}

/// Goes back by one entry.
pub fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

fn history() -> Option<History> {
    window().history().ok()
}

fn state(entry: u32, document: Option<u32>, overlay: Option<Overlay>) -> JsValue {
    let state = Object::new();
    let _ = Reflect::set(&state, &"entry".into(), &entry.into());
    if let Some(document) = document {
        let _ = Reflect::set(&state, &"document".into(), &document.into());
    }
    if let Some(overlay) = overlay {
        let _ = Reflect::set(&state, &"overlay".into(), &<&str>::from(overlay).into());
    }
    state.into()
}

fn state_property(name: &str) -> Option<JsValue> {
    let state = history()?.state().ok()?;
    // Another script's state may be anything.
    Reflect::get(&state, &name.into()).ok()
}
