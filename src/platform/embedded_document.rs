//! What the page is about: in the page, or in a file that it names.

use crate::platform::fetch;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

/// A disclosure's text, and what was read of it when the page was made.
pub struct Carried {
    /// The text, as published.
    pub text: String,
    /// What was read, in base64 behind a mark that says of what; empty where nothing is kept.
    pub kept: String,
}

/// What stands in the page itself, in `<script id="disclosure">`: a text of which nothing was read. None where none does.
pub fn here() -> Option<Carried> {
    let json = document().get_element_by_id("disclosure")?.text_content()?;
    let text = js_sys::JSON::parse(&json).ok()?.as_string()?;
    Some(Carried { text, kept: String::new() })
}

/// The address of the file that the page names by `<link id="carried">`, where it does.
pub fn elsewhere() -> Option<String> {
    let link = document().get_element_by_id("carried")?.dyn_into::<HtmlLinkElement>().ok()?;
    Some(link.href())
}

/// What that file holds; None where it does not come, or not as a whole. `boot.js` may have asked for it already.
pub async fn fetch(address: &str) -> Option<Carried> {
    let response = fetch::response(fetch::early("mingbaiCarried", address)).await?;
    let json = JsFuture::from(response.json().ok()?).await.ok()?;
    let of = |name: &str| js_sys::Reflect::get(&json, &JsValue::from_str(name)).ok()?.as_string();
    Some(Carried { text: of("text")?, kept: of("kept")? })
}
