//! Loading charts lazily: the chunk that makes charts live, and the bundle that draws them, are fetched when a chart comes near
//! the viewport.

use crate::enhance::app_state::AppState;
use crate::enhance::chart::NEAR_MARGIN;
use crate::enhance::lazy_chunks::{self, figures};
use crate::enhance::popup::PopupController;
use crate::platform::chart_bundle::{self, BundleState};
use crate::platform::dom;
use crate::platform::intersection::observe_intersection;
use leptos::prelude::*;

/// Waits for the first chart that comes near the viewport.
pub fn start(app: AppState, popup_controller: PopupController) {
    let is_near = RwSignal::new(false);
    Effect::new(move |_| {
        app.ui.render_count.track();
        if is_near.get_untracked() {
            return;
        }
        for chart in dom::query_all(".chart") {
            observe_intersection(&chart, NEAR_MARGIN, move |near| {
                if near {
                    is_near.set(true);
                }
            });
        }
    });
    let mut has_started = false;
    Effect::new(move |_| {
        if is_near.get()
            && !std::mem::replace(&mut has_started, true)
            && let Some(root) = document().get_element_by_id("page")
        {
            chart_bundle::load(app.ui.chart_bundle);
            lazy_chunks::run_after_document(figures::start(app, popup_controller, root), move |outcome| {
                if outcome.is_err() {
                    app.ui.chart_bundle.set(BundleState::Failed);
                }
            });
        }
    });
    Effect::new(move |_| {
        app.ui.render_count.track();
        show_failure(app, app.ui.chart_bundle.get() == BundleState::Failed);
    });
}

/// Where charts cannot be drawn their placeholders stay, a sentence says so, and nothing promises that they can be pressed.
fn show_failure(app: AppState, failed: bool) {
    dom::set_visible_all(".subtitle > .on-screen", !failed);
    dom::set_visible_all(".chart-frame > .failed", failed);
    let sentence = dom::query_all(".chart-frame > .failed").into_iter().next().filter(|_| failed);
    if let Some(sentence) = sentence.and_then(|sentence| sentence.text_content()) {
        app.ui.announcement.set(sentence);
    }
}
