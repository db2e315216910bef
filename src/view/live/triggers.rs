//! What opens a card: words that are explained and numbers that can be proved, wherever they stand.

use crate::platform::page::around;
use crate::view::parts::{cards, expect};
use crate::view::popup::Opener;
use crate::view::state::State;
use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What opens a card when it is pressed.
pub const TRIGGERS: &str = "a.term, a.amount";

/// Listens for readers at words and numbers.
pub fn start(state: State, opener: Opener) {
    let term = |event: &web_sys::Event| around(event, "a.term");
    let over = window_event_listener(ev::pointerover, move |event| {
        if event.pointer_type() == "mouse"
            && let Some(element) = term(&event)
        {
            opener.point(element);
        }
    });
    let out = window_event_listener(ev::pointerout, move |event| {
        if event.pointer_type() == "mouse" && term(&event).is_some() {
            opener.leave();
        }
    });
    let focused = window_event_listener(ev::focusin, move |event| {
        if !opener.returning()
            && let Some(element) = term(&event).filter(|element| element.matches(":focus-visible").unwrap_or(false))
        {
            opener.point(element);
        }
    });
    let left = window_event_listener(ev::focusout, move |event| {
        if term(&event).is_some() {
            opener.leave();
        }
    });
    let press = move |event: &web_sys::Event| {
        let Some(element) = around(event, TRIGGERS) else { return };
        event.prevent_default();
        opener.enter(element);
    };
    // A finger is on it: what it will want is on its way before it is lifted.
    let touched = window_event_listener(ev::pointerdown, move |event| {
        if around(&event, TRIGGERS).is_some() {
            expect(cards::fetch());
        }
    });
    let clicked = window_event_listener(ev::click, move |event| {
        // With a key held it is a link like any other, to a tab of its own.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            press(&event);
        }
    });
    let entered = window_event_listener(ev::keydown, move |event| {
        if event.key() == " " {
            press(&event);
        }
    });
    // A card may also be asked for by a chart, or by the address.
    Effect::new(move |_| {
        if state.popup.with(Option::is_some) {
            expect(cards::lay());
        }
    });
    // Whose card is open says so.
    Effect::new(move |before: Option<Option<StoredValue<HtmlElement, LocalStorage>>>| {
        let open = state.popup.with(Option::is_some);
        if let Some(element) = before.flatten().and_then(|before| before.try_get_value()) {
            let _ = element.remove_attribute("aria-expanded");
        }
        let origin = opener.origin().filter(|origin| open && origin.matches(TRIGGERS).unwrap_or(false));
        origin.map(|origin| {
            let _ = origin.set_attribute("aria-expanded", "true");
            StoredValue::new_local(origin)
        })
    });
    on_cleanup(move || {
        for handle in [touched, over, out, focused, left, clicked, entered] {
            handle.remove();
        }
    });
}
