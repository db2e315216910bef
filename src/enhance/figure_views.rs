//! The views of a figure, of which one is shown.

use crate::components::figure_card::heading_id;
use crate::enhance::app_state::AppState;
use crate::platform::{dom, focus};
use leptos::prelude::*;
use mingbai_core::figures::FigureId;
use web_sys::HtmlElement;

/// Shows the chosen view, now and whenever it or the page changes.
pub fn start(app: AppState) {
    Effect::new(move |_| {
        app.ui.render_count.track();
        show_view(FigureId::Flow, app.ui.flow_view.get());
    });
}

/// The button of a view was pressed.
pub fn choose_view(app: AppState, button: &HtmlElement, view: usize) {
    app.ui.flow_view.set(view);
    app.ui.announcement.set(button.inner_text());
    focus::focus_first_next_frame(format!(".figure-view:not([hidden]) [data-choose-view=\"{view}\"]"));
}

/// Shows one of a figure's views and hides the others.
fn show_view(figure: FigureId, chosen: usize) {
    let card = format!("[data-figure={}]", figure.as_str());
    let views = dom::query_all(&format!("{card} > .figure-view"));
    let chosen = chosen.min(views.len().saturating_sub(1));
    for (index, view) in views.iter().enumerate() {
        let _ = view.toggle_attribute_with_force("hidden", index != chosen);
    }
    if !views.is_empty() {
        dom::set_attribute_all(&card, "aria-labelledby", &heading_id(figure, chosen));
    }
}
