//! The buttons of the page: which hook of a pressed button does what.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::opening::OpeningRequest;
use crate::enhance::lazy_chunks::{self, downloads, motion, opening, search, sharing, tables};
use crate::enhance::popup::PopupController;
use crate::enhance::{figure_views, settings};
use crate::platform::chart_bundle::{self, BundleState};
use crate::platform::dom;
use leptos::prelude::*;
use mingbai_core::locale::DisplayUnit;
use web_sys::{Event, HtmlElement};

/// A click: does what the button is for. False if it was at no button, or the browser does the rest.
pub fn click(app: AppState, popup_controller: PopupController, event: &Event) -> bool {
    let Some(button) = dom::closest_from_event(event, "button, a[data-choice], summary") else { return false };
    let attribute = |name: &str| button.get_attribute(name);
    if let Some(choice) = attribute("data-choice") {
        return choose(app, popup_controller, &button, &choice).is_some();
    }
    if let Some(unit) = attribute("data-unit").and_then(|name| name.parse::<DisplayUnit>().ok()) {
        settings::choose_unit(app, &button, unit);
        return true;
    }
    if let Some(view) = attribute("data-choose-view").and_then(|view| view.parse().ok()) {
        figure_views::choose_view(app, &button, view);
        return true;
    }
    if let Some(figure) = attribute("data-choose-figure").and_then(|name| name.parse().ok()) {
        figure_views::press_figure(app, &button, figure);
        return true;
    }
    if let Some(action) = attribute("data-passage") {
        lazy_chunks::run_or_show_notice(app, motion::press(app, button, action));
        return true;
    }
    if attribute("data-column").is_some() {
        lazy_chunks::run_or_show_notice(app, tables::sort(app, button));
        return true;
    }
    if attribute("data-download").is_some() {
        lazy_chunks::run_or_show_notice(app, downloads::start(app, button));
        return true;
    }
    if button.matches(".download-menu > summary").unwrap_or(false) {
        // The menu offers pictures, which the chart bundle draws; and a text can only be copied in the moment of a press,
        // so the chunk has to be there by then.
        chart_bundle::load(app.ui.chart_bundle);
        lazy_chunks::prefetch(downloads::fetch());
    }
    false
}

/// Does what a button with the hook `data-choice` is for. None if the browser does it: it follows the link.
fn choose(app: AppState, popup_controller: PopupController, button: &HtmlElement, choice: &str) -> Option<()> {
    match choice {
        "find" => lazy_chunks::run_or_show_notice(app, search::show(app, popup_controller)),
        "share" => {
            let card = button.closest("[data-figure]").ok().flatten()?;
            let figure = card.get_attribute("data-figure")?.parse().ok()?;
            lazy_chunks::run_or_show_notice(app, sharing::show(app, popup_controller, figure));
        }
        // The prerendered page of the other language has pictures of its charts; this one could draw none.
        "lang" if app.ui.chart_bundle.get_untracked() == BundleState::Failed => return None,
        "lang" => settings::switch_lang(app, button),
        "open" | "draft" | "keep" | "published" => opening::request(app, OpeningRequest::Button(choice.to_owned())),
        "theme" => settings::switch_theme(app),
        "text" => settings::switch_text_size(app),
        _ => return None,
    }
    Some(())
}

/// A pointer, a finger or the focus came to a button: fetches the chunk that a press will need, so that it arrives before
/// the press ends.
pub fn prefetch(event: &Event) {
    if dom::closest_from_event(event, ".passage-play, [data-choose-figure], [data-choose-view]").is_some() {
        lazy_chunks::run_silently(motion::start());
    }
    if dom::closest_from_event(event, ".table-fold > summary, .sort").is_some() {
        lazy_chunks::prefetch(tables::fetch());
    }
}
