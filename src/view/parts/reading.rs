//! Reading the disclosure, where the page carries nothing that was read of it before.

use super::{Fetched, Unfetched};
use crate::view::book;
use leptos::wasm_split::wasm_split;

/// Reads the text that the page carries.
#[wasm_split(reading, wasm_split_path = ::leptos::wasm_split, fallible)]
fn read() -> Fetched {
    book::read();
    Ok(())
}

/// Has the book ready, as every other part needs it.
///
/// # Errors
/// Where what the page is about does not come; where it must be read, and the part that reads does not come.
pub async fn ready() -> Fetched {
    if book::is_elsewhere() && !book::fetch().await {
        return Err(Unfetched);
    }
    if book::is_unread() { read().await } else { Ok(()) }
}
