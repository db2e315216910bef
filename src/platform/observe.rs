//! Whether an element has come near the screen, and whether it has another size now. Browsers that cannot watch that are
//! told something simpler, so that nobody waits in vain.

use super::listen::listen;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, IntersectionObserver, IntersectionObserverInit, ResizeObserver};

/// Calls `near` when an element comes near the screen, for as long as the reactive owner around lives; at once where the
/// browser does not tell.
pub fn near(element: &HtmlElement, near: impl Fn() + Copy + 'static) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let here = |entry: JsValue| entry.unchecked_into::<web_sys::IntersectionObserverEntry>().is_intersecting();
        if entries.iter().any(here) {
            near();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("600px");
    let Ok(observer) = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) else {
        near();
        return;
    };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, seen));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// Calls `resized` when an element's size has changed, for as long as the reactive owner around lives; where the browser
/// does not tell, when that of the window has.
pub fn resized(element: &HtmlElement, resized: impl Fn() + 'static) {
    // Both closures may be wanted, but only one of them lives.
    let resized = std::rc::Rc::new(resized);
    let heard = resized.clone();
    let changed = Closure::<dyn FnMut()>::new(move || heard());
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else {
        listen(&window(), "resize", move |_: Event| resized());
        return;
    };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
