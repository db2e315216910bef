//! Elements of the page: finding them, their attributes and styles, `<details>` and text fields.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement};

/// All elements of the page that match a selector, in document order.
pub fn query_all(selector: &str) -> Vec<Element> {
    document().document_element().map(|root| query_all_within(&root, selector)).unwrap_or_default()
}

/// All elements inside another that match a selector, in document order.
pub fn query_all_within(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Shows or hides all elements that match a selector.
pub fn set_visible_all(selector: &str, shown: bool) {
    query_all(selector).into_iter().for_each(|found| drop(found.toggle_attribute_with_force("hidden", !shown)));
}

/// The target of an event, or its nearest ancestor, that matches a selector.
pub fn closest_from_event(event: &Event, selector: &str) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

/// True if an element with this id is on the page.
pub fn has_element(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// An attribute of `<html>`, if it has it.
pub fn root_attribute(name: &str) -> Option<String> {
    document().document_element().and_then(|root| root.get_attribute(name))
}

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Sets an attribute of all elements that match a selector.
pub fn set_attribute_all(selector: &str, name: &str, value: &str) {
    for element in query_all(selector) {
        let _ = element.set_attribute(name, value);
    }
}

/// Sets the height that an element takes while it is not laid out, in pixels.
pub fn set_intrinsic_height(element: &Element, height: f64) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property("contain-intrinsic-height", &format!("auto {}", css_pixels(height)));
    }
}

/// Sets a custom property of an element's style to a number.
pub fn set_css_number(element: &Element, name: &str, number: f64) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let number = js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default();
        let _ = element.style().set_property(name, &number);
    }
}

/// A length in pixels for a style. JavaScript formats the number: Rust's float formatting would add 4 KB to the app.
pub fn css_pixels(length: f64) -> String {
    let number = js_sys::Number::from(length).to_string_with_radix(10);
    number.map_or_else(|_| String::new(), |number| format!("{}px", String::from(number)))
}

/// Opens all closed `<details>` around an element.
pub fn open_ancestors(element: &Element) {
    while let Some(folded) = element.closest("details:not([open])").ok().flatten() {
        let _ = folded.set_attribute("open", "");
    }
}

/// Focuses the text field with this id and selects its text.
pub fn select_field_text(id: &str) {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
        field.select();
    }
}
