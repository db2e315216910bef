//! A figure's numbers as a table.

use super::rich_text::{Piece, Text};
use super::text_wrap::text_width;
use crate::disclosure::LineId;
use crate::insertion_sort::in_order;
use crate::locale::Locale;

/// A figure's numbers as a table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The first column names the rows.
    pub columns: Vec<Column>,
    /// In the order of the document.
    pub rows: Vec<Row>,
    /// The sum, where the rows have one.
    pub foot: Option<Row>,
    /// True where another order of the rows says as much.
    pub sortable: bool,
}

impl Table {
    /// The rows' places by the numbers of a column (from 0, the rows' names are the first), the greatest first where
    /// `falling`. Rows without a number there stay last.
    pub fn order(&self, column: usize, falling: bool) -> Vec<usize> {
        let key = |at: &usize| {
            column.checked_sub(1).and_then(|cell| self.rows[*at].cells.get(cell)?.numbers().next()?.number())
        };
        let (with, without): (Vec<usize>, Vec<usize>) = (0..self.rows.len()).partition(|at| key(at).is_some());
        let mut with = in_order(with, key);
        if falling {
            with.reverse();
        }
        with.into_iter().chain(without).collect()
    }

    /// For each row, how many of the rows above it it is listed under as a part: 货物 under 政府采购. Only where all parts
    /// of a whole that are listed stand right below it: else one would look like the only one.
    pub fn depths(&self) -> Vec<usize> {
        let id = |row: &Row| {
            row.head.0.iter().find_map(|piece| match piece {
                Piece::Line(id, _) => Some(id.clone()),
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

    /// About how much room it needs across, in units of the page's type, so that no number breaks. The names of its rows
    /// may break.
    pub fn room(&self, locale: &Locale) -> f64 {
        let rows = || self.rows.iter().chain(&self.foot);
        let column = |(at, column): (usize, &Column)| {
            let cells = rows().filter_map(|row| row.cells.get(at.checked_sub(1)?));
            let widest = cells.map(|cell| text_width(&cell.plain(locale), 1.0)).fold(0.0, f64::max);
            let arrow = if self.sortable && column.numeric { SORT } else { 0.0 };
            let least = if at == 0 { NAME } else { 0.0 };
            widest.max(text_width(&column.heading(), 1.0) + arrow).max(least) + GAP
        };
        self.columns.iter().enumerate().map(column).sum::<f64>() * TYPE
    }
}

// As in `view/page.css`: the type of a table against the page's, the least room of a row's name, that between two
// columns, and that of the arrow on a button that sorts.
const TYPE: f64 = 0.9375;
const NAME: f64 = 7.5;
const GAP: f64 = 1.5;
const SORT: f64 = 1.25;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its header.
    pub title: String,
    /// The unit of its numbers.
    pub unit: Option<String>,
    /// True where it holds numbers: they stand flush right.
    pub numeric: bool,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is about.
    pub head: Text,
    /// One for each further column; empty where there is nothing.
    pub cells: Vec<Text>,
}

impl Column {
    /// Its title with its unit.
    pub fn heading(&self) -> String {
        format!("{}{}", self.title, self.unit_behind().unwrap_or_default())
    }

    /// Its unit as it stands behind its title.
    pub fn unit_behind(&self) -> Option<String> {
        self.unit.as_ref().map(|unit| format!(" ({unit})"))
    }

    /// A column of words.
    pub fn words(title: impl Into<String>) -> Column {
        Column { title: title.into(), unit: None, numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<String>, unit: Option<&str>) -> Column {
        Column { title: title.into(), unit: unit.map(str::to_owned), numeric: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn table(ids: &[&str]) -> Table {
        let row = |id: &&str| {
            let head = Text(vec![Piece::Line(LineId::from((*id).to_owned()), (*id).to_owned())]);
            Row { head, cells: vec!["1,675.82".into()] }
        };
        let columns = vec![Column::words("项目"), Column::numbers("2023年", Some("万元"))];
        Table { columns, rows: ids.iter().map(row).collect(), ..Table::default() }
    }

    #[test]
    fn parts_are_listed_under_their_whole_where_all_of_them_stand_below_it() {
        let ids = ["operating", "procurement", "procurement.goods", "procurement.works", "performance.project"];
        assert_eq!(table(&ids).depths(), [0, 0, 1, 1, 0]);
        let ids = ["operating", "procurement", "procurement.goods", "performance.project", "procurement.works"];
        assert_eq!(table(&ids).depths(), [0, 0, 0, 0, 0]);
        assert_eq!(table(&["a", "a.b", "a.b.c", "a.d", "ab"]).depths(), [0, 1, 2, 1, 0]);
    }

    #[test]
    fn a_table_asks_for_the_room_of_its_widest_words() {
        let (locale, short) = (Locale::of(Lang::Zh), table(&["a"]));
        // Names, then 2023年 (万元), each with its gap.
        let wide = 0.9375 * (7.5 + 1.5 + 4.0 * 0.6 + 1.0 + 3.0 * 0.6 + 2.0 + 1.5);
        assert!((short.room(&locale) - wide).abs() < 0.001, "{}", short.room(&locale));
        let sortable = Table { sortable: true, ..table(&["a"]) };
        assert!(sortable.room(&locale) > short.room(&locale));
    }
}
