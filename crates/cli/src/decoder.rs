//! The decoder of the command for files in other encodings than UTF-8.

use encoding_rs::{DecoderResult, GB18030, UTF_16BE, UTF_16LE};
use mingbai_core::document_file::TextEncoding;

/// The text of all bytes, or the position at which the first malformed sequence ends.
///
/// # Errors
/// That position.
pub fn decode(encoding: TextEncoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = match encoding {
        TextEncoding::Utf8 => encoding_rs::UTF_8,
        TextEncoding::Gb18030 => GB18030,
        TextEncoding::Utf16Le => UTF_16LE,
        TextEncoding::Utf16Be => UTF_16BE,
    }
    .new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or_default());
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(..) | DecoderResult::OutputFull, read) => Err(read),
    }
}
