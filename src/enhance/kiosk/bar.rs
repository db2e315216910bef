//! The bar of a kiosk: buttons at the lower edge, within reach of a wheelchair. It is always visible: `kiosk.js` moves it
//! into an open dialog, and in the attract loop it offers language and size of text.

use crate::enhance::app_state::AppState;
use crate::enhance::kiosk::phone::PhoneHandoff;
use crate::enhance::kiosk::words::words;
use crate::enhance::popup::PopupController;
use crate::platform::dom;
use crate::platform::events;
use crate::platform::history;
use crate::platform::resize_observer::observe_size;
use crate::platform::scroll;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// The bar, and the question before the kiosk starts over.
#[component]
pub fn KioskBar(
    /// True if people may open documents of their own.
    can_open: bool,
) -> impl IntoView {
    let (app, popup_controller, phone) = (AppState::expect(), PopupController::expect(), PhoneHandoff::expect());
    let bar = NodeRef::<html::Nav>::new();
    // The bar's height depends on language and size of text; dialogs end above it.
    Effect::new(move |_| {
        let (Some(bar), Some(page)) = (bar.get(), document().document_element()) else { return };
        observe_size(&bar.clone(), move || dom::set_css_number(&page, "--bar", f64::from(bar.offset_height())));
    });
    let (back, home) = (move || go_back(app, popup_controller, bar), move || go_home(popup_controller));
    view! {
        <nav node_ref=bar class="kiosk-bar" aria-label=move || words(app).bar>
            <p class="kiosk-ending" role="alert">
                {move || words(app).ending}
            </p>
            {move || buttons(app, phone, can_open, back, home)}
        </nav>
    }
}

/// Like a browser's Back button, but never to an entry before the kiosk was opened. The bar is inside of an open dialog.
fn go_back(app: AppState, popup_controller: PopupController, bar: NodeRef<html::Nav>) {
    let dialog = bar.get_untracked().and_then(|bar| bar.parent_element()?.dyn_into::<HtmlDialogElement>().ok());
    match (dialog, app.ui.popup.with_untracked(Option::is_some), history::entry()) {
        (Some(dialog), ..) => dialog.close(),
        (None, true, _) => popup_controller.close(true),
        (None, false, Some(entry)) if entry > 0 => history::back(),
        _ => scroll::scroll_to_y(0.0),
    }
}

/// Closes whatever is open over the page and scrolls to its top, where the questions are. The address is the link's.
fn go_home(popup_controller: PopupController) {
    for dialog in dom::query_all("dialog[open]") {
        dialog.unchecked_into::<HtmlDialogElement>().close();
    }
    popup_controller.close(false);
    scroll::scroll_to_y(0.0);
}

/// The buttons, in the reader's language.
fn buttons(
    app: AppState,
    phone: PhoneHandoff,
    can_open: bool,
    back: impl Fn() + 'static,
    home: impl Fn() + 'static,
) -> impl IntoView {
    let locale = app.render_context().locale;
    let (words, page_words, other) = (locale.kiosk(), locale.words(), locale.lang.other());
    let phone_button = phone.has_address().then(|| {
        view! {
            <button type="button" data-kiosk-choice="phone" aria-haspopup="dialog" on:click=move |_| phone.show()>
                {words.phone}
            </button>
        }
    });
    view! {
        <button type="button" data-kiosk-choice="back" on:click=move |_| back()>
            {words.back}
        </button>
        <a data-kiosk-choice="home" href="#top" on:click=move |_| home()>
            {words.home}
        </a>
        <button type="button" data-choice="find" aria-haspopup="dialog">
            {page_words.search}
        </button>
        {can_open.then(|| {
            view! {
                <button type="button" data-choice="open" aria-haspopup="dialog">
                    {page_words.open_document}
                </button>
            }
        })}
        <button type="button" data-choice="lang" lang=other.tag() aria-label=page_words.language_label>
            {page_words.language}
        </button>
        <button type="button" data-choice="text" aria-pressed=app.preferences.large_text.get_untracked().to_string()>
            {page_words.text_large}
        </button>
        {phone_button}
        <button type="button" class="kiosk-done" data-kiosk-choice="done" on:click=move |_| events::dispatch_to_window("mingbai-restart")>
            {words.done}
        </button>
    }
}
