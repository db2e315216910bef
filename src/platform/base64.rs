//! Base64.

use leptos::prelude::window;

/// The bytes that are written in base64.
pub fn decode(base64: &str) -> Option<Vec<u8>> {
    // One character a byte.
    window().atob(base64).ok()?.chars().map(|byte| u8::try_from(byte).ok()).collect()
}
