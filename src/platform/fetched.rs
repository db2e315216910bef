//! Files beside the page that somebody else wrote.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response, TextDecoder, TextDecoderOptions, Url};

/// What an address holds; None where nothing comes.
async fn response(address: &str) -> Option<Response> {
    let response = JsFuture::from(window().fetch_with_str(address)).await.ok()?.dyn_into::<Response>().ok()?;
    response.ok().then_some(response)
}

/// The bytes of a file; None where it does not come.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(response(address).await?.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(buffer.dyn_ref::<ArrayBuffer>()?).to_vec())
}

/// A picture's address inside this page; None where it does not come.
pub async fn picture(address: &str) -> Option<String> {
    let blob = JsFuture::from(response(address).await?.blob().ok()?).await.ok()?;
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
