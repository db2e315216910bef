//! The text of a file that someone opens, told apart by its content and not by its name.
//!
//! [`text_of`] rejects what is not plain text by its first bytes, decodes the rest, and rejects the source of web
//! pages.

mod decode;
mod error;
mod file_type;
mod text_encoding;

pub use decode::{TextDecoder, decode};
pub use error::DocumentFileError;
pub use file_type::FileType;
pub use text_encoding::TextEncoding;

/// The largest file that is read, in bytes: 16 MiB, over a hundred times the longest disclosure that was seen.
pub const SIZE_LIMIT: u64 = 16 << 20;

/// The text of a file, and its encoding.
///
/// # Errors
/// Why it holds no text.
pub fn text_of(bytes: Vec<u8>, decoder: TextDecoder) -> Result<(String, TextEncoding), DocumentFileError> {
    if let Some(file_type) = file_type::of_bytes(&bytes) {
        return Err(DocumentFileError::NotText(file_type));
    }
    let (text, encoding) = decode(bytes, decoder)?;
    match file_type::of_text(&text) {
        Some(file_type) => Err(DocumentFileError::NotText(file_type)),
        None => Ok((text, encoding)),
    }
}
