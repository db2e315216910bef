//! Tables of a document that say something about places of it: places in ascending order, then an item for what is
//! between each and the next (MS-DOC: PLC).

use super::bytes::{part, u32_at};
use crate::document_file::error::DocumentFileError;

/// A table of places with items.
pub struct PositionTable<'b> {
    bytes: &'b [u8],
    item_size: usize,
}

impl<'b> PositionTable<'b> {
    /// The table in these bytes, with items of this size in bytes.
    pub fn new(bytes: &'b [u8], item_size: usize) -> PositionTable<'b> {
        PositionTable { bytes, item_size }
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.bytes.len().saturating_sub(4) / (4 + self.item_size)
    }

    /// The place at which an item begins; behind the last item, that at which it ends.
    ///
    /// # Errors
    /// That there is none.
    pub fn position(&self, at: usize) -> Result<u32, DocumentFileError> {
        u32_at(self.bytes, at * 4)
    }

    /// An item.
    ///
    /// # Errors
    /// That there is none.
    pub fn item(&self, at: usize) -> Result<&'b [u8], DocumentFileError> {
        part(self.bytes, (self.len() + 1) * 4 + at * self.item_size, self.item_size)
    }

    /// The places between which an item holds.
    ///
    /// # Errors
    /// That there is none, or that it ends before it begins.
    pub fn range(&self, at: usize) -> Result<(u32, u32), DocumentFileError> {
        let range = (self.position(at)?, self.position(at + 1)?);
        if range.0 > range.1 { Err(DocumentFileError::Damaged) } else { Ok(range) }
    }
}
