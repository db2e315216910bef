//! What the browser remembers of a reader, under keys that begin with `mingbai.`.

use leptos::prelude::window;

/// A remembered value; None if there is none or storage is blocked.
pub fn get(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(&format!("mingbai.{key}")).ok().flatten()
}

/// Remembers a value; nothing happens if storage is blocked.
pub fn set(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(&format!("mingbai.{key}"), value);
    }
}
