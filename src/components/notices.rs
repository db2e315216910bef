//! Messages above the page: which file of the reader's own is shown, and what failed. The latter are hidden until it does;
//! that the app failed is shown by the style sheet (`data-failed`), since it may be the scripts that do not run.

use crate::components::opened_note::OpenedNote;
use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::page_kind::PageKind;

/// The messages for: scripts are off, the app failed to load, a link has no target, a chunk of the app failed to load.
#[component]
pub fn Notices() -> impl IntoView {
    let page = PageContext::expect();
    let words = page.render_context().locale.words();
    let (no_script, app_failed, not_found) = match page.page_kind {
        PageKind::Report => (words.no_script, words.app_failed, words.not_found),
        PageKind::Figure(_) => (words.figure_page_no_script, words.figure_page_app_failed, words.figure_page_not_found),
    };
    let opened = page.opened_file.map(|file| view! { <OpenedNote file /> });
    view! {
        {opened}
        <noscript>
            <p class="failed">{no_script}</p>
        </noscript>
        <p class="failed" id="failed" role="alert">
            {app_failed}
        </p>
        <p class="place-not-found" role="status" tabindex="-1" hidden>
            {not_found}
        </p>
        <p class="chunk-failed" role="alert" hidden>
            {words.unfetched}
        </p>
    }
}
