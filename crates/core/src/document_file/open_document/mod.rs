//! Texts of LibreOffice and others (.odt): the lines that a reader sees, with the automatic numbers of lists and
//! headings written out.
//!
//! Revisions that nobody has accepted are read as accepted. Footnotes, running heads, hidden and deleted passages are
//! not in the text, and are listed. Comments are not read.

mod body;
mod lists;
mod styles;

use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText, LeftOutReason};
use super::packed_file::PackedFile;
use super::text_encoding::TextEncoding;
use body::Body;
use std::collections::HashSet;
use styles::Styles;

/// The text of a document.
///
/// # Errors
/// That it is damaged, protected, or unpacks to too much.
pub fn text_of(file: &mut PackedFile) -> Result<FileText, DocumentFileError> {
    let manifest = file.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(DocumentFileError::Protected);
    }
    let shared = file.text("styles.xml")?;
    let content = file.text("content.xml")?.ok_or(DocumentFileError::Damaged)?;
    let mut styles = Styles::default();
    let mut heads = Vec::new();
    if let Some(shared) = shared {
        styles.read(&shared)?;
        heads = Body::read(&shared, &styles)?.left_out;
        let mut known = HashSet::new();
        heads.retain(|passage| passage.reason == LeftOutReason::RunningHead && known.insert(passage.text.clone()));
    }
    // Styles of the text are known under the same names as those of running heads.
    styles.read(&content)?;
    let mut body = Body::read(&content, &styles)?;
    body.left_out.extend(heads);
    let text = body.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    Ok(FileText {
        text,
        format: FileFormat::OpenDocument,
        encoding: TextEncoding::Utf8,
        left_out: body.left_out,
        has_revisions: body.has_revisions,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{NamedFile, zip};

    fn packed(parts: &[(&'static str, &str)]) -> Result<FileText, DocumentFileError> {
        let file = |(name, content): &(&'static str, &str)| NamedFile { name, content: content.as_bytes().to_vec() };
        text_of(&mut PackedFile::open(&zip(&parts.iter().map(file).collect::<Vec<_>>()))?)
    }

    #[test]
    fn running_heads_of_all_kinds_of_pages_are_listed_once() {
        let heads = "<o><s:header><t:p>某局</t:p></s:header><s:header-left><t:p>某局</t:p></s:header-left>\
                     <s:footer-first s:display=\"false\"><t:p>无</t:p></s:footer-first><t:p>样式</t:p></o>";
        let read = packed(&[("styles.xml", heads), ("content.xml", "<o><t:p>正文</t:p></o>")]).unwrap();
        assert_eq!((read.text.as_str(), read.left_out.len()), ("正文\n", 1));
        assert_eq!((read.left_out[0].reason, read.left_out[0].text.as_str()), (LeftOutReason::RunningHead, "某局"));
    }

    #[test]
    fn locked_and_damaged_files_are_refused() {
        let manifest = ("META-INF/manifest.xml", "<m:file-entry><m:encryption-data/></m:file-entry>");
        assert_eq!(packed(&[manifest, ("content.xml", "x")]), Err(DocumentFileError::Protected));
        assert_eq!(packed(&[("styles.xml", "<o/>")]), Err(DocumentFileError::Damaged));
        assert_eq!(packed(&[("styles.xml", "<o"), ("content.xml", "<o/>")]), Err(DocumentFileError::Damaged));
    }
}
