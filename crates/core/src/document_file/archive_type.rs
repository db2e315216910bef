//! File types that are archives, told apart by their parts.

use super::file_type::FileType;
use super::packed_file::PackedFile;

/// What an archive is by its parts.
pub fn of_archive(file: &mut PackedFile) -> FileType {
    let is_open_document =
        file.has("META-INF/manifest.xml") && (file.has("content.xml") || file.has("encrypted-package"));
    if is_open_document {
        return of_open_document(&file.text("mimetype").ok().flatten().unwrap_or_default());
    }
    let has = |name| file.has(name);
    if has("[Content_Types].xml") && file.has_folder("word/") {
        FileType::WordDocument
    } else if has("xl/workbook.xml") || has("xl/workbook.bin") {
        FileType::Spreadsheet
    } else if has("ppt/presentation.xml") {
        FileType::Presentation
    } else if has("OFD.xml") {
        FileType::Ofd
    } else {
        FileType::Zip
    }
}

/// What a file of LibreOffice is, by the media type that it says it has.
fn of_open_document(media_type: &str) -> FileType {
    match media_type.trim().strip_prefix("application/vnd.oasis.opendocument.").unwrap_or_default() {
        kind if kind.starts_with("spreadsheet") => FileType::Spreadsheet,
        kind if kind.starts_with("presentation") => FileType::Presentation,
        _ => FileType::OpenDocument,
    }
}
