//! The bar at the top: where one is, and the choices of language, light and text size.

use super::find::FindButton;
use super::state::State;
use super::text::spoken;
use crate::address::Theme;
use leptos::prelude::*;

/// The bar at the top.
#[component]
pub fn Header() -> impl IntoView {
    let state = State::here();
    let words = move || state.reading().locale.words;
    let other = move || if state.theme.get() == Theme::Dark { words().theme_to_light } else { words().theme_to_dark };
    view! {
        <header class="bar">
            <a class="skip" href="#main">{move || words().skip}</a>
            <b class="brand">{move || words().brand}</b>
            <span class="bar-who">
                {move || {
                    let reading = state.reading();
                    reading.institution().map(|who| spoken(&who, reading.locale.lang))
                }}
            </span>
            <div class="choices">
                <FindButton />
                <button
                    type="button"
                    data-choice="lang"
                    lang=move || state.lang.get().other().tag()
                    aria-label=move || words().language_label
                    on:click=move |_| state.set_lang(state.lang.get_untracked().other())
                >
                    {move || words().language}
                </button>
                <button
                    type="button"
                    data-choice="theme"
                    aria-label=move || words().theme_label.replace("{theme}", other())
                    on:click=move |_| {
                        state
                            .set_theme(
                                match state.theme.get_untracked() {
                                    Theme::Dark => Theme::Light,
                                    Theme::Light => Theme::Dark,
                                },
                            )
                    }
                >
                    {other}
                </button>
                <button
                    type="button"
                    data-choice="text"
                    aria-pressed=move || state.large.get().to_string()
                    on:click=move |_| state.set_large(!state.large.get_untracked())
                >
                    {move || words().text_large}
                </button>
            </div>
        </header>
    }
}
