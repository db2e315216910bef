//! Words that fly from the passage to what they become.

use crate::platform::dom;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How long a flight takes; `passage.css` has the same number.
const FLIGHT: Duration = Duration::from_millis(700);

/// Where a flight ends in its target, from the left, as a part of the target's width: a bar may begin behind a name.
const LANDING: f64 = 0.25;

/// The padding of a copy at both sides together, in pixels; `passage.css` has the same number.
const PADDING: f64 = 8.0;

/// Lets a copy of some words fly to a target. Both are inside `article`, which the copy is placed in.
pub fn fly(words: &Element, target: &Element, article: &Element) {
    let Some(copy) = copy_of(words) else { return };
    let (from, to) = (words.get_bounding_client_rect(), target.get_bounding_client_rect());
    let within = article.get_bounding_client_rect();
    let style = copy.style();
    let left = from.left() - PADDING / 2.0 - within.left() - f64::from(article.client_left());
    let top = from.top() - within.top() - f64::from(article.client_top());
    let middle = to.top() + (to.height() - from.height()) / 2.0;
    let properties = [
        ("left", left),
        ("top", top),
        ("max-width", from.width() + PADDING + 1.0),
        ("--across", to.left() + to.width() * LANDING - from.left()),
        ("--down", middle - from.top()),
    ];
    for (name, pixels) in properties {
        let _ = style.set_property(name, &dom::css_pixels(pixels));
    }
    if article.append_child(&copy).is_ok() {
        let copy = StoredValue::new_local(copy);
        set_timeout(move || copy.with_value(|copy| copy.remove()), FLIGHT);
    }
}

/// A copy of words for the eye alone.
fn copy_of(words: &Element) -> Option<HtmlElement> {
    let copy: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
    copy.set_class_name("passage-flight");
    copy.set_text_content(words.text_content().as_deref());
    copy.set_attribute("aria-hidden", "true").ok()?;
    copy.set_attribute("lang", "zh-CN").ok()?;
    copy.set_attribute("data-part", &words.get_attribute("data-part")?).ok()?;
    Some(copy)
}
