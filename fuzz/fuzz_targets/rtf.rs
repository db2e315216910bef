//! Any bytes as a formatted text: reading them ends, and gives little more text than they have.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::document_file::{DocumentFileError, text_of};

fuzz_target!(|bytes: &[u8]| {
    let file = [b"{\\rtf1", bytes].concat();
    let length = file.len();
    // Bytes beyond ASCII are characters of three bytes.
    let decoder =
        |_, bytes: &[u8]| Ok(bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '字' }).collect());
    match text_of(file, "", &decoder) {
        Ok(read) => {
            assert!(read.text.lines().all(|line| !line.trim().is_empty()));
            let left_out: usize = read.left_out.iter().map(|passage| passage.text.len()).sum();
            assert!(read.text.len() + left_out <= 4 * length, "{} bytes from {length}", read.text.len() + left_out);
        }
        Err(error) => {
            assert!(matches!(error, DocumentFileError::Damaged | DocumentFileError::Broken { .. }), "{error:?}")
        }
    }
});
