//! Any bytes as an old Word document, in a file that may be damaged, too. Reading them ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::document_file::{DocumentFileError, text_of};

/// What such files begin with: without it, a file is read as something else.
const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fuzz_target!(|bytes: &[u8]| {
    let rest = bytes.get(SIGNATURE.len()..).unwrap_or_default();
    match text_of([SIGNATURE, rest].concat(), "", &|_, _| Err(0)) {
        // A number is written before each paragraph, and is short.
        Ok(read) => assert!(read.text.len() <= 300 * bytes.len() + 300, "{}", read.text.len()),
        Err(
            DocumentFileError::Damaged
            | DocumentFileError::Protected
            | DocumentFileError::NotText(_)
            | DocumentFileError::UnpacksToTooMuch,
        ) => {}
        Err(error) => panic!("{error:?}"),
    }
});
