//! Words that fly from the passage to what they become.

use crate::enhance::motion_overlay;
use std::time::Duration;
use web_sys::{Element, HtmlElement};

/// How long a flight takes; `motion.css` has the same number.
const FLIGHT: Duration = Duration::from_millis(700);

/// Where a flight ends in its target, from the left, as a part of the target's width: a bar may begin behind a name.
const LANDING: f64 = 0.25;

/// The padding of a copy at both sides together, in pixels; `motion.css` has the same number.
const PADDING: f64 = 8.0;

/// Lets a copy of some words fly to a target. Both are inside `article`, which the copy is placed in.
pub fn fly(words: &Element, target: &Element, article: &Element) {
    let Some(copy) = copy_of(words) else { return };
    let (from, to) = (words.get_bounding_client_rect(), target.get_bounding_client_rect());
    let middle = to.top() + (to.height() - from.height()) / 2.0;
    let lengths = [
        ("max-width", from.width() + PADDING + 1.0),
        ("--across", to.left() + to.width() * LANDING - from.left()),
        ("--down", middle - from.top()),
    ];
    motion_overlay::place(&copy, article, (from.left() - PADDING / 2.0, from.top()), &lengths);
    motion_overlay::show_for(copy, article, FLIGHT);
}

/// A copy of words for the eye alone.
fn copy_of(words: &Element) -> Option<HtmlElement> {
    let copy = motion_overlay::element("passage-flight")?;
    copy.set_text_content(words.text_content().as_deref());
    copy.set_attribute("lang", "zh-CN").ok()?;
    copy.set_attribute("data-part", &words.get_attribute("data-part")?).ok()?;
    Some(copy)
}
