//! The document that the page embeds: in the page itself, or in a file that the page names.

use super::fetch;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

/// A text with a snapshot of its parsed form.
pub struct EmbeddedDocument {
    /// The text as published.
    pub text: String,
    /// The snapshot in base64, after a mark that names its text; empty if there is none.
    pub snapshot: String,
}

/// The text in the page's `<script id="disclosure">`, without a snapshot; None if there is none.
pub fn inline() -> Option<EmbeddedDocument> {
    let json = document().get_element_by_id("disclosure")?.text_content()?;
    let text = js_sys::JSON::parse(&json).ok()?.as_string()?;
    Some(EmbeddedDocument { text, snapshot: String::new() })
}

/// The address of the file that the page names in `<link id="carried">`, if it does.
pub fn file_address() -> Option<String> {
    let link = document().get_element_by_id("carried")?.dyn_into::<HtmlLinkElement>().ok()?;
    Some(link.href())
}

/// The content of that file; None if it could not be fetched, or not completely. `boot.js` may have requested it already.
pub async fn fetch_file(address: &str) -> Option<EmbeddedDocument> {
    let response = fetch::response(fetch::prefetched("mingbaiCarried", address)).await?;
    let json = JsFuture::from(response.json().ok()?).await.ok()?;
    let property = |name: &str| js_sys::Reflect::get(&json, &JsValue::from_str(name)).ok()?.as_string();
    Some(EmbeddedDocument { text: property("text")?, snapshot: property("kept")? })
}
