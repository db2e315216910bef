//! The buttons of a kiosk, at the lower edge, where a hand reaches them from a chair as well.

use super::phone::Phone;
use super::words;
use crate::platform::{history, page};
use crate::view::popup::Opener;
use crate::view::state::State;
use leptos::prelude::*;

/// The bar, and what is said before the page begins anew by itself.
#[component]
pub fn Bar(
    /// What the page remembers.
    state: State,
    /// What opens cards.
    opener: Opener,
    /// The way to one's own phone.
    phone: Phone,
) -> impl IntoView {
    // What a browser's own button does, but never to before the kiosk began.
    let back = move |_| match (state.popup.with(Option::is_some), history::entry()) {
        (true, _) => opener.close(true),
        (false, Some(entry)) if entry > 0 => history::go_back(),
        _ => page::scroll_down_to(0.0),
    };
    let locale = move || state.reading().locale;
    let buttons = move || {
        let (words, page_words) = (words(state), locale().words());
        let other = locale().lang.other();
        let phone_button = phone.reaches().then(|| {
            view! {
                <button type="button" data-kiosk-choice="phone" aria-haspopup="dialog" on:click=move |_| phone.show()>
                    {words.phone}
                </button>
            }
        });
        view! {
            <button type="button" data-kiosk-choice="back" on:click=back>
                {words.back}
            </button>
            <button type="button" data-choice="find" aria-haspopup="dialog">
                {page_words.find}
            </button>
            <button type="button" data-choice="lang" lang=other.tag() aria-label=page_words.language_label>
                {page_words.language}
            </button>
            <button type="button" data-choice="text" aria-pressed=state.large.get_untracked().to_string()>
                {page_words.text_large}
            </button>
            {phone_button}
            <button type="button" class="kiosk-done" data-kiosk-choice="done" on:click=move |_| page::announce("mingbai-restart")>
                {words.done}
            </button>
        }
    };
    view! {
        <nav class="kiosk-bar" aria-label=move || words(state).bar>
            <p class="kiosk-ending" role="alert">
                {move || words(state).ending}
            </p>
            {buttons}
        </nav>
    }
}
