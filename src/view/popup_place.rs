//! Where the open card stands.

use super::popup::Popup;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Puts the card beside its anchor, inside the window. On a phone the style sheet docks it to the lower edge instead.
pub fn place(element: &HtmlElement, open: &Popup) {
    let number =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (wide, high) = (number(window().inner_width()), number(window().inner_height()));
    let (x, y) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
    let size = element.get_bounding_client_rect();
    let (left, top, _, bottom) = open.anchor;
    let left = left.min(x + wide - size.width() - 16.0).max(x + 16.0);
    let below = bottom + 8.0;
    let above = top - 8.0 - size.height();
    // The bar at the top stays free.
    let (first, last) = (y + 64.0, y + high - size.height() - 12.0);
    let top = if below > last && above > first { above } else { below.min(last).max(first) };
    let style = element.style();
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}
