//! The dialog for opening a document: a file, a text, or one that was opened before.

use super::OpeningController;
use super::kept_documents::KeptDocument;
use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::CloseButton;
use crate::platform::focus;
use leptos::html;
use leptos::prelude::*;
use mingbai_core::locale::{OpeningWords, fill};
use web_sys::{ClipboardEvent, SubmitEvent};

/// Comes with the dialog's chunk, so that no page waits for it.
const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/close.css")),
    include_str!(concat!(env!("OUT_DIR"), "/dialog.css")),
    include_str!(concat!(env!("OUT_DIR"), "/open.css"))
);

/// The dialog, closed at first.
#[component]
pub fn OpeningDialog(
    /// Its controller.
    opening: OpeningController,
) -> impl IntoView {
    let app = AppState::expect();
    let dialog = opening.dialog;
    dialog.follow_history(move || opening.show());
    let words = move || app.render_context().locale.words();
    let own_words = move || OpeningWords::of(app.render_context().locale.lang);
    let files = NodeRef::<html::Input>::new();
    let open_chosen = move |_| {
        let Some(input) = files.get_untracked() else { return };
        if let Some(chosen) = input.files() {
            opening.open_files(&chosen);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    };
    let remember_pasted = move |event: ClipboardEvent| {
        let pasted = |kind| event.clipboard_data().and_then(|clipboard| clipboard.get_data(kind).ok());
        opening.pasted.set_value((pasted("text/plain").unwrap_or_default(), pasted("text/html").unwrap_or_default()));
    };
    view! {
        <dialog
            node_ref=dialog.element
            id="open"
            class="open"
            aria-labelledby="open-heading"
            on:close=move |_| dialog.on_close()
            on:click=move |event| dialog.close_on_backdrop_press(&event)
        >
            <style>{STYLE}</style>
            <div class="open-bar">
                <h2 id="open-heading" tabindex="-1" autofocus>
                    {move || words().open_document}
                </h2>
                <CloseButton dialog />
            </div>
            <p>{move || own_words().intro}</p>
            <p class="muted">{move || own_words().privacy}</p>
            <p class="open-error" role="alert">
                {move || opening.error.get()}
            </p>
            {move || opening.reading.get().map(|reading| view! { <Progress opening name=reading.name /> })}
            {move || opening.locked.get().map(|_| view! { <Password opening /> })}
            <label for="open-file">{move || own_words().choose}</label>
            <input node_ref=files id="open-file" type="file" multiple on:change=open_chosen />
            <label for="open-text">{move || own_words().paste}</label>
            <textarea
                node_ref=opening.field
                id="open-text"
                rows="6"
                spellcheck="false"
                on:paste=remember_pasted
            ></textarea>
            <div class="button-row">
                <button type="button" data-open="text" on:click=move |_| opening.open_field()>
                    {move || own_words().pasted}
                </button>
            </div>
            <OpenedList opening />
            <KeptList opening />
        </dialog>
    }
}

/// What is being read, and how to stop it.
#[component]
fn Progress(opening: OpeningController, name: String) -> impl IntoView {
    let locale = AppState::expect().render_context().locale;
    let words = OpeningWords::of(locale.lang);
    let stop = move |_| {
        opening.stop();
        // The pressed button is removed: the focus goes to the heading of the dialog.
        focus::focus_first("#open-heading");
    };
    view! {
        <div class="open-reading">
            <p role="status">{fill(words.reading, &[("name", &name)])}</p>
            <div class="button-row">
                <progress aria-label=locale.words().open_document></progress>
                <button type="button" data-open="stop" on:click=stop>
                    {words.stop}
                </button>
            </div>
        </div>
    }
}

/// The field for the password of a file.
#[component]
fn Password(opening: OpeningController) -> impl IntoView {
    let locale = AppState::expect().render_context().locale;
    let field = NodeRef::<html::Input>::new();
    field.on_load(|field| {
        let _ = field.focus();
    });
    let unlock = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            opening.unlock(field.value());
        }
    };
    view! {
        <form class="open-password" on:submit=unlock>
            <label for="open-password">{OpeningWords::of(locale.lang).password}</label>
            <input node_ref=field id="open-password" type="password" autocomplete="off" required />
            <div class="button-row">
                <button data-open="unlock">{locale.words().open_short}</button>
            </div>
        </form>
    }
}

/// The documents that are open already, and the published one.
#[component]
fn OpenedList(opening: OpeningController) -> impl IntoView {
    let app = AppState::expect();
    let opened = app.ui.opened;
    let entry = move |number: Option<u32>, name: String| {
        let is_shown = move || opened.shown.get() == number;
        view! {
            <li>
                <button
                    type="button"
                    class="link"
                    data-open=number.map_or("published".to_owned(), |number| number.to_string())
                    aria-current=move || is_shown().then_some("true")
                    on:click=move |_| opening.choose(number)
                >
                    {name}
                </button>
            </li>
        }
    };
    move || {
        let words = OpeningWords::of(app.render_context().locale.lang);
        let all = opened.all.get();
        (!all.is_empty()).then(|| {
            let numbered = (0..).zip(&all).map(|(number, opened)| entry(Some(number), opened.file.name.clone()));
            view! {
                <h3>{words.list}</h3>
                <ul>
                    {entry(None, words.published.to_owned())} {numbered.collect_view()}
                </ul>
            }
        })
    }
}

/// The documents that the device keeps: each can be opened or deleted.
#[component]
fn KeptList(opening: OpeningController) -> impl IntoView {
    let app = AppState::expect();
    let entry = move |kept: KeptDocument, words: &'static OpeningWords| {
        let (id, name) = (kept.id, kept.name.clone());
        view! {
            <li>
                <button type="button" class="link" data-kept=id on:click=move |_| opening.open_kept(kept.clone())>
                    {name.clone()}
                </button>
                <button type="button" class="link" data-forget=id on:click=move |_| opening.forget(Some(id))>
                    {fill(words.forget, &[("name", &name)])}
                </button>
            </li>
        }
    };
    move || {
        let words = OpeningWords::of(app.render_context().locale.lang);
        let kept = opening.kept.get();
        (!kept.is_empty()).then(|| {
            view! {
                <h3>{words.kept}</h3>
                <ul class="kept">{kept.into_iter().map(|kept| entry(kept, words)).collect_view()}</ul>
                <div class="button-row">
                    <button type="button" data-forget="all" on:click=move |_| opening.forget(None)>
                        {words.forget_all}
                    </button>
                </div>
            }
        })
    }
}
