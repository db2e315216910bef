//! What opens a card: words that are explained and numbers that can be proved, wherever they stand.

use crate::address::{Address, Place};
use crate::glossary;
use crate::notation;
use crate::platform::page::around;
use crate::view::popup::{Opener, Subject};
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
            && let Some(subject) = subject(&state, &element)
        {
            opener.point(subject, element);
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
            && let Some(subject) = subject(&state, &element)
        {
            opener.point(subject, element);
        }
    });
    let left = window_event_listener(ev::focusout, move |event| {
        if term(&event).is_some() {
            opener.leave();
        }
    });
    let press = move |event: &web_sys::Event| {
        let Some(element) = around(event, TRIGGERS) else { return };
        if let Some(subject) = subject(&state, &element) {
            event.prevent_default();
            opener.press(subject, &element);
        }
    };
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
        for handle in [over, out, focused, left, clicked, entered] {
            handle.remove();
        }
    });
}

/// What the card of a word or a number shows.
fn subject(state: &State, element: &HtmlElement) -> Option<Subject> {
    let of = |name: &str| element.get_attribute(name);
    if let Some(id) = of("data-term") {
        return Some(Subject::Term(glossary::by_id(&id)?.id));
    }
    let disclosure = &state.book.disclosure;
    if let Some(formula) = of("data-formula") {
        return notation::parse(&formula, disclosure).map(Subject::Number);
    }
    let href = of("href")?;
    let Place::Text(spot) = Address::parse("", &href[href.find('#')?..]).place? else { return None };
    let (line, aspect) = (of("data-line")?, crate::cited::Aspect::of_word(&of("data-aspect")?)?);
    disclosure.stated(&line.into(), aspect, spot.quote(disclosure)?).map(Subject::Number)
}
