//! Fetching the chart bundle once, and not before a chart is near the screen.

use super::page;
use super::small::SmallSignal;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlScriptElement;

/// Where the chart bundle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundle {
    /// Not asked for.
    Absent,
    /// On its way.
    Loading,
    /// There.
    Ready,
    /// It did not come.
    Failed,
}

/// Asks for the bundle, unless that has been done; `state` follows.
pub fn load(state: SmallSignal<Bundle>) {
    if state.get_untracked() != Bundle::Absent {
        return;
    }
    state.set(Bundle::Loading);
    let document = document();
    // The page names the bundle (its file name holds a hash) in a script of a kind that browsers pass over.
    let later = document.get_element_by_id("charts").and_then(|named| named.get_attribute("src"));
    let script = document.create_element("script").ok().and_then(|made| made.dyn_into::<HtmlScriptElement>().ok());
    let (Some(script), Some(head), Some(file)) = (script, document.head(), later) else {
        state.set(Bundle::Failed);
        return;
    };
    script.set_src(&file);
    let done = |end: fn() -> Bundle| {
        Closure::<dyn FnMut()>::new(move || {
            // What draws with it may have failed meanwhile.
            if state.get_untracked() == Bundle::Loading {
                state.set(end());
            }
        })
        .into_js_value()
    };
    script.set_onload(Some(done(arrived).unchecked_ref()));
    script.set_onerror(Some(done(|| Bundle::Failed).unchecked_ref()));
    if head.append_child(&script).is_err() {
        state.set(Bundle::Failed);
    }
}

/// A script that came only in part, or that the browser cannot read, has come as well.
fn arrived() -> Bundle {
    if page::has_global("mingbaiCharts") { Bundle::Ready } else { Bundle::Failed }
}
