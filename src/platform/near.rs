//! Noticing that something comes near the screen.

use crate::platform::kept::Kept;
use leptos::prelude::on_cleanup;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls `near` when an element is so many pixels from the screen, or on it, as long as the reactive owner around lives.
/// A browser that cannot notice calls it at once.
pub fn when_near(element: &Element, pixels: u32, near: impl Fn() + Clone + 'static) {
    let called = near.clone();
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let here = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
        if entries.iter().any(here) {
            called();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(&format!("{pixels}px"));
    let Ok(observer) = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) else {
        return near();
    };
    observer.observe(element);
    let kept = Kept::new((observer, seen));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
