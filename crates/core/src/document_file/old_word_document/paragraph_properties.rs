//! What is said about paragraphs, as far as it concerns their numbers and tables.

use super::bytes::{u16_at, u32_at};
use super::property_list::properties;

/// What a list of properties says about a paragraph; None where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParagraphProperties {
    /// The number of its style.
    pub style: Option<u16>,
    /// The number of its list, from 1; 0 for none.
    pub list: Option<u16>,
    /// Its level in the list, from 0.
    pub level: Option<u8>,
    /// Where the rest of the properties is, in the stream `Data`.
    pub rest_at: Option<u32>,
    in_table: Option<bool>,
    depth: Option<u32>,
    ends_row: Option<bool>,
    ends_inner_cell: Option<bool>,
    ends_inner_row: Option<bool>,
}

impl ParagraphProperties {
    /// What a list of properties says.
    pub fn read(list: &[u8]) -> ParagraphProperties {
        let mut found = ParagraphProperties::default();
        for (code, bytes) in properties(list) {
            let is_on = || bytes.first().map(|value| *value != 0);
            match code {
                0x460b => found.list = u16_at(bytes, 0).ok(),
                0x260a => found.level = bytes.first().copied(),
                0x2416 => found.in_table = is_on(),
                0x2417 => found.ends_row = is_on(),
                0x244b => found.ends_inner_cell = is_on(),
                0x244c => found.ends_inner_row = is_on(),
                0x6649 => found.depth = u32_at(bytes, 0).ok(),
                0x6645 | 0x6646 => found.rest_at = u32_at(bytes, 0).ok(),
                _ => {}
            }
        }
        found
    }

    /// With what is said later.
    pub fn changed_by(self, later: ParagraphProperties) -> ParagraphProperties {
        ParagraphProperties {
            style: later.style.or(self.style),
            list: later.list.or(self.list),
            level: later.level.or(self.level),
            rest_at: later.rest_at.or(self.rest_at),
            in_table: later.in_table.or(self.in_table),
            depth: later.depth.or(self.depth),
            ends_row: later.ends_row.or(self.ends_row),
            ends_inner_cell: later.ends_inner_cell.or(self.ends_inner_cell),
            ends_inner_row: later.ends_inner_row.or(self.ends_inner_row),
        }
    }

    /// In how many tables the paragraph is, one in the other.
    pub fn table_depth(self) -> usize {
        let is_in_table = self.in_table == Some(true) || self.ends_row == Some(true);
        (self.depth.unwrap_or(0) as usize).max(usize::from(is_in_table))
    }

    /// True if it only marks the end of a row.
    pub fn is_row_end(self) -> bool {
        match self.table_depth() {
            0 => false,
            1 => self.ends_row == Some(true),
            _ => self.ends_inner_row == Some(true),
        }
    }

    /// True if it is the last one of a cell, ending with this character.
    pub fn is_cell_end(self, last: char) -> bool {
        match self.table_depth() {
            0 => false,
            1 => last == '\u{7}',
            _ => self.ends_inner_cell == Some(true),
        }
    }
}
