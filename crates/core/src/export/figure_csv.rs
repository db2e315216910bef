//! A figure's table as CSV, with exact numbers and where each comes from.

use super::csv::Csv;
use super::csv_cell::{cell_number, cell_text, quoted_lines, row_line};
use super::plain_text::plain_text;
use super::reason_text::reason_words;
use crate::figures::{ExplainedChange, Figure, ReasonText, RenderContext, Table, TableRow, explained_changes};
use crate::locale::{Lang, fill};
use crate::provenance::{Aspect, Provenance, SourcedValue, Value};

/// The table of a figure as CSV. Money is in the unit that the header names. The table's own columns are followed by
/// the row's line id, whether each number was published or computed, the lines of the text that state it, and, where
/// the table shows changes, their reasons.
pub fn figure_csv(context: &RenderContext, figure: &Figure) -> String {
    let (table, words) = (&figure.table, context.locale.words());
    let numeric: Vec<usize> = (1..table.columns.len()).filter(|&at| table.columns[at].numeric).collect();
    let mut header: Vec<String> = (0..table.columns.len()).map(|at| column_header(context, table, at)).collect();
    header.push(words.csv_id.to_owned());
    header.extend(numeric.iter().map(|&at| fill(words.csv_origin, &[("column", &table.columns[at].title)])));
    header.push(words.csv_lines.to_owned());
    let reasons = Reasons::of(context, table);
    header.extend(reasons.iter().map(|_| words.reason.to_owned()));

    let mut csv = Csv::new(header);
    for row in table.rows.iter().chain(&table.foot) {
        let numbers: Vec<Option<&SourcedValue>> =
            numeric.iter().map(|at| row.cells.get(at - 1).and_then(cell_number)).collect();
        let stated_on = quoted_lines(numbers.iter().flatten().copied());
        let mut cells = vec![plain_text(context, &row.head)];
        cells.extend(row.cells.iter().map(|cell| cell_text(context, cell)));
        cells.push(row_line(row).map(ToString::to_string).unwrap_or_default());
        let origin = |value: &SourcedValue| match value.provenance {
            Provenance::Stated(_) => context.locale.labels.stated_short,
            Provenance::Computed(_) => context.locale.labels.computed_short,
        };
        cells.extend(numbers.into_iter().map(|value| value.map_or("", origin).to_owned()));
        cells.push(stated_on.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        cells.extend(reasons.iter().map(|reasons| reasons.of_row(context, row)));
        csv.row(cells);
    }
    csv.finish()
}

/// The reasons of the changes in a table.
struct Reasons(Vec<ExplainedChange>);

impl Reasons {
    /// The reasons for a table; None where it shows no change.
    fn of(context: &RenderContext, table: &Table) -> Option<Reasons> {
        let changed = table.rows.iter().any(|row| changed(row).is_some());
        changed.then(|| Reasons(explained_changes(context)))
    }

    /// The reason of a row's change, or that the document gives none; empty for a row without a change: that a line is
    /// unchanged (与2022年持平) is no reason.
    fn of_row(&self, context: &RenderContext, row: &TableRow) -> String {
        let line = changed(row).map(|value| &value.line);
        let item = self.0.iter().find(|item| Some(&item.line) == line);
        let item = item.filter(|item| !matches!(item.reason, ReasonText::Flat(_)));
        item.map_or(String::new(), |item| plain_text(context, &reason_words(context, &item.reason)))
    }
}

/// The change that a row shows.
fn changed(row: &TableRow) -> Option<&SourcedValue> {
    row.cells.iter().filter_map(cell_number).find(|value| value.aspect == Aspect::Change)
}

/// A column's header with its unit: `2023年（万元）`, `Share (%)`.
fn column_header(context: &RenderContext, table: &Table, at: usize) -> String {
    let column = &table.columns[at];
    let number_of =
        |row: &TableRow| row.cells.get(at.checked_sub(1)?).and_then(cell_number).map(|number| number.value.clone());
    let is_percentage = || table.rows.iter().filter_map(number_of).any(|value| matches!(value, Value::Percent(_)));
    let unit = column.unit.clone().or_else(|| is_percentage().then(|| "%".to_owned()));
    match (unit, context.locale.lang) {
        (Some(unit), Lang::Zh) => format!("{}（{unit}）", column.title),
        (Some(unit), Lang::En) => format!("{} ({unit})", column.title),
        (None, _) => column.title.clone(),
    }
}
