//! The text of a file that someone opens, told apart by its content and not by its name.
//!
//! [`text_of`] reads plain text in the encodings of offices, saved web pages, Word documents, old and new, OpenDocument
//! texts, RTF, PDFs and OFDs. It says of any other file what it is.

mod archive_type;
mod compound_file;
mod decode;
mod error;
mod file_text;
mod file_type;
mod left_out_list;
mod list_level;
mod list_number;
mod ofd_document;
mod old_word_document;
mod open_document;
mod packed_file;
mod page_layout;
mod paragraph_numbering;
mod pdf_document;
mod raised;
mod read_document;
mod rtf_document;
mod table_row;
mod text_encoding;
mod web_archive;
mod web_page;
mod windows_latin;
mod word_document;
mod xml;

use compound_file::CompoundFile;
pub use decode::{TextDecoder, decode};
pub use error::DocumentFileError;
pub use file_text::{FileFormat, FileText, LeftOut, LeftOutReason};
pub use file_type::FileType;
use packed_file::PackedFile;
pub use read_document::{ReadDocument, decode_answer, read_encoded};
pub use table_row::row_lines;
pub use text_encoding::TextEncoding;
pub use web_page::web_page_text;

/// The largest file that is read, in bytes: 16 MiB, over a hundred times the longest disclosure that was seen.
pub const SIZE_LIMIT: u64 = 16 << 20;

/// The text of a file. The password is for files that need one; it may be empty.
///
/// # Errors
/// Why it holds no text.
pub fn text_of(bytes: Vec<u8>, password: &str, decoder: TextDecoder) -> Result<FileText, DocumentFileError> {
    match file_type::of_bytes(&bytes) {
        Some(FileType::Pdf) => pdf_document::text_of(bytes, password, decoder),
        Some(FileType::Rtf) => rtf_document::text_of(&bytes, decoder),
        // Of archives only those that documents are; not Rar and 7z.
        Some(FileType::Zip) if bytes.starts_with(b"PK") => packed_text(&bytes),
        Some(FileType::OldOffice) => old_text(&bytes),
        Some(file_type) => Err(DocumentFileError::NotText(file_type)),
        None if web_archive::is_web_archive(&bytes) => {
            let source = web_archive::page_source(&bytes).ok_or(DocumentFileError::Damaged)?;
            Ok(page_text(decode(source, decoder)?))
        }
        None => {
            let (text, encoding) = decode(bytes, decoder)?;
            match file_type::of_text(&text) {
                Some(FileType::WebPage) => Ok(page_text((text, encoding))),
                Some(file_type) => Err(DocumentFileError::NotText(file_type)),
                None => {
                    let (format, left_out) = (FileFormat::Text, Vec::new());
                    Ok(FileText { text, format, encoding, left_out, has_revisions: false })
                }
            }
        }
    }
}

/// The text of a web page, by its source and the encoding that this had.
fn page_text((source, encoding): (String, TextEncoding)) -> FileText {
    let (text, left_out) = web_page_text(&source);
    FileText { text, format: FileFormat::WebPage, encoding, left_out, has_revisions: false }
}

/// The text of a file that is an archive.
fn packed_text(bytes: &[u8]) -> Result<FileText, DocumentFileError> {
    let mut file = PackedFile::open(bytes)?;
    match archive_type::of_archive(&mut file) {
        FileType::WordDocument => word_document::text_of(&mut file),
        FileType::OpenDocument => open_document::text_of(&mut file),
        FileType::Ofd => ofd_document::text_of(&mut file),
        file_type => Err(DocumentFileError::NotText(file_type)),
    }
}

/// The text of a file of Office before 2007.
fn old_text(bytes: &[u8]) -> Result<FileText, DocumentFileError> {
    let mut file = CompoundFile::open(bytes)?;
    let has = |names: &[&str]| names.iter().any(|name| file.has(name));
    // A newer file in an old one: with a password.
    if has(&["EncryptedPackage"]) {
        return Err(DocumentFileError::Protected);
    }
    if has(&["WordDocument"]) {
        return old_word_document::text_of(&mut file);
    }
    let file_type = if has(&["Workbook", "Book"]) {
        FileType::Spreadsheet
    } else if has(&["PowerPoint Document"]) {
        FileType::Presentation
    } else {
        FileType::OldOffice
    };
    Err(DocumentFileError::NotText(file_type))
}
