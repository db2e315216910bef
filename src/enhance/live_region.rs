//! The page's live region and its error notices.

use crate::enhance::app_state::AppState;
use crate::platform::dom;
use leptos::prelude::*;

/// Shows announcements in the live region, and a notice if a lazy chunk or a place was not found.
pub fn start(app: AppState) {
    Effect::new(move |_| {
        let announcement = app.ui.announcement.get();
        dom::query_all("#live-region").into_iter().for_each(|region| region.set_text_content(Some(&announcement)));
    });
    Effect::new(move |_| {
        app.ui.render_count.track();
        dom::set_visible_all(".chunk-failed", app.ui.chunk_failed.get());
    });
    Effect::new(move |_| {
        app.ui.render_count.track();
        dom::set_visible_all(".place-not-found", app.ui.place_not_found.get());
    });
}
