//! A figure's numbers as a real table.

use super::text::Sentence;
use crate::figure::{Row, Table};
use leptos::prelude::*;

/// A table with caption, column headers with units, row headers, and the sum at its foot.
#[component]
pub fn TableView(
    /// The table.
    table: Table,
) -> impl IntoView {
    let numeric: Vec<bool> = table.columns.iter().map(|column| column.numeric).collect();
    let head = table.columns.into_iter().map(|column| {
        view! {
            <th scope="col" class:number=column.numeric>
                {column.title} {column.unit.map(|unit| view! { <small>{format!(" ({unit})")}</small> })}
            </th>
        }
    });
    let head = head.collect_view();
    let row = move |row: Row| {
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
            <tr>
                <th scope="row">
                    <Sentence text=row.head />
                </th>
                {cells}
            </tr>
        }
    };
    let rows = table.rows.into_iter().map(&row).collect_view();
    let foot = table.foot.map(|foot| view! { <tfoot>{row(foot)}</tfoot> });
    let caption = table.caption.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=caption>
            <table>
                <caption>{table.caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
                {foot}
            </table>
        </div>
    }
}
