//! Old Word documents (.doc, .wps): the lines that a reader sees, with the automatic numbers of paragraphs written out.
//!
//! They are read as Word documents are. The structures of the format's description, MS-DOC, are named where
//! they are read.

mod bytes;
mod character_properties;
mod document_parts;
mod file_information;
mod formatted_runs;
mod lists;
mod paragraph_properties;
mod piece_table;
mod position_table;
mod property_list;
mod story_reader;
mod style_sheet;
mod text_boxes;

use super::compound_file::CompoundFile;
use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText, LeftOut, LeftOutReason};
use super::paragraph_numbering::Numbering;
use super::text_encoding::TextEncoding;
use document_parts::DocumentParts;
use file_information::{FileInformation, Story, Table};
use lists::numbering_of;
use position_table::PositionTable;
use std::collections::HashSet;
use std::ops::Range;
use story_reader::StoryText;
use text_boxes::{TextBox, text_boxes};

/// How many stories that are no running heads stand before them: lines between text and notes.
const SEPARATORS: usize = 6;

/// The text of a document.
///
/// # Errors
/// That it is damaged, protected, too large, or older than Word 97.
pub fn text_of(file: &mut CompoundFile) -> Result<FileText, DocumentFileError> {
    let stream = file.stream("WordDocument")?.ok_or(DocumentFileError::Damaged)?;
    let information = FileInformation::read(&stream)?;
    let tables = file.stream(information.table_stream)?.ok_or(DocumentFileError::Damaged)?;
    let data = file.stream("Data")?.unwrap_or_default();
    let document = DocumentParts::read(&information, &stream, &tables, &data)?;
    let table = |table| information.table(&tables, table);
    let definitions = information.table_and_rest(&tables, Table::Lists)?;
    let mut numbering = numbering_of(definitions, table(Table::ListOverrides)?)?;
    let story = |story| {
        let range = information.story(story)?;
        if range.end > document.pieces.length() { Err(DocumentFileError::Damaged) } else { Ok(range) }
    };
    let boxes = |boxes, anchors, from, to| text_boxes(table(boxes)?, story(from)?, table(anchors)?, story(to)?);
    let main_boxes = boxes(Table::TextBoxes, Table::Anchors, Story::TextBoxes, Story::Main)?;
    let main = StoryText::read(&document, story(Story::Main)?, &main_boxes, &mut numbering)?;

    let mut left_out = main.left_out;
    let mut known = HashSet::new();
    let mut apart = |range: Range<u32>, boxes: &[TextBox], reason: LeftOutReason| -> Result<(), DocumentFileError> {
        let text = StoryText::read(&document, range, boxes, &mut Numbering::default())?.lines.join("\n");
        if !text.is_empty() && known.insert((reason.as_str(), text.clone())) {
            left_out.push(LeftOut { reason, text });
        }
        Ok(())
    };
    apart(story(Story::Footnotes)?, &[], LeftOutReason::Footnote)?;
    apart(story(Story::Endnotes)?, &[], LeftOutReason::Footnote)?;
    let head_boxes =
        boxes(Table::RunningHeadBoxes, Table::RunningHeadAnchors, Story::RunningHeadBoxes, Story::RunningHeads)?;
    let heads = PositionTable::new(table(Table::RunningHeads)?, 0);
    let all = story(Story::RunningHeads)?;
    let mut start = all.start;
    // The last place means nothing. Other wrong ones do no harm: running heads are not in the text.
    for at in SEPARATORS..heads.len().saturating_sub(1) {
        let place = |at| heads.position(at).map(|position| all.start.saturating_add(position).clamp(start, all.end));
        let range = place(at)?..place(at + 1)?;
        start = range.end;
        let first = head_boxes.partition_point(|text_box| text_box.anchor < range.start);
        let end = head_boxes.partition_point(|text_box| text_box.anchor < range.end);
        apart(range, &head_boxes[first..end], LeftOutReason::RunningHead)?;
    }
    for text_box in head_boxes.iter().filter(|text_box| text_box.anchor >= start) {
        apart(text_box.characters.clone(), &[], LeftOutReason::RunningHead)?;
    }
    let text = main.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    Ok(FileText {
        text,
        format: FileFormat::OldWordDocument,
        encoding: TextEncoding::Utf8,
        left_out,
        has_revisions: main.has_revisions,
    })
}
