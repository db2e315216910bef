//! The scroll position, and where elements are relative to the viewport.

use super::url;
use super::{dom, focus};
use leptos::prelude::{document, window};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How far down the page is, in pixels.
pub fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls to this distance from the top of the page, in pixels.
pub fn scroll_to_y(y: f64) {
    window().scroll_to_with_x_and_y(window().scroll_x().unwrap_or_default(), y);
}

/// Scrolls to the first element that matches a selector; None if there is none. The style sheet decides whether scrolling
/// is smooth.
pub fn scroll_to_first(selector: &str, place: ScrollLogicalPosition) -> Option<Element> {
    let element = document().query_selector(selector).ok().flatten()?;
    dom::open_ancestors(&element);
    scroll_into_view(&element, place);
    Some(element)
}

/// Opens the `<details>` around an element and scrolls to it.
pub fn reveal(element: &Element) {
    dom::open_ancestors(element);
    scroll_into_view(element, ScrollLogicalPosition::Center);
}

/// Scrolls so that an element begins at the top of the screen.
pub fn scroll_to_start(element: &Element) {
    scroll_into_view(element, ScrollLogicalPosition::Start);
}

/// Scrolls as little as possible so that an element is on screen.
pub fn make_visible(element: &Element) {
    scroll_into_view(element, ScrollLogicalPosition::Nearest);
}

fn scroll_into_view(element: &Element, place: ScrollLogicalPosition) {
    if focus::is_untouched_frame() {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The vertical distance of an element from the viewport in pixels: 0 if some of it is visible, infinity if it is not
/// displayed, or hidden until the browser's own search finds it.
pub fn distance_from_viewport(element: &Element) -> f64 {
    if element.has_attribute("hidden") {
        return f64::INFINITY;
    }
    let area = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if area.height() > 0.0 { (area.top() - height).max(-area.bottom()).max(0.0) } else { f64::INFINITY }
}

/// Scrolls to the element that the address's fragment names. Browsers do that themselves, but not for content that is
/// rendered later. False if there is no such element.
pub fn scroll_to_fragment() -> bool {
    let fragment = url::fragment();
    let fragment = fragment.trim_start_matches('#');
    // A fragment that is not valid percent-encoding is taken literally.
    let id = js_sys::decode_uri_component(fragment).map_or_else(|_| fragment.to_owned(), String::from);
    let element = document().get_element_by_id(&id);
    if let Some(element) = &element {
        element.scroll_into_view();
    }
    element.is_some() || id.eq_ignore_ascii_case("top")
}
