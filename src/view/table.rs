//! A figure's numbers as a real table.

use super::state::State;
use super::text::Sentence;
use crate::cited::Origin;
use crate::figure::{Row, Table};
use leptos::prelude::*;

/// A table with caption, column headers with units, row headers, and the sum at its foot. Where another order says as
/// much, the headers of its columns of numbers are buttons that sort it.
#[component]
pub fn TableView(
    /// The table.
    table: Table,
) -> impl IntoView {
    let words = State::here().reading().locale.words;
    let sortable = table.sortable && table.rows.len() > 2;
    let numeric: Vec<bool> = table.columns.iter().map(|column| column.numeric).collect();
    let head = table.columns.iter().cloned().enumerate().map(|(at, column)| {
        let unit = column.unit.map(|unit| view! { <small>{format!(" ({unit})")}</small> });
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
            <th scope="col" class:number=column.numeric>
                {name}
            </th>
        }
    });
    let head = head.collect_view();
    let row = move |row: Row, at: Option<usize>| {
        let cells = row.cells.into_iter().enumerate().map(|(at, cell)| {
            let number = numeric.get(at + 1).copied().unwrap_or(false);
            view! {
                <td class:number=number>
                    <Sentence text=cell />
                </td>
            }
        });
        let cells = cells.collect_view();
        view! {
            <tr data-row=at>
                <th scope="row">
                    <Sentence text=row.head />
                </th>
                {cells}
            </tr>
        }
    };
    let computed = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.numbers());
    let computed = computed.into_iter().any(|cited| matches!(cited.origin, Origin::Computed(_)));
    let foot = table.foot.map(|foot| view! { <tfoot>{row(foot, None)}</tfoot> });
    let rows = table.rows.into_iter().enumerate().map(|(at, one)| row(one, sortable.then_some(at))).collect_view();
    let caption = table.caption;
    let label = caption.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
                {foot}
            </table>
        </div>
        {computed.then(|| view! { <p class="muted computed-note">{words.computed_note}</p> })}
    }
}
