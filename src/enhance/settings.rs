//! The reader's settings: language, theme, size of text, unit of money. All but the language are shown first, and stored
//! once the browser has painted them.

use crate::enhance::app_state::AppState;
use crate::enhance::page_attributes;
use crate::enhance::scroll_anchor::ScrollAnchor;
use crate::platform::resize_observer::observe_size;
use crate::platform::{dom, scheduler};
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::locale::DisplayUnit;
use web_sys::HtmlElement;

/// Shows theme and size of text on the page, now and whenever they or the page change.
pub fn start(app: AppState) {
    Effect::new(move |_| show_theme(app.preferences.theme.get()));
    Effect::new(move |_| {
        app.ui.render_count.track();
        show_text_size(app.preferences.large_text.get());
        app.measure_type();
    });
    observe_type(app);
}

/// Measures the page's type whenever it changes. A style sheet that readers add to all pages sends no event, but a text
/// takes another width.
fn observe_type(app: AppState) {
    let (Ok(probe), Some(body)) = (document().create_element("span"), document().body()) else { return };
    probe.set_text_content(Some("0 0"));
    let _ = probe.set_attribute("style", "position:absolute;top:0;visibility:hidden");
    if body.append_child(&probe).is_ok() {
        observe_size(&probe, move || app.measure_type());
    }
}

/// Switches to the other language: the page is rendered again.
pub fn switch_lang(app: AppState, button: &HtmlElement) {
    app.ui.focus_after_render.set_value(Some("[data-choice=lang]".to_owned()));
    // Once the page is in the language that the sentence is in.
    app.ui.announcement_after_render.set_value(announcement("[data-choice=lang]", "data-announcement"));
    // Shows that the press was taken, until the words are there.
    let _ = button.set_attribute("aria-busy", "true");
    page_attributes::update_viewport_first();
    app.set_lang(app.preferences.lang.get_untracked().other());
}

/// Switches between light and dark.
pub fn switch_theme(app: AppState) {
    let theme = match app.preferences.theme.get_untracked() {
        Theme::Dark => Theme::Light,
        Theme::Light => Theme::Dark,
    };
    page_attributes::update_viewport_first();
    show_theme(theme);
    announce(app, &format!("[data-next-theme={}]", theme.as_str()), "data-announcement");
    scheduler::after_paint(move || app.preferences.set_theme(theme));
}

/// Switches between usual and large text.
pub fn switch_text_size(app: AppState) {
    let (large, anchor) = (!app.preferences.large_text.get_untracked(), ScrollAnchor::capture());
    page_attributes::update_viewport_first();
    show_text_size(large);
    anchor.restore();
    announce(app, "[data-choice=text]", if large { "data-announcement" } else { "data-announcement-undone" });
    scheduler::after_paint(move || app.preferences.set_large_text(large));
}

/// The button of a unit was pressed: the page is rendered again.
pub fn choose_unit(app: AppState, button: &HtmlElement, unit: DisplayUnit) {
    app.ui.focus_after_render.set_value(Some(format!("[data-unit={}]", unit.as_str())));
    announce(app, &format!("[data-unit={}]", unit.as_str()), "data-announcement");
    let _ = button.set_attribute("aria-busy", "true");
    page_attributes::update_viewport_first();
    show_unit(unit);
    scheduler::after_paint(move || app.preferences.set_unit(unit));
}

/// Announces what a setting changed. The sentence is in the page, since the app comes without words.
fn announce(app: AppState, selector: &str, hook: &str) {
    if let Some(sentence) = announcement(selector, hook) {
        app.announce(sentence);
    }
}

fn announcement(selector: &str, hook: &str) -> Option<String> {
    dom::query_all(selector).first()?.get_attribute(hook)
}

/// Shows which unit is chosen.
pub fn show_unit(unit: DisplayUnit) {
    for button in dom::query_all("[data-unit]") {
        let is_chosen = button.get_attribute("data-unit").as_deref() == Some(unit.as_str());
        let _ = button.set_attribute("aria-pressed", &is_chosen.to_string());
    }
}

fn show_theme(theme: Theme) {
    dom::set_root_attribute("data-theme", theme.as_str());
}

fn show_text_size(large: bool) {
    dom::set_root_attribute("data-text", if large { "large" } else { "usual" });
    dom::set_attribute_all("[data-choice=text]", "aria-pressed", &large.to_string());
}
