//! File types that are not plain text, recognised by their content.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// A file type that is not plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum FileType {
    /// A PDF.
    Pdf,
    /// A Word document from before 1997, or another file of Office before 2007.
    #[strum(serialize = "office")]
    OldOffice,
    /// A Word document since 2007 (.docx), which WPS writes too.
    WordDocument,
    /// A spreadsheet (.xlsx, .xls).
    Spreadsheet,
    /// Slides (.pptx, .ppt).
    Presentation,
    /// A text of LibreOffice and others (.odt).
    OpenDocument,
    /// A document of fixed layout by the national standard (.ofd).
    Ofd,
    /// Another archive.
    Zip,
    /// A formatted text.
    Rtf,
    /// A picture, such as a scan.
    Picture,
    /// A saved web page.
    #[strum(serialize = "html")]
    WebPage,
    /// Another text with markup.
    #[strum(serialize = "xml")]
    Markup,
}

impl FileType {
    /// A stable word for machines.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The first bytes of files. `ÐÏà¡±á` is the container of Office before 2007; Rar and 7z count as archives.
const SIGNATURES: [(&[u8], FileType); 10] = [
    (b"%PDF-", FileType::Pdf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileType::OldOffice),
    (b"PK\x03\x04", FileType::Zip),
    (b"PK\x05\x06", FileType::Zip),
    (b"Rar!\x1a\x07", FileType::Zip),
    (b"7z\xbc\xaf\x27\x1c", FileType::Zip),
    (b"{\\rtf", FileType::Rtf),
    (b"\x89PNG\r\n", FileType::Picture),
    (b"\xff\xd8\xff", FileType::Picture),
    (b"II*\0", FileType::Picture),
];

/// The type of a file by its first bytes; None where it may be text.
pub fn of_bytes(bytes: &[u8]) -> Option<FileType> {
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, file_type)| *file_type)
}

/// What the source of a web page or of a part of one, or another text with markup, is; None for any other text.
pub fn of_text(text: &str) -> Option<FileType> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let markup = start.strip_prefix('<')?;
    let name = markup.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
    if !markup.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) || !markup.contains('>') {
        return None;
    }
    let beginning = start.char_indices().nth(2000).map_or(start, |(end, _)| &start[..end]);
    let is_other = name.starts_with('?') || name.contains(':');
    let is_page = !is_other || beginning.to_ascii_lowercase().contains("<html");
    Some(if is_page { FileType::WebPage } else { FileType::Markup })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_parts_of_pages_are_told_from_other_markup_and_from_text() {
        let pages = [
            "\u{feff}\n<!DOCTYPE html>",
            "<meta charset='utf-8'><p>",
            "<?xml version=\"1.0\"?>\n<HTML>",
            "<!--a--><p>",
            "<b>",
        ];
        assert!(pages.iter().all(|text| of_text(text) == Some(FileType::WebPage)));
        let others = ["<?xml version=\"1.0\"?><a/>", "<office:document office:version=\"1.3\">"];
        assert!(others.iter().all(|text| of_text(text) == Some(FileType::Markup)));
        assert!(["", "<", "<2023年部门预算>", "<收入>", "a<b>", "<b"].iter().all(|text| of_text(text).is_none()));
    }
}
