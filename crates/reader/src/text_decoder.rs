//! The decoder of the browser for text in other encodings than UTF-8.

use wasm_bindgen::JsValue;
use web_sys::{TextDecodeOptions, TextDecoder, TextDecoderOptions};

/// The text of all bytes in the encoding with this label, or the position at which the first malformed sequence begins.
///
/// # Errors
/// That position; 0 where the browser does not know the encoding.
pub fn decode(label: &str, bytes: &[u8]) -> Result<String, usize> {
    let decoded = |bytes: &[u8], is_whole: bool| decode_part(label, bytes, is_whole);
    decoded(bytes, true).map_err(|_| {
        // Browsers do not say where: the longest beginning without a malformed sequence is found by bisection.
        let (mut good, mut bad) = (0, bytes.len());
        while bad - good > 1 {
            let middle = good + (bad - good) / 2;
            if decoded(&bytes[..middle], false).is_ok() { good = middle } else { bad = middle }
        }
        good
    })
}

/// The text of bytes; of a part, its last sequence may be incomplete.
fn decode_part(label: &str, bytes: &[u8], is_whole: bool) -> Result<String, JsValue> {
    let (strict, options) = (TextDecoderOptions::new(), TextDecodeOptions::new());
    strict.set_fatal(true);
    options.set_stream(!is_whole);
    TextDecoder::new_with_label_and_options(label, &strict)?.decode_with_u8_array_and_options(bytes, &options)
}
