//! The characters of a story → lines.

use super::character_properties::CharacterFormat;
use super::document_parts::DocumentParts;
use super::paragraph_properties::ParagraphProperties;
use super::piece_table::PlacedCharacter;
use super::text_boxes::TextBox;
use crate::document_file::error::DocumentFileError;
use crate::document_file::file_text::{LeftOut, LeftOutReason};
use crate::document_file::left_out_list::LeftOutList;
use crate::document_file::paragraph_numbering::Numbering;
use crate::document_file::raised::raised;
use crate::document_file::table_row::row_lines;
use std::mem;
use std::ops::Range;

/// How deep tables may be in tables.
const TABLE_LIMIT: usize = 32;
/// How deep fields may be in fields.
const FIELD_LIMIT: usize = 64;
/// The most cells of a row; Word has 63.
const CELL_LIMIT: usize = 1_000;
/// The longest text, in bytes: numbers of paragraphs make it longer than the file.
const TEXT_LIMIT: usize = 64 << 20;

/// The text of a story.
pub struct StoryText {
    /// Its lines; none is empty.
    pub lines: Vec<String>,
    /// What is not in them.
    pub left_out: Vec<LeftOut>,
    /// True where revisions were read as accepted.
    pub has_revisions: bool,
}

impl StoryText {
    /// Reads characters, with the text boxes that are anchored among them, and counts the numbered paragraphs.
    ///
    /// # Errors
    /// That the document is damaged, or too large.
    pub fn read(
        document: &DocumentParts,
        characters: Range<u32>,
        boxes: &[TextBox],
        numbering: &mut Numbering,
    ) -> Result<StoryText, DocumentFileError> {
        let mut reader = StoryReader {
            document,
            numbering,
            boxes,
            deleted_boxes: Vec::new(),
            fields: Vec::new(),
            paragraph: String::new(),
            carried: String::new(),
            lines: Vec::new(),
            rows: Vec::new(),
            left_out: LeftOutList::default(),
            has_revisions: false,
            length: 0,
        };
        for character in document.pieces.characters(characters) {
            reader.read(&character)?;
        }
        reader.finish()?;
        let left_out = reader.left_out.finish();
        Ok(StoryText { lines: reader.lines, left_out, has_revisions: reader.has_revisions })
    }
}

struct StoryReader<'d, 'b> {
    document: &'d DocumentParts<'b>,
    numbering: &'d mut Numbering,
    /// The text boxes that were not yet met.
    boxes: &'d [TextBox],
    /// The anchors in this paragraph that a revision deletes.
    deleted_boxes: Vec<u32>,
    fields: Vec<Field>,
    /// The text of the open paragraph.
    paragraph: String,
    /// The text of a paragraph whose end is deleted: the next one goes on.
    carried: String,
    lines: Vec<String>,
    /// The open rows, one in a cell of the other.
    rows: Vec<Row>,
    left_out: LeftOutList,
    has_revisions: bool,
    /// How long the text is already, in bytes.
    length: usize,
}

/// An open field.
#[derive(Default)]
struct Field {
    /// What it is to show.
    instruction: String,
    /// True once its result has begun.
    has_result: bool,
}

#[derive(Default)]
struct Row {
    cells: Vec<Vec<String>>,
    /// The lines of the open cell.
    cell: Vec<String>,
    has_inner_table: bool,
}

impl StoryReader<'_, '_> {
    fn read(&mut self, placed: &PlacedCharacter) -> Result<(), DocumentFileError> {
        let format = self.document.character_format(placed);
        self.has_revisions |= format.is_deleted || format.is_inserted;
        match placed.character {
            '\u{13}' if self.fields.len() >= FIELD_LIMIT => return Err(DocumentFileError::Damaged),
            '\u{13}' => self.fields.push(Field::default()),
            '\u{14}' => {
                if let Some(field) = self.fields.last_mut() {
                    field.has_result = true;
                }
            }
            '\u{15}' => self.end_field(),
            '\r' | '\u{7}' => return self.end_paragraph(placed, format),
            '\u{c}' if self.document.ends_paragraph(placed) => return self.end_paragraph(placed, format),
            '\u{b}' | '\u{c}' | '\u{e}' => self.push('\n', format),
            '\u{1e}' => self.push('-', format),
            '\t' => self.push('\t', format),
            '\u{8}' if format.is_deleted => self.deleted_boxes.push(placed.position),
            // Pictures, references to notes and other marks.
            control if control < ' ' => {}
            character => match format.symbol {
                // Most symbols are the glyphs of a font of its own, and no characters.
                Some('\u{e000}'..='\u{f8ff}') => {}
                symbol => self.push(symbol.unwrap_or(character), format),
            },
        }
        Ok(())
    }

    /// Adds a character to the open paragraph, or to what is left out.
    fn push(&mut self, character: char, format: CharacterFormat) {
        if let Some(field) = self.fields.iter_mut().find(|field| !field.has_result) {
            return field.instruction.push(character);
        }
        let reason = if format.is_deleted || format.is_struck() {
            Some(LeftOutReason::Deleted)
        } else if format.is_hidden {
            Some(LeftOutReason::Hidden)
        } else {
            None
        };
        match reason {
            Some(reason) => self.left_out.add(reason, character.encode_utf8(&mut [0; 4])),
            None if format.is_raised => self.paragraph.push(raised(character)),
            None => self.paragraph.push(character),
        }
    }

    /// Ends a field. Instructions are no text, but for those that compose characters or reach over paragraphs.
    fn end_field(&mut self) {
        let Some(field) = self.fields.pop().filter(|field| !field.has_result) else { return };
        let is_text = field.instruction.contains('\n') || field.instruction.trim_start().starts_with("EQ");
        if is_text && self.fields.iter().all(|outer| outer.has_result) {
            self.left_out.add(LeftOutReason::Hidden, &field.instruction);
        }
    }

