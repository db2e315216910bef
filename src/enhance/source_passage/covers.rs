//! Covers over the marks of a chart whose words have not arrived yet.

use crate::enhance::motion_overlay;
use crate::platform::dom;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How long a cover takes to open, once the words are there; `motion.css` has the same number.
const OPENING: Duration = Duration::from_millis(1000);

/// The class of a cover.
const COVER_CLASS: &str = "passage-cover";

/// How far a cover reaches beyond its mark, over the dots that lead to the next one, in pixels.
const BLEED: f64 = 2.0;

/// The shape of the mark of this series, in the frame of a chart.
pub fn mark_of(frame: &Element, series: usize) -> Option<Element> {
    frame.query_selector(&format!("[data-hit=\"{series} 0\"]")).ok().flatten()
}

/// Puts a cover over a mark, or an existing one where the mark is now.
pub fn cover(frame: &Element, step: usize, mark: &Element) {
    let known = cover_of(frame, step);
    let Some(cover) = known.or_else(|| new_cover(frame, step)) else { return };
    let area = mark.get_bounding_client_rect();
    let lengths = [("width", area.width()), ("height", area.height() + 2.0 * BLEED)];
    motion_overlay::place(&cover, frame, (area.left(), area.top() - BLEED), &lengths);
}

/// Opens the cover of a step: the mark grows from its beginning.
pub fn open(frame: &Element, step: usize) {
    let Some(cover) = cover_of(frame, step) else { return };
    let _ = cover.remove_attribute("data-covers");
    let _ = cover.class_list().add_1("opening");
    motion_overlay::remove_after(cover, OPENING);
}

/// Removes the covers of the steps before this one; with None, all.
pub fn remove(frame: &Element, before: Option<usize>) {
    for cover in dom::query_all_within(frame, ".passage-cover") {
        let step = cover.get_attribute("data-covers").and_then(|step| step.parse::<usize>().ok());
        if before.is_none() || step.is_some_and(|step| Some(step) < before) {
            cover.remove();
        }
    }
}

fn cover_of(frame: &Element, step: usize) -> Option<HtmlElement> {
    let cover = frame.query_selector(&format!(".passage-cover[data-covers=\"{step}\"]")).ok()??;
    cover.dyn_into().ok()
}

fn new_cover(frame: &Element, step: usize) -> Option<HtmlElement> {
    let cover = motion_overlay::element(COVER_CLASS)?;
    cover.set_attribute("data-covers", &step.to_string()).ok()?;
    frame.append_child(&cover).ok()?;
    Some(cover)
}
