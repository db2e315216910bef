//! The search: a box to type into, what was found, and what one may try.

use crate::enhance::follow::follow;
use crate::enhance::search::Finder;
use crate::enhance::search::keypad::Keypad;
use crate::enhance::search::results;
use crate::platform::page as browser;
use crate::state::State;
use leptos::ev;
use leptos::prelude::*;
use mingbai_core::search::{Listing, examples};
use wasm_bindgen::JsCast;

/// The dialog, closed until it is asked for.
#[component]
pub fn FindDialog() -> impl IntoView {
    let state = State::here();
    let finder = Finder::here();
    let words = move || state.reading().locale.words();
    let travelled = window_event_listener(ev::popstate, move |_| finder.heed_history());
    on_cleanup(move || {
        travelled.remove();
    });
    // In a kiosk another language can be chosen meanwhile.
    follow(move || {
        state.lang.track();
        if let (true, Some(input)) = (finder.open.get_untracked(), finder.input.get_untracked()) {
            finder.search(input.value());
        }
    });
    let listed = move || finder.listing.with(Listing::count) > 0;
    let list = move || {
        let locale = state.locale_untracked();
        finder.listing.with(|listing| match listing.count() {
            0 => String::new(),
            _ => results::html(&finder.index(), listing, finder.at.get_untracked(), &locale, finder.room()),
        })
    };
    view! {
        <dialog
            node_ref=finder.dialog
            id="find"
            class="find"
            aria-label=move || words().find_label
            data-made-ready=move || {
                finder.open.track();
                finder.made_ready().to_string()
            }
            on:close=move |_| finder.closed()
            on:click=move |event| {
                // What lies round the dialog is the dialog itself.
                let outside = event
                    .target()
                    .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                    .is_some_and(|element| element.id() == "find");
                if outside {
                    finder.close();
                }
            }
        >
            <style>{concat!(include_str!(concat!(env!("OUT_DIR"), "/close.css")), include_str!(concat!(env!("OUT_DIR"), "/search.css")))}</style>
            <div class="find-frame">
                <div class="find-bar">
                    <input
                        node_ref=finder.input
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
                        aria-activedescendant=move || listed().then(|| format!("find-{}", finder.at.get()))
                        on:input=move |event| finder.search(event_target_value(&event))
                        on:keydown=move |event| {
                            if finder.key(&event) {
                                event.prevent_default();
                            }
                        }
                    />
                    <button type="button" class="close" aria-label=move || words().card_close on:click=move |_| finder.close()>
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
                                finder.point(number);
                            }
                        }
                        on:click=move |event| {
                            if let Some(number) = number(&event) {
                                finder.choose(number);
                            }
                        }
                    ></div>
                    {move || finder.open.get().then(|| view! { <Try /> })}
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
                <a node_ref=finder.way href="#main" hidden></a>
                <p class="said" role="status">
                    {move || finder.said.get()}
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
    let finder = Finder::here();
    move || {
        if finder.listing.with(Listing::count) > 0 {
            return ().into_any();
        }
        finder.typed.track();
        let reading = untrack(|| state.reading());
        let none = finder.summary();
        let buttons = examples(&reading).into_iter().map(|example| {
            let shown = example.clone();
            view! {
                <button type="button" on:click=move |_| finder.try_example(&example)>
                    {shown}
                </button>
            }
        });
        view! {
            <div class="find-try">
                {(!none.is_empty()).then(|| view! { <p class="find-none">{none}</p> })}
                <p class="muted">{reading.locale.words().find_try}</p>
                <div class="views">{buttons.collect_view()}</div>
            </div>
        }
        .into_any()
    }
}
