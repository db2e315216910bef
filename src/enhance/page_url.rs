//! The page's address as an [`Address`].

use crate::enhance::page_attributes;
use crate::platform::{history, url};
use leptos::prelude::window;
use mingbai_core::address::Address;
use std::fmt::Display;
use wasm_bindgen::JsValue;

/// The page's address.
pub fn address() -> Address {
    let location = window().location();
    Address::parse(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// Puts the place of the address into its fragment, where it came in the query or together with what a messenger added.
pub fn write_place_into_fragment() {
    let address = address();
    let fragment = address.fragment();
    if !fragment.is_empty() && fragment != url::fragment() {
        replace_address(&address);
    }
}

/// Replaces the page's address without navigation. Does nothing where a frame may not. A kiosk keeps its query, to which it
/// starts over.
pub fn replace_address(address: &Address) {
    if page_attributes::is_kiosk() {
        return url::replace_fragment(&address.fragment());
    }
    let Ok(history) = window().history() else { return };
    let path = window().location().pathname().unwrap_or_default();
    // A page from a disk must give the full path, or the browser refuses.
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{address}")));
}

/// The absolute URL of this page with an address, its query and fragment; None if others cannot open it, such as from a disk,
/// or if the document that is shown was opened on this device.
pub fn absolute(address: impl Display) -> Option<String> {
    if history::document().is_some() {
        return None;
    }
    let location = window().location();
    let ours = location.protocol().is_ok_and(|protocol| matches!(protocol.as_str(), "https:" | "http:"));
    let (origin, path) = (location.origin().ok()?, location.pathname().ok()?);
    ours.then(|| format!("{origin}{path}{address}"))
}
