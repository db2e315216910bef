//! Where the characters of a document are: it consists of pieces, in either of two encodings (MS-DOC: Clx).

use super::bytes::{part, u8_at, u16_at, u32_at};
use super::character_properties::CharacterProperties;
use super::paragraph_properties::ParagraphProperties;
use super::position_table::PositionTable;
use crate::document_file::error::DocumentFileError;
use crate::document_file::windows_latin::windows_character;
use std::ops::Range;

/// The most characters that are read: some twenty times those of the longest disclosures.
const CHARACTER_LIMIT: u32 = 4 << 20;

/// The characters of a document.
pub struct PieceTable<'b> {
    stream: &'b [u8],
    pieces: Vec<Piece>,
}

struct Piece {
    /// Which characters it has.
    characters: Range<u32>,
    /// Where they are in the stream `WordDocument`.
    offset: u32,
    /// True if each has two bytes: UTF-16.
    is_wide: bool,
    changes: Changes,
}

/// What was said about a piece after its formatting was written.
#[derive(Clone, Copy, Default)]
pub struct Changes {
    /// About its characters.
    pub characters: CharacterProperties,
    /// About its paragraphs.
    pub paragraphs: ParagraphProperties,
}

impl Changes {
    fn read(list: &[u8]) -> Changes {
        Changes { characters: CharacterProperties::read(list), paragraphs: ParagraphProperties::read(list) }
    }
}

/// A character, and where it is.
#[derive(Clone, Copy)]
pub struct PlacedCharacter {
    /// The character.
    pub character: char,
    /// Which one of the document it is, from 0.
    pub position: u32,
    /// Where it is in the stream `WordDocument`.
    pub offset: u32,
    /// Where it ends there.
    pub end: u32,
    /// What was said about its piece.
    pub changes: Changes,
}

impl<'b> PieceTable<'b> {
    /// Reads the table, whose pieces are in the stream `WordDocument`.
    ///
    /// # Errors
    /// That it is damaged, or has too many characters.
    pub fn read(table: &[u8], stream: &'b [u8]) -> Result<PieceTable<'b>, DocumentFileError> {
        let mut lists = Vec::new();
        let mut at = 0;
        while u8_at(table, at)? == 1 {
            let length = usize::from(u16_at(table, at + 1)?);
            lists.push(Changes::read(part(table, at + 3, length)?));
            at += 3 + length;
        }
        if u8_at(table, at)? != 2 {
            return Err(DocumentFileError::Damaged);
        }
        let length = u32_at(table, at + 1)? as usize;
        let table = PositionTable::new(part(table, at + 5, length)?, 8);
        let (mut pieces, mut end, mut left) = (Vec::new(), 0, stream.len());
        for at in 0..table.len() {
            let (range, item) = (table.range(at)?, table.item(at)?);
            if range.0 != end {
                return Err(DocumentFileError::Damaged);
            }
            end = range.1;
            if end > CHARACTER_LIMIT {
                return Err(DocumentFileError::UnpacksToTooMuch);
            }
            let place = u32_at(item, 2)?;
            let is_wide = place & 0x4000_0000 == 0;
            let offset = if is_wide { place & 0x3fff_ffff } else { (place & 0x3fff_ffff) / 2 };
            let size = (range.1 - range.0) as usize * if is_wide { 2 } else { 1 };
            part(stream, offset as usize, size)?;
            // No byte is in two pieces: the text is not longer than the file.
            left = left.checked_sub(size).ok_or(DocumentFileError::Damaged)?;
            let changes = changes(u16_at(item, 6)?, &lists)?;
            pieces.push(Piece { characters: range.0..range.1, offset, is_wide, changes });
        }
        Ok(PieceTable { stream, pieces })
    }

    /// How many characters there are.
    pub fn length(&self) -> u32 {
        self.pieces.last().map_or(0, |last| last.characters.end)
    }

    /// Some of the characters, in order.
    pub fn characters(&self, range: Range<u32>) -> impl Iterator<Item = PlacedCharacter> + use<'_, 'b> {
        let first = self.pieces.partition_point(|piece| piece.characters.end <= range.start);
        let units = self.pieces[first..].iter().take_while(move |piece| piece.characters.start < range.end);
        let units = units.flat_map(move |piece| {
            let start = range.start.max(piece.characters.start);
            (start..range.end.min(piece.characters.end))
                .map(move |position| (piece, position, self.unit(piece, position)))
        });
        let mut units = units.peekable();
        std::iter::from_fn(move || {
            let (piece, position, unit) = units.next()?;
            let size = if piece.is_wide { 2 } else { 1 };
            let offset = piece.offset + (position - piece.characters.start) * size;
            let placed =
                |character, end| Some(PlacedCharacter { character, position, offset, end, changes: piece.changes });
            let Some(character) = char::from_u32(unit.into()) else {
                // Two units are one character beyond the first 65,536.
                let pair = units.peek().and_then(|(_, _, next)| char::decode_utf16([unit, *next]).next()?.ok());
                let Some(character) = pair else { return placed('\u{fffd}', offset + size) };
                units.next();
                return placed(character, offset + size * 2);
            };
            placed(character, offset + size)
        })
    }

    /// The unit at a position, in UTF-16.
    fn unit(&self, piece: &Piece, position: u32) -> u16 {
        let at = (position - piece.characters.start) as usize;
        let offset = piece.offset as usize;
        if piece.is_wide {
            return u16_at(self.stream, offset + at * 2).unwrap_or(0xfffd);
        }
        let byte = self.stream.get(offset + at).copied().unwrap_or(b' ');
        windows_character(byte).map_or(byte.into(), |character| character as u16)
    }
}

/// What the modifier of a piece says: one property, or a list that is named.
fn changes(modifier: u16, lists: &[Changes]) -> Result<Changes, DocumentFileError> {
    if modifier & 1 != 0 {
        return lists.get(usize::from(modifier >> 1)).copied().ok_or(DocumentFileError::Damaged);
    }
    // Of the properties that a number of seven bits stands for, those that concern the text.
    let code: u16 = match modifier >> 1 & 0x7f {
        0x0c => 0x260a,
        0x18 => 0x2416,
        0x19 => 0x2417,
        0x41 => 0x0800,
        0x42 => 0x0801,
        0x57 => 0x0837,
        0x5c => 0x083c,
        0x68 => 0x2a48,
        0x73 => 0x2a53,
        _ => return Ok(Changes::default()),
    };
    let [low, high] = code.to_le_bytes();
    Ok(Changes::read(&[low, high, (modifier >> 8) as u8]))
}

#[cfg(test)]
mod tests {
    use super::super::character_properties::CharacterFormat;
    use super::*;

