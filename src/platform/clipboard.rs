//! The clipboard.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; false where the browser does not let the page do that.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Pages that came over plain http, and some frames, have none.
    let there = Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|there| there.is_object());
    there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
