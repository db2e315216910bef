//! Popup triggers: terms and amounts, wherever they are on the page.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{self, cards};
use crate::enhance::popup::PopupController;
use crate::platform::{dom, url};
use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

/// What opens a popup when it is pressed.
const TRIGGERS: &str = "a.term, .amount";

/// Those of them that are links, which can tell a screen reader that their popup is open.
const LINKS: &str = "a.term, a.amount";

/// What opens a popup when the pointer rests on it, or when it has the focus.
const HOVER_TRIGGERS: &str = "a.term";

/// Fetches the popup's chunk once a popup opens, and keeps `aria-expanded` on its trigger.
pub fn start(app: AppState, popup_controller: PopupController) {
    // A chart or the address can open a popup too.
    Effect::new(move |_| {
        if app.ui.popup.with(Option::is_some) {
            lazy_chunks::run_silently(cards::mount());
        }
    });
    let mut expanded = None::<HtmlElement>;
    Effect::new(move |_| {
        let is_open = app.ui.popup.with(Option::is_some);
        if let Some(before) = expanded.take() {
            let _ = before.remove_attribute("aria-expanded");
        }
        expanded = popup_controller.invoker().filter(|invoker| is_open && invoker.matches(LINKS).unwrap_or(false));
        if let Some(trigger) = &expanded {
            let _ = trigger.set_attribute("aria-expanded", "true");
        }
    });
}

/// A click, tap or key press: pins the popup of a trigger. False if it was at no trigger.
pub fn activate(app: AppState, popup_controller: PopupController, event: &Event) -> bool {
    let Some(trigger) = dom::closest_from_event(event, TRIGGERS) else { return false };
    // A number that is no link gets the focus back, too, but is no stop for the Tab key.
    if !trigger.has_attribute("href") {
        trigger.set_tab_index(-1);
    }
    let request = popup_controller.next_request();
    let opened = cards::open(app, popup_controller, trigger.clone(), cards::Cause::Press(request));
    lazy_chunks::run_after_document(opened, move |outcome| {
        // Without its popup, the trigger is still a link: to the sentence or the glossary.
        if outcome.is_err() && popup_controller.is_latest_request(request) {
            url::follow_link(&trigger);
        }
    });
    true
}

/// A pointer or finger went down: fetches the chunk that the press will need, so that it arrives before the press ends.
pub fn prefetch(event: &Event) {
    if dom::closest_from_event(event, TRIGGERS).is_some() {
        lazy_chunks::prefetch(cards::fetch());
    }
}

/// A mouse pointer entered something: the popup of a trigger opens after a delay.
pub fn open_on_hover(app: AppState, popup_controller: PopupController, event: &Event) {
    if let Some(trigger) = dom::closest_from_event(event, HOVER_TRIGGERS) {
        open_after_delay(app, popup_controller, trigger);
    }
}

/// Something got the focus: the popup of a trigger opens after a delay, but only for keyboard users, and not where the popup
/// itself returned the focus.
pub fn open_on_focus(app: AppState, popup_controller: PopupController, event: &Event) {
    let trigger = dom::closest_from_event(event, HOVER_TRIGGERS).filter(|_| !popup_controller.is_returning_focus());
    if let Some(trigger) = trigger.filter(|trigger| trigger.matches(":focus-visible").unwrap_or(false)) {
        open_after_delay(app, popup_controller, trigger);
    }
}

fn open_after_delay(app: AppState, popup_controller: PopupController, trigger: HtmlElement) {
    lazy_chunks::prefetch(cards::fetch());
    popup_controller.begin_hover_intent(move |intent| {
        lazy_chunks::run_silently(cards::open(app, popup_controller, trigger, cards::Cause::Hover(intent)));
    });
}

/// The pointer or the focus left something: the popup of a trigger closes after a delay.
pub fn close_on_leave(popup_controller: PopupController, event: &Event) {
    if dom::closest_from_event(event, HOVER_TRIGGERS).is_some() {
        popup_controller.close_after_delay();
    }
}
