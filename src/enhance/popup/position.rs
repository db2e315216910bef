//! Where the open card stands.

use crate::enhance::popup::Popup;
use crate::platform::page;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Puts the card beside its anchor, inside the window. On a phone the style sheet docks it to the lower edge instead.
pub fn place(element: &HtmlElement, open: &Popup) {
    let number =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (wide, high) = (number(window().inner_width()), page::lower_edge());
    let (x, y) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
    let size = element.get_bounding_client_rect();
    let (left, top) = spot((x, y, wide, high), (size.width(), size.height()), open.anchor);
    let style = element.style();
    let _ = style.set_property("left", &page::pixels(left));
    let _ = style.set_property("top", &page::pixels(top));
}

/// Where a card of this size stands: below its anchor, or above it, or where neither has room beside it, so that what it
/// tells of stays in sight. The window is given by its left, top, width and height, the anchor by its four sides.
fn spot(window: (f64, f64, f64, f64), card: (f64, f64), anchor: (f64, f64, f64, f64)) -> (f64, f64) {
    let ((x, y, wide, high), (width, height)) = (window, card);
    let (left, top, right, bottom) = anchor;
    let (below, above) = (bottom + 8.0, top - 8.0 - height);
    // The bar at the top stays free.
    let (first, last) = (y + 64.0, y + high - height - 12.0);
    let (leftmost, rightmost) = (x + 16.0, x + wide - width - 16.0);
    if below <= last || above >= first {
        let top = if below <= last { below.max(first) } else { above };
        return (left.min(rightmost).max(leftmost), top);
    }
    let empty_state = if right + 8.0 <= rightmost { right + 8.0 } else { left - 8.0 - width };
    (empty_state.min(rightmost).max(leftmost), below.min(last).max(first))
}

#[cfg(test)]
mod tests {
    use super::spot;

    const WINDOW: (f64, f64, f64, f64) = (0.0, 1000.0, 1280.0, 800.0);

    #[test]
    fn a_card_never_covers_what_it_tells_of_where_there_is_room() {
        let row = |top: f64| (600.0, top, 616.0, top + 66.0);
        assert_eq!(spot(WINDOW, (400.0, 300.0), row(1100.0)), (600.0, 1174.0), "below");
        assert_eq!(spot(WINDOW, (400.0, 300.0), row(1600.0)), (600.0, 1292.0), "above");
        assert_eq!(spot(WINDOW, (400.0, 500.0), row(1400.0)), (624.0, 1288.0), "to the right");
        let (left, _) = spot(WINDOW, (400.0, 500.0), (1200.0, 1400.0, 1216.0, 1466.0));
        assert_eq!(left, 792.0, "to the left");
    }

    #[test]
    fn a_card_stays_in_the_window() {
        for x in [-40.0, 0.0, 500.0, 1279.0] {
            let (left, top) = spot(WINDOW, (400.0, 300.0), (x, 1790.0, x + 10.0, 1800.0));
            assert!((16.0..=864.0).contains(&left) && (1064.0..=1488.0).contains(&top), "{left} {top}");
        }
    }
}
