//! The popup docked under the chart that it belongs to: the page makes room for it, so that it covers nothing.

use crate::platform::environment::computed_style;
use crate::platform::resize_observer::observe_size;
use crate::platform::{dom, scroll};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// The distance between the popup and the chart, and what follows, in pixels.
const GAP: f64 = 12.0;

/// Docks the popup's element under the frame of a chart, now and whenever one of them changes its size, until the current
/// reactive owner is cleaned up. On a narrow screen the style sheet has it at the lower edge instead.
pub fn dock(element: &HtmlElement, frame: &HtmlElement) {
    on_cleanup({
        let frame = StoredValue::new_local(frame.clone());
        move || drop(frame.get_value().style().remove_property("margin-bottom"))
    });
    let (docked, under) = (element.clone(), frame.clone());
    let place = move || place(&docked, &under);
    place();
    scroll::make_visible(element);
    observe_size(frame, place.clone());
    observe_size(element, place);
}

fn place(element: &HtmlElement, frame: &HtmlElement) {
    if computed_style(element, "position").as_deref() == Some("fixed") {
        return;
    }
    let area = frame.get_bounding_client_rect();
    let style = element.style();
    let _ = style.set_property("left", &dom::css_pixels(area.left() + window().scroll_x().unwrap_or_default()));
    let _ = style.set_property("top", &dom::css_pixels(area.bottom() + scroll::scroll_y() + GAP));
    let _ = style.set_property("width", &dom::css_pixels(area.width()));
    let room = element.get_bounding_client_rect().height() + 2.0 * GAP;
    let _ = frame.style().set_property("margin-bottom", &dom::css_pixels(room));
}
