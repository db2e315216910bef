//! Fetching files.

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response, TextDecoder, TextDecoderOptions, Url};

/// The request for a file that `boot.js` has begun and stored in a global of this name; without one, a new request.
pub fn prefetched(global: &str, file: &str) -> Promise {
    let (window, global) = (window(), JsValue::from_str(global));
    let request = Reflect::get(&window, &global).unwrap_or_default().dyn_into();
    let _ = Reflect::delete_property(&window, &global);
    request.unwrap_or_else(|_| window.fetch_with_str(file))
}

/// The response to a request; None if it failed.
pub async fn response(request: Promise) -> Option<Response> {
    let response = JsFuture::from(request).await.ok()?.dyn_into::<Response>().ok()?;
    response.ok().then_some(response)
}

/// The bytes of a file; None if it could not be fetched.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    let response = response(window().fetch_with_str(address)).await?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(buffer.dyn_ref::<ArrayBuffer>()?).to_vec())
}

/// A blob URL of a requested file; None if it could not be fetched.
pub async fn blob_url(request: Promise) -> Option<String> {
    let blob = JsFuture::from(response(request).await?.blob().ok()?).await.ok()?;
    Url::create_object_url_with_blob(blob.dyn_ref::<Blob>()?).ok()
}

/// Decodes a text as Chinese editors write it: UTF-8, else UTF-16 with a byte order mark, else GB18030.
pub fn decode_text(bytes: &[u8]) -> String {
    let label = match bytes {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ => "utf-8",
    };
    let strict = TextDecoderOptions::new();
    strict.set_fatal(true);
    let decode = |label, options: &TextDecoderOptions| {
        TextDecoder::new_with_label_and_options(label, options).ok()?.decode_with_u8_array(bytes).ok()
    };
    decode(label, &strict).or_else(|| decode("gb18030", &TextDecoderOptions::new())).unwrap_or_default()
}
