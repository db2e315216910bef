//! A part that draws: a page, a template, or drawings that pages share.

use super::document::page_height;
use super::part_path::named_part;
use super::text_object::{TextObject, place};
use crate::document_file::error::DocumentFileError;
use crate::document_file::packed_file::PackedFile;
use crate::document_file::page_layout::{CHARACTER_LIMIT, Matrix};
use crate::document_file::xml::{XmlElement, XmlHandler, read};
use std::collections::HashMap;

/// What a part draws.
#[derive(Default)]
pub struct Content {
    /// The height of its page, in millimetres, where it differs from the document's.
    pub height: Option<f64>,
    /// The ids of the templates that are drawn with it.
    pub templates: Vec<String>,
    /// The names of the parts with drawings that it uses.
    pub resources: Vec<String>,
    /// What it draws, in this order.
    pub drawn: Vec<Drawn>,
    /// The drawings in it that others use, by their ids.
    pub units: HashMap<String, Vec<Drawn>>,
}

/// Something that is drawn.
pub enum Drawn {
    /// Characters.
    Text(TextObject),
    /// A picture.
    Picture,
    /// A drawing of several things, by its id, and its place.
    Unit(String, Matrix),
}

impl Content {
    /// What the part with this name draws.
    ///
    /// # Errors
    /// That it is damaged or draws too much.
    pub fn read(file: &PackedFile, name: &str, xml: &str) -> Result<Content, DocumentFileError> {
        let mut reader = ContentReader { left: CHARACTER_LIMIT, ..ContentReader::default() };
        read(xml, &mut reader)?;
        let mut content = reader.content;
        content.resources = content.resources.iter().map(|path| named_part(file, name, path)).collect();
        Ok(content)
    }

    /// True if it uses a drawing that is elsewhere.
    pub fn has_units(&self) -> bool {
        self.drawn.iter().any(|drawn| matches!(drawn, Drawn::Unit(..)))
    }
}

#[derive(Default)]
struct ContentReader {
    content: Content,
    /// How many elements are open, and how many were when one began whose content is not drawn.
    depth: usize,
    skipped: Option<usize>,
    unit: Option<String>,
    object: Option<TextObject>,
    /// The text of the innermost element.
    text: String,
    /// How many characters and drawings may still come.
    left: usize,
}

impl XmlHandler for ContentReader {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        self.depth += 1;
        if self.skipped.is_some() {
            return Ok(());
        }
        self.text.clear();
        match element.name() {
            // Shapes and patterns may be made of characters too.
            "Clips" | "Pattern" => self.skipped = Some(self.depth),
            "Template" => self.content.templates.extend(element.attribute("TemplateID")),
            "CompositeGraphicUnit" => self.unit = element.attribute("ID"),
            "TextObject" => self.object = Some(TextObject::read(element)?),
            "TextCode" => {
                if let Some(object) = &mut self.object {
                    object.start_code(element);
                }
            }
            "FillColor" => {
                if let Some(object) = &mut self.object {
                    object.set_transparency(element);
                }
            }
            "ImageObject" => self.draw(Drawn::Picture)?,
            "CompositeObject" => {
                if let Some(id) = element.attribute("ResourceID") {
                    self.draw(Drawn::Unit(id, place(element)?))?;
                }
            }
            _ => {}
        }
        // Checked here, because an end cannot fail.
        if self.left == 0 { Err(DocumentFileError::UnpacksToTooMuch) } else { Ok(()) }
    }

    fn end(&mut self, name: &str) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        if let Some(skipped) = self.skipped {
            if depth <= skipped {
                self.skipped = None;
            }
            return;
        }
        match name {
            "PhysicalBox" => self.content.height = page_height(&self.text),
            "PageRes" => self.content.resources.push(std::mem::take(&mut self.text)),
            "CompositeGraphicUnit" => self.unit = None,
            "TextCode" => {
                if let Some(object) = &mut self.object {
                    self.left = self.left.saturating_sub(object.end_code(&self.text));
                }
            }
            "TextObject" => {
                if let Some(object) = self.object.take() {
                    self.drawn().push(Drawn::Text(object));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_none() {
            self.text += text;
        }
    }
}

impl ContentReader {
    fn draw(&mut self, drawn: Drawn) -> Result<(), DocumentFileError> {
        self.left = self.left.checked_sub(1).ok_or(DocumentFileError::UnpacksToTooMuch)?;
        self.drawn().push(drawn);
        Ok(())
    }

    /// Where to draw: on the page, or into a drawing that others use.
    fn drawn(&mut self) -> &mut Vec<Drawn> {
        match &self.unit {
            Some(id) => self.content.units.entry(id.clone()).or_default(),
            None => &mut self.content.drawn,
        }
    }
}
