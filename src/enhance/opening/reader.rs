//! Bytes that the reader opened → document.

use crate::enhance::document_source;
use crate::loaded_document::LoadedDocument;
use crate::platform::text_decoder;
use mingbai_core::disclosure;
use mingbai_core::document_file::{self, DocumentFileError, TextEncoding};
use mingbai_core::glossary::Translations;

/// The document in the bytes of a file.
///
/// # Errors
/// Why they hold none.
pub fn document_of_bytes(bytes: Vec<u8>) -> Result<LoadedDocument, DocumentFileError> {
    let decode = |encoding, bytes: &[u8]| match encoding {
        TextEncoding::Utf8 => text_decoder::decode("utf-8", bytes),
        TextEncoding::Gb18030 => text_decoder::decode("gb18030", bytes),
        TextEncoding::Utf16Le => text_decoder::decode("utf-16le", bytes),
        TextEncoding::Utf16Be => text_decoder::decode("utf-16be", bytes),
    };
    let (text, _) = document_file::text_of(bytes, &decode)?;
    document_of_text(&text)
}

/// The document in a text.
///
/// # Errors
/// Why it holds none.
pub fn document_of_text(text: &str) -> Result<LoadedDocument, DocumentFileError> {
    let disclosure = disclosure::parse(text)?;
    // Words that the published document shares with it have the same translations.
    let translations = document_source::document().map_or(Translations::NONE, |known| known.translations.clone());
    Ok(LoadedDocument::new(disclosure, translations).checked())
}
