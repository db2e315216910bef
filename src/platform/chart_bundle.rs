//! The chart bundle: ECharts and its worker, fetched once and only when a chart comes near the viewport.

use super::{chart_worker, fetch};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Worker;

/// The state of the chart bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BundleState {
    /// Not asked for.
    Absent,
    /// Being fetched.
    Loading,
    /// Its worker draws.
    Ready,
    /// It could not be fetched, or its worker failed.
    Failed,
}

/// Fetches the bundle unless that was done before; `state` follows.
pub fn load(state: RwSignal<BundleState>) {
    if state.get_untracked() != BundleState::Absent {
        return;
    }
    state.set(BundleState::Loading);
    spawn_local(async move {
        let outcome = start(state).await;
        // The worker may have failed already.
        if state.get_untracked() == BundleState::Loading {
            state.set(if outcome.is_some() { BundleState::Ready } else { BundleState::Failed });
        }
    });
}

async fn start(state: RwSignal<BundleState>) -> Option<()> {
    // The page names the bundle in a script of a type that browsers do not run.
    let file = document().get_element_by_id("charts")?.get_attribute("src")?;
    // A worker must have the origin of its page. A sandboxed frame and a page from a disk have none, so the script is
    // fetched and run from a blob.
    let blob = match fetch::blob_url(fetch::prefetched("mingbaiCharts", &file)).await {
        None => fetch::blob_url(window().fetch_with_str(&file)).await?,
        Some(blob) => blob,
    };
    let worker = Worker::new(&blob).ok()?;
    // An incomplete script, or one that the browser cannot parse, fails here.
    chart_worker::use_worker(worker, move || state.set(BundleState::Failed));
    Some(())
}