    /// A table of pieces, each with its number of characters, its place and its modifier.
    fn table(pieces: &[(u32, u32, u16)]) -> Vec<u8> {
        let (mut positions, mut items, mut end) = (vec![0; 4], Vec::new(), 0u32);
        for (length, place, modifier) in pieces {
            end += length;
            positions.extend(end.to_le_bytes());
            items.extend([&[0; 2][..], &place.to_le_bytes(), &modifier.to_le_bytes()].concat());
        }
        let table = [positions, items].concat();
        // A list of properties before it: struck out.
        [&[1, 3, 0, 0x37, 0x08, 1, 2][..], &(table.len() as u32).to_le_bytes(), &table].concat()
    }

    #[test]
    fn pieces_are_in_either_encoding_and_may_be_changed() {
        let wide: Vec<u8> = "收𠮷入".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let stream = [b"\x93a\x94".as_slice(), &wide].concat();
        let narrow = |at: u32| 0x4000_0000 | (at * 2);
        let table = table(&[(3, narrow(0), 1), (4, 3, 0x0182), (0, 0, 0)]);
        let pieces = PieceTable::read(&table, &stream).unwrap();
        assert_eq!(pieces.length(), 7);
        let read = |range| pieces.characters(range).map(|placed| placed.character).collect::<String>();
        assert_eq!([read(0..7), read(1..4), read(6..9), read(7..7)], ["“a”收𠮷入", "a”收", "入", ""]);
        let formats: Vec<(bool, bool)> = pieces
            .characters(2..4)
            .map(|placed| CharacterFormat::default().with(placed.changes.characters))
            .map(|format| (format.is_struck(), format.is_deleted))
            .collect();
        assert_eq!(formats, [(true, false), (false, true)]);
        let places: Vec<(u32, u32)> = pieces.characters(3..7).map(|placed| (placed.offset, placed.end)).collect();
        assert_eq!(places, [(3, 5), (5, 9), (9, 11)]);
    }

    #[test]
    fn pieces_outside_of_the_file_or_twice_in_it_are_refused() {
        let read =
            |pieces: &[(u32, u32, u16)]| PieceTable::read(&table(pieces), &[b'a'; 8]).map(|pieces| pieces.length());
        assert_eq!(read(&[(8, 0x4000_0000, 0)]), Ok(8));
        assert_eq!(read(&[(5, 0, 0)]), Err(DocumentFileError::Damaged));
        assert_eq!(read(&[(3, 0, 0), (3, 0, 0)]), Err(DocumentFileError::Damaged));
        assert_eq!(read(&[(1, 0, 3)]), Err(DocumentFileError::Damaged));
        assert_eq!(read(&[(5 << 20, 0, 0)]), Err(DocumentFileError::UnpacksToTooMuch));
    }
}
