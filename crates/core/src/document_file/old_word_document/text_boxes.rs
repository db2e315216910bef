//! Which characters the text boxes have, and where in the text they are anchored (MS-DOC: FTXBXS, SPA).

use super::bytes::u32_at;
use super::position_table::PositionTable;
use crate::document_file::error::DocumentFileError;
use std::collections::HashMap;
use std::ops::Range;

/// A text box.
pub struct TextBox {
    /// The position of the character that it is anchored at; `u32::MAX` where that is not known.
    pub anchor: u32,
    /// The characters that it has.
    pub characters: Range<u32>,
}

/// The text boxes whose text is in a story, by their anchors, which are in another one.
///
/// # Errors
/// That they are damaged.
pub fn text_boxes(
    boxes: &[u8],
    story: Range<u32>,
    anchors: &[u8],
    anchored_in: Range<u32>,
) -> Result<Vec<TextBox>, DocumentFileError> {
    if story.is_empty() {
        return Ok(Vec::new());
    }
    if boxes.is_empty() {
        return Ok(vec![TextBox { anchor: u32::MAX, characters: story }]);
    }
    let anchors = PositionTable::new(anchors, 26);
    let mut position_of_shape = HashMap::new();
    for at in 0..anchors.len() {
        let position = anchored_in.start.saturating_add(anchors.position(at)?);
        position_of_shape.insert(u32_at(anchors.item(at)?, 0)?, position);
    }
    let table = PositionTable::new(boxes, 22);
    let mut found: Vec<TextBox> = Vec::new();
    for at in 0..table.len() {
        let (range, item) = (table.range(at)?, table.item(at)?);
        // The last entry is none, and ends behind the story.
        let absolute = |position: u32| story.start.saturating_add(position).min(story.end);
        // A box that was deleted keeps its place.
        let is_unused = item[8] & 1 != 0;
        if is_unused {
            continue;
        }
        let anchor = position_of_shape.get(&u32_at(item, 14)?).copied().unwrap_or(u32::MAX);
        found.push(TextBox { anchor, characters: absolute(range.0)..absolute(range.1) });
    }
    found.sort_by_key(|text_box| text_box.anchor);
    Ok(found)
}
