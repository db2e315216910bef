//! What opens a card: words that are explained and numbers that can be proved, wherever they stand.

use crate::enhance::follow::follow;
use crate::enhance::lazy_chunks::{cards, expect, tables};
use crate::enhance::popup::PopupController;
use crate::platform::event_listener::listen;
use crate::platform::page::around;
use crate::state::State;
use leptos::prelude::*;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

/// What opens a card when it is pressed.
pub const TRIGGERS: &str = "a.term, a.amount";

/// Listens for readers at words and numbers.
pub fn start(state: State, popup_controller: PopupController) {
    let term = |event: &web_sys::Event| around(event, "a.term");
    listen(&window(), "pointerover", move |event: PointerEvent| {
        if event.pointer_type() == "mouse"
            && let Some(element) = term(&event)
        {
            popup_controller.point(element);
        }
    });
    listen(&window(), "pointerout", move |event: PointerEvent| {
        if event.pointer_type() == "mouse" && term(&event).is_some() {
            popup_controller.leave();
        }
    });
    listen(&window(), "focusin", move |event: FocusEvent| {
        if !popup_controller.returning()
            && let Some(element) = term(&event).filter(|element| element.matches(":focus-visible").unwrap_or(false))
        {
            popup_controller.point(element);
        }
    });
    listen(&window(), "focusout", move |event: FocusEvent| {
        if term(&event).is_some() {
            popup_controller.leave();
        }
    });
    let press = move |event: &web_sys::Event| {
        let Some(element) = around(event, TRIGGERS) else { return };
        event.prevent_default();
        popup_controller.enter(element);
    };
    // A finger is on it: what it will want is on its way before it is lifted.
    listen(&window(), "pointerdown", move |event: PointerEvent| {
        if around(&event, TRIGGERS).is_some() {
            expect(cards::fetch());
        }
        if around(&event, ".table-fold > summary, .sort").is_some() {
            expect(tables::fetch());
        }
    });
    listen(&window(), "click", move |event: MouseEvent| {
        // With a key held it is a link like any other, to a tab of its own.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            press(&event);
        }
    });
    listen(&window(), "keydown", move |event: KeyboardEvent| {
        if event.key() == " " {
            press(&event);
        }
    });
    // A card may also be asked for by a chart, or by the address.
    follow(move || {
        if state.popup.with(Option::is_some) {
            expect(cards::lay());
        }
    });
    // Whose card is open says so.
    let mut shown = None::<HtmlElement>;
    follow(move || {
        let open = state.popup.with(Option::is_some);
        if let Some(before) = shown.take() {
            let _ = before.remove_attribute("aria-expanded");
        }
        shown = popup_controller.origin().filter(|origin| open && origin.matches(TRIGGERS).unwrap_or(false));
        if let Some(origin) = &shown {
            let _ = origin.set_attribute("aria-expanded", "true");
        }
    });
}
