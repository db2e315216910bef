//! Reads documents that readers open, in a worker of the browser: bytes of a file in, a parsed document out.
//!
//! It is a WebAssembly file of its own. Whatever a damaged or hostile file does to it, the page stays alive, and can
//! stop it.

mod text_decoder;

use mingbai_core::document_file::{TextEncoding, read_encoded};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads the bytes of a file, with its password if it needs one; the answer is for
/// `mingbai_core::document_file::decode_answer`.
#[wasm_bindgen]
pub fn read(bytes: Vec<u8>, password: &str) -> Vec<u8> {
    read_encoded(bytes, password, &|encoding, bytes| match encoding {
        TextEncoding::Utf8 => text_decoder::decode("utf-8", bytes),
        TextEncoding::Gb18030 => text_decoder::decode("gb18030", bytes),
        TextEncoding::Utf16Le => text_decoder::decode("utf-16le", bytes),
        TextEncoding::Utf16Be => text_decoder::decode("utf-16be", bytes),
    })
}
