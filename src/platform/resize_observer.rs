//! Noticing that something has another size.

use crate::platform::event_listener::listen;
use crate::platform::kept::Kept;
use leptos::prelude::{on_cleanup, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, ResizeObserver};

/// Calls `resized` soon, and whenever an element's size has changed, as long as the reactive owner around lives; in a
/// browser that cannot notice at once, and when the window's size has.
pub fn when_resized(element: &Element, resized: impl Fn() + Clone + 'static) {
    let called = resized.clone();
    let changed = Closure::<dyn FnMut()>::new(called);
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else {
        resized();
        return listen(&window(), "resize", move |_: Event| resized());
    };
    observer.observe(element);
    let kept = Kept::new((observer, changed));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
