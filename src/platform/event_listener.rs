//! Listening to what happens to an element.

use crate::platform::kept::Kept;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget};

/// Calls `heard` for every event of this name at `target`, for as long as the reactive owner around lives.
pub fn listen<E: JsCast>(target: &EventTarget, name: &'static str, heard: impl Fn(E) + 'static) {
    hear(target, name, Box::new(move |event: Event| heard(event.unchecked_into())));
}

fn hear(target: &EventTarget, name: &'static str, heard: Box<dyn Fn(Event)>) {
    let heard = Closure::wrap(heard);
    if target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref()).is_err() {
        return;
    }
    let kept = Kept::new((target.clone(), heard));
    on_cleanup(move || {
        kept.try_with_value(|(target, heard)| {
            let _ = target.remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        });
    });
}
