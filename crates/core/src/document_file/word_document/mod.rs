//! Word documents (.docx): the lines that a reader sees, with the automatic numbers of paragraphs written out.
//!
//! Revisions that nobody has accepted are read as accepted. Footnotes, running heads, hidden and deleted passages are
//! not in the text, and are listed.

mod body;
mod numbering;
mod styles;

use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText, LeftOut, LeftOutReason};
use super::packed_file::PackedFile;
use super::paragraph_numbering::Numbering;
use super::text_encoding::TextEncoding;
use super::xml::{XmlElement, XmlHandler, read};
use body::Body;
use numbering::numbering_of;
use styles::Styles;

/// The text of a document.
///
/// # Errors
/// That it is damaged, protected, or unpacks to too much.
pub fn text_of(file: &mut PackedFile) -> Result<FileText, DocumentFileError> {
    let main = Relationships::of(file, "")?.part("officeDocument").unwrap_or_else(|| "word/document.xml".to_owned());
    let relationships = Relationships::of(file, &main)?;
    let mut part = |kind: &str| match relationships.part(kind) {
        Some(name) => file.text(&name),
        None => Ok(None),
    };
    let styles = part("styles")?.map_or(Ok(Styles::default()), |xml| Styles::read(&xml))?;
    let mut numbering = part("numbering")?.map_or(Ok(Numbering::default()), |xml| numbering_of(&xml))?;
    numbering.resolve_styles(|style| styles.list(Some(style)).map(|list| list.list.to_owned()));
    let xml = file.text(&main)?.ok_or(DocumentFileError::Damaged)?;
    let document = Body::read(&xml, &styles, &mut numbering)?;

    let mut left_out = document.left_out;
    let mut apart = |kind: &str, reason| -> Result<(), DocumentFileError> {
        for name in relationships.parts(kind) {
            let Some(xml) = file.text(name)? else { continue };
            let text = Body::read(&xml, &styles, &mut Numbering::default())?.lines.join("\n");
            if !text.is_empty() && !left_out.iter().any(|other| other.reason == reason && other.text == text) {
                left_out.push(LeftOut { reason, text });
            }
        }
        Ok(())
    };
    apart("footnotes", LeftOutReason::Footnote)?;
    apart("endnotes", LeftOutReason::Footnote)?;
    apart("header", LeftOutReason::RunningHead)?;
    apart("footer", LeftOutReason::RunningHead)?;
    let text = document.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    Ok(FileText {
        text,
        format: FileFormat::WordDocument,
        encoding: TextEncoding::Utf8,
        left_out,
        has_revisions: document.has_revisions,
    })
}

/// What a part refers to: the kind of each relationship, and the name of the part.
#[derive(Default)]
struct Relationships {
    /// The folder that names are relative to.
    folder: String,
    targets: Vec<(String, String)>,
}

impl Relationships {
    /// The relationships of a part; of "", those of the file.
    fn of(file: &mut PackedFile, part: &str) -> Result<Relationships, DocumentFileError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let xml = file.text(&format!("{folder}_rels/{name}.rels"))?.unwrap_or_default();
        let mut relationships = Relationships { folder, targets: Vec::new() };
        read(&xml, &mut relationships)?;
        Ok(relationships)
    }

    /// The first part of a kind.
    fn part(&self, kind: &str) -> Option<String> {
        self.parts(kind).next().cloned()
    }

    fn parts(&self, kind: &str) -> impl Iterator<Item = &String> {
        self.targets.iter().filter(move |(other, _)| other == kind).map(|(_, target)| target)
    }
}

impl XmlHandler for Relationships {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        if let (Some(kind), Some(target)) = (element.attribute("Type"), element.attribute("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => self.folder.clone() + &target,
            };
            self.targets.push((kind, target));
        }
        Ok(())
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}
