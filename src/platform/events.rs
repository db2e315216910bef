//! Listening to events, and dispatching our own.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget, KeyboardEvent};

/// Calls `handler` for every event of this name at `target`, until the current reactive owner is cleaned up.
pub fn add_listener<E: JsCast>(target: &EventTarget, name: &'static str, handler: impl Fn(E) + 'static) {
    add_boxed_listener(target, name, Box::new(move |event: Event| handler(event.unchecked_into())));
}

/// One function for all handlers: a closure type of its own for each costs some hundred bytes of the app.
fn add_boxed_listener(target: &EventTarget, name: &'static str, handler: Box<dyn Fn(Event)>) {
    let handler = Closure::wrap(handler);
    if target.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref()).is_err() {
        return;
    }
    let listener = StoredValue::new_local((target.clone(), handler));
    on_cleanup(move || {
        listener.try_with_value(|(target, handler)| {
            let _ = target.remove_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
        });
    });
}

/// True for a key that an input method takes to compose a character: it asks the page for nothing. Some browsers only
/// give the code 229.
pub fn is_for_input_method(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Dispatches an event of this name to the window.
pub fn dispatch_to_window(name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}
