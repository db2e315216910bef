//! Where the popup is on the page.

use crate::enhance::popup_state::{Popup, Rectangle};
use crate::platform::{dom, scroll};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// The distance between the popup and its anchor, in pixels.
const GAP: f64 = 8.0;

/// The height that the sticky bar at the top of the page leaves free, in pixels.
const BAR: f64 = 64.0;

/// The distance to the left and right edges of the viewport, and to its lower edge, in pixels.
const MARGIN: (f64, f64) = (16.0, 12.0);

/// Moves the popup's element next to its anchor, inside the viewport. On a narrow screen the style sheet docks it to the
/// lower edge instead.
pub fn place(element: &HtmlElement, popup: &Popup) {
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default();
    let (x, y) = (window().scroll_x().unwrap_or_default(), scroll::scroll_y());
    let viewport = Rectangle { left: x, top: y, right: x + width, bottom: y + viewport_bottom() };
    let size = element.get_bounding_client_rect();
    let (left, top) = position(viewport, (size.width(), size.height()), popup.anchor);
    let style = element.style();
    let _ = style.set_property("left", &dom::css_pixels(left));
    let _ = style.set_property("top", &dom::css_pixels(top));
}

/// The lower edge of the visible part of the viewport, in pixels from its top: in a kiosk the bar covers what is below.
fn viewport_bottom() -> f64 {
    let bar =
        dom::query_all(".kiosk-bar").pop().map(|bar| bar.get_bounding_client_rect()).filter(|bar| bar.height() > 0.0);
    bar.map_or_else(|| window().inner_height().ok().and_then(|high| high.as_f64()).unwrap_or_default(), |bar| bar.top())
}

/// The left and top of a popup of this width and height: below its anchor, else above it, else to its right or left, so
/// that the anchor stays visible. All in coordinates of the document.
fn position(viewport: Rectangle, (width, height): (f64, f64), anchor: Rectangle) -> (f64, f64) {
    let (below, above) = (anchor.bottom + GAP, anchor.top - GAP - height);
    let (first, last) = (viewport.top + BAR, viewport.bottom - height - MARGIN.1);
    let (leftmost, rightmost) = (viewport.left + MARGIN.0, viewport.right - width - MARGIN.0);
    if below <= last || above >= first {
        let top = if below <= last { below.max(first) } else { above };
        return (anchor.left.min(rightmost).max(leftmost), top);
    }
    let right = anchor.right + GAP;
    let left = if right <= rightmost { right } else { anchor.left - GAP - width };
    (left.min(rightmost).max(leftmost), below.min(last).max(first))
}

#[cfg(test)]
mod tests {
    use super::{Rectangle, position};

    const VIEWPORT: Rectangle = Rectangle { left: 0.0, top: 1000.0, right: 1280.0, bottom: 1800.0 };

    fn anchor(left: f64, top: f64, width: f64, height: f64) -> Rectangle {
        Rectangle { left, top, right: left + width, bottom: top + height }
    }

    #[test]
    fn a_popup_does_not_cover_its_anchor_if_there_is_room() {
        let row = |top: f64| anchor(600.0, top, 16.0, 66.0);
        assert_eq!(position(VIEWPORT, (400.0, 300.0), row(1100.0)), (600.0, 1174.0), "below");
        assert_eq!(position(VIEWPORT, (400.0, 300.0), row(1600.0)), (600.0, 1292.0), "above");
        assert_eq!(position(VIEWPORT, (400.0, 500.0), row(1400.0)), (624.0, 1288.0), "to the right");
        let (left, _) = position(VIEWPORT, (400.0, 500.0), anchor(1200.0, 1400.0, 16.0, 66.0));
        assert_eq!(left, 792.0, "to the left");
    }

    #[test]
    fn a_popup_stays_in_the_viewport() {
        for x in [-40.0, 0.0, 500.0, 1279.0] {
            let (left, top) = position(VIEWPORT, (400.0, 300.0), anchor(x, 1790.0, 10.0, 10.0));
            assert!((16.0..=864.0).contains(&left) && (1064.0..=1488.0).contains(&top), "{left} {top}");
        }
    }
}
