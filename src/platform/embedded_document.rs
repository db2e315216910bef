//! The document that the page embeds: in the page itself, or in a file that the page names.

use super::fetch;
use js_sys::{Array, Object, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

/// A text with what the host made of it.
pub struct EmbeddedDocument {
    /// The text as published.
    pub text: String,
    /// The snapshot in base64, after a mark that names its text; empty if there is none.
    pub snapshot: String,
    /// Words of the text, each with its English translation.
    pub translations: Vec<(String, String)>,
    /// What is known of the original publication, by name; see `mingbai_core::publication`.
    pub publication: Vec<(String, String)>,
    /// Lines with the numbers of them that the document's checks contradict, as words with spaces between.
    pub contradicted: Vec<(String, String)>,
}

/// The text in the page's `<script id="disclosure">`, without a snapshot or translations; None if there is none.
pub fn inline() -> Option<EmbeddedDocument> {
    let json = document().get_element_by_id("disclosure")?.text_content()?;
    let text = js_sys::JSON::parse(&json).ok()?.as_string()?;
    Some(EmbeddedDocument {
        text,
        snapshot: String::new(),
        translations: Vec::new(),
        publication: Vec::new(),
        contradicted: Vec::new(),
    })
}

/// The address of the file that the page names in `<link id="carried">`, if it does.
pub fn file_address() -> Option<String> {
    let link = document().get_element_by_id("carried")?.dyn_into::<HtmlLinkElement>().ok()?;
    Some(link.href())
}

/// The content of that file; None if it could not be fetched, or not completely. `boot.js` may have requested it already.
pub async fn fetch_file(address: &str) -> Option<EmbeddedDocument> {
    let response = fetch::response(fetch::prefetched("mingbaiDocument", address)).await?;
    let json = JsFuture::from(response.json().ok()?).await.ok()?;
    let property = |name: &str| Reflect::get(&json, &JsValue::from_str(name)).ok();
    // A development build has none of these.
    let entries = |name| property(name).and_then(|value| value.dyn_into().ok()).map(text_entries).unwrap_or_default();
    Some(EmbeddedDocument {
        text: property("text")?.as_string()?,
        snapshot: property("kept")?.as_string()?,
        translations: entries("translations"),
        publication: entries("publication"),
        contradicted: entries("contradicted"),
    })
}

/// The entries of an object whose values are strings.
fn text_entries(object: Object) -> Vec<(String, String)> {
    let entry = |entry: JsValue| {
        let entry: Array = entry.dyn_into().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    Object::entries(&object).iter().filter_map(entry).collect()
}
