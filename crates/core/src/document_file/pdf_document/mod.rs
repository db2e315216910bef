//! PDFs with a text layer: their characters with their places, read as lines and paragraphs by `page_layout`.
//!
//! A font that does not say which characters its glyphs are ends the reading: a figure could be read wrongly. Pages
//! that are pictures have no text; words behind a picture, which a machine recognised in a scan, are not trusted.

mod content;
mod encoding;
mod font;
mod matrix;

use super::decode::TextDecoder;
use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText, LeftOutReason};
use super::page_layout;
use super::text_encoding::TextEncoding;
use content::PageReader;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// The most pages that are read: disclosures have a hundred at most.
const PAGE_LIMIT: usize = 5_000;

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
    let read = page_layout::text_of_pages(pages);
    if let Some(page) = read.unknown_on {
        return Err(DocumentFileError::UnknownCharacters { page });
    }
    if read.text.is_empty() && read.left_out.iter().any(|left_out| left_out.reason == LeftOutReason::Picture) {
        return Err(DocumentFileError::Scanned);
    }
    Ok(FileText {
        text: read.text,
        format: FileFormat::Pdf,
        encoding: TextEncoding::Utf8,
        left_out: read.left_out,
        has_revisions: false,
    })
}
