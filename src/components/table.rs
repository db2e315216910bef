//! A figure's numbers as a real table.

use crate::components::rich_text::Sentence;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{Table, TableColumn, TableRow};
use mingbai_core::provenance::Provenance;

/// A table with caption, column headers with units, row headers, and the sum at its foot. Where another order says as
/// much, the headers of its columns of numbers are buttons that sort it. Where a row becomes a list its parts would cease
/// to be those of a table, so each says what it is.
#[component]
pub fn TableView(
    /// The table.
    table: Table,
) -> impl IntoView {
    let context = State::here().context();
    let words = context.locale.words();
    let sortable = table.sortable && table.rows.len() > 2;
    let numeric: Vec<bool> = table.columns.iter().map(|column| column.numeric).collect();
    let head = table.columns.iter().cloned().enumerate().map(|(at, column)| {
        let unit = column.unit_behind().map(|unit| view! { <small>{unit}</small> });
        let label = column.title.clone();
        let name = if sortable && column.numeric {
            view! {
                <button type="button" class="sort" data-column=at title=words.sort_by.replace("{column}", &label)>
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
    });
    let head = head.collect_view();
    let labels: Vec<String> = table.columns.iter().map(TableColumn::heading).collect();
    // Below this width each row becomes a list, so that no number is ever cut: `page.css` asks for it.
    let room = format!("font-size:{:.1}rem", table.room(&context.locale));
    let depths = table.depths();
    let row = move |row: TableRow, at: Option<usize>| {
        let depth = at.and_then(|at| depths.get(at).copied()).filter(|depth| *depth > 0);
        let cells = row.cells.into_iter().enumerate().map(|(at, cell)| {
            let number = numeric.get(at + 1).copied().unwrap_or(false);
            let label = (!cell.0.is_empty()).then(|| labels.get(at + 1).cloned()).flatten();
            view! {
                <td role="cell" class:number=number data-label=label>
                    <Sentence text=cell />
                </td>
            }
        });
        let cells = cells.collect_view();
        view! {
            <tr role="row" data-row=sortable.then_some(at).flatten() data-depth=depth>
                <th role="rowheader" scope="row">
                    <Sentence text=row.head />
                </th>
                {cells}
            </tr>
        }
    };
    let computed = table.rows.iter().chain(&table.foot).flat_map(|row| &row.cells).flat_map(|cell| cell.numbers());
    let computed = computed.into_iter().any(|cited| matches!(cited.origin, Provenance::Computed(_)));
    let foot = table.foot.map(|foot| view! { <tfoot role="rowgroup">{row(foot, None)}</tfoot> });
    let rows = table.rows.into_iter().enumerate().map(|(at, one)| row(one, Some(at))).collect_view();
    let caption = table.caption;
    let label = caption.clone();
    view! {
        <div class="table-scroll" style=room tabindex="0" role="region" aria-label=label>
            <table role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                {foot}
            </table>
        </div>
        {computed
            .then(|| {
                view! {
                    <p class="muted computed-note">
                        {words.computed_note} <span class="on-screen">{words.computed_note_how}</span> {words.full_stop}
                    </p>
                }
            })}
    }
}
