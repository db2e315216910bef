//! Observing whether an element is near the viewport.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls `handler` with whether an element is in the viewport or at most `margin` pixels from it, soon and whenever that
/// changes, until the current reactive owner is cleaned up. Without IntersectionObserver every element is near.
pub fn observe_intersection(element: &Element, margin: u32, handler: impl Fn(bool) + Clone + 'static) {
    observe_crossing(element, &format!("{margin}px"), handler);
}

/// The same for an element in the viewport with these margins, as in CSS: negative ones make it smaller.
pub fn observe_crossing(element: &Element, root_margin: &str, handler: impl Fn(bool) + Clone + 'static) {
    let callback = handler.clone();
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        // The last entry is the present state.
        let entry = entries.get(entries.length().saturating_sub(1));
        callback(entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(root_margin);
    let Ok(observer) = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options) else {
        return handler(true);
    };
    observer.observe(element);
    let observer = StoredValue::new_local((observer, callback));
    on_cleanup(move || {
        observer.try_with_value(|(observer, _)| observer.disconnect());
    });
}
