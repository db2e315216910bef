//! File types that are archives, told apart by their parts.

use super::file_type::FileType;
use super::packed_file::PackedFile;

/// What an archive is by its parts.
pub fn of_archive(file: &PackedFile) -> FileType {
    let has = |name| file.has(name);
    if has("[Content_Types].xml") && file.has_folder("word/") {
        FileType::WordDocument
    } else if has("xl/workbook.xml") || has("xl/workbook.bin") {
        FileType::Spreadsheet
    } else if has("ppt/presentation.xml") {
        FileType::Presentation
    } else if has("OFD.xml") {
        FileType::Ofd
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        FileType::OpenDocument
    } else {
        FileType::Zip
    }
}
