//! What a reader chooses: language, light, size of type, unit, a way to look at a figure, the order of a table, what to
//! take away.

use crate::components::figure_card::heading;
use crate::enhance::follow::follow;
use crate::enhance::lazy_chunks::{ask, expect, search, sharing, tables, taking};
use crate::enhance::popup::PopupController;
use crate::platform::chart_bundle::{self, Bundle};
use crate::platform::event_listener::listen;
use crate::platform::page::{self, around};
use crate::platform::scheduler;
use crate::platform::scroll_anchor::ScrollAnchor;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::MoneyUnit;
use mingbai_core::page_kind::PageKind;
use web_sys::{HtmlElement, KeyboardEvent, MouseEvent};

/// Listens to what is chosen, and shows what was.
pub fn start(state: State, popup_controller: PopupController) {
    listen(&window(), "click", move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        let Some(pressed) = around(&event, "button, a[data-choice], summary") else { return };
        if chosen(state, popup_controller, &pressed).is_some() {
            event.prevent_default();
        }
    });
    listen(&window(), "keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(fold) = around(&event, ".take-fold[open]")
        {
            let _ = fold.remove_attribute("open");
            page::focus_within(&fold, "summary");
        }
    });
    listen(&window(), "keydown", move |event: KeyboardEvent| {
        // The browser searches what stands there.
        if event.key() == "F3" || (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("f") {
            scheduler::finish();
        }
        if wants_search(state, &event) {
            event.prevent_default();
            ask(state, search::show(state, popup_controller));
        }
    });
    follow(move || show_theme(state.theme.get()));
    follow(move || {
        state.written.track();
        show_text(state.large.get());
        state.measure_type();
    });
    follow(move || {
        state.written.track();
        let keys = if state.slash.get() { "/ Control+K Meta+K" } else { "Control+K Meta+K" };
        set_all("[data-choice=find]", "aria-keyshortcuts", keys);
    });
    follow(move || {
        state.written.track();
        show_way(FigureId::Flow, state.flow_view.get());
    });
    follow(move || {
        state.written.track();
        page::show_all(".lost", state.lost.get());
    });
}

/// Does what was chosen; None where nothing was, or where the browser does the rest.
fn chosen(state: State, popup_controller: PopupController, pressed: &HtmlElement) -> Option<()> {
    let of = |name: &str| pressed.get_attribute(name);
    if let Some(choice) = of("data-choice") {
        match choice.as_str() {
            "find" => ask(state, search::show(state, popup_controller)),
            "share" => {
                let card = pressed.closest("[data-figure]").ok().flatten()?;
                ask(
                    state,
                    sharing::show(
                        state,
                        popup_controller,
                        card.get_attribute("data-figure")?.parse::<FigureId>().ok()?,
                    ),
                );
            }
            // The other page has pictures of the charts, this one can make none.
            "lang" if state.bundle.get_untracked() == Bundle::Failed => return None,
            "lang" => {
                state.focus_then.set_value(Some("[data-choice=lang]".to_owned()));
                // Shows that it was heard, where the words have to come first.
                let _ = pressed.set_attribute("aria-busy", "true");
                page::change_seen_first();
                state.set_lang(state.lang.get_untracked().other());
            }
            "theme" => {
                let theme = match state.theme.get_untracked() {
                    Theme::Dark => Theme::Light,
                    Theme::Light => Theme::Dark,
                };
                page::change_seen_first();
                show_theme(theme);
                page::after_paint(move || state.set_theme(theme));
            }
            "text" => {
                let (large, held) = (!state.large.get_untracked(), ScrollAnchor::now());
                page::change_seen_first();
                show_text(large);
                held.restore();
                page::after_paint(move || state.set_large(large));
            }
            _ => return None,
        }
        return Some(());
    }
    if let Some(unit) = of("data-unit").and_then(|word| word.parse::<MoneyUnit>().ok()) {
        state.focus_then.set_value(Some(format!("[data-unit={}]", unit.as_str())));
        state.said.set(pressed.inner_text());
        let _ = pressed.set_attribute("aria-busy", "true");
        page::change_seen_first();
        show_unit(unit);
        page::after_paint(move || state.set_unit(unit));
        return Some(());
    }
    if let Some(way) = of("data-choose-way").and_then(|way| way.parse().ok()) {
        state.flow_view.set(way);
        state.said.set(pressed.inner_text());
        page::focus_soon(format!(".way:not([hidden]) [data-choose-way=\"{way}\"]"));
        return Some(());
    }
    if of("data-column").is_some() {
        ask(state, tables::sort(state, pressed.clone()));
        return Some(());
    }
    if of("data-take").is_some() {
        ask(state, taking::press(state, pressed.clone()));
        return Some(());
    }
    if pressed.matches(".take-fold > summary").unwrap_or(false) {
        // Pictures are drawn by the charts' bundle; whoever opens this may ask for one.
        chart_bundle::load(state.bundle);
        // Texts can only be copied while the press is fresh.
        expect(taking::fetch());
    }
    None
}

/// Shows which unit was chosen.
pub fn show_unit(unit: MoneyUnit) {
    for choice in page::find_all("[data-unit]") {
        let chosen = choice.get_attribute("data-unit").as_deref() == Some(unit.as_str());
        let _ = choice.set_attribute("aria-pressed", &chosen.to_string());
    }
}

fn show_theme(theme: Theme) {
    page::set_root("data-theme", theme.as_str());
}

fn show_text(large: bool) {
    page::set_root("data-text", if large { "large" } else { "usual" });
    set_all("[data-choice=text]", "aria-pressed", &large.to_string());
}

/// True for a key that opens the search, anywhere on the whole page: / and Ctrl or ⌘ with K.
fn wants_search(state: State, event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key();
    let typing = || around(event, "input, textarea, select, [contenteditable]").is_some();
    // Over another dialog there is nothing to go to.
    let behind = page::find_all("dialog[open]:not(#find)");
    if state.sheet != PageKind::Report || !behind.is_empty() {
        return false;
    }
    match event.key().as_str() {
        "/" => !held && !event.alt_key() && state.slash.get_untracked() && !typing(),
        "k" | "K" => held && !event.alt_key() && !event.shift_key(),
        _ => false,
    }
}

/// Shows a figure in one of its ways.
fn show_way(figure: FigureId, chosen: usize) {
    let card = format!("[data-figure={}]", figure.as_str());
    let ways = page::find_all(&format!("{card} > .way"));
    let chosen = chosen.min(ways.len().saturating_sub(1));
    for (at, way) in ways.iter().enumerate() {
        let _ = way.toggle_attribute_with_force("hidden", at != chosen);
    }
    if !ways.is_empty() {
        set_all(&card, "aria-labelledby", &heading(figure, chosen));
    }
}

fn set_all(selector: &str, name: &str, value: &str) {
    for element in page::find_all(selector) {
        let _ = element.set_attribute(name, value);
    }
}
