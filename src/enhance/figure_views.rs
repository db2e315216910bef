//! The figures of a group, and the views of a figure: of each, one is shown.

use crate::components::figure_card::{UNTIL_FOUND, heading_id};
use crate::enhance::app_state::AppState;
use crate::platform::{dom, focus};
use leptos::prelude::*;
use mingbai_core::figures::FigureId;
use std::cell::Cell;
use web_sys::{Element, Event, HtmlElement};

thread_local! {
    /// What is called before a button changes what is shown.
    static BEFORE_CHANGE: Cell<Option<fn(&HtmlElement)>> = const { Cell::new(None) };
}

/// Shows the chosen figures and views, now and whenever they or the page change.
pub fn start(app: AppState) {
    Effect::new(move |_| {
        app.ui.render_count.track();
        app.ui.chosen_figures.with(|chosen| chosen.iter().copied().for_each(show_figure));
        show_view(FigureId::Flow, app.ui.flow_view.get());
    });
}

/// The button of a view was pressed.
pub fn choose_view(app: AppState, button: &HtmlElement, view: usize) {
    before_change(button);
    app.ui.flow_view.set(view);
    app.ui.announcement.set(button.inner_text());
    focus::focus_first_next_frame(format!(".figure-view:not([hidden]) [data-choose-view=\"{view}\"]"));
}

/// The button of a figure of a group was pressed.
pub fn press_figure(app: AppState, button: &HtmlElement, figure: FigureId) {
    before_change(button);
    choose_figure(app, figure);
    app.ui.announcement.set(button.inner_text());
    focus::focus_first_next_frame(format!(".figure:not([hidden]) [data-choose-figure=\"{figure}\"]"));
}

/// Calls `before` with each button that chooses a figure or a view, while the page still shows the one before. The chunk of
/// what moves hands it over, so that only who comes near such a button fetches its code.
pub fn call_before_change(before: fn(&HtmlElement)) {
    BEFORE_CHANGE.set(Some(before));
}

fn before_change(button: &HtmlElement) {
    if let Some(before) = BEFORE_CHANGE.get() {
        before(button);
    }
}

/// Shows a figure in place of the others of its group. The choice is remembered, since the page may be rendered again.
pub fn choose_figure(app: AppState, figure: FigureId) {
    // At once: who follows a link scrolls to the figure next.
    show_figure(figure);
    app.ui.chosen_figures.update(|chosen| {
        chosen.retain(|known| *known != figure);
        chosen.push(figure);
    });
}

/// The browser's own search found words in something hidden, and shows it.
pub fn found(app: AppState, event: &Event) {
    let Some(found) = dom::closest_from_event(event, "[data-figure]") else { return };
    if let Some(figure) = found.get_attribute("data-figure").and_then(|name| name.parse().ok()) {
        choose_figure(app, figure);
    }
    let view = dom::closest_from_event(event, "[data-view]").and_then(|view| view.get_attribute("data-view"));
    if let Some(view) = view.and_then(|view| view.parse().ok()) {
        app.ui.flow_view.set(view);
    }
}

/// Shows a figure and hides the others of its group.
fn show_figure(figure: FigureId) {
    let card = format!("[data-figure={}]", figure.as_str());
    let Some(card) = dom::query_all(&card).into_iter().next() else { return };
    let Some(group) = card.get_attribute("data-group") else { return };
    for member in dom::query_all(&format!("[data-group={group}]")) {
        set_hidden(&member, member != card);
    }
}

/// Shows one of a figure's views and hides the others.
fn show_view(figure: FigureId, chosen: usize) {
    let card = format!("[data-figure={}]", figure.as_str());
    let views = dom::query_all(&format!("{card} > .figure-view"));
    let chosen = chosen.min(views.len().saturating_sub(1));
    for (index, view) in views.iter().enumerate() {
        set_hidden(view, index != chosen);
    }
    if !views.is_empty() {
        dom::set_attribute_all(&card, "aria-labelledby", &heading_id(figure, chosen));
    }
}

/// Hides an element so that the browser's own search still finds it, or shows it.
fn set_hidden(element: &Element, hidden: bool) {
    let _ = match hidden {
        true => element.set_attribute("hidden", UNTIL_FOUND),
        false => element.remove_attribute("hidden"),
    };
}
