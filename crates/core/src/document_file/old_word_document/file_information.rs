//! Where the parts of an old Word document are (MS-DOC: FIB).

use super::bytes::{part, u16_at, u32_at};
use crate::document_file::error::DocumentFileError;
use crate::document_file::file_type::FileType;
use std::ops::Range;

/// The first version whose files have this form: Word 97.
const FIRST_VERSION: u16 = 0xc1;

/// The number that such a file begins with.
const IDENTIFIER: u16 = 0xa5ec;

/// Where the parts of a document are.
pub struct FileInformation {
    /// The stream in which the tables are.
    pub table_stream: &'static str,
    /// How many characters each story has, in the order of the file.
    lengths: [u32; 7],
    /// The beginning and length of each part among the tables.
    parts: Vec<(u32, u32)>,
}

/// A text of a document that is read from its beginning to its end.
#[derive(Clone, Copy)]
pub enum Story {
    /// What stands on the pages.
    Main,
    /// The footnotes.
    Footnotes,
    /// What stands above and below the text of every page.
    RunningHeads,
    /// The endnotes.
    Endnotes,
    /// The text boxes.
    TextBoxes,
    /// The text boxes of running heads.
    RunningHeadBoxes,
}

/// A table of a document.
#[derive(Clone, Copy)]
pub enum Table {
    /// The styles.
    Styles = 1,
    /// Where the running heads are.
    RunningHeads = 11,
    /// The formatting of characters.
    Characters = 12,
    /// The formatting of paragraphs.
    Paragraphs = 13,
    /// Where the characters are.
    Pieces = 33,
    /// Where shapes are anchored.
    Anchors = 40,
    /// Where shapes of running heads are anchored.
    RunningHeadAnchors = 41,
    /// Where the text boxes are.
    TextBoxes = 56,
    /// Where the text boxes of running heads are.
    RunningHeadBoxes = 58,
    /// How lists number.
    Lists = 73,
    /// The lists that paragraphs name.
    ListOverrides = 74,
}

impl FileInformation {
    /// Reads the beginning of the stream `WordDocument`.
    ///
    /// # Errors
    /// That the document is damaged, protected, or older than Word 97.
    pub fn read(stream: &[u8]) -> Result<FileInformation, DocumentFileError> {
        let (identifier, version, flags) = (u16_at(stream, 0)?, u16_at(stream, 2)?, u16_at(stream, 10)?);
        if version < FIRST_VERSION {
            return Err(DocumentFileError::NotText(FileType::OldOffice));
        }
        if identifier != IDENTIFIER {
            return Err(DocumentFileError::Damaged);
        }
        if flags & 0x0100 != 0 {
            return Err(DocumentFileError::Protected);
        }
        let table_stream = if flags & 0x0200 != 0 { "1Table" } else { "0Table" };
        // Three lists, each behind the number of its entries: of two, of four, and of twice four bytes.
        let long_numbers = 0x22 + usize::from(u16_at(stream, 0x20)?) * 2;
        let parts_at = long_numbers + 2 + usize::from(u16_at(stream, long_numbers)?) * 4;
        let mut lengths = [0; 7];
        for (at, length) in [3, 4, 5, 7, 8, 9, 10].into_iter().zip(&mut lengths) {
            *length = u32_at(stream, long_numbers + 2 + at * 4)?;
        }
        let count = usize::from(u16_at(stream, parts_at)?);
        let parts = part(stream, parts_at + 2, count * 8)?;
        let parts = parts.chunks_exact(8).map(|entry| Ok((u32_at(entry, 0)?, u32_at(entry, 4)?)));
        Ok(FileInformation { table_stream, lengths, parts: parts.collect::<Result<_, DocumentFileError>>()? })
    }

    /// Where the characters of a story are, among those of the document.
    ///
    /// # Errors
    /// That there are too many.
    pub fn story(&self, story: Story) -> Result<Range<u32>, DocumentFileError> {
        // Between running heads and endnotes are the comments.
        let at = match story {
            Story::Main => 0,
            Story::Footnotes => 1,
            Story::RunningHeads => 2,
            Story::Endnotes => 4,
            Story::TextBoxes => 5,
            Story::RunningHeadBoxes => 6,
        };
        let sum = |lengths: &[u32]| lengths.iter().try_fold(0u32, |sum, length| sum.checked_add(*length));
        let range = sum(&self.lengths[..at]).zip(sum(&self.lengths[..=at]));
        range.map(|(start, end)| start..end).ok_or(DocumentFileError::Damaged)
    }

    /// The bytes of a table, in the stream of tables; empty where the document has none.
    ///
    /// # Errors
    /// That the stream ends before.
    pub fn table<'b>(&self, tables: &'b [u8], table: Table) -> Result<&'b [u8], DocumentFileError> {
        match self.parts.get(table as usize) {
            None | Some((_, 0)) => Ok(&[]),
            Some((start, length)) => part(tables, *start as usize, *length as usize),
        }
    }

    /// The bytes of a table and what follows them.
    ///
    /// # Errors
    /// That the stream ends before.
    pub fn table_and_rest<'b>(&self, tables: &'b [u8], table: Table) -> Result<&'b [u8], DocumentFileError> {
        match self.parts.get(table as usize) {
            None | Some((_, 0)) => Ok(&[]),
            Some((start, _)) => tables.get(*start as usize..).ok_or(DocumentFileError::Damaged),
        }
    }
}
