//! The dialog for drafts: what to look at beside the text, which is edited in place.

use super::DraftController;
use crate::components::draft_findings::{self, DraftFindings, numbered_text, report_page};
use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::CloseButton;
use crate::platform::download::DownloadSupport;
use crate::platform::{clipboard, download, events};
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::draft::DraftWords;
use mingbai_core::escape;
use mingbai_core::locale::fill;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement};

/// Comes with the dialog's chunk, so that no page waits for it.
const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/close.css")),
    include_str!(concat!(env!("OUT_DIR"), "/dialog.css"))
);
/// The beginning of the ids of the text's lines in a report.
const LINE_IDS: &str = "line-";

/// How far from the lower end of the field a selected passage is, in pixels.
const ROOM_BELOW: i32 = 120;

/// The dialog, closed at first.
#[component]
pub fn DraftDialog(
    /// Its controller.
    draft: DraftController,
    /// Opens a text as a document of this name.
    open_text: Callback<(String, String)>,
) -> impl IntoView {
    let app = AppState::expect();
    let dialog = draft.dialog;
    dialog.follow_history(move || draft.show());
    let words = move || DraftWords::of(app.render_context().locale.lang);
    let message = RwSignal::new(String::new());
    let paper = NodeRef::<html::Div>::new();
    events::add_listener(&window(), "beforeprint", move |_: Event| fill_paper(draft, paper));
    // Selected, so that the reader can copy it.
    let select_all = move |why: &str| {
        if let Some(field) = draft.field.get_untracked() {
            let _ = field.focus();
            field.select();
            message.set(why.to_owned());
        }
    };
    let copy = move |_| {
        spawn_local(async move {
            let words = app.locale_untracked().words();
            if clipboard::copy(&draft.text()).await {
                message.set(words.download_copied.to_owned());
            } else {
                select_all(words.download_refused);
            }
        });
    };
    let save = move |ending: &'static str, kind: &'static str, content: String| {
        let words = app.locale_untracked().words();
        let support = DownloadSupport::of_page();
        if support == DownloadSupport::Ignored {
            return select_all(words.download_in_app_text);
        }
        let stem = draft.name.get_untracked();
        let stem = stem.rsplit_once('.').map_or(stem.as_str(), |(stem, _)| stem).to_owned();
        let name = format!("{stem}.{ending}");
        let saved = download::blob(content.as_bytes(), kind).and_then(|blob| download::save(&name, &blob));
        message.set(match (saved, support) {
            (Err(_), _) => words.download_failed.to_owned(),
            (Ok(()), DownloadSupport::Saved) => fill(words.download_started, &[("file", &name)]),
            (Ok(()), _) => words.download_in_frame.to_owned(),
        });
    };
    view! {
        <dialog
            node_ref=dialog.element
            id="draft"
            class="draft"
            aria-labelledby="draft-heading"
            on:close=move |_| {
                draft.end();
                dialog.on_close();
            }
        >
            <style>{STYLE}{draft_findings::STYLE}</style>
            <div class="draft-bar">
                <h2 id="draft-heading" tabindex="-1" autofocus>
                    {move || words().title}
                    " · "
                    {move || draft.name.get()}
                </h2>
                <CloseButton dialog />
            </div>
            <p class="muted">{move || words().intro}</p>
            <div class="draft-columns">
                <div class="draft-result" node_ref=draft.result_list on:click=move |event| select_passage(draft, &event)>
                    {move || result_view(draft)}
                </div>
                <div class="draft-edit">
                    <label for="draft-text">{move || words().text}</label>
                    <textarea
                        node_ref=draft.field
                        id="draft-text"
                        lang="zh-CN"
                        spellcheck="false"
                        on:input=move |_| draft.check()
                    ></textarea>
                </div>
            </div>
            <div class="button-row">
                <button
                    type="button"
                    data-draft="show"
                    // The dialog's entry of the history becomes that of the document, which closes the dialog.
                    on:click=move |_| {
                        let name = draft.name.get_untracked();
                        let name = fill(DraftWords::of(app.locale_untracked().lang).edited, &[("name", &name)]);
                        open_text.run((name, draft.text()));
                    }
                >
                    {move || words().show}
                </button>
                <button type="button" data-draft="copy" on:click=copy>
                    {move || words().copy}
                </button>
                <button
                    type="button"
                    data-draft="text"
                    on:click=move |_| save("txt", "text/plain;charset=utf-8", draft.text())
                >
                    {move || words().save}
                </button>
                <button
                    type="button"
                    data-draft="report"
                    on:click=move |_| {
                        if let Some(report) = report(draft) {
                            save("html", "text/html;charset=utf-8", report);
                        }
                    }
                >
                    {move || words().save_report}
                </button>
                <button type="button" data-draft="print" on:click=move |_| drop(window().print())>
                    {move || words().print}
                </button>
            </div>
            <p class="muted" role="status">
                {move || message.get()}
            </p>
        </dialog>
        <div node_ref=paper class="draft-paper"></div>
    }
}

