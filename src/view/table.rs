//! A figure's numbers as a real table.

use super::state::State;
use super::text::Sentence;
use crate::cited::Origin;
use crate::figure::{Row, Table};
use leptos::prelude::*;

/// A table with caption, column headers with units, row headers, and the sum at its foot. Where another order says as
/// much, its columns of numbers can be sorted.
#[component]
pub fn TableView(
    /// The table.
    table: Table,
) -> impl IntoView {
    let state = State::here();
    let words = state.reading().locale.words;
    let order = RwSignal::new(None::<(usize, bool)>);
    let sortable = table.sortable && table.rows.len() > 2;
    let numeric: Vec<bool> = table.columns.iter().map(|column| column.numeric).collect();
    let head = table.columns.iter().cloned().enumerate().map(|(at, column)| {
        let unit = column.unit.map(|unit| view! { <small>{format!(" ({unit})")}</small> });
        let sorted = move || order.get().filter(|(column, _)| *column == at).map(|(_, falling)| falling);
        let title = column.title.clone();
        let turn = move |_| {
            // The greatest first, then the least, then as the document has it.
            let next = match sorted() {
                None => Some((at, true)),
                Some(true) => Some((at, false)),
                Some(false) => None,
            };
            order.set(next);
            let said = match next {
                Some((_, true)) => words.sort_falling.replace("{column}", &title),
                Some((_, false)) => words.sort_rising.replace("{column}", &title),
                None => words.sort_order.to_owned(),
            };
            state.said.set(said);
        };
        let label = column.title.clone();
        let name = if sortable && column.numeric {
            view! {
                <button type="button" class="sort" title=words.sort_by.replace("{column}", &label) on:click=turn>
                    {column.title} {unit}
                    <span aria-hidden="true" class="sort-mark">
                        {move || match sorted() {
                            None => "↕",
                            Some(true) => "↓",
                            Some(false) => "↑",
                        }}
                    </span>
                </button>
            }
            .into_any()
        } else {
            view! { {column.title} {unit} }.into_any()
        };
        view! {
            <th
                scope="col"
                class:number=column.numeric
                aria-sort=move || sorted().map(|falling| if falling { "descending" } else { "ascending" })
            >
                {name}
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
    let computed = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.numbers());
    let computed = computed.into_iter().any(|cited| matches!(cited.origin, Origin::Computed(_)));
    let foot = table.foot.clone().map(&row).map(|row| view! { <tfoot>{row}</tfoot> });
    let caption = table.caption.clone();
    let label = caption.clone();
    let rows = move || {
        let rows = order.get().map_or_else(|| table.rows.clone(), |(column, falling)| table.sorted(column, falling));
        rows.into_iter().map(&row).collect_view()
    };
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
