//! What a page says of the file that the reader opened: its name, that it stays on this device, how much of it was
//! understood, and what of it is not in the text.

use crate::components::page_context::PageContext;
use crate::opened_file::OpenedFile;
use leptos::prelude::*;
use mingbai_core::disclosure::ReadingShare;
use mingbai_core::locale::{OpenedWords, fill};

/// The note on an opened file. It holds all that it may have to say of keeping the file; the style sheet shows what its
/// attribute `data-keeping` says.
#[component]
pub fn OpenedNote(
    /// The file.
    file: &'static OpenedFile,
) -> impl IntoView {
    let page = PageContext::expect();
    let locale = page.render_context().locale;
    let (page_words, words) = (locale.words(), OpenedWords::of(locale.lang));
    let gap = locale.english().then_some(" ");
    let keeping = if file.kept_as().is_some() { "yes" } else { "no" };
    view! {
        <div class="opened-note" data-keeping=keeping>
            <p role="status">
                {fill(words.note, &[("name", &file.name)])} {gap}
                <span class="when-lost">{words.lost}</span>
                <span class="when-kept">{words.kept}</span>
                {gap}
                {words.not_shared}
                <span class="when-refused">{gap} {words.not_kept}</span>
                {gap}
                {file.has_revisions.then_some(words.revisions)} " "
                <button type="button" class="link" data-choice="draft">
                    {page_words.draft_open}
                </button> " "
                <button type="button" class="link" data-choice="keep">
                    {words.keep}
                </button> " "
                <button type="button" class="link" data-choice="published">
                    {words.back}
                </button>
            </p>
            {half_understood(&page, file.share)}
            {left_out(file)}
        </div>
    }
}

/// How much of the document was understood, where it is little. Where it is most of it, the top of the page says what is
/// missing.
fn half_understood(page: &PageContext, share: ReadingShare) -> Option<AnyView> {
    let words = OpenedWords::of(page.locale().lang);
    let (read, total, percent) = (share.read.to_string(), share.total().to_string(), share.percent().to_string());
    let sentence = fill(words.half_understood, &[("read", &read), ("total", &total), ("percent", &percent)]);
    share.is_little().then(|| {
        view! {
            <p class="half-understood">
                {sentence}
                " "
                <a href="#source">{words.see_text}</a>
            </p>
        }
        .into_any()
    })
}

/// What of the file is not in the document's text, where anything is not.
fn left_out(file: &'static OpenedFile) -> Option<AnyView> {
    let lang = PageContext::expect().locale().lang;
    let passages = file.left_out.iter().map(|passage| {
        view! {
            <li>
                <b>{passage.reason.name(lang)}</b>
                " "
                <span lang="zh-CN">{passage.text.as_str()}</span>
            </li>
        }
    });
    (!file.left_out.is_empty()).then(|| {
        let count = file.left_out.len().to_string();
        view! {
            <details class="left-out">
                <summary>{fill(OpenedWords::of(lang).left_out, &[("n", &count)])}</summary>
                <ul>{passages.collect_view()}</ul>
            </details>
        }
        .into_any()
    })
}
