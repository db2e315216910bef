//! The dialog of the search: a text field, the results, and examples.

use super::SearchController;
use super::keypad::Keypad;
use super::results::html;
use super::suggestions::{EverydaySearches, Examples, NothingFound};
use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::{CloseButton, ModalDialog};
use crate::enhance::page_attributes;
use leptos::prelude::*;
use mingbai_core::search::ResultList;
use wasm_bindgen::JsCast;

/// Comes with the search's chunk, so that no page waits for it.
const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/close.css")),
    include_str!(concat!(env!("OUT_DIR"), "/search.css"))
);

/// The dialog, closed until it is opened.
#[component]
pub fn SearchDialog() -> impl IntoView {
    let app = AppState::expect();
    let search = SearchController::expect();
    let dialog = search.dialog;
    dialog.follow_history(move || search.show());
    // In a kiosk the language can be changed while the dialog is open.
    Effect::new(move |_| {
        app.preferences.lang.track();
        if let (true, Some(input)) = (dialog.is_open.get_untracked(), search.input.get_untracked()) {
            search.search(input.value());
        }
    });
    view! {
        <dialog
            node_ref=dialog.element
            id="find"
            class="find"
            aria-label=move || app.render_context().locale.words().search_label
            data-index-count=move || {
                dialog.is_open.track();
                search.index_count().to_string()
            }
            on:close=move |_| dialog.on_close()
            on:click=move |event| dialog.close_on_backdrop_press(&event)
        >
            <style>{STYLE}</style>
            <div class="find-frame">
                {if page_attributes::is_kiosk() { kiosk_parts().into_any() } else { page_parts(dialog).into_any() }}
                <a node_ref=search.link href="#main" hidden></a>
                <p class="visually-hidden" role="status">
                    {move || search.announcement.get()}
                </p>
            </div>
        </dialog>
    }
}

/// The field, the results below it, examples while there are none, and what the keys do.
fn page_parts(dialog: ModalDialog) -> impl IntoView {
    view! {
        <SearchBar />
        <div class="find-body">
            <Results />
            {move || dialog.is_open.get().then(|| view! { <Examples /> })}
        </div>
        <Footer />
    }
}

/// In a kiosk all that is touched is at the lower end, within reach: what one could ask, the field, and right below it the
/// keys. The results are above them, near the eye.
fn kiosk_parts() -> impl IntoView {
    view! {
        <div class="find-body">
            <Results />
            <NothingFound />
        </div>
        <EverydaySearches />
        <SearchBar />
        <Keypad />
    }
}

/// The text field, a combobox whose list is [`Results`], and the button that closes the dialog.
#[component]
fn SearchBar() -> impl IntoView {
    let app = AppState::expect();
    let search = SearchController::expect();
    let words = move || app.render_context().locale.words();
    let has_results = move || search.results.with(ResultList::count) > 0;
    view! {
        <div class="find-bar">
            <input
                node_ref=search.input
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
                // The kiosk has a keypad of its own.
                inputmode=page_attributes::is_kiosk().then_some("none")
                aria-autocomplete="list"
                aria-label=move || words().search_label
                placeholder=move || words().search_hint
                aria-expanded=move || has_results().to_string()
                aria-controls=move || has_results().then_some("find-list")
                aria-activedescendant=move || has_results().then(|| format!("find-{}", search.selected.get()))
                on:input=move |event| search.search(event_target_value(&event))
                on:keydown=move |event| {
                    if search.handle_key(&event) {
                        event.prevent_default();
                    }
                }
            />
            <CloseButton dialog=search.dialog />
        </div>
    }
}

/// The list of results. Its HTML is written in one piece: typing replaces all of it.
#[component]
fn Results() -> impl IntoView {
    let app = AppState::expect();
    let search = SearchController::expect();
    let list = move || {
        let locale = app.locale_untracked();
        search.results.with(|results| match results.count() {
            0 => String::new(),
            _ => html(&search.index(), results, search.selected.get_untracked(), &locale, search.snippet_width()),
        })
    };
    view! {
        <div
            class="find-list"
            inner_html=list
            on:mousedown=move |event| event.prevent_default()
            on:pointermove=move |event| {
                if let Some(number) = number(&event) {
                    search.select(number);
                }
            }
            on:click=move |event| {
                if let Some(number) = number(&event) {
                    search.choose(number);
                }
            }
        ></div>
    }
}

/// The keys that the dialog understands, and whether `/` opens it.
#[component]
fn Footer() -> impl IntoView {
    let app = AppState::expect();
    let words = move || app.render_context().locale.words();
    view! {
        <div class="find-foot">
            <span aria-hidden="true">{move || words().search_keys}</span>
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || app.preferences.slash_shortcut.get()
                    on:change=move |event| app.preferences.set_slash_shortcut(event_target_checked(&event))
                />
                {move || words().search_slash}
            </label>
        </div>
    }
}

/// The index of the option that an event is at.
fn number(event: &web_sys::MouseEvent) -> Option<usize> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    element.closest("[role=option]").ok()??.id().strip_prefix("find-")?.parse().ok()
}
