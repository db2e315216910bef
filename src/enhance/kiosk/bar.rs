//! The buttons of a kiosk, at the lower edge, where a hand reaches them from a chair as well. They are always in sight:
//! `kiosk.js` takes them along into a dialog, and while nobody is there the language and the size of the text can be chosen.

use crate::enhance::follow::follow;
use crate::enhance::kiosk::phone::Phone;
use crate::enhance::kiosk::words;
use crate::enhance::popup::PopupController;
use crate::platform::resize_observer::when_resized;
use crate::platform::{history, page};
use crate::state::State;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// The bar, and what is said before the page begins anew by itself.
#[component]
pub fn Bar(
    /// What the page remembers.
    state: State,
    /// What opens cards.
    popup_controller: PopupController,
    /// The way to one's own phone.
    phone: Phone,
) -> impl IntoView {
    let bar = NodeRef::<html::Nav>::new();
    // What a browser's own button does, but never to before the kiosk began.
    let back = move |_| {
        let over = bar.get_untracked().and_then(|bar| bar.parent_element()?.dyn_into::<HtmlDialogElement>().ok());
        match (over, state.popup.with(Option::is_some), history::entry()) {
            (Some(over), ..) => over.close(),
            (None, true, _) => popup_controller.close(true),
            (None, false, Some(entry)) if entry > 0 => history::go_back(),
            _ => page::scroll_down_to(0.0),
        }
    };
    let locale = move || state.context().locale;
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
    // In some languages and sizes it takes more lines than in others; what lies over the page ends above it.
    follow(move || {
        let (Some(bar), Some(page)) = (bar.get(), document().document_element()) else { return };
        when_resized(&bar.clone(), move || page::set_number(&page, "--bar", f64::from(bar.offset_height())));
    });
    view! {
        <nav node_ref=bar class="kiosk-bar" aria-label=move || words(state).bar>
            <p class="kiosk-ending" role="alert">
                {move || words(state).ending}
            </p>
            {buttons}
        </nav>
    }
}
