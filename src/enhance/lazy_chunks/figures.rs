//! The chunk of live charts.

use super::{ChunkResult, with_root_owner};
use crate::enhance::app_state::AppState;
use crate::enhance::chart;
use crate::enhance::popup::PopupController;
use crate::platform::dom;
use leptos::prelude::*;
use mingbai_macros::lazy_chunk;
use std::time::Duration;
use web_sys::Element;

/// Makes the charts of the page live, and those of each part that is rendered again.
#[lazy_chunk(figures)]
pub fn start(app: AppState, popup_controller: PopupController, root: Element) -> ChunkResult {
    // The document is decoded in this task, charts start in the next, so that neither blocks input for long.
    app.document();
    if let (Ok(style), Some(head)) = (document().create_element("style"), document().head()) {
        style.set_text_content(Some(include_str!(concat!(env!("OUT_DIR"), "/chart.css"))));
        let _ = head.append_child(&style);
    }
    let start_charts = move || {
        // Each chart has a reactive owner, which cleans up when it is dropped.
        let mut live: Vec<(Element, Owner)> = Vec::new();
        Effect::new(move |_| {
            app.ui.render_count.track();
            live.retain(|(chart, _)| chart.is_connected());
            for chart in dom::query_all_within(&root, ".chart") {
                if live.iter().all(|(known, _)| *known != chart) {
                    let owner = Owner::new_root(None);
                    owner.with(|| chart::start(&chart, app, popup_controller));
                    live.push((chart, owner));
                }
            }
        });
    };
    set_timeout(move || with_root_owner(start_charts), Duration::ZERO);
    Ok(())
}
