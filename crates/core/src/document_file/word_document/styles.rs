//! The styles of a Word document, as far as they number paragraphs.

use crate::document_file::error::DocumentFileError;
use crate::document_file::xml::{XmlElement, XmlHandler, read};
use std::collections::HashMap;

/// How many styles may be based on one another.
const CHAIN_LIMIT: usize = 32;

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

/// The list of a style's paragraphs.
pub struct StyleList<'s> {
    /// The list's id.
    pub list: &'s str,
    /// The level, where the style names one.
    pub level: Option<usize>,
    /// The style that says so: this one, or one that it is based on.
    pub style: &'s str,
}

impl Styles {
    /// The styles in the part `styles.xml`.
    ///
    /// # Errors
    /// That the part is damaged.
    pub fn read(xml: &str) -> Result<Styles, DocumentFileError> {
        let mut reader = StylesReader::default();
        read(xml, &mut reader)?;
        Ok(reader.styles)
    }

    /// The list of a style's paragraphs; of None, of those that name no style.
    pub fn list(&self, style: Option<&str>) -> Option<StyleList<'_>> {
        let mut id = style.or(self.default.as_deref())?;
        let mut level = None;
        for _ in 0..CHAIN_LIMIT {
            let (known, style) = self.styles.get_key_value(id)?;
            level = level.or(style.level);
            if let Some(list) = &style.list {
                return Some(StyleList { list, level, style: known });
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

#[derive(Default)]
struct StylesReader {
    styles: Styles,
    style: Option<String>,
}

impl XmlHandler for StylesReader {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        if element.name() == "style" {
            self.style = element.attribute("styleId");
            if let Some(id) = &self.style {
                let is_default = matches!(element.attribute("default").as_deref(), Some("1" | "true" | "on"));
                if is_default && element.attribute("type").as_deref() == Some("paragraph") {
                    self.styles.default = Some(id.clone());
                }
                self.styles.styles.insert(id.clone(), Style::default());
            }
            return Ok(());
        }
        let Some(style) = self.style.as_ref().and_then(|id| self.styles.styles.get_mut(id)) else { return Ok(()) };
        match element.name() {
            "basedOn" => style.based_on = element.val(),
            "numId" => style.list = element.val(),
            "ilvl" => style.level = element.number().map(|level| level as usize),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        if name == "style" {
            self.style = None;
        }
    }

    fn text(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_inherits_the_list_of_the_one_it_is_based_on() {
        let styles = Styles::read(
            "<w:styles><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>\
             <w:style w:styleId=\"1\"><w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>\
             <w:style w:styleId=\"2\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>\
             <w:style w:styleId=\"loop\"><w:basedOn w:val=\"loop\"/></w:style></w:styles>",
        )
        .unwrap();
        let list = styles.list(Some("2")).unwrap();
        assert_eq!((list.list, list.level, list.style), ("7", Some(1), "1"));
        assert!([None, Some("loop"), Some("unknown")].into_iter().all(|style| styles.list(style).is_none()));
    }
}
