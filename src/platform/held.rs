//! Keeping a reader's place while the page changes under them: written anew, or its type grown.

use super::page::{find_all, scroll_down_to, scrolled};
use web_sys::Element;

/// What is read piece by piece. Anything else is one piece, whatever it is made of: words differ between languages, and a
/// chart between before and after it came to life.
const ROOMS: &str = "main, article, section, div:not(.chart), ul, ol, dl, li, details, table, tbody";

/// The piece of the page that is read at the top of the screen, and what is folded open.
pub struct Held {
    /// The way to the piece from `main`: a child's number at each step. Empty where the page's own top is seen.
    way: Vec<u32>,
    /// How much of the piece is above the top, as a share; or, less than nothing, how many pixels it lies below.
    above: f64,
    /// Whether each fold is open.
    open: Vec<bool>,
}

impl Held {
    /// Where the reader is now.
    pub fn now() -> Held {
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
        Held { way, above, open: folds().map(|fold| fold.has_attribute("open")).collect() }
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
        scroll_down_to(scrolled() + area.top() + above - top());
    }
}

/// Where what is read begins: below the bar, where that stays.
fn top() -> f64 {
    find_all(".bar").pop().map_or(0.0, |bar| bar.get_bounding_client_rect().bottom().max(0.0))
}

fn folds() -> impl Iterator<Item = Element> {
    find_all("main details").into_iter()
}
