//! A figure's numbers as an HTML table.

use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use leptos::prelude::*;
use mingbai_core::figures::{Table, TableColumn, TableRow};
use mingbai_core::locale::fill;
use mingbai_core::provenance::Provenance;

/// A table with caption, column headers with units, row headers, and the sum in its foot. If sorting makes sense, the
/// headers of numeric columns are buttons that sort.
///
/// In a narrow container the style sheet lays each row out as a list. `display` then removes the table semantics that
/// browsers give to these elements, so each has an explicit role.
#[component]
pub fn TableView(
    /// The table.
    table: Table,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let sortable = table.sortable && table.rows.len() > 2;
    let head = table.columns.iter().cloned().enumerate().map(|(index, column)| column_header(index, column, sortable));
    let head = head.collect_view();
    // A container query in `page.css` reads this as the width below which each row becomes a list.
    let min_width = format!("font-size:{:.1}rem", table.room(&context.locale));
    let depths = table.depths();
    let row = |row: TableRow, index: Option<usize>| {
        let depth = index.and_then(|index| depths.get(index).copied()).filter(|depth| *depth > 0);
        table_row(row, &table.columns, sortable.then_some(index).flatten(), depth)
    };
    let numbers = table.rows.iter().chain(&table.foot).flat_map(|row| &row.cells).flat_map(|cell| cell.numbers());
    let has_computed = numbers.into_iter().any(|value| matches!(value.provenance, Provenance::Computed(_)));
    // Made in the order of the page, since a number is a link where it is mentioned first.
    let rows = table.rows.into_iter().enumerate().map(|(index, content)| row(content, Some(index))).collect_view();
    let foot = table.foot.map(|foot| view! { <tfoot role="rowgroup">{row(foot, None)}</tfoot> });
    let caption = table.caption;
    let label = caption.clone();
    view! {
        <div class="table-scroll" style=min_width tabindex="0" role="region" aria-label=label>
            <table role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                {foot}
            </table>
        </div>
        {has_computed
            .then(|| {
                view! {
                    // Who listens hears the word in place of the sign.
                    <p class="muted computed-note" aria-hidden="true">
                        {words.computed_note} <span class="on-screen">{words.computed_note_how}</span> {words.full_stop}
                    </p>
                }
            })}
    }
}

/// The header of a column, with its unit. In a sortable table that of a numeric column is a button.
fn column_header(index: usize, column: TableColumn, sortable: bool) -> AnyView {
    let words = PageContext::expect().render_context().locale.words();
    let unit = column.unit_behind().map(|unit| view! { <small>{unit}</small> });
    let label = column.title.clone();
    let name = if sortable && column.numeric {
        view! {
            <button type="button" class="sort" data-column=index title=fill(words.sort_by, &[("column", &label)])>
                {column.title}
                {unit}
            </button>
        }
        .into_any()
    } else {
        view! { {column.title} {unit} }.into_any()
    };
    view! {
        <th role="columnheader" scope="col" class:number=column.numeric>
            {name}
        </th>
    }
    .into_any()
}

/// A row: its header, and its cells with the names of their columns for the layout as a list. `sort_index` is the row's
/// index in the original order, for sorting; `depth` is its level below the top.
fn table_row(row: TableRow, columns: &[TableColumn], sort_index: Option<usize>, depth: Option<usize>) -> AnyView {
    let head = view! { <Sentence text=row.head /> }.into_any();
    let cells = row.cells.into_iter().enumerate().map(|(index, cell)| {
        // The first column is that of the row headers.
        let column = columns.get(index + 1);
        let is_number = column.is_some_and(|column| column.numeric);
        let label = (!cell.0.is_empty()).then(|| column.map(TableColumn::heading)).flatten();
        view! {
            <td role="cell" class:number=is_number data-label=label>
                <Sentence text=cell />
            </td>
        }
    });
    let cells = cells.collect_view();
    view! {
        <tr role="row" data-row=sort_index data-depth=depth>
            <th role="rowheader" scope="row">
                {head}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
