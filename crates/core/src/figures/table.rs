//! The numbers of a figure as a table.

use super::rich_text::{RichText, TextRun};
use super::text_wrap::text_width;
use crate::disclosure::LineId;
use crate::insertion_sort::sorted_by_key;
use crate::locale::Locale;

/// The numbers of a figure as a table.
///
/// ```
/// use mingbai_core::figures::{Table, TableColumn, TableRow};
///
/// let row = |name: &str| TableRow { head: name.into(), cells: vec!["1,675.82".into()] };
/// let table = Table {
///     columns: vec![TableColumn::text("项目"), TableColumn::numbers("2023年", Some("万元"))],
///     rows: vec![row("收入"), row("支出")],
///     ..Table::default()
/// };
/// assert_eq!(table.columns[1].heading(), "2023年 (万元)");
/// assert_eq!(table.order(1, true), [0, 1], "cells of words keep their order");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The caption.
    pub caption: String,
    /// The columns. The first one has the names of the rows.
    pub columns: Vec<TableColumn>,
    /// The rows in the order of the document.
    pub rows: Vec<TableRow>,
    /// The row of the sum, if there is one.
    pub foot: Option<TableRow>,
    /// True if readers may sort the rows.
    pub sortable: bool,
}

impl Table {
    /// The indices of the rows, sorted by the numbers of a column: the greatest first if `descending`. Columns count
    /// from 0, which has the names. Rows without a number in the column are last.
    pub fn order(&self, column: usize, descending: bool) -> Vec<usize> {
        let key = |at: &usize| {
            column.checked_sub(1).and_then(|cell| self.rows[*at].cells.get(cell)?.numbers().next()?.number())
        };
        let (with, without): (Vec<usize>, Vec<usize>) = (0..self.rows.len()).partition(|at| key(at).is_some());
        let mut with = sorted_by_key(with, key);
        if descending {
            with.reverse();
        }
        with.into_iter().chain(without).collect()
    }

    /// The depth of each row: 1 for a row that is a part of a row above it, such as 货物 below 政府采购. Parts are nested
    /// only if all of them follow their whole directly; else the first one would look like the only one.
    pub fn depths(&self) -> Vec<usize> {
        let id = |row: &TableRow| {
            row.head.0.iter().find_map(|piece| match piece {
                TextRun::Line(id, _) => Some(id.clone()),
                _ => None,
            })
        };
        let ids: Vec<Option<LineId>> = self.rows.iter().map(id).collect();
        let part = |at: usize, whole: usize| {
            let below = || ids[at].as_ref()?.as_str().strip_prefix(ids[whole].as_ref()?.as_str())?.strip_prefix('.');
            below().is_some()
        };
        let rows = 0..ids.len();
        let together = |whole: usize| {
            let run = (whole + 1..ids.len()).take_while(|at| part(*at, whole)).count();
            rows.clone().filter(|at| part(*at, whole)).count() == run
        };
        rows.clone().map(|at| (0..at).filter(|whole| part(at, *whole) && together(*whole)).count()).collect()
    }

    /// The estimated width that it needs so that no number wraps, in ems of the page's font size. Names of rows may
    /// wrap.
    pub fn room(&self, locale: &Locale) -> f64 {
        let rows = || self.rows.iter().chain(&self.foot);
        let column = |(at, column): (usize, &TableColumn)| {
            let cells = rows().filter_map(|row| row.cells.get(at.checked_sub(1)?));
            let widest = cells.map(|cell| text_width(&cell.plain(locale), 1.0)).fold(0.0, f64::max);
            let arrow = if self.sortable && column.numeric { SORT } else { 0.0 };
            let least = if at == 0 { NAME } else { 0.0 };
            widest.max(text_width(&column.heading(), 1.0) + arrow).max(least) + GAP
        };
        self.columns.iter().enumerate().map(column).sum::<f64>() * TYPE
    }
}

// As in `src/styles/page.css`: the font size of a table relative to the page, the minimum width of a row's name, the
// gap between columns, and the width of the arrow on a sort button.
const TYPE: f64 = 0.9375;
const NAME: f64 = 7.5;
const GAP: f64 = 1.5;
const SORT: f64 = 1.25;

/// A column of a table.
#[derive(Clone, Debug)]
pub struct TableColumn {
    /// The title.
    pub title: String,
    /// The unit of its numbers.
    pub unit: Option<String>,
    /// True for a column of numbers, which is aligned right.
    pub numeric: bool,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// The name.
    pub head: RichText,
    /// A cell for each column after the first; empty for no value.
    pub cells: Vec<RichText>,
}

impl TableColumn {
    /// The title with the unit.
    pub fn heading(&self) -> String {
        format!("{}{}", self.title, self.unit_behind().unwrap_or_default())
    }

    /// The unit as it follows the title, ` (万元)`; None for a column without one.
    pub fn unit_behind(&self) -> Option<String> {
        self.unit.as_ref().map(|unit| format!(" ({unit})"))
    }

    /// A column of text.
    pub fn text(title: impl Into<String>) -> TableColumn {
        TableColumn { title: title.into(), unit: None, numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<String>, unit: Option<&str>) -> TableColumn {
        TableColumn { title: title.into(), unit: unit.map(str::to_owned), numeric: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn table(ids: &[&str]) -> Table {
        let row = |id: &&str| {
            let head = RichText(vec![TextRun::Line(LineId::from(*id), (*id).to_owned())]);
            TableRow { head, cells: vec!["1,675.82".into()] }
        };
        let columns = vec![TableColumn::text("项目"), TableColumn::numbers("2023年", Some("万元"))];
        Table { columns, rows: ids.iter().map(row).collect(), ..Table::default() }
    }

    #[test]
    fn parts_are_nested_if_all_of_them_follow_their_whole() {
        let ids = ["operating", "procurement", "procurement.goods", "procurement.works", "performance.project"];
        assert_eq!(table(&ids).depths(), [0, 0, 1, 1, 0]);
        let ids = ["operating", "procurement", "procurement.goods", "performance.project", "procurement.works"];
        assert_eq!(table(&ids).depths(), [0, 0, 0, 0, 0]);
        assert_eq!(table(&["a", "a.b", "a.b.c", "a.d", "ab"]).depths(), [0, 1, 2, 1, 0]);
    }

    #[test]
    fn a_table_needs_the_width_of_its_widest_cells() {
        let (locale, short) = (Locale::of(Lang::Zh), table(&["a"]));
        // Names, then 2023年 (万元), each with its gap.
        let wide = 0.9375 * (7.5 + 1.5 + 4.0 * 0.6 + 1.0 + 3.0 * 0.6 + 2.0 + 1.5);
        assert!((short.room(&locale) - wide).abs() < 0.001, "{}", short.room(&locale));
        let sortable = Table { sortable: true, ..table(&["a"]) };
        assert!(sortable.room(&locale) > short.room(&locale));
    }
}
