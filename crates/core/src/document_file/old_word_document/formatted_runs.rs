//! The formatting of a document: which bytes of its characters have which properties. It is in pages of 512 bytes,
//! which a table lists (MS-DOC: PlcBteChpx, PlcBtePapx, ChpxFkp, PapxFkp).

use super::bytes::{part, u8_at, u16_at, u32_at};
use super::character_properties::CharacterProperties;
use super::paragraph_properties::ParagraphProperties;
use super::position_table::PositionTable;
use crate::document_file::error::DocumentFileError;

/// The size of a page.
const PAGE: usize = 512;
/// How many bytes of properties are read apart from the pages.
const REST_LIMIT: usize = 16 << 20;

/// The properties of all characters, or of all paragraphs.
pub struct Runs<T> {
    runs: Vec<Run<T>>,
}

/// Bytes with the same properties.
pub struct Run<T> {
    start: u32,
    /// Where they end.
    pub end: u32,
    /// Their properties.
    pub properties: T,
}

impl<T> Runs<T> {
    /// The run that has a byte.
    pub fn at(&self, offset: u32) -> Option<&Run<T>> {
        let behind = self.runs.partition_point(|run| run.start <= offset);
        self.runs.get(behind.checked_sub(1)?).filter(|run| offset < run.end)
    }

    /// Reads the runs of all pages; `properties` reads those of a run, given the page and the number of the run.
    fn read(
        table: &[u8],
        stream: &[u8],
        mut properties: impl FnMut(&[u8], usize, usize) -> Result<Option<T>, DocumentFileError>,
    ) -> Result<Runs<T>, DocumentFileError> {
        let table = PositionTable::new(table, 4);
        // No page is listed twice.
        if table.len() == 0 || table.len() > stream.len() / PAGE {
            return Err(DocumentFileError::Damaged);
        }
        let mut runs = Vec::new();
        for at in 0..table.len() {
            let number = u32_at(table.item(at)?, 0)? & 0x3f_ffff;
            let page = part(stream, number as usize * PAGE, PAGE)?;
            let count = usize::from(u8_at(page, PAGE - 1)?);
            for at in 0..count {
                let (start, end) = (u32_at(page, at * 4)?, u32_at(page, at * 4 + 4)?);
                if let Some(properties) = properties(page, count, at)?
                    && start < end
                {
                    runs.push(Run { start, end, properties });
                }
            }
        }
        runs.sort_by_key(|run| run.start);
        Ok(Runs { runs })
    }
}

impl Runs<CharacterProperties> {
    /// The formatting of characters.
    ///
    /// # Errors
    /// That it is damaged.
    pub fn of_characters(table: &[u8], stream: &[u8]) -> Result<Self, DocumentFileError> {
        Runs::read(table, stream, |page, count, at| {
            let start = usize::from(u8_at(page, (count + 1) * 4 + at)?) * 2;
            if start == 0 {
                return Ok(None);
            }
            let length = usize::from(u8_at(page, start)?);
            let found = CharacterProperties::read(part(page, start + 1, length)?);
            Ok(Some(found).filter(|found| *found != CharacterProperties::default()))
        })
    }
}

impl Runs<ParagraphProperties> {
    /// The formatting of paragraphs; what has no room in a page is in the stream `Data`.
    ///
    /// # Errors
    /// That it is damaged.
    pub fn of_paragraphs(table: &[u8], stream: &[u8], data: &[u8]) -> Result<Self, DocumentFileError> {
        let mut left = REST_LIMIT;
        Runs::read(table, stream, |page, count, at| {
            let start = usize::from(u8_at(page, (count + 1) * 4 + at * 13)?) * 2;
            if start == 0 {
                return Ok(Some(ParagraphProperties::default()));
            }
            let (start, length) = match usize::from(u8_at(page, start)?) {
                0 => (start + 2, usize::from(u8_at(page, start + 1)?) * 2),
                half => (start + 1, half * 2 - 1),
            };
            let bytes = part(page, start, length)?;
            let mut found = ParagraphProperties::read(part(bytes, 2, length.saturating_sub(2))?);
            if let Some(at) = found.rest_at {
                let length = usize::from(u16_at(data, at as usize)?);
                left = left.checked_sub(length).ok_or(DocumentFileError::UnpacksToTooMuch)?;
                let rest = part(data, at as usize + 2, length)?;
                found = found.changed_by(ParagraphProperties::read(rest));
            }
            found.style = Some(u16_at(bytes, 0)?);
            Ok(Some(found))
        })
    }
}
