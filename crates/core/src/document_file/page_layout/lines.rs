//! Characters that stand beside each other as lines.

use super::super::raised::raised;
use super::super::table_row::is_ideograph;
use super::placed::{PlacedCharacter, UNKNOWN};
use crate::disclosure::unified_ideograph;

/// How far the baselines of one line are apart at most, in parts of the larger size: those of numbers of footnotes are.
const BASELINE_REACH: f64 = 0.5;
/// From this part of the line's size down, a character above the baseline is raised.
const RAISED_SIZE: f64 = 0.8;
/// A distance from which on two characters are in two cells of a table, in sizes of the font.
const CELL_GAP: f64 = 1.8;
/// A distance from which on two Latin characters are in two words, in sizes of the font.
const WORD_GAP: f64 = 0.15;
/// Up to this part of its width, a character that is drawn again is the same, drawn twice to look bold.
const DRAWN_AGAIN: f64 = 0.3;

/// A line of one column.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its text; cells of a table are divided by tabs.
    pub text: String,
    /// Where it begins, in points.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Where it stands.
    pub baseline: f64,
    /// The size of its font.
    pub size: f64,
    /// The width of what cannot be divided at its beginning: a number or a word.
    pub first_word: f64,
    /// Where each of its cells begins and ends.
    pub cells: Vec<(f64, f64)>,
    /// The height of its page.
    pub page_height: f64,
}

impl Line {
    /// True if a character that the file does not name may be part of a word or a number.
    pub fn has_unknown_word(&self) -> bool {
        let text = self.text.trim_start();
        let behind = text.strip_prefix(UNKNOWN).unwrap_or(text);
        behind.contains(UNKNOWN) || behind.len() < text.len() && behind.starts_with(|c: char| c.is_ascii_digit())
    }

    /// True for the row of a table.
    pub fn is_row(&self) -> bool {
        self.cells.len() > 1
    }
}

/// The lines of a page, from top to bottom.
pub fn of_page(mut characters: Vec<PlacedCharacter>, page_height: f64) -> Vec<Line> {
    characters.retain(|placed| placed.character.is_whitespace() || !placed.character.is_control());
    // Large ones first: a line is where its largest characters stand, and raised ones join it.
    characters.sort_by(|a, b| b.size.total_cmp(&a.size));
    let mut rows: Vec<(f64, f64, Vec<PlacedCharacter>)> = Vec::new();
    // Rows by their height on the page: a page of many characters is not compared with all of its rows.
    let mut by_height = std::collections::BTreeMap::<i64, Vec<usize>>::new();
    let step = |baseline: f64| baseline.floor() as i64;
    for placed in characters {
        let reach = (placed.size * 2.0).clamp(1.0, 200.0).ceil() as i64;
        let at = step(placed.baseline);
        let near = by_height.range(at - reach..=at + reach).flat_map(|(_, rows)| rows);
        let distance = |row: usize| (rows[row].0 - placed.baseline).abs();
        let row = near
            .copied()
            .filter(|&row| distance(row) <= BASELINE_REACH * rows[row].1.max(placed.size))
            .min_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        match row {
            Some(row) => rows[row].2.push(placed),
            None => {
                by_height.entry(at).or_default().push(rows.len());
                rows.push((placed.baseline, placed.size, vec![placed]));
            }
        }
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().filter_map(|(_, _, row)| line(row, page_height)).collect()
}

/// The line that characters on one baseline are; None where all are spaces.
fn line(mut row: Vec<PlacedCharacter>, page_height: f64) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let size = usual_size(&row)?;
    let baseline = row.iter().find(|placed| placed.size == size)?.baseline;
    let mut line = Line {
        text: String::new(),
        left: 0.0,
        right: 0.0,
        baseline,
        size,
        first_word: 0.0,
        cells: Vec::new(),
        page_height,
    };
    let mut before: Option<PlacedCharacter> = None;
    let mut has_space = false;
    let mut in_first_word = true;
    for placed in row {
        if placed.character.is_whitespace() {
            has_space = true;
            continue;
        }
        if let Some(before) = before
            && before.character == placed.character
            && placed.left - before.left < DRAWN_AGAIN * (before.right - before.left)
        {
            continue;
        }
        let is_raised = placed.size <= RAISED_SIZE * size && baseline - placed.baseline >= 0.1 * size;
        let is_lowered = placed.size <= RAISED_SIZE * size && placed.baseline - baseline >= 0.1 * size;
        // Fonts of browsers name 大 by the radical that looks like it.
        let character = unified_ideograph(placed.character);
        let character = if is_raised || is_lowered { raised(character) } else { character };
        match before {
            None => {
                line.left = placed.left;
                line.cells.push((placed.left, placed.right));
            }
            Some(before) => {
                let gap = placed.left - before.right;
                if gap >= CELL_GAP * size && !is_leader(before.character) && !is_leader(placed.character) {
                    line.text.push('\t');
                    line.cells.push((placed.left, placed.right));
                } else if has_space || gap >= WORD_GAP * size && both_latin(before.character, placed.character) {
                    line.text.push(' ');
                }
            }
        }
        in_first_word &= line.text.is_empty() || !has_space && !is_ideograph(placed.character);
        if in_first_word {
            line.first_word = placed.right - line.left;
            in_first_word = !is_ideograph(placed.character);
        }
        line.text.push(character);
        line.right = line.right.max(placed.right);
        if let Some(cell) = line.cells.last_mut() {
            cell.1 = cell.1.max(placed.right);
        }
        before = Some(placed);
        has_space = false;
    }
    before.map(|_| line)
}

