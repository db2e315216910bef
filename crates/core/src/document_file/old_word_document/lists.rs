//! How the lists of a document number (MS-DOC: LSTF, LVL, LFO).

use super::bytes::{part, u8_at, u16_at, u32_at};
use crate::document_file::error::DocumentFileError;
use crate::document_file::list_level::{LONGEST, ListLevel, NumberPart};
use crate::document_file::list_number::NumberFormat;
use crate::document_file::paragraph_numbering::{Definition, List, Numbering};

/// How many levels a list of such a document has.
const LEVELS: usize = 9;

/// The most lists that paragraphs can name.
const LIST_LIMIT: usize = 0x7fe;
/// The size of a definition, without its levels.
const DEFINITION_SIZE: usize = 28;
/// The size of a level, without its properties and its text.
const LEVEL_SIZE: usize = 28;
/// The size of a list, without what it changes.
const LIST_SIZE: usize = 16;

/// The lists of a document: their definitions, which their levels follow, and those that paragraphs name by their
/// place, from 1.
///
/// # Errors
/// That they are damaged.
pub fn numbering_of(definitions: &[u8], lists: &[u8]) -> Result<Numbering, DocumentFileError> {
    let mut numbering = Numbering::default();
    if definitions.is_empty() || lists.is_empty() {
        return Ok(numbering);
    }
    let count = usize::from(u16_at(definitions, 0)?);
    let mut levels = Bytes { bytes: definitions, at: 2 + count * DEFINITION_SIZE };
    for at in 0..count {
        let bytes = part(definitions, 2 + at * DEFINITION_SIZE, DEFINITION_SIZE)?;
        let mut definition = Definition::default();
        let is_simple = u8_at(bytes, 26)? & 1 != 0;
        for (at, level) in definition.levels.iter_mut().enumerate().take(if is_simple { 1 } else { LEVELS }) {
            *level = levels.level()?;
            level.style = Some(u16_at(bytes, 8 + at * 2)?.to_string());
        }
        numbering.definitions.insert(u32_at(bytes, 0)?.to_string(), definition);
    }
    let count = u32_at(lists, 0)? as usize;
    if count > LIST_LIMIT {
        return Err(DocumentFileError::Damaged);
    }
    let mut changes = Bytes { bytes: lists, at: 4 + count * LIST_SIZE };
    for at in 0..count {
        let bytes = part(lists, 4 + at * LIST_SIZE, LIST_SIZE)?;
        let mut list = List { definition: u32_at(bytes, 0)?.to_string(), ..List::default() };
        changes.take(4)?;
        for _ in 0..u8_at(bytes, 12)? {
            let change = changes.take(8)?;
            let (mut start, flags) = (u32_at(change, 0)?, u32_at(change, 4)?);
            let level = (flags & 0xf) as usize;
            let (has_start, has_level) = (flags & 0x10 != 0, flags & 0x20 != 0);
            if has_level {
                let changed = changes.level()?;
                start = changed.start;
                list.levels.insert(level, changed);
            }
            if has_start {
                list.starts.insert(level, start);
            }
        }
        numbering.lists.insert((at + 1).to_string(), list);
    }
    Ok(numbering)
}

/// Bytes that are read from a place on.
struct Bytes<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> Result<&'b [u8], DocumentFileError> {
        let taken = part(self.bytes, self.at, length)?;
        self.at += length;
        Ok(taken)
    }

    fn level(&mut self) -> Result<ListLevel, DocumentFileError> {
        let head = self.take(LEVEL_SIZE)?;
        let flags = u8_at(head, 5)?;
        let places = part(head, 6, LEVELS)?;
        self.take(usize::from(u8_at(head, 24)?) + usize::from(u8_at(head, 25)?))?;
        let length = usize::from(u16_at(self.take(2)?, 0)?);
        let units = self.take(length * 2)?.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        let parts = units.enumerate().map(|(at, unit)| {
            let is_place = places.iter().any(|place| usize::from(*place) == at + 1);
            match usize::from(unit) {
                level if is_place && level < LEVELS => NumberPart::Level(level),
                _ => NumberPart::Character(char::from_u32(unit.into()).unwrap_or('\u{fffd}')),
            }
        });
        Ok(ListLevel {
            start: u32_at(head, 0)?,
            format: number_format(u8_at(head, 4)?),
            // One more says that it is too long.
            text: parts.take(LONGEST + 1).collect(),
            restart: if flags & 0x08 != 0 { Some(usize::from(u8_at(head, 26)?)) } else { None },
            is_legal: flags & 0x04 != 0,
            style: None,
        })
    }
}

/// The format with this number (MS-OSHARED: MSONFC). What is not named counts in digits.
fn number_format(number: u8) -> NumberFormat {
    match number {
        0x01 => NumberFormat::UpperRoman,
        0x02 => NumberFormat::LowerRoman,
        0x03 => NumberFormat::UpperLetter,
        0x04 => NumberFormat::LowerLetter,
        0x0a | 0x11 | 0x24 => NumberFormat::ChineseDigits,
        0x0b | 0x21 | 0x23 | 0x25 | 0x27 => NumberFormat::Chinese,
        0x0e | 0x13 => NumberFormat::FullWidth,
        0x10 | 0x22 | 0x26 => NumberFormat::ChineseLegal,
        0x12 | 0x1c => NumberFormat::Circled,
        0x16 => NumberFormat::DecimalZero,
        0x17 | 0xff => NumberFormat::Nothing,
        0x1b => NumberFormat::Parenthesised,
        0x1e => NumberFormat::HeavenlyStems,
        0x1f => NumberFormat::EarthlyBranches,
        _ => NumberFormat::Decimal,
    }
}
