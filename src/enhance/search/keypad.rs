//! The keypad of a kiosk: letters and digits on the screen. The first letters of a word's pinyin find it.

use super::SearchController;
use crate::enhance::app_state::AppState;
use leptos::prelude::*;

/// The characters of the keys.
const KEYS: &str = "1234567890.abcdefghijklmnopqrstuvwxyz";

/// The keys, with space, backspace and clear.
#[component]
pub fn Keypad() -> impl IntoView {
    let app = AppState::expect();
    let search = SearchController::expect();
    let words = move || app.render_context().locale.kiosk();
    let keys = KEYS.chars().map(move |key| {
        view! {
            <button type="button" on:click=move |_| search.type_key(Some(key))>
                {key.to_string()}
            </button>
        }
    });
    let more = move || {
        let words = words();
        view! {
            <button type="button" data-key="space" aria-label=words.key_space on:click=move |_| search.type_key(Some(' '))>
                "␣"
            </button>
            <button type="button" data-key="back" aria-label=words.key_back on:click=move |_| search.type_key(None)>
                "⌫"
            </button>
            <button type="button" data-key="clear" on:click=move |_| search.set_query("")>
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
