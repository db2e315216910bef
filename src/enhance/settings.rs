//! The reader's settings: language, theme, size of text, unit, view of a figure; and the other buttons of the page.

use crate::components::figure_card::heading_id;
use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{self, downloads, search, sharing, tables};
use crate::enhance::page_attributes;
use crate::enhance::popup::PopupController;
use crate::platform::chart_bundle::{self, Bundle};
use crate::platform::scroll_anchor::ScrollAnchor;
use crate::platform::{dom, focus, scheduler};
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::MoneyUnit;
use mingbai_core::page_kind::PageKind;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// Shows the settings on the page, now and whenever they or the page change.
pub fn start(app: AppState) {
    Effect::new(move |_| show_theme(app.preferences.theme.get()));
    Effect::new(move |_| {
        app.ui.render_count.track();
        show_text_size(app.preferences.large_text.get());
        app.measure_type();
    });
    Effect::new(move |_| {
        app.ui.render_count.track();
        let keys = if app.preferences.slash_shortcut.get() { "/ Control+K Meta+K" } else { "Control+K Meta+K" };
        set_attribute_all("[data-choice=find]", "aria-keyshortcuts", keys);
    });
    Effect::new(move |_| {
        app.ui.render_count.track();
        show_view(FigureId::Flow, app.ui.flow_view.get());
    });
}

/// A button of the page was pressed. False if the press was at no button, or the browser does the rest.
pub fn press(app: AppState, popup_controller: PopupController, event: &Event) -> bool {
    let Some(button) = dom::closest_from_event(event, "button, a[data-choice], summary") else { return false };
    let attribute = |name: &str| button.get_attribute(name);
    if let Some(choice) = attribute("data-choice") {
        return choose(app, popup_controller, &button, &choice).is_some();
    }
    if let Some(unit) = attribute("data-unit").and_then(|name| name.parse::<MoneyUnit>().ok()) {
        choose_unit(app, &button, unit);
        return true;
    }
    if let Some(view) = attribute("data-choose-way").and_then(|view| view.parse().ok()) {
        choose_view(app, &button, view);
        return true;
    }
    if attribute("data-column").is_some() {
        lazy_chunks::run_or_show_notice(app, tables::sort(app, button));
        return true;
    }
    if attribute("data-take").is_some() {
        lazy_chunks::run_or_show_notice(app, downloads::press(app, button));
        return true;
    }
    if button.matches(".take-fold > summary").unwrap_or(false) {
        // The menu offers pictures, which the chart bundle draws; and a text can only be copied in the moment of a press,
        // so the chunk has to be there by then.
        chart_bundle::load(app.ui.chart_bundle);
        lazy_chunks::prefetch(downloads::fetch());
    }
    false
}

/// A pointer or finger went down: fetches the chunk that the press will need, so that it arrives before the press ends.
pub fn prefetch(event: &Event) {
    if dom::closest_from_event(event, ".table-fold > summary, .sort").is_some() {
        lazy_chunks::prefetch(tables::fetch());
    }
}

/// Does what a button with the hook `data-choice` is for.
fn choose(app: AppState, popup_controller: PopupController, button: &HtmlElement, choice: &str) -> Option<()> {
    match choice {
        "find" => lazy_chunks::run_or_show_notice(app, search::show(app, popup_controller)),
        "share" => {
            let card = button.closest("[data-figure]").ok().flatten()?;
            let figure = card.get_attribute("data-figure")?.parse().ok()?;
            lazy_chunks::run_or_show_notice(app, sharing::show(app, popup_controller, figure));
        }
        // The prerendered page of the other language has pictures of its charts; this one could draw none.
        "lang" if app.ui.chart_bundle.get_untracked() == Bundle::Failed => return None,
        "lang" => {
            app.ui.focus_after_render.set_value(Some("[data-choice=lang]".to_owned()));
            // Shows that the press was taken, until the words are there.
            let _ = button.set_attribute("aria-busy", "true");
            page_attributes::update_viewport_first();
            app.set_lang(app.preferences.lang.get_untracked().other());
        }
        "theme" => {
            let theme = match app.preferences.theme.get_untracked() {
                Theme::Dark => Theme::Light,
                Theme::Light => Theme::Dark,
            };
            page_attributes::update_viewport_first();
            show_theme(theme);
            scheduler::after_paint(move || app.preferences.set_theme(theme));
        }
        "text" => {
            let (large, anchor) = (!app.preferences.large_text.get_untracked(), ScrollAnchor::capture());
            page_attributes::update_viewport_first();
            show_text_size(large);
            anchor.restore();
            scheduler::after_paint(move || app.preferences.set_large_text(large));
        }
        _ => return None,
    }
    Some(())
}

fn choose_unit(app: AppState, button: &HtmlElement, unit: MoneyUnit) {
    app.ui.focus_after_render.set_value(Some(format!("[data-unit={}]", unit.as_str())));
    app.ui.announcement.set(button.inner_text());
    let _ = button.set_attribute("aria-busy", "true");
    page_attributes::update_viewport_first();
    show_unit(unit);
    scheduler::after_paint(move || app.preferences.set_unit(unit));
}

fn choose_view(app: AppState, button: &HtmlElement, view: usize) {
    app.ui.flow_view.set(view);
    app.ui.announcement.set(button.inner_text());
    focus::focus_first_next_frame(format!(".way:not([hidden]) [data-choose-way=\"{view}\"]"));
}

/// The Escape key inside an open download menu: closes it. False if the key was pressed elsewhere.
pub fn close_download_menu(event: &Event) -> bool {
    let Some(menu) = dom::closest_from_event(event, ".take-fold[open]") else { return false };
    let _ = menu.remove_attribute("open");
    focus::focus_first_within(&menu, "summary");
    false
}

/// Opens the search if a key asks for it: / and Ctrl or ⌘ with K, anywhere on the report. False for any other key.
pub fn search_shortcut(app: AppState, popup_controller: PopupController, event: &KeyboardEvent) -> bool {
    let with_control = event.ctrl_key() || event.meta_key();
    let is_typing = || dom::closest_from_event(event, "input, textarea, select, [contenteditable]").is_some();
    let is_shortcut = match event.key().as_str() {
        "/" => !with_control && !event.alt_key() && app.preferences.slash_shortcut.get_untracked() && !is_typing(),
        "k" | "K" => with_control && !event.alt_key() && !event.shift_key(),
        _ => false,
    };
    // What the search finds is behind another dialog that is open.
    let is_available = || app.page_kind == PageKind::Report && dom::query_all("dialog[open]:not(#find)").is_empty();
    let opens = is_shortcut && is_available();
    if opens {
        lazy_chunks::run_or_show_notice(app, search::show(app, popup_controller));
    }
    opens
}

/// Shows which unit is chosen.
pub fn show_unit(unit: MoneyUnit) {
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
    set_attribute_all("[data-choice=text]", "aria-pressed", &large.to_string());
}

/// Shows one of a figure's views and hides the others.
fn show_view(figure: FigureId, chosen: usize) {
    let card = format!("[data-figure={}]", figure.as_str());
    let views = dom::query_all(&format!("{card} > .way"));
    let chosen = chosen.min(views.len().saturating_sub(1));
    for (index, view) in views.iter().enumerate() {
        let _ = view.toggle_attribute_with_force("hidden", index != chosen);
    }
    if !views.is_empty() {
        set_attribute_all(&card, "aria-labelledby", &heading_id(figure, chosen));
    }
}

fn set_attribute_all(selector: &str, name: &str, value: &str) {
    for element in dom::query_all(selector) {
        let _ = element.set_attribute(name, value);
    }
}
