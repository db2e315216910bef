//! What is no text at all, recognised by its first bytes.

use strum::IntoStaticStr;
/// A kind of file that holds no plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// An old Word, WPS or Excel file.
    #[strum(serialize = "office")]
    OldOffice,
    /// A Word, WPS, Excel or OFD file of today, or another archive: all of them are zip files.
    Zip,
    /// A formatted text.
    Rtf,
    /// A picture, such as a scan.
    Picture,
    /// A web page.
    Html,
}

impl Kind {
    /// A stable word for machines.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What files begin with. `ÐÏà¡±á` is the container of Office before 2007; Rar and 7z are as little text as zip.
const BEGINNINGS: [(&[u8], Kind); 10] = [
    (b"%PDF-", Kind::Pdf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"Rar!\x1a\x07", Kind::Zip),
    (b"7z\xbc\xaf\x27\x1c", Kind::Zip),
    (b"{\\rtf", Kind::Rtf),
    (b"\x89PNG\r\n", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"II*\0", Kind::Picture),
];

/// What a file is by its first bytes, where it is no text.
pub fn of_bytes(bytes: &[u8]) -> Option<Kind> {
    BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, kind)| *kind)
}

/// [`Kind::Html`] where a text is a web page's source.
pub fn of_text(text: &str) -> Option<Kind> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = |tag: &str| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    ["<!doctype html", "<html", "<?xml", "<head", "<body", "<!--"].into_iter().any(begins).then_some(Kind::Html)
}
