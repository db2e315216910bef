//! Any bytes as a PDF: reading them ends, and gives no blank line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::document_file::text_of;

fuzz_target!(|bytes: &[u8]| {
    let file = if bytes.starts_with(b"%PDF-") { bytes.to_vec() } else { [b"%PDF-1.7\n", bytes].concat() };
    // Bytes beyond ASCII are characters of three bytes.
    let decoder =
        |_, bytes: &[u8]| Ok(bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '字' }).collect());
    if let Ok(read) = text_of(file, "", &decoder) {
        assert!(read.text.lines().all(|line| !line.trim().is_empty()), "{:?}", read.text);
        assert!(read.left_out.iter().all(|passage| !passage.text.trim().is_empty()), "{:?}", read.left_out);
    }
});
