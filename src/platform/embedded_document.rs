//! The document that the page is about: in the page, or in a file that it names.

use crate::platform::fetch;
use js_sys::{Array, Object};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

/// A disclosure's text with what the host made of it: the fields of the embedded document file.
pub struct EmbeddedDocument {
    /// The text, as published.
    pub text: String,
    /// The snapshot of the parsed disclosure, in base64 after a mark that says of which text; empty where there is none.
    pub kept: String,
    /// Words of the text, each with its English translation.
    pub translations: Vec<(String, String)>,
}

/// The text inside the page itself, in `<script id="disclosure">`, without a snapshot or translations. None where there is
/// none.
pub fn here() -> Option<EmbeddedDocument> {
    let json = document().get_element_by_id("disclosure")?.text_content()?;
    let text = js_sys::JSON::parse(&json).ok()?.as_string()?;
    Some(EmbeddedDocument { text, kept: String::new(), translations: Vec::new() })
}

/// The address of the file that the page names by `<link id="carried">`, where it does.
pub fn elsewhere() -> Option<String> {
    let link = document().get_element_by_id("carried")?.dyn_into::<HtmlLinkElement>().ok()?;
    Some(link.href())
}

/// The content of that file; None where it does not arrive, or is incomplete. `boot.js` may have requested it already.
pub async fn fetch(address: &str) -> Option<EmbeddedDocument> {
    let response = fetch::response(fetch::early("mingbaiCarried", address)).await?;
    let json = JsFuture::from(response.json().ok()?).await.ok()?;
    let field = |name: &str| js_sys::Reflect::get(&json, &JsValue::from_str(name)).ok();
    Some(EmbeddedDocument {
        text: field("text")?.as_string()?,
        kept: field("kept")?.as_string()?,
        translations: text_entries(field("translations")?.dyn_ref()?),
    })
}

/// The entries of an object whose values are texts.
fn text_entries(object: &Object) -> Vec<(String, String)> {
    let entry = |entry: JsValue| {
        let entry: Array = entry.dyn_into().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    Object::entries(object).iter().filter_map(entry).collect()
}
