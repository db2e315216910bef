//! Saving files that the page creates.

use crate::platform::{environment, url};
use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::{document, set_timeout, window};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, FileReader, HtmlAnchorElement, Url};

/// What becomes of a download. No browser tells the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadSupport {
    /// The browser saves the file.
    Saved,
    /// The page is in a frame, and a sandboxed frame may forbid downloads; or in a tab that such a frame opened, which is
    /// sandboxed as well.
    MayBeForbidden,
    /// The browser is a part of another app, such as a messenger. These ignore files that a page creates.
    Ignored,
}

/// What an address says that a frame opens in a tab of its own.
pub const OPENED_FROM_FRAME: &str = "tab=frame";

/// True in a frame of another page.
pub fn is_in_frame() -> bool {
    window().parent().ok().flatten().is_some_and(|parent| parent != window())
}

impl DownloadSupport {
    /// What becomes of downloads of this page.
    pub fn of_page() -> DownloadSupport {
        if environment::is_in_app_browser() {
            DownloadSupport::Ignored
        } else if is_in_frame() || url::href().contains(OPENED_FROM_FRAME) {
            DownloadSupport::MayBeForbidden
        } else {
            DownloadSupport::Saved
        }
    }
}

/// A blob of these bytes, with a MIME type.
///
/// # Errors
/// The exception that the browser threw.
pub fn blob(content: &[u8], mime_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(content)), &options)
}

/// Saves a blob as a file, through the browser's download.
///
/// # Errors
/// The exception that the browser threw.
pub fn save(name: &str, content: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(content)?;
    let link = document().create_element("a")?.unchecked_into::<HtmlAnchorElement>();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers read the blob only some time after the click, so its URL is not revoked at once.
    set_timeout(move || drop(Url::revoke_object_url(&url)), Duration::from_secs(60));
    Ok(())
}

/// The content of a blob, as `read` reads it: [`FileReader::read_as_text`] or [`FileReader::read_as_data_url`].
pub async fn content_of(blob: &Blob, read: fn(&FileReader, &Blob) -> Result<(), JsValue>) -> Option<String> {
    let reader = FileReader::new().ok()?;
    let done = Promise::new(&mut |resolve, reject| {
        reader.set_onload(Some(&resolve));
        reader.set_onerror(Some(&reject));
        if let Err(error) = read(&reader, blob) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(done).await.ok()?;
    reader.result().ok()?.as_string()
}
