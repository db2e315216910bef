//! What a file and a document consist of: `OFD.xml` and the main parts that it names.

use super::part_path::named_part;
use super::text_object::numbers;
use crate::document_file::error::DocumentFileError;
use crate::document_file::packed_file::PackedFile;
use crate::document_file::xml::{XmlElement, XmlHandler, read};
use std::collections::HashMap;

/// The part that every file begins with.
const ENTRANCE: &str = "OFD.xml";
/// The height of pages for which none is given, in millimetres: A4.
const HEIGHT: f64 = 297.0;

/// The names of the main parts of a file's documents.
///
/// # Errors
/// That the file is damaged.
pub fn document_roots(file: &mut PackedFile) -> Result<Vec<String>, DocumentFileError> {
    let xml = file.text(ENTRANCE)?.ok_or(DocumentFileError::Damaged)?;
    let mut index = Index::default();
    read(&xml, &mut index)?;
    Ok(index.roots.iter().map(|path| named_part(file, ENTRANCE, path)).collect())
}

/// A document.
pub struct Document {
    /// The height of its pages, in millimetres.
    pub height: f64,
    /// The names of its pages.
    pub pages: Vec<String>,
    /// The names of its templates, by their ids.
    pub templates: HashMap<String, String>,
    /// The names of the parts with what its pages share.
    pub resources: Vec<String>,
}

impl Document {
    /// The document whose main part has this name.
    ///
    /// # Errors
    /// That the part is damaged, or that there is none.
    pub fn read(file: &mut PackedFile, root: &str) -> Result<Document, DocumentFileError> {
        let xml = file.text(root)?.ok_or(DocumentFileError::Damaged)?;
        let mut index = Index::default();
        read(&xml, &mut index)?;
        let named = |path: &String| named_part(file, root, path);
        Ok(Document {
            height: page_height(&index.page_box).unwrap_or(HEIGHT),
            pages: index.pages.iter().map(named).collect(),
            templates: index.templates.iter().map(|(id, path)| (id.clone(), named(path))).collect(),
            resources: index.resources.iter().map(named).collect(),
        })
    }
}

/// The height in `x y width height`; None where it is none.
pub fn page_height(page_box: &str) -> Option<f64> {
    let [_, _, _, height] = numbers(page_box)?;
    (height > 0.0).then_some(height)
}

/// What `OFD.xml` and the main part of a document name.
#[derive(Default)]
struct Index {
    roots: Vec<String>,
    page_box: String,
    pages: Vec<String>,
    templates: HashMap<String, String>,
    resources: Vec<String>,
    /// The text of the innermost element.
    text: String,
}

impl XmlHandler for Index {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        self.text.clear();
        match (element.name(), element.attribute("BaseLoc")) {
            ("Page", Some(path)) => self.pages.push(path),
            ("TemplatePage", Some(path)) => {
                self.templates.insert(element.attribute("ID").unwrap_or_default(), path);
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        let text = std::mem::take(&mut self.text);
        match name {
            "DocRoot" => self.roots.push(text),
            "PhysicalBox" => self.page_box = text,
            "PublicRes" | "DocumentRes" => self.resources.push(text),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.text += text;
    }
}
