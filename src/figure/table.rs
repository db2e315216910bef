//! A figure's numbers as a table.

use super::text::Text;

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
        let (mut with, without): (Vec<usize>, Vec<usize>) = (0..self.rows.len()).partition(|at| key(at).is_some());
        with.sort_by_key(key);
        if falling {
            with.reverse();
        }
        with.into_iter().chain(without).collect()
    }
}

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
    /// A column of words.
    pub fn words(title: impl Into<String>) -> Column {
        Column { title: title.into(), unit: None, numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<String>, unit: Option<&str>) -> Column {
        Column { title: title.into(), unit: unit.map(str::to_owned), numeric: true }
    }
}
