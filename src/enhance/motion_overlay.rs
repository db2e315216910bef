//! What lies over the page for a moment: covers, words in flight, marks on their way. Nothing of it is told to screen
//! readers.

use crate::platform::dom;
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Comes with the chunk, so that no page waits for it.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/motion.css"));

thread_local! {
    /// True once the style is on the page.
    static IS_STYLED: Cell<bool> = const { Cell::new(false) };
}

/// Adds the style of what moves to the page, once.
pub fn add_style() {
    if IS_STYLED.replace(true) {
        return;
    }
    if let (Ok(style), Some(head)) = (document().create_element("style"), document().head()) {
        style.set_text_content(Some(STYLE));
        let _ = head.append_child(&style);
    }
}

/// An element of this class for the eye alone.
pub fn element(class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    element.set_attribute("aria-hidden", "true").ok()?;
    Some(element)
}

/// Puts the top left corner of an element, whose position is relative to `within`, at a point of the viewport, and sets
/// further lengths of its style. All in pixels.
pub fn place(element: &HtmlElement, within: &Element, corner: (f64, f64), lengths: &[(&str, f64)]) {
    let around = within.get_bounding_client_rect();
    let left = corner.0 - around.left() - f64::from(within.client_left());
    let top = corner.1 - around.top() - f64::from(within.client_top());
    for (name, pixels) in [("left", left), ("top", top)].iter().chain(lengths) {
        let _ = element.style().set_property(name, &dom::css_pixels(*pixels));
    }
}

/// Shows an element inside another for a while.
pub fn show_for(element: HtmlElement, within: &Element, time: Duration) {
    if within.append_child(&element).is_ok() {
        remove_after(element, time);
    }
}

/// Removes an element after a while.
pub fn remove_after(element: HtmlElement, time: Duration) {
    set_timeout(move || element.remove(), time);
}
