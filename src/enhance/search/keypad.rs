//! Letters and digits on the screen, for who has no keyboard: the first letters of a word's pinyin find it.

use crate::enhance::search::SearchController;
use crate::state::State;
use leptos::prelude::*;

/// What can be typed.
const KEYS: &str = "1234567890.abcdefghijklmnopqrstuvwxyz";

/// The keys, and what takes back and puts away.
#[component]
pub fn Keypad() -> impl IntoView {
    let state = State::here();
    let search_controller = SearchController::here();
    let words = move || state.context().locale.kiosk();
    let keys = KEYS.chars().map(move |key| {
        view! {
            <button type="button" on:click=move |_| search_controller.type_key(Some(key))>
                {key.to_string()}
            </button>
        }
    });
    let more = move || {
        let words = words();
        view! {
            <button type="button" data-key="space" aria-label=words.key_space on:click=move |_| search_controller.type_key(Some(' '))>
                "␣"
            </button>
            <button type="button" data-key="back" aria-label=words.key_back on:click=move |_| search_controller.type_key(None)>
                "⌫"
            </button>
            <button type="button" data-key="clear" on:click=move |_| search_controller.try_example("")>
                {words.key_clear}
            </button>
        }
    };
    view! {
        <div class="keypad" role="group" aria-label=move || words().keypad>
            {keys.collect_view()}
            {more}
        </div>
    }
}
