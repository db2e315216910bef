//! Focus restoration: the focus is kept while the element that has it is rendered again.

use super::focus::{focus_without_scrolling, focused_element};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The focused element, and the child indices from an ancestor to it.
pub struct FocusPath {
    element: HtmlElement,
    path: Vec<u32>,
}

impl FocusPath {
    /// The focused element inside an ancestor; None if the focus is elsewhere.
    pub fn capture(ancestor: &Element) -> Option<FocusPath> {
        let element = focused_element()?;
        let (mut path, mut at) = (Vec::new(), Element::from(element.clone()));
        while at != *ancestor {
            let before = std::iter::successors(at.previous_element_sibling(), Element::previous_element_sibling);
            path.push(before.count() as u32);
            at = at.parent_element()?;
        }
        path.reverse();
        Some(FocusPath { element, path })
    }

    /// Focuses the element at the same path if it has the same tag. Does nothing if the focused element is still on the
    /// page.
    pub fn restore(self, ancestor: &Element) {
        if self.element.is_connected() {
            return;
        }
        let found = self.path.iter().try_fold(ancestor.clone(), |parent, index| parent.children().item(*index));
        let found = found.filter(|found| found.tag_name() == self.element.tag_name());
        if let Some(found) = found.and_then(|found| found.dyn_into().ok()) {
            focus_without_scrolling(&found);
        }
    }
}
