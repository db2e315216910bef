//! Observing the size of an element.

use super::events;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, ResizeObserver};

/// Calls `handler` soon, and whenever the size of an element has changed, until the current reactive owner is cleaned up.
/// Without ResizeObserver it is called at once, and when the size of the window has changed.
pub fn observe_size(element: &Element, handler: impl Fn() + Clone + 'static) {
    let callback = Closure::<dyn FnMut()>::new(handler.clone());
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
        handler();
        return events::add_listener(&window(), "resize", move |_: Event| handler());
    };
    observer.observe(element);
    let observer = StoredValue::new_local((observer, callback));
    on_cleanup(move || {
        observer.try_with_value(|(observer, _)| observer.disconnect());
    });
}
