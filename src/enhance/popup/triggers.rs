//! Popup triggers: terms and amounts, wherever they are on the page.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{cards, prefetch as prefetch_chunk, tables};
use crate::enhance::popup::PopupController;
use crate::platform::dom;
use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

/// What opens a popup when it is pressed.
const TRIGGERS: &str = "a.term, a.amount";

/// What opens a popup when the pointer rests on it, or when it has the focus.
const HOVER_TRIGGERS: &str = "a.term";

/// Fetches the popup's chunk once a popup opens, and keeps `aria-expanded` on its trigger.
pub fn start(app: AppState, popup_controller: PopupController) {
    // A chart or the address can open a popup too.
    Effect::new(move |_| {
        if app.ui.popup.with(Option::is_some) {
            prefetch_chunk(cards::mount());
        }
    });
    let mut expanded = None::<HtmlElement>;
    Effect::new(move |_| {
        let is_open = app.ui.popup.with(Option::is_some);
        if let Some(before) = expanded.take() {
            let _ = before.remove_attribute("aria-expanded");
        }
        expanded = popup_controller.origin().filter(|origin| is_open && origin.matches(TRIGGERS).unwrap_or(false));
        if let Some(trigger) = &expanded {
            let _ = trigger.set_attribute("aria-expanded", "true");
        }
    });
}

/// A click, tap or key press: opens the popup of a trigger. False if it was at no trigger.
pub fn press(popup_controller: PopupController, event: &Event) -> bool {
    let trigger = dom::closest_from_event(event, TRIGGERS);
    trigger.map(|trigger| popup_controller.press_trigger(trigger)).is_some()
}

/// A pointer or finger went down: fetches the chunks that the press will need, so that they arrive before it ends.
pub fn prefetch(event: &Event) {
    if dom::closest_from_event(event, TRIGGERS).is_some() {
        prefetch_chunk(cards::fetch());
    }
    if dom::closest_from_event(event, ".table-fold > summary, .sort").is_some() {
        prefetch_chunk(tables::fetch());
    }
}

/// A mouse pointer entered something.
pub fn enter(popup_controller: PopupController, event: &Event) {
    if let Some(trigger) = dom::closest_from_event(event, HOVER_TRIGGERS) {
        popup_controller.hover_trigger(trigger);
    }
}

/// Something got the focus. The popup opens only for keyboard users, and not where the popup itself returned the focus.
pub fn focus(popup_controller: PopupController, event: &Event) {
    let trigger = dom::closest_from_event(event, HOVER_TRIGGERS).filter(|_| !popup_controller.is_returning_focus());
    if let Some(trigger) = trigger.filter(|trigger| trigger.matches(":focus-visible").unwrap_or(false)) {
        popup_controller.hover_trigger(trigger);
    }
}

/// The pointer or the focus left something.
pub fn leave(popup_controller: PopupController, event: &Event) {
    if dom::closest_from_event(event, HOVER_TRIGGERS).is_some() {
        popup_controller.leave();
    }
}
