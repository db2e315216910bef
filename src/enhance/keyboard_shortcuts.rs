//! Keyboard shortcuts of the page.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{self, search};
use crate::enhance::popup::PopupController;
use crate::platform::{dom, focus};
use leptos::prelude::*;
use mingbai_core::page_kind::PageKind;
use web_sys::{Event, KeyboardEvent};

/// Names the shortcuts of the search at its buttons, now and whenever they or the page change.
pub fn start(app: AppState) {
    Effect::new(move |_| {
        app.ui.render_count.track();
        let keys = if app.preferences.slash_shortcut.get() { "/ Control+K Meta+K" } else { "Control+K Meta+K" };
        dom::set_attribute_all("[data-choice=find]", "aria-keyshortcuts", keys);
    });
}

/// Opens the search if a key asks for it: / and Ctrl or ⌘ with K, anywhere on the report. False for any other key.
pub fn open_search(app: AppState, popup_controller: PopupController, event: &KeyboardEvent) -> bool {
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

/// The Escape key: closes the download menu in which it was pressed.
pub fn close_download_menu(event: &Event) {
    if let Some(menu) = dom::closest_from_event(event, ".download-menu[open]") {
        let _ = menu.remove_attribute("open");
        focus::focus_first_within(&menu, "summary");
    }
}
