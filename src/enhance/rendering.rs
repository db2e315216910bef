//! Taking over the prerendered page, and rendering it again in another language or unit.

use crate::enhance::app_state::AppState;
use crate::enhance::{after_render, lazy_chunks, page_attributes, settings};
use crate::platform::dom;
use leptos::prelude::*;
use mingbai_core::address::line_href;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::DisplayUnit;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Takes the page over if it is in the reader's language and unit, and renders it again whenever these change.
pub fn start(app: AppState) {
    let root = document().get_element_by_id("page").and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    let mut is_first = true;
    let rendered_unit = RwSignal::new(pressed_unit(&root));
    Effect::new(move |_| {
        app.preferences.lang.track();
        app.preferences.unit.track();
        app.ui.opened.shown.track();
        let root = root.clone();
        if std::mem::replace(&mut is_first, false) && untrack(|| is_up_to_date(&root, &app)) {
            set_timeout(move || take_over(app, &root), Duration::ZERO);
            return;
        }
        lazy_chunks::run_or_show_notice(app, async move {
            let outcome = lazy_chunks::page::render(app, root.clone()).await;
            match rendered_unit.get_untracked().filter(|_| outcome.is_err()) {
                // The page stays as it was, so its unit is pressed again.
                Some(unit) => settings::show_unit(unit),
                None => rendered_unit.set(pressed_unit(&root)),
            }
            after_render::finish(app, &root);
            outcome
        });
    });
}

fn take_over(app: AppState, root: &HtmlElement) {
    make_links_exact(root);
    after_render::finish(app, root);
}

/// True if the page on screen is in the reader's language and unit.
fn is_up_to_date(root: &HtmlElement, app: &AppState) -> bool {
    root.first_element_child().is_some()
        && app.preferences.lang.get() == page_attributes::lang()
        && app.preferences.unit.get().is_none_or(|preferred| pressed_unit(root) == Some(preferred))
}

/// The unit whose button is pressed on the page.
fn pressed_unit(root: &HtmlElement) -> Option<DisplayUnit> {
    let pressed = root.query_selector("[data-unit][aria-pressed=true]").ok().flatten()?;
    pressed.get_attribute("data-unit")?.parse().ok()
}

/// Makes prerendered links lead to the very words and the very line. Without a script a link can only lead to an element:
/// the line of the text, or the figure.
fn make_links_exact(root: &HtmlElement) {
    for link in dom::query_all_within(root, "a[data-bytes]") {
        if let (Some(href), Some(bytes)) = (link.get_attribute("href"), link.get_attribute("data-bytes")) {
            let _ = link.set_attribute("href", &format!("{href}.{bytes}"));
            let _ = link.remove_attribute("data-bytes");
        }
    }
    for link in dom::query_all_within(root, "a.cited") {
        let href = link.get_attribute("href").unwrap_or_default();
        // Split at a character: searching for a string would add 1 KB to the first file.
        let Some((page, place)) = href.split_once('#') else { continue };
        let figure = place.strip_prefix("figure=").and_then(|name| name.parse::<FigureId>().ok());
        if let (Some(figure), Some(line)) = (figure, link.get_attribute("data-line")) {
            let _ = link.set_attribute("href", &format!("{page}{}", line_href(figure, &line.into())));
        }
    }
}
