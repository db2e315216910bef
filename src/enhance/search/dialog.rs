//! The search: a box to type into, what was found, and what one may try.

use crate::enhance::follow::follow;
use crate::enhance::search::SearchController;
use crate::enhance::search::keypad::Keypad;
use crate::enhance::search::results;
use crate::platform::page as browser;
use crate::state::State;
use leptos::ev;
use leptos::prelude::*;
use mingbai_core::search::{ResultList, examples};
use wasm_bindgen::JsCast;

/// The dialog, closed until it is asked for.
#[component]
pub fn FindDialog() -> impl IntoView {
    let state = State::here();
    let search_controller = SearchController::here();
    let words = move || state.context().locale.words();
    let travelled = window_event_listener(ev::popstate, move |_| search_controller.heed_history());
    on_cleanup(move || {
        travelled.remove();
    });
    // In a kiosk another language can be chosen meanwhile.
    follow(move || {
        state.lang.track();
        if let (true, Some(input)) = (search_controller.open.get_untracked(), search_controller.input.get_untracked()) {
            search_controller.search(input.value());
        }
    });
    let listed = move || search_controller.listing.with(ResultList::count) > 0;
    let list = move || {
        let locale = state.locale_untracked();
        search_controller.listing.with(|listing| match listing.count() {
            0 => String::new(),
            _ => results::html(
                &search_controller.index(),
                listing,
                search_controller.at.get_untracked(),
                &locale,
                search_controller.room(),
            ),
        })
    };
    view! {
        <dialog
            node_ref=search_controller.dialog
            id="find"
            class="find"
            aria-label=move || words().find_label
            data-made-ready=move || {
                search_controller.open.track();
                search_controller.made_ready().to_string()
            }
            on:close=move |_| search_controller.closed()
            on:click=move |event| {
                // What lies round the dialog is the dialog itself.
                let outside = event
                    .target()
                    .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                    .is_some_and(|element| element.id() == "find");
                if outside {
                    search_controller.close();
                }
            }
        >
            <style>{concat!(include_str!(concat!(env!("OUT_DIR"), "/close.css")), include_str!(concat!(env!("OUT_DIR"), "/search.css")))}</style>
            <div class="find-frame">
                <div class="find-bar">
                    <input
                        node_ref=search_controller.input
                        type="text"
                        role="combobox"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        enterkeyhint="go"
                        // There the keys are ours.
                        inputmode=browser::is_kiosk().then_some("none")
                        aria-autocomplete="list"
                        aria-label=move || words().find_label
                        placeholder=move || words().find_hint
                        aria-expanded=move || listed().to_string()
                        aria-controls=move || listed().then_some("find-list")
                        aria-activedescendant=move || listed().then(|| format!("find-{}", search_controller.at.get()))
                        on:input=move |event| search_controller.search(event_target_value(&event))
                        on:keydown=move |event| {
                            if search_controller.key(&event) {
                                event.prevent_default();
                            }
                        }
                    />
                    <button type="button" class="close" aria-label=move || words().card_close on:click=move |_| search_controller.close()>
                        "×"
                    </button>
                </div>
                <div class="find-body">
                    <div
                        class="find-list"
                        inner_html=list
                        on:mousedown=move |event| event.prevent_default()
                        on:pointermove=move |event| {
                            if let Some(number) = number(&event) {
                                search_controller.point(number);
                            }
                        }
                        on:click=move |event| {
                            if let Some(number) = number(&event) {
                                search_controller.choose(number);
                            }
                        }
                    ></div>
                    {move || search_controller.open.get().then(|| view! { <Try /> })}
                </div>
                {browser::is_kiosk().then(|| view! { <Keypad /> })}
                <div class="find-foot">
                    <span aria-hidden="true">{move || words().find_keys}</span>
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=move || state.slash.get()
                            on:change=move |event| state.set_slash(event_target_checked(&event))
                        />
                        {move || words().find_slash}
                    </label>
                </div>
                <a node_ref=search_controller.way href="#main" hidden></a>
                <p class="said" role="status">
                    {move || search_controller.said.get()}
                </p>
            </div>
        </dialog>
    }
}

/// The number of the choice that a pointer is at.
fn number(event: &web_sys::MouseEvent) -> Option<usize> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    element.closest("[role=option]").ok()??.id().strip_prefix("find-")?.parse().ok()
}

/// What one may try where nothing is listed.
#[component]
fn Try() -> impl IntoView {
    let state = State::here();
    let search_controller = SearchController::here();
    move || {
        if search_controller.listing.with(ResultList::count) > 0 {
            return ().into_any();
        }
        search_controller.typed.track();
        let context = untrack(|| state.context());
        let none = search_controller.summary();
        let buttons = examples(&context).into_iter().map(|example| {
            let shown = example.clone();
            view! {
                <button type="button" on:click=move |_| search_controller.try_example(&example)>
                    {shown}
                </button>
            }
        });
        view! {
            <div class="find-try">
                {(!none.is_empty()).then(|| view! { <p class="find-none">{none}</p> })}
                <p class="muted">{context.locale.words().find_try}</p>
                <div class="views">{buttons.collect_view()}</div>
            </div>
        }
        .into_any()
    }
}
