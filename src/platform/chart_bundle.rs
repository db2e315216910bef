//! Fetching the chart bundle once, and not before a chart is near the screen. It runs in a worker, beside the page, so that
//! the page answers its reader meanwhile.

use crate::platform::chart_worker;
use crate::platform::fetch;
use crate::platform::small::SmallSignal;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Worker;

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
    spawn_local(async move {
        let began = begin(state).await;
        // What it began may have failed meanwhile.
        if state.get_untracked() == Bundle::Loading {
            state.set(if began.is_some() { Bundle::Ready } else { Bundle::Failed });
        }
    });
}

async fn begin(state: SmallSignal<Bundle>) -> Option<()> {
    // The page names the bundle (its file name holds a hash) in a script of a kind that browsers pass over.
    let file = document().get_element_by_id("charts")?.get_attribute("src")?;
    // By an address inside the page: a frame in somebody's article may have no origin, a file on a disk has none, and
    // neither may run another file as a worker.
    let inside = match fetch::inside(fetch::early("mingbaiCharts", &file)).await {
        None => fetch::inside(window().fetch_with_str(&file)).await?,
        Some(inside) => inside,
    };
    let worker = Worker::new(&inside).ok()?;
    // A script that came only in part, or that the browser cannot read, fails here.
    chart_worker::begin(worker, move || state.set(Bundle::Failed));
    Some(())
}