/// What was found, or why nothing could be.
fn result_view(draft: DraftController) -> AnyView {
    let lang = AppState::expect().render_context().locale.lang;
    match draft.result.get() {
        Some(Ok((verdict, findings))) => view! { <DraftFindings lang verdict findings line_ids=None /> }.into_any(),
        Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        None => ().into_any(),
    }
}

/// A press on a line of a finding selects its passage in the text.
fn select_passage(draft: DraftController, event: &MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let range = pressed.and_then(|pressed| pressed.get_attribute("data-draft-range"));
    let places = range.as_deref().and_then(|range| range.split_once(' '));
    let places = places.and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    if let (Some((start, end)), Some(field)) = (places, draft.field.get_untracked()) {
        select(&field, start, end);
    }
}

/// Selects a part of the text, given in bytes of UTF-8, and shows it.
fn select(field: &HtmlTextAreaElement, start: usize, end: usize) {
    let text = field.value();
    let place = |bytes: usize| text.get(..bytes).map(|before| before.encode_utf16().count() as u32);
    let (Some(from), Some(to)) = (place(start), place(end)) else { return };
    // A browser scrolls to where text is typed, not to what is selected: it is told the text up to there for a moment.
    field.set_value(&text[..end]);
    field.set_scroll_top(i32::MAX);
    let height = field.scroll_top();
    field.set_value(&text);
    field.set_scroll_top(height + if height > 0 { ROOM_BELOW } else { 0 });
    let _ = field.focus();
    let _ = field.set_selection_range(from, to);
}

/// What was found, as it is shown, under the name of the file: each passage leads to its line.
fn findings_markup(draft: DraftController) -> Option<String> {
    let shown = draft.result_list.get_untracked()?.inner_html();
    let mut pieces = shown.split("<button ");
    let mut markup = pieces.next()?.to_owned();
    for piece in pieces {
        let line = piece.split_once("data-draft-line=\"")?.1.split_once('"')?.0;
        let (name, rest) = piece.split_once('>')?.1.split_once("</button>")?;
        let address = [LINE_IDS, line].concat();
        markup += &format!("<a href=\"#{address}\">{name}</a>{rest}");
    }
    Some(markup)
}

fn report_title(draft: DraftController) -> String {
    let words = DraftWords::of(draft.app.locale_untracked().lang);
    format!("{} · {}", words.report_name, draft.name.get_untracked())
}

/// The report as a page of its own: what was found, and the text.
fn report(draft: DraftController) -> Option<String> {
    let locale = draft.app.locale_untracked();
    let (source, text) = (escape::markup(DraftWords::of(locale.lang).source), numbered_text(&draft.text(), LINE_IDS));
    let body = format!("{}\n<h2>{source}</h2>\n{text}", findings_markup(draft)?);
    Some(report_page(locale.lang, &report_title(draft), &body))
}

/// Fills the element that is printed in place of the open dialog.
fn fill_paper(draft: DraftController, paper: NodeRef<html::Div>) {
    if let (true, Some(paper), Some(found)) =
        (draft.dialog.is_open.get_untracked(), paper.get_untracked(), findings_markup(draft))
    {
        paper.set_inner_html(&format!("<h1>{}</h1>{found}", escape::markup(&report_title(draft))));
    }
}
