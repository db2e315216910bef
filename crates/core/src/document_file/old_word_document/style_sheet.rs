//! The styles of a document, as far as they number paragraphs or hide characters (MS-DOC: STSH).

use super::bytes::{part, u16_at};
use super::character_properties::{CharacterFormat, CharacterProperties};
use super::paragraph_properties::ParagraphProperties;
use crate::document_file::error::DocumentFileError;

/// How many styles may be based on one another.
const CHAIN_LIMIT: usize = 32;
/// The number that stands for no style.
const NO_STYLE: u16 = 0xfff;
/// The kind of styles that paragraphs have.
const PARAGRAPH_STYLE: u16 = 1;
/// The kind of styles that characters have.
const CHARACTER_STYLE: u16 = 2;

/// The styles of a document, by their numbers.
#[derive(Default)]
pub struct StyleSheet {
    styles: Vec<Style>,
    /// How each style shows characters.
    formats: Vec<CharacterFormat>,
}

struct Style {
    based_on: u16,
    paragraphs: ParagraphProperties,
    characters: CharacterProperties,
}

/// The list of a style's paragraphs.
#[derive(Debug, PartialEq, Eq)]
pub struct StyleList {
    /// The list's number.
    pub list: u16,
    /// The level, where the style names one.
    pub level: Option<u8>,
    /// The style that says so: this one, or one that it is based on.
    pub style: u16,
}

impl StyleSheet {
    /// Reads the table.
    ///
    /// # Errors
    /// That it is damaged.
    pub fn read(table: &[u8]) -> Result<StyleSheet, DocumentFileError> {
        if table.is_empty() {
            return Ok(StyleSheet::default());
        }
        let head = part(table, 2, usize::from(u16_at(table, 0)?))?;
        let (count, base_length) = (u16_at(head, 0)?, usize::from(u16_at(head, 2)?));
        let mut at = 2 + head.len();
        let mut styles = Vec::new();
        for _ in 0..count {
            let length = usize::from(u16_at(table, at)?);
            styles.push(Style::read(part(table, at + 2, length)?, base_length)?);
            at += 2 + length.next_multiple_of(2);
        }
        let mut sheet = StyleSheet { styles, formats: Vec::new() };
        sheet.formats = (0..count).map(|style| sheet.resolved(style)).collect();
        Ok(sheet)
    }

    /// How a style shows characters.
    pub fn format(&self, style: u16) -> CharacterFormat {
        self.formats.get(usize::from(style)).copied().unwrap_or_default()
    }

    /// How a style shows characters, by those that it is based on.
    fn resolved(&self, style: u16) -> CharacterFormat {
        let next = |style: &&Style| self.styles.get(usize::from(style.based_on));
        let chain = std::iter::successors(self.styles.get(usize::from(style)), next).take(CHAIN_LIMIT);
        let said: Vec<CharacterProperties> = chain.map(|style| style.characters).collect();
        said.into_iter().rev().fold(CharacterFormat::default(), CharacterFormat::with)
    }

    /// The list of a style's paragraphs.
    pub fn list(&self, style: u16) -> Option<StyleList> {
        let (mut number, mut level) = (style, None);
        for _ in 0..CHAIN_LIMIT {
            let style = self.styles.get(usize::from(number))?;
            level = level.or(style.paragraphs.level);
            if let Some(list) = style.paragraphs.list {
                return Some(StyleList { list, level, style: number });
            }
            number = style.based_on;
        }
        None
    }
}

impl Style {
    fn read(bytes: &[u8], base_length: usize) -> Result<Style, DocumentFileError> {
        let mut style = Style {
            based_on: NO_STYLE,
            paragraphs: ParagraphProperties::default(),
            characters: CharacterProperties::default(),
        };
        if bytes.is_empty() {
            return Ok(style);
        }
        let kind = u16_at(bytes, 2)?;
        // Behind the name, which ends with a zero, are lists of properties.
        let mut at = base_length + 4 + usize::from(u16_at(bytes, base_length)?) * 2;
        let mut list = || {
            let length = usize::from(u16_at(bytes, at)?);
            let list = part(bytes, at + 2, length)?;
            at += 2 + length.next_multiple_of(2);
            Ok::<&[u8], DocumentFileError>(list)
        };
        match kind & 0xf {
            PARAGRAPH_STYLE => {
                // The style's own number is before them.
                style.paragraphs = ParagraphProperties::read(list()?.get(2..).unwrap_or_default());
                style.characters = CharacterProperties::read(list()?);
            }
            CHARACTER_STYLE => style.characters = CharacterProperties::read(list()?),
            _ => return Ok(style),
        }
        style.based_on = kind >> 4;
        Ok(style)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A style of this kind, with the number of the one that it is based on, and with lists of properties.
    fn style(kind: u16, based_on: u16, lists: &[&[u8]]) -> Vec<u8> {
        let head = [0, kind | based_on << 4, 0, 0, 0].map(u16::to_le_bytes).concat();
        let name = [1, u16::from(b'a'), 0].map(u16::to_le_bytes).concat();
        let mut bytes = [head, name].concat();
        for list in lists {
            bytes.extend((list.len() as u16).to_le_bytes());
            bytes.extend_from_slice(list);
            bytes.resize(bytes.len().next_multiple_of(2), 0);
        }
        bytes
    }

    fn sheet(styles: &[Vec<u8>]) -> Result<StyleSheet, DocumentFileError> {
        let mut bytes = [4, styles.len() as u16, 10].map(u16::to_le_bytes).concat();
        for style in styles {
            bytes.extend((style.len() as u16).to_le_bytes());
            bytes.extend_from_slice(style);
        }
        StyleSheet::read(&bytes)
    }

    #[test]
    fn a_style_inherits_the_list_and_the_look_of_the_one_it_is_based_on() {
        let (hidden, contrary, struck) = ([0x3c, 0x08, 1], [0x3c, 0x08, 0x81], [0x37, 0x08, 1]);
        let sheet = sheet(&[
            style(1, NO_STYLE, &[&[0, 0], &[]]),
            style(1, 0, &[&[1, 0, 0x0b, 0x46, 7, 0], &hidden]),
            style(1, 1, &[&[2, 0, 0x0a, 0x26, 1], &struck]),
            style(2, 0, &[&contrary]),
            style(1, 4, &[&[4, 0], &[]]),
            Vec::new(),
            style(1, 2, &[&[6, 0], &contrary]),
        ])
        .unwrap();
        assert_eq!(sheet.list(2), Some(StyleList { list: 7, level: Some(1), style: 1 }));
        assert!([0, 3, 4, 5, 99].iter().all(|style| sheet.list(*style).is_none()));
        assert!(sheet.format(2).is_hidden && sheet.format(2).is_struck() && sheet.format(3).is_hidden);
        assert!(!sheet.format(6).is_hidden && sheet.format(6).is_struck() && !sheet.format(99).is_hidden);
    }

    #[test]
    fn a_table_that_ends_before_is_damaged() {
        assert!(StyleSheet::read(&[]).is_ok() && StyleSheet::read(&[4, 0, 1, 0]).is_err());
        assert!(sheet(&[style(1, NO_STYLE, &[&[0, 0]])]).is_err());
    }
}
