//! What follows whenever the page or a part of it was rendered: unusable controls go, effects on the page's elements run, the
//! focus returns, and what changed is announced.

use crate::enhance::app_state::AppState;
use crate::enhance::{page_attributes, page_url};
use crate::platform::{dom, events, focus};
use leptos::prelude::*;
use mingbai_core::address::Address;
use web_sys::HtmlElement;

/// Called after the page, or a part of it, was rendered or taken over.
pub fn finish(app: AppState, root: &HtmlElement) {
    remove_unusable_controls(root);
    dom::query_all("[aria-busy]").into_iter().for_each(|busy| drop(busy.remove_attribute("aria-busy")));
    app.ui.render_count.update(|count| *count += 1);
    if app.ui.render_count.get_untracked() == 1 {
        dom::set_root_attribute("data-ready", "true");
        // boot.js now repeats the press that came before the app.
        events::dispatch_to_window("mingbai-ready");
        page_attributes::load_offline_script();
    }
    if let Some(selector) = app.ui.focus_after_render.try_update_value(Option::take).flatten() {
        focus::focus_first_next_frame(selector);
    }
    if let Some(announcement) = app.ui.announcement_after_render.try_update_value(Option::take).flatten() {
        app.announce(announcement);
    }
}

/// Removes controls for sharing where the page has no address that others could open.
fn remove_unusable_controls(root: &HtmlElement) {
    if page_url::absolute(Address::default()).is_none() {
        dom::query_all_within(root, "[data-download=link], [data-choice=share]")
            .into_iter()
            .for_each(|link| link.remove());
    }
}
