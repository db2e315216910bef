//! The parts of a document that say which characters it has, and what they are like.

use super::character_properties::{CharacterFormat, CharacterProperties};
use super::file_information::{FileInformation, Table};
use super::formatted_runs::Runs;
use super::paragraph_properties::ParagraphProperties;
use super::piece_table::{PieceTable, PlacedCharacter};
use super::style_sheet::StyleSheet;
use crate::document_file::error::DocumentFileError;

/// The characters of a document, with their properties and those of the paragraphs.
pub struct DocumentParts<'b> {
    /// The characters.
    pub pieces: PieceTable<'b>,
    /// The styles.
    pub styles: StyleSheet,
    characters: Runs<CharacterProperties>,
    paragraphs: Runs<ParagraphProperties>,
}

impl<'b> DocumentParts<'b> {
    /// Reads the parts, from the streams of the characters, of the tables and of the rest.
    ///
    /// # Errors
    /// That they are damaged, or too large.
    pub fn read(
        information: &FileInformation,
        stream: &'b [u8],
        tables: &[u8],
        data: &[u8],
    ) -> Result<DocumentParts<'b>, DocumentFileError> {
        let table = |table| information.table(tables, table);
        Ok(DocumentParts {
            pieces: PieceTable::read(table(Table::Pieces)?, stream)?,
            // Some tables of styles are longer than they say.
            styles: StyleSheet::read(information.table_and_rest(tables, Table::Styles)?)?,
            characters: Runs::of_characters(table(Table::Characters)?, stream)?,
            paragraphs: Runs::of_paragraphs(table(Table::Paragraphs)?, stream, data)?,
        })
    }

    /// How a character is shown.
    pub fn character_format(&self, placed: &PlacedCharacter) -> CharacterFormat {
        let said = self.characters.at(placed.offset).map(|run| run.properties).unwrap_or_default();
        let said = said.changed_by(placed.changes.characters);
        let mut style = self.styles.format(self.paragraph_properties(placed).style.unwrap_or(0));
        if let Some(own) = said.style {
            style = style.together_with(self.styles.format(own));
        }
        style.with(said)
    }

    /// What is said about the paragraph of a character.
    pub fn paragraph_properties(&self, placed: &PlacedCharacter) -> ParagraphProperties {
        let run = self.paragraphs.at(placed.offset).map(|run| run.properties).unwrap_or_default();
        run.changed_by(placed.changes.paragraphs)
    }

    /// True if a character is the last one of a paragraph.
    pub fn ends_paragraph(&self, placed: &PlacedCharacter) -> bool {
        self.paragraphs.at(placed.offset).is_some_and(|run| run.end == placed.end)
    }
}
