//! Noticing that something comes near the screen.

use crate::platform::kept::Kept;
use leptos::prelude::on_cleanup;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Says whether an element is so many pixels from the screen, or on it, soon and whenever that changes, as long as the
/// reactive owner around lives. In a browser that cannot notice, everything is near at once.
pub fn when_near(element: &Element, pixels: u32, near: impl Fn(bool) + Clone + 'static) {
    let called = near.clone();
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let here = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
        // The last is how it is now.
        called(here(entries.get(entries.length().saturating_sub(1))));
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(&format!("{pixels}px"));
    let Ok(observer) = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) else {
        return near(true);
    };
    observer.observe(element);
    let kept = Kept::new((observer, seen));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
