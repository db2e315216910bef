//! PDFs with a text layer: their characters with their places, read as lines and paragraphs by `page_layout`.
//!
//! A font that does not say which characters its glyphs are ends the reading: a figure could be read wrongly. Pages
//! that are pictures have no text; words behind a picture, which a machine recognised in a scan, are not trusted.

mod content;
mod encoding;
mod font;

use super::decode::TextDecoder;
use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText};
use super::page_layout::{PAGE_LIMIT, file_text_of_pages};
use content::PageReader;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// The text of a PDF.
///
/// # Errors
/// That it is damaged, protected, too large, has pictures only, or has a font without characters.
pub fn text_of(bytes: Vec<u8>, password: &str, decoder: TextDecoder) -> Result<FileText, DocumentFileError> {
    let pdf = Pdf::new_with_password(bytes, password).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) if password.is_empty() => {
            DocumentFileError::PasswordNeeded
        }
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => DocumentFileError::WrongPassword,
        LoadPdfError::Decryption(_) => DocumentFileError::Protected,
        LoadPdfError::Invalid => DocumentFileError::Damaged,
    })?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(DocumentFileError::Damaged);
    }
    if pages.len() > PAGE_LIMIT {
        return Err(DocumentFileError::UnpacksToTooMuch);
    }
    let mut reader = PageReader::new(decoder);
    let pages = pages.iter().map(|page| reader.read(page)).collect::<Result<Vec<_>, _>>()?;
    file_text_of_pages(pages, FileFormat::Pdf)
}
