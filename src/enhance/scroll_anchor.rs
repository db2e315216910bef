//! Scroll anchoring: the reader's place is kept while the page is rendered again, or its type grows.
//!
//! Browsers anchor scrolling to elements that stay. Here the elements are replaced, so the anchor is something that
//! the new page has as well: the heading of what is in the middle of the viewport, if that heading is on screen; else a
//! path of child indices to what is at the top. What is above a heading may change its height, and the figure that is
//! read stays where it is.

use crate::platform::dom::query_all;
use crate::platform::focus::heading_in_view;
use crate::platform::scroll::{scroll_to_y, scroll_y};
use leptos::prelude::document;
use web_sys::Element;

/// Elements that the path goes into. Any other element is an anchor as a whole: the words inside differ between
/// languages, and a chart differs before and after it is live.
const CONTAINERS: &str = "main, article, section, div:not(.chart), ul, ol, dl, li, details, table, tbody";

/// What stays where it is in the viewport, and which `<details>` are open.
pub struct ScrollAnchor {
    /// The id of the heading that stays, and its distance from the top of the viewport in pixels; None if the heading
    /// of what is read is not on screen.
    heading: Option<(String, f64)>,
    /// The child indices from `main` to the element; empty at the top of the page.
    path: Vec<u32>,
    /// How far the element's top is above the top of the viewport: as a share of the element's height if positive, in
    /// pixels if negative.
    above: f64,
    /// Whether each `<details>` is open, in document order.
    open_details: Vec<bool>,
}

impl ScrollAnchor {
    /// The anchor of the present scroll position.
    pub fn capture() -> ScrollAnchor {
        let (top, mut path, mut above) = (reading_top(), Vec::new(), 0.0);
        let heading = heading_in_view().filter(|_| scroll_y() > 0.0).map(|heading| {
            let distance = heading.get_bounding_client_rect().top();
            (heading.id(), distance)
        });
        let heading = heading.filter(|(_, distance)| *distance >= top);
        let mut container = query_all("main").pop().filter(|_| scroll_y() > 0.0);
        while let Some(parent) = container.take() {
            let children = parent.children();
            let first_visible = (0..children.length()).find_map(|index| {
                let child = children.item(index)?;
                // The bottom of an element that is not displayed is 0.
                (child.get_bounding_client_rect().bottom() > top + 1.0).then_some((index, child))
            });
            let Some((index, child)) = first_visible else { break };
            path.push(index);
            let area = child.get_bounding_client_rect();
            above = top - area.top();
            if above > 0.0 {
                above /= area.height();
            }
            container = child.matches(CONTAINERS).is_ok_and(|matches| matches).then_some(child);
        }
        let open_details = details().map(|details| details.has_attribute("open")).collect();
        ScrollAnchor { heading, path, above, open_details }
    }

    /// Opens the same `<details>`, and scrolls so that the element at the same path is where the anchor was.
    pub fn restore(self) {
        for (details, open) in details().zip(self.open_details) {
            let _ = details.toggle_attribute_with_force("open", open);
        }
        let heading = self.heading.and_then(|(id, distance)| Some((document().get_element_by_id(&id)?, distance)));
        if let Some((heading, distance)) = heading {
            return scroll_by(heading.get_bounding_client_rect().top() - distance);
        }
        let Some(main) = query_all("main").pop().filter(|_| !self.path.is_empty()) else { return };
        let element = self.path.iter().try_fold(main, |parent, index| parent.children().item(*index).ok_or(parent));
        let area = element.unwrap_or_else(|nearest| nearest).get_bounding_client_rect();
        let above = if self.above > 0.0 { self.above * area.height() } else { self.above };
        scroll_by(area.top() + above - reading_top());
    }
}

/// Scrolls by what the anchor moved. A reader who is scrolling is not interrupted if nothing did.
fn scroll_by(moved: f64) {
    if moved.abs() >= 0.5 {
        scroll_to_y(scroll_y() + moved);
    }
}

/// Where the readable part of the viewport begins: below the bar if it is sticky.
fn reading_top() -> f64 {
    query_all(".bar").pop().map_or(0.0, |bar| bar.get_bounding_client_rect().bottom().max(0.0))
}

fn details() -> impl Iterator<Item = Element> {
    query_all("main details").into_iter()
}
