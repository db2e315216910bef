//! A table that compares lines with last year.

use super::table::{Table, TableColumn, TableRow};
use super::{NumberFormat, RenderContext, RichText};
use crate::disclosure::LineId;
use crate::provenance::SourcedValue;

/// A table of lines with this year's amount, last year's, the change and its percentage. `whole` is the line of the
/// last row, which has the sum.
pub fn comparison_table(context: &RenderContext, ids: &[LineId], whole: Option<&str>, caption: &str) -> Table {
    let (d, words) = (context.disclosure, context.locale.words());
    let cells = |id: &str| {
        let cell = |number: Option<SourcedValue>, format| {
            number.map_or(RichText::default(), |number| RichText::number(number, format))
        };
        vec![
            cell(d.cite(id), NumberFormat::Number),
            cell(d.cite_base(id), NumberFormat::Number),
            cell(d.cite_change(id), NumberFormat::ArrowNumber),
            cell(
                d.cite_percent(id).filter(|_| d.amount(id) != d.cite_base(id).map(|base| base.money())),
                NumberFormat::Plain,
            ),
        ]
    };
    let year = |template| context.fill(template, &[]).plain(&context.locale);
    Table {
        sortable: true,
        caption: caption.to_owned(),
        columns: vec![
            TableColumn::text(words.col_line),
            TableColumn::numbers(year(words.col_this_year), Some(context.locale.unit_word())),
            TableColumn::numbers(year(words.col_last_year), Some(context.locale.unit_word())),
            TableColumn::numbers(words.col_change, Some(context.locale.unit_word())),
            TableColumn::numbers(words.col_percent, None),
        ],
        rows: ids.iter().map(|id| TableRow { head: context.line(id), cells: cells(id.as_str()) }).collect(),
        foot: whole.filter(|whole| d.line(whole).is_some()).map(|whole| {
            let name = context.line(&LineId::from(whole));
            TableRow { head: context.fill(words.sum_of, &[("line", name)]), cells: cells(whole) }
        }),
    }
}
