//! Keeping a reader's place while the page changes under them: written anew, or its type grown.

use crate::platform::page::{find_all, focus_still, focused, scroll_down_to, scrolled};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What is read piece by piece. Anything else is one piece, whatever it is made of: words differ between languages, and a
/// chart between before and after it came to life.
const ROOMS: &str = "main, article, section, div:not(.chart), ul, ol, dl, li, details, table, tbody";

/// The piece of the page that is read at the top of the screen, and what is folded open.
pub struct ScrollAnchor {
    /// The way to the piece from `main`: a child's number at each step. Empty where the page's own top is seen.
    way: Vec<u32>,
    /// How much of the piece is above the top, as a share; or, less than nothing, how many pixels it lies below.
    above: f64,
    /// Whether each fold is open.
    open: Vec<bool>,
}

impl ScrollAnchor {
    /// Where the reader is now.
    pub fn now() -> ScrollAnchor {
        let (top, mut way, mut above) = (top(), Vec::new(), 0.0);
        let mut room = find_all("main").pop().filter(|_| scrolled() > 0.0);
        while let Some(around) = room.take() {
            let children = around.children();
            let seen = (0..children.length()).find_map(|at| {
                let child = children.item(at)?;
                // What is not shown ends at 0.
                (child.get_bounding_client_rect().bottom() > top + 1.0).then_some((at, child))
            });
            let Some((at, piece)) = seen else { break };
            way.push(at);
            let area = piece.get_bounding_client_rect();
            above = top - area.top();
            if above > 0.0 {
                above /= area.height();
            }
            room = piece.matches(ROOMS).is_ok_and(|holds| holds).then_some(piece);
        }
        ScrollAnchor { way, above, open: folds().map(|fold| fold.has_attribute("open")).collect() }
    }

    /// Shows the same piece at the same height again, on a page that has the same pieces.
    pub fn restore(self) {
        for (fold, open) in folds().zip(self.open) {
            let _ = fold.toggle_attribute_with_force("open", open);
        }
        let Some(main) = find_all("main").pop().filter(|_| !self.way.is_empty()) else { return };
        let piece = self.way.iter().try_fold(main, |room, at| room.children().item(*at).ok_or(room));
        let area = piece.unwrap_or_else(|nearest| nearest).get_bounding_client_rect();
        let above = if self.above > 0.0 { self.above * area.height() } else { self.above };
        let moved = area.top() + above - top();
        // Where nothing moved, whoever is scrolling goes on.
        if moved.abs() >= 0.5 {
            scroll_down_to(scrolled() + moved);
        }
    }
}

/// The element that has the focus, and the way to it from one around it: a child's number at each step.
pub struct Focus {
    element: HtmlElement,
    way: Vec<u32>,
}

impl Focus {
    /// Where the focus is; None where it is not inside this element.
    pub fn within(around: &Element) -> Option<Focus> {
        let element = focused()?;
        let (mut way, mut at) = (Vec::new(), Element::from(element.clone()));
        while at != *around {
            let before = std::iter::successors(at.previous_element_sibling(), Element::previous_element_sibling);
            way.push(before.count() as u32);
            at = at.parent_element()?;
        }
        way.reverse();
        Some(Focus { element, way })
    }

    /// Gives the focus to what stands there now, where that is of the same kind; nothing happens where it has it still.
    pub fn restore(self, around: &Element) {
        if self.element.is_connected() {
            return;
        }
        let there = self.way.iter().try_fold(around.clone(), |room, at| room.children().item(*at));
        let there = there.filter(|there| there.tag_name() == self.element.tag_name());
        if let Some(there) = there.and_then(|there| there.dyn_into().ok()) {
            focus_still(&there);
        }
    }
}

/// Where what is read begins: below the bar, where that stays.
fn top() -> f64 {
    find_all(".bar").pop().map_or(0.0, |bar| bar.get_bounding_client_rect().bottom().max(0.0))
}

fn folds() -> impl Iterator<Item = Element> {
    find_all("main details").into_iter()
}
