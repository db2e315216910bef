//! What a page says of the file that the reader opened: its name, that it stays on this device, and what of it is not in
//! the text.

use crate::components::page_context::PageContext;
use crate::opened_file::OpenedFile;
use leptos::prelude::*;
use mingbai_core::locale::fill;

/// The note on an opened file.
#[component]
pub fn OpenedNote(
    /// The file.
    file: &'static OpenedFile,
) -> impl IntoView {
    let locale = PageContext::expect().render_context().locale;
    let words = locale.words();
    let passages = file.left_out.iter().map(|passage| {
        view! {
            <li>
                <b>{passage.reason.name(locale.lang)}</b>
                " "
                <span lang="zh-CN">{passage.text.as_str()}</span>
            </li>
        }
    });
    let left_out = (!file.left_out.is_empty()).then(|| {
        let count = file.left_out.len().to_string();
        view! {
            <details class="left-out">
                <summary>{fill(words.opened_left_out, &[("n", &count)])}</summary>
                <ul>{passages.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <div class="opened-note">
            <p role="status">
                {fill(words.opened_note, &[("name", &file.name)])} " "
                {file.has_revisions.then_some(words.opened_revisions)} " "
                <button type="button" class="link" data-choice="draft">
                    {words.draft_open}
                </button> " "
                <button type="button" class="link" data-choice="published">
                    {words.opened_back}
                </button>
            </p>
            {left_out}
        </div>
    }
}
