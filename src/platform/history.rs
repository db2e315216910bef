//! The browser's history: its entries are numbered, and what opens over the page has one of its own.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// What opens over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The search.
    Search,
    /// Sharing a figure.
    Sharing,
}

/// The number that the history's present entry was marked with; None for one that was not seen yet.
pub fn entry() -> Option<u32> {
    mark().map(|mark| if mark < 0.0 { (-mark).floor() - 1.0 } else { mark } as u32)
}

/// Adds an entry to the history for what opens over the page, so that the Back button puts that away first. It has the
/// number of the entry below. Where that is not allowed (some frames), nothing happens.
pub fn lay_over(what: Over) {
    let below = f64::from(entry().unwrap_or_default());
    let half = if what == Over::Sharing { 0.5 } else { 0.0 };
    if let Ok(history) = window().history() {
        // Browsers would go back to where the page was some time before; it must not move at all.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let _ = history.push_state_with_url(&JsValue::from_f64(-1.0 - below - half), "", None);
    }
}

/// What lay over the page is gone: browsers may restore the place of the present entry again.
pub fn lie_bare() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }
}

/// What the history's present entry is of, where that lies over the page; None where it is the page's own.
pub fn laid_over() -> Option<Over> {
    let mark = mark().filter(|mark| *mark < 0.0)?;
    Some(if mark.fract() == 0.0 { Over::Search } else { Over::Sharing })
}

/// Goes back by one entry of the history.
pub fn go_back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// Marks the history's present entry; where that is not allowed (some frames), nothing happens.
pub fn mark_entry(number: u32) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::from_f64(f64::from(number)), "", None);
    }
}

/// What the history's present entry was marked with: its number, or less than nothing for what lies over one: then a half
/// tells what.
fn mark() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}
