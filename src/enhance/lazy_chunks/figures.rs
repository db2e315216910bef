//! The charts that are live.

use crate::enhance::chart;
use crate::enhance::follow::follow;
use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::enhance::popup::PopupController;
use crate::platform::page::all;
use crate::state::State;
use leptos::prelude::*;
use mingbai_macros::lazy_chunk;
use std::time::Duration;
use web_sys::Element;

/// Brings the charts of the page to life, and those of each part that is written anew.
#[lazy_chunk(figures)]
pub fn start(state: State, popup_controller: PopupController, place: Element) -> ChunkResult {
    // What was read is brought back in one task, and charts are begun in the next: between them the browser answers.
    state.book();
    if let (Ok(style), Some(head)) = (document().create_element("style"), document().head()) {
        style.set_text_content(Some(include_str!(concat!(env!("OUT_DIR"), "/chart.css"))));
        let _ = head.append_child(&style);
    }
    let begin = move || {
        // Each chart with what belongs to it, which goes when it is dropped.
        let mut live: Vec<(Element, Owner)> = Vec::new();
        follow(move || {
            state.written.track();
            live.retain(|(chart, _)| chart.is_connected());
            for chart in all(&place, ".chart") {
                if live.iter().all(|(known, _)| *known != chart) {
                    let owner = Owner::new_root(None);
                    owner.with(|| chart::start(&chart, state, popup_controller));
                    live.push((chart, owner));
                }
            }
        });
    };
    set_timeout(move || within(begin), Duration::ZERO);
    Ok(())
}
