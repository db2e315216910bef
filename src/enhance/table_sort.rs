//! Sorting a table by the numbers of a column: descending, then ascending, then in the document's order.

use crate::enhance::app_state::AppState;
use crate::platform::dom;
use leptos::prelude::*;
use mingbai_core::figures::{ChartStyle, FigureId, figure};
use mingbai_core::locale::fill;
use web_sys::Element;

/// Sorts a table by the column whose header was pressed. None if the button's hooks are not those of one.
pub fn sort_by_button(app: &AppState, button: &Element) -> Option<()> {
    let of = |selector: &str, name: &str| button.closest(selector).ok().flatten()?.get_attribute(name);
    let column: usize = button.get_attribute("data-column")?.parse().ok()?;
    let id = of("[data-figure]", "data-figure")?.parse::<FigureId>().ok()?;
    let view = of("[data-view]", "data-view")?.parse().ok()?;
    let context = untrack(|| app.render_context());
    let table = figure(id, &context, view, &ChartStyle::WIDE)?.table;
    let head = button.closest("th").ok()??;
    let next = match head.get_attribute("aria-sort").as_deref() {
        None => Some("descending"),
        Some("descending") => Some("ascending"),
        Some(_) => None,
    };
    let order = match next {
        Some(next) => table.order(column, next == "descending"),
        None => (0..table.rows.len()).collect(),
    };
    let whole = button.closest("table").ok()??;
    for sorted in dom::query_all_within(&whole, "th[aria-sort]") {
        let _ = sorted.remove_attribute("aria-sort");
    }
    if let Some(next) = next {
        let _ = head.set_attribute("aria-sort", next);
    }
    let rows = dom::query_all_within(&whole, "tbody tr");
    let body = rows.first()?.parent_element()?;
    for at in order {
        let place = at.to_string();
        let row = rows.iter().find(|row| row.get_attribute("data-row").as_deref() == Some(&place))?;
        let _ = body.append_child(row);
    }
    let words = context.locale.words();
    let template = match next {
        Some("descending") => words.sort_falling,
        Some(_) => words.sort_rising,
        None => words.sort_order,
    };
    app.ui.announcement.set(fill(template, &[("column", &table.columns.get(column)?.title)]));
    Some(())
}
