//! The address of the page, as text.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// The fragment of the address, with its `#`.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Replaces the fragment (with its `#`) without scrolling or adding an entry to the history.
pub fn replace_fragment(fragment: &str) {
    let (location, history) = (window().location(), window().history());
    let (Ok(path), Ok(query), Ok(history)) = (location.pathname(), location.search(), history) else { return };
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{query}{fragment}")));
}

/// A relative link of this page as an absolute URL.
pub fn resolve(link: &str) -> String {
    web_sys::Url::new_with_base(link, &href()).map_or_else(|_| link.to_owned(), |url| url.href())
}

/// The page's URL, even if others cannot open it.
pub fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// Where an element leads: a link, or what leads somewhere without being one.
pub fn target_of_link(link: &HtmlElement) -> Option<String> {
    link.get_attribute("href").or_else(|| link.get_attribute("data-href"))
}

/// Follows a link to a place of this page.
pub fn follow_link(link: &HtmlElement) {
    if let Some(href) = target_of_link(link).filter(|href| href.starts_with('#')) {
        let _ = window().location().set_hash(&href);
    }
}
