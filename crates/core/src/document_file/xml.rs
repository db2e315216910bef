//! XML as events, by local names: prefixes differ between producers.

use super::error::DocumentFileError;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// What reads the events of an XML text.
pub trait XmlHandler {
    /// An element begins.
    ///
    /// # Errors
    /// Why the document is not read.
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError>;

    /// An element ends.
    fn end(&mut self, name: &str);

    /// Text between tags.
    fn text(&mut self, text: &str);
}

/// The start tag of an element.
pub struct XmlElement<'t, 's> {
    tag: &'t BytesStart<'s>,
}

impl XmlElement<'_, '_> {
    /// Its name without the prefix.
    pub fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// The value of an attribute, by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found =
            self.tag.attributes().flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
    }

    /// The value of the attribute `val`, in which Word documents have most.
    pub fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The value of `val` as a number.
    pub fn number(&self) -> Option<u32> {
        self.val()?.parse().ok()
    }

    /// False if `val` turns the element's property off.
    pub fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads an XML text. Entities other than those of XML itself are left out, so that none can expand.
///
/// # Errors
/// That it is damaged, or what the handler reports.
pub fn read(xml: &str, handler: &mut impl XmlHandler) -> Result<(), DocumentFileError> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| DocumentFileError::Damaged)? {
            Event::Start(tag) => handler.start(&XmlElement { tag: &tag })?,
            Event::End(tag) => handler.end(tag.local_name().into_inner()),
            Event::Text(text) => handler.text(&text.xml10_content()),
            Event::CData(text) => handler.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = match &*reference.xml10_content() {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "apos" => Some('\''),
                    "quot" => Some('"'),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                if let Some(character) = character {
                    handler.text(character.encode_utf8(&mut [0; 4]));
                }
            }
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}
