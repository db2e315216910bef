//! Files beside the page.

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response, TextDecoder, TextDecoderOptions, Url};

/// What was asked for before the app was there, by `boot.js`, and is kept under a name; else the file is asked for now.
pub fn early(name: &str, file: &str) -> Promise {
    let (window, name) = (window(), JsValue::from_str(name));
    let asked = Reflect::get(&window, &name).unwrap_or_default().dyn_into();
    let _ = Reflect::delete_property(&window, &name);
    asked.unwrap_or_else(|_| window.fetch_with_str(file))
}

/// What was asked for; None where it does not come.
pub async fn response(asked: Promise) -> Option<Response> {
    let response = JsFuture::from(asked).await.ok()?.dyn_into::<Response>().ok()?;
    response.ok().then_some(response)
}

/// The bytes of a file; None where it does not come.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    let response = response(window().fetch_with_str(address)).await?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(buffer.dyn_ref::<ArrayBuffer>()?).to_vec())
}

/// An address inside this page of a file that was asked for; None where it does not come.
pub async fn inside(asked: Promise) -> Option<String> {
    let blob = JsFuture::from(response(asked).await?.blob().ok()?).await.ok()?;
    Url::create_object_url_with_blob(blob.dyn_ref::<Blob>()?).ok()
}

/// A text as editors write it in China: UTF-8, else UTF-16 where it says so, else GB18030.
pub fn text(bytes: &[u8]) -> String {
    let label = match bytes {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ => "utf-8",
    };
    let strict = TextDecoderOptions::new();
    strict.set_fatal(true);
    let read = |label, options: &TextDecoderOptions| {
        TextDecoder::new_with_label_and_options(label, options).ok()?.decode_with_u8_array(bytes).ok()
    };
    read(label, &strict).or_else(|| read("gb18030", &TextDecoderOptions::new())).unwrap_or_default()
}
