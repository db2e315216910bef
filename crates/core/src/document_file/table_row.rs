//! The rows of tables as lines of a text.

/// From this many lines in one cell on, the cell is a column of a page and not of a table.
const COLUMN_LINES: usize = 8;

/// The lines of a table's row. A row of a table is one line, its cells divided by tabs. A row that only arranges a page
/// has its lines as they are: one of its cells has many lines, or a table of its own.
///
/// ```
/// use mingbai_core::document_file::row_lines;
///
/// let row = vec![vec!["公务用车".to_owned(), "运行费".to_owned()], vec!["57.00".to_owned()]];
/// assert_eq!(row_lines(row, false), ["公务用车运行费\t57.00"]);
/// ```
pub fn row_lines(cells: Vec<Vec<String>>, has_inner_table: bool) -> Vec<String> {
    if has_inner_table || cells.iter().any(|cell| cell.len() >= COLUMN_LINES) {
        return cells.into_iter().flatten().collect();
    }
    let cells: Vec<String> = cells.iter().map(|cell| joined(cell)).collect();
    let row = cells.join("\t");
    if row.trim().is_empty() { Vec::new() } else { vec![row.trim_end().to_owned()] }
}

/// The lines of a cell as one. Chinese words go on in the next line; numbers and other words must not grow together.
fn joined(lines: &[String]) -> String {
    let mut cell = String::new();
    for line in lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        let goes_on = cell.ends_with(is_ideograph) && line.starts_with(is_ideograph);
        if !cell.is_empty() && !goes_on {
            cell.push(' ');
        }
        cell += line;
    }
    cell
}

/// True for a Chinese character.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&[&str]], has_inner_table: bool) -> Vec<String> {
        row_lines(
            cells.iter().map(|cell| cell.iter().map(|line| line.to_string()).collect()).collect(),
            has_inner_table,
        )
    }

    #[test]
    fn a_row_is_a_line_and_numbers_stay_apart() {
        assert_eq!(row(&[&["合计"], &[], &["1,675.82", "3"], &[]], false), ["合计\t\t1,675.82 3"]);
        assert_eq!(row(&[&[" "], &[]], false), [""; 0]);
    }

    #[test]
    fn a_row_that_arranges_a_page_is_its_lines() {
        assert_eq!(row(&[&["导航"], &["一", "二"]], true), ["导航", "一", "二"]);
        assert_eq!(row(&[&["导航"], &["一"; 8]], false).len(), 9);
    }
}
