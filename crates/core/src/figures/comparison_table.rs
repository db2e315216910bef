//! A table that compares lines with last year.

use super::table::{Column, Row, Table};
use super::{Form, RenderContext, Text};
use crate::disclosure::LineId;
use crate::provenance::SourcedValue;

/// A table of lines with this year's amount, last year's, the change and its percentage. `whole` is the line of the last
/// row, which has the sum.
pub fn comparison_table(context: &RenderContext, ids: &[LineId], whole: Option<&str>, caption: &str) -> Table {
    let (d, words) = (context.disclosure, context.locale.words());
    let cells = |id: &str| {
        let cell = |cited: Option<SourcedValue>, form| cited.map_or(Text::default(), |cited| Text::number(cited, form));
        vec![
            cell(d.cite(id), Form::Number),
            cell(d.cite_base(id), Form::Number),
            cell(d.cite_change(id), Form::ArrowNumber),
            cell(d.cite_percent(id).filter(|_| d.amount(id) != d.cite_base(id).map(|base| base.money())), Form::Plain),
        ]
    };
    let year = |template| context.say(template, &[]).plain(&context.locale);
    Table {
        sortable: true,
        caption: caption.to_owned(),
        columns: vec![
            Column::words(words.col_line),
            Column::numbers(year(words.col_this_year), Some(context.locale.unit_word())),
            Column::numbers(year(words.col_last_year), Some(context.locale.unit_word())),
            Column::numbers(words.col_change, Some(context.locale.unit_word())),
            Column::numbers(words.col_percent, None),
        ],
        rows: ids.iter().map(|id| Row { head: context.line(id), cells: cells(id.as_str()) }).collect(),
        foot: whole.filter(|whole| d.line(whole).is_some()).map(|whole| {
            let name = context.line(&LineId::from(whole.to_owned()));
            Row { head: context.say(words.sum_of, &[("line", name)]), cells: cells(whole) }
        }),
    }
}
