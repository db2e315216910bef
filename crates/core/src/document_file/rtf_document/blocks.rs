//! Paragraphs and rows of tables → lines.

use crate::document_file::table_row::row_lines;
use std::mem;

/// How deep tables may be in tables.
const TABLE_LIMIT: usize = 16;

/// What lines go into: the document, a note, a running head, a text box, or the number of a paragraph.
#[derive(Default)]
pub struct Block {
    lines: Vec<String>,
    /// The paragraph that is being read.
    number: String,
    text: String,
    /// The lines of its text boxes.
    boxes: Vec<String>,
    /// The open rows, the outermost first.
    rows: Vec<Row>,
}

#[derive(Default)]
struct Row {
    cells: Vec<Vec<String>>,
    /// The lines of the cell that is being read.
    lines: Vec<String>,
    has_inner_table: bool,
}

impl Block {
    /// Adds words to the paragraph.
    pub fn push(&mut self, text: &str) {
        self.text += text;
    }

    /// The number of the paragraph.
    pub fn set_number(&mut self, number: String) {
        self.number = number;
    }

    /// Adds a text box, which stands behind the paragraph.
    pub fn add_box(&mut self, lines: Vec<String>) {
        self.boxes.extend(lines);
    }

    /// The paragraph ends, in tables of this depth; 0 is none.
    pub fn end_paragraph(&mut self, depth: usize) {
        let text = mem::take(&mut self.number) + &mem::take(&mut self.text);
        let boxes = mem::take(&mut self.boxes);
        let own = text.split('\n').map(str::trim_end).filter(|line| !line.trim().is_empty()).map(str::to_owned);
        let lines: Vec<String> = own.chain(boxes).collect();
        if depth == 0 {
            self.end_rows();
        }
        match self.row(depth) {
            Some(row) => row.lines.extend(lines),
            None => self.lines.extend(lines),
        }
    }

    /// A cell ends, of a table of this depth, from 1.
    pub fn end_cell(&mut self, depth: usize) {
        self.end_paragraph(depth);
        if let Some(row) = self.row(depth) {
            let lines = mem::take(&mut row.lines);
            row.cells.push(lines);
        }
    }

    /// A row ends.
    pub fn end_row(&mut self, depth: usize) {
        let depth = depth.clamp(1, TABLE_LIMIT);
        self.rows.truncate(depth);
        if self.rows.len() < depth {
            return;
        }
        let Some(mut row) = self.rows.pop() else { return };
        if !row.lines.is_empty() {
            row.cells.push(row.lines);
        }
        let lines = row_lines(row.cells, row.has_inner_table);
        match self.rows.last_mut() {
            Some(outer) => {
                outer.lines.extend(lines);
                outer.has_inner_table = true;
            }
            None => self.lines.extend(lines),
        }
    }

    /// All lines.
    pub fn finish(mut self) -> Vec<String> {
        if !self.text.is_empty() || !self.boxes.is_empty() {
            self.end_paragraph(self.rows.len());
        }
        self.end_rows();
        self.lines
    }

    /// Ends rows whose ends are missing.
    fn end_rows(&mut self) {
        while !self.rows.is_empty() {
            self.end_row(self.rows.len());
        }
    }

    /// The row of a table of this depth.
    fn row(&mut self, depth: usize) -> Option<&mut Row> {
        let depth = depth.min(TABLE_LIMIT);
        if self.rows.len() < depth {
            self.rows.resize_with(depth, Row::default);
        }
        self.rows.get_mut(depth.checked_sub(1)?)
    }
}
