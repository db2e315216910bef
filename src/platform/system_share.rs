//! The system's share sheet.

use super::fetch;
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, ShareData};

/// True if the browser can open the system's share sheet for this page.
pub fn is_available() -> bool {
    Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or(false)
}

/// A picture of the site as a file to share, named as in its address; None if it could not be fetched.
pub async fn picture_file(address: &str) -> Option<File> {
    let bytes = fetch::bytes(address).await?;
    let name = address.rsplit('/').next()?;
    let options = FilePropertyBag::new();
    options.set_type("image/png");
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
    File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()
}

/// Opens the system's share sheet with a title, an address, and a file where the system takes one. False if it could
/// not be opened; a person who closes it again is no failure.
///
/// It must be called while a press is being handled, so the file is fetched before.
pub async fn share(title: &str, address: &str, file: Option<&File>) -> bool {
    let (navigator, data) = (window().navigator(), ShareData::new());
    data.set_title(title);
    data.set_url(address);
    if let Some(file) = file {
        let files = ShareData::new();
        files.set_files(&Array::of1(file));
        let can_share = Reflect::has(&navigator, &JsValue::from_str("canShare")).unwrap_or(false);
        if can_share && navigator.can_share_with_data(&files) {
            data.set_files(&Array::of1(file));
        }
    }
    let is_abort = |error: JsValue| {
        let name = Reflect::get(&error, &JsValue::from_str("name")).ok();
        name.and_then(|name| name.as_string()).is_some_and(|name| name == "AbortError")
    };
    JsFuture::from(navigator.share_with_data(&data)).await.map_or_else(is_abort, |_| true)
}