/// The size that most of the characters have.
fn usual_size(row: &[PlacedCharacter]) -> Option<f64> {
    let mut sizes: Vec<f64> =
        row.iter().filter(|placed| !placed.character.is_whitespace()).map(|placed| placed.size).collect();
    sizes.sort_by(f64::total_cmp);
    let most = sizes.chunk_by(|a, b| a == b).max_by_key(|same| same.len())?;
    most.first().copied()
}

/// True for a point of the leaders between a heading and its page number.
fn is_leader(c: char) -> bool {
    matches!(c, '.' | '…' | '·' | '．' | '-' | '_')
}

/// True where a space that is only a distance is meant: between words, not in Chinese.
fn both_latin(a: char, b: char) -> bool {
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    is_latin(a) && is_latin(b)
}

#[cfg(test)]
mod tests {
    use super::super::placed::page;
    use super::*;

    fn texts(lines: &[(&str, f64, f64, f64)]) -> Vec<String> {
        of_page(page(lines).characters, 800.0).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn characters_become_lines_from_top_to_bottom_and_left_to_right() {
        let lines = [("支出", 90.0, 130.0, 12.0), ("预算", 114.0, 100.0, 12.0), ("收入", 90.0, 100.4, 12.0)];
        assert_eq!(texts(&lines), ["收入预算", "支出"]);
    }

    #[test]
    fn cells_are_divided_and_words_too() {
        assert_eq!(texts(&[("合计", 90.0, 100.0, 12.0), ("57.00", 300.0, 100.0, 12.0)]), ["合计\t57.00"]);
        assert_eq!(texts(&[("2023 年", 90.0, 100.0, 12.0)]), ["2023 年"]);
        assert_eq!(texts(&[("GDP", 90.0, 100.0, 12.0), ("2023", 112.0, 100.0, 12.0)]), ["GDP 2023"]);
        assert_eq!(texts(&[("收", 90.0, 100.0, 12.0), ("入", 105.0, 100.0, 12.0)]), ["收入"]);
    }

    #[test]
    fn the_number_of_a_footnote_does_not_grow_into_a_number() {
        assert_eq!(texts(&[("57.00", 90.0, 100.0, 12.0), ("1", 120.0, 95.0, 7.0)]), ["57.00¹"]);
    }

    #[test]
    fn what_is_drawn_twice_is_there_once_and_two_equal_digits_are_two() {
        assert_eq!(texts(&[("33", 90.0, 100.0, 12.0), ("33", 90.3, 100.0, 12.0)]), ["33"]);
    }
}