    fn end_paragraph(&mut self, end: &PlacedCharacter, format: CharacterFormat) -> Result<(), DocumentFileError> {
        if let Some(field) = self.fields.iter_mut().find(|field| !field.has_result) {
            field.instruction.push('\n');
            return Ok(());
        }
        let properties = self.document.paragraph_properties(end);
        self.left_out.end_paragraph();
        self.open_rows(properties.table_depth())?;
        let text = mem::take(&mut self.carried) + &mem::take(&mut self.paragraph);
        let is_row_end = properties.is_row_end();
        if is_row_end {
            self.add_lines(&text);
        } else if format.is_deleted && end.character == '\r' {
            self.carried = text;
        } else {
            let number = self.number(&properties);
            // A new page or line before the text is before its number, too.
            let breaks = text.len() - text.trim_start_matches('\n').len();
            self.add_lines(&(number + &text[breaks..]));
        }
        self.add_boxes(end.position)?;
        if is_row_end {
            self.end_row(format.is_deleted);
        } else if properties.is_cell_end(end.character) {
            self.finish_carried();
            if let Some(row) = self.rows.last_mut() {
                if row.cells.len() >= CELL_LIMIT {
                    return Err(DocumentFileError::Damaged);
                }
                row.cells.push(mem::take(&mut row.cell));
            }
        }
        if self.length > TEXT_LIMIT { Err(DocumentFileError::UnpacksToTooMuch) } else { Ok(()) }
    }

    /// Opens or closes rows, so that a paragraph is in as many tables as it says.
    fn open_rows(&mut self, depth: usize) -> Result<(), DocumentFileError> {
        if depth > TABLE_LIMIT {
            return Err(DocumentFileError::Damaged);
        }
        if depth != self.rows.len() {
            self.finish_carried();
        }
        while self.rows.len() > depth {
            self.end_row(false);
        }
        while self.rows.len() < depth {
            if let Some(row) = self.rows.last_mut() {
                row.has_inner_table = true;
            }
            self.rows.push(Row::default());
        }
        Ok(())
    }

    /// The number of a paragraph, with the space behind it.
    fn number(&mut self, paragraph: &ParagraphProperties) -> String {
        let style = self.document.styles.list(paragraph.style.unwrap_or(0));
        // 0 takes the number of a style away. From 0x7ff on there is no list, or its numbers are not shown.
        let list = paragraph.list.or(style.as_ref().map(|style| style.list)).filter(|list| (1..0x7ff).contains(list));
        let Some(list) = list.map(|list| list.to_string()) else { return String::new() };
        let of_style = || {
            let style = style.as_ref()?;
            let level = style.level.map(usize::from);
            level.or_else(|| self.numbering.level_of_style(&style.list.to_string(), &style.style.to_string()))
        };
        let level = paragraph.level.map(usize::from).or_else(of_style).unwrap_or(0);
        self.numbering.next(&list, level)
    }

    /// Adds the text of a paragraph whose end is deleted and that nothing follows.
    fn finish_carried(&mut self) {
        let text = mem::take(&mut self.carried);
        self.add_lines(&text);
    }

    fn add_lines(&mut self, text: &str) {
        self.length += text.len();
        let lines = text.split('\n').map(str::trim_end).filter(|line| !line.trim().is_empty()).map(str::to_owned);
        self.sink().extend(lines);
    }

    /// Where finished lines go: to the document, or into a cell.
    fn sink(&mut self) -> &mut Vec<String> {
        self.rows.last_mut().map_or(&mut self.lines, |row| &mut row.cell)
    }

    fn end_row(&mut self, is_deleted: bool) {
        self.finish_carried();
        let Some(mut row) = self.rows.pop() else { return };
        if !row.cell.is_empty() {
            row.cells.push(row.cell);
        }
        let lines = row_lines(row.cells, row.has_inner_table);
        if is_deleted {
            self.left_out.add(LeftOutReason::Deleted, &(lines.join("\n") + "\n"));
        } else {
            self.sink().extend(lines);
        }
    }

    /// Adds the text boxes that are anchored up to a position.
    fn add_boxes(&mut self, position: u32) -> Result<(), DocumentFileError> {
        let deleted = mem::take(&mut self.deleted_boxes);
        let (met, rest) = self.boxes.split_at(self.boxes.partition_point(|other| other.anchor <= position));
        self.boxes = rest;
        for text_box in met {
            let story = StoryText::read(self.document, text_box.characters.clone(), &[], self.numbering)?;
            self.has_revisions |= story.has_revisions;
            for passage in story.left_out {
                self.left_out.add(passage.reason, &(passage.text + "\n"));
            }
            self.length += story.lines.iter().map(String::len).sum::<usize>();
            if deleted.contains(&text_box.anchor) {
                self.left_out.add(LeftOutReason::Deleted, &(story.lines.join("\n") + "\n"));
            } else {
                self.sink().extend(story.lines);
            }
        }
        Ok(())
    }

    /// Ends what the story leaves open: nothing is lost silently.
    fn finish(&mut self) -> Result<(), DocumentFileError> {
        self.left_out.end_paragraph();
        for field in mem::take(&mut self.fields).into_iter().filter(|field| !field.has_result) {
            self.left_out.add(LeftOutReason::Hidden, &(field.instruction + "\n"));
        }
        let text = mem::take(&mut self.carried) + &mem::take(&mut self.paragraph);
        self.add_lines(&text);
        self.open_rows(0)?;
        self.add_boxes(u32::MAX)
    }
}
