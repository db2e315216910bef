//! The keyboard focus.

use super::dom;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// The element that has the focus.
pub fn focused_element() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Focuses an element without scrolling to it.
pub fn focus_without_scrolling(element: &HtmlElement) {
    if is_untouched_frame() {
        return;
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses the first element that matches a selector, without scrolling to it.
pub fn focus_first(selector: &str) {
    if let Some(root) = document().document_element() {
        focus_first_within(&root, selector);
    }
}

/// Focuses the first match inside an element, without scrolling to it.
pub fn focus_first_within(around: &Element, selector: &str) {
    let found = around.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus_without_scrolling(&element);
    }
}

/// Focuses the first match in the next frame, once pending rendering is done.
pub fn focus_first_next_frame(selector: String) {
    leptos::prelude::request_animation_frame(move || focus_first(&selector));
}

/// The heading of what is in the middle of the viewport.
pub fn heading_in_view() -> Option<HtmlElement> {
    let half = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() / 2.0;
    let above = |heading: &Element| heading.get_bounding_client_rect().top() <= half;
    let headings = dom::query_all("h1[tabindex], h2[tabindex]");
    // What is hidden until the browser's own search finds it has a place on the page all the same.
    let is_hidden = |heading: &HtmlElement| heading.closest("[hidden]").is_ok_and(|hidden| hidden.is_some());
    let shown = |heading: &HtmlElement| heading.offset_parent().is_some() && !is_hidden(heading);
    headings.into_iter().filter(above).filter_map(|heading| heading.dyn_into().ok()).rfind(shown)
}

/// Focuses the heading of what is in the middle of the viewport.
pub fn focus_heading_in_view() {
    if let Some(heading) = heading_in_view() {
        focus_without_scrolling(&heading);
    }
}

/// True in a frame in which the reader has done nothing yet (`frame.js`): it must neither scroll its host page nor take the
/// focus from it.
pub fn is_untouched_frame() -> bool {
    document().query_selector("[data-framed=untouched]").is_ok_and(|root| root.is_some())
}
