//! Pages on which every character has its place, such as a PDF's, as the lines of a text.
//!
//! Characters become lines, lines of one column paragraphs. Running heads, page numbers, footnotes, rotated and
//! invisible words are not in the text, and are listed.

mod columns;
mod furniture;
mod lines;
mod matrix;
mod paragraphs;
mod placed;

use super::error::DocumentFileError;
use super::file_text::{FileFormat, FileText, LeftOut, LeftOutReason};
use super::text_encoding::TextEncoding;
use lines::Line;
pub use matrix::Matrix;
pub use placed::{CHARACTER_LIMIT, PAGE_LIMIT, PlacedPage, UNKNOWN, glyph_points, is_character};

/// The text of pages.
struct LaidOutText {
    /// The text, a paragraph or a row of a table on each line.
    text: String,
    /// What is not in the text.
    left_out: Vec<LeftOut>,
    /// The page, from 1, on which a word has a character that the file does not name. A mark at the beginning of a line
    /// does not count.
    unknown_on: Option<usize>,
}

/// The text of a file that is pages.
///
/// # Errors
/// That a word has a character that the file does not name, or that every page is a picture.
pub fn file_text_of_pages(pages: Vec<PlacedPage>, format: FileFormat) -> Result<FileText, DocumentFileError> {
    let LaidOutText { text, left_out, unknown_on } = text_of_pages(pages);
    if let Some(page) = unknown_on {
        return Err(DocumentFileError::UnknownCharacters { page });
    }
    if text.is_empty() && left_out.iter().any(|left_out| left_out.reason == LeftOutReason::Picture) {
        return Err(DocumentFileError::Scanned);
    }
    Ok(FileText { text, format, encoding: TextEncoding::Utf8, left_out, has_revisions: false })
}

/// The text of pages.
fn text_of_pages(pages: Vec<PlacedPage>) -> LaidOutText {
    let mut left_out = Vec::new();
    let mut laid_out: Vec<Vec<Line>> = Vec::with_capacity(pages.len());
    let mut unknown_on = None;
    for (at, page) in pages.into_iter().enumerate() {
        if !page.unseen.trim().is_empty() {
            left_out.push(LeftOut { reason: LeftOutReason::Hidden, text: page.unseen.trim().to_owned() });
        }
        if page.characters.is_empty() && page.has_picture {
            left_out.push(LeftOut { reason: LeftOutReason::Picture, text: (at + 1).to_string() });
        }
        let lines = lines::of_page(page.characters, page.height);
        if unknown_on.is_none() && lines.iter().any(Line::has_unknown_word) {
            unknown_on = Some(at + 1);
        }
        laid_out.push(columns::in_reading_order(lines));
    }
    left_out.extend(furniture::take_out(&mut laid_out));
    LaidOutText { text: paragraphs::text_of(&laid_out), left_out, unknown_on }
}

#[cfg(test)]
pub mod tests {
    use super::placed::page;
    use super::*;

    /// The text of pages, and what is not in it.
    pub fn read(pages: Vec<PlacedPage>) -> (String, Vec<(LeftOutReason, String)>) {
        let read = text_of_pages(pages);
        (read.text, read.left_out.into_iter().map(|left_out| (left_out.reason, left_out.text)).collect())
    }

    #[test]
    fn an_unknown_character_counts_unless_it_marks_a_line() {
        let unknown_on = |text| text_of_pages(vec![page(&[(text, 90.0, 100.0, 12.0)])]).unknown_on;
        assert_eq!(unknown_on("\u{fffd}基本支出"), None);
        assert_eq!(unknown_on("\u{fffd} 基本支出"), None);
        // It may be the first digit of the number.
        assert_eq!(unknown_on("\u{fffd}231.57万元"), Some(1));
        assert_eq!(unknown_on("基本支出\u{fffd}5.82万元"), Some(1));
    }

    #[test]
    fn pictures_and_unseen_words_are_listed() {
        let picture = PlacedPage { has_picture: true, ..page(&[]) };
        let marked = PlacedPage { unseen: "内部资料".to_owned(), ..page(&[("收入", 90.0, 100.0, 12.0)]) };
        let (text, left_out) = read(vec![picture, marked]);
        assert_eq!(text, "收入\n");
        assert_eq!(
            left_out,
            [(LeftOutReason::Picture, "1".to_owned()), (LeftOutReason::Hidden, "内部资料".to_owned())]
        );
    }
}
