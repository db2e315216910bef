//! Printing: what is folded away on the screen is open on paper, and folded again afterwards. Paper leaves its place: it
//! says where it comes from, and when.

use super::state::State;
use crate::export::{Cite, citation};
use crate::platform::kept::Kept;
use crate::platform::listen::listen;
use crate::platform::{page, piecemeal};
use crate::sheet::Sheet;
use js_sys::JsString;
use leptos::prelude::*;
use web_sys::Event;

/// What paper says of itself, with the slots that are filled when it is printed: the day, and the address where there is
/// one.
const DATE: &str = "{date}";
const ADDRESS: &str = "{address}";

/// The place for when the page was printed and how to cite it: document, address, data.
#[component]
pub fn Imprint() -> impl IntoView {
    let state = State::here();
    let locale = state.locale_untracked();
    let imprint = |address: Option<&str>| {
        let cite = Cite { lines: &[], accessed: DATE, address };
        locale.words().printed.replace("{cite}", &citation(&state.book().disclosure, locale.lang, &cite))
    };
    view! {
        <p
            class="on-paper"
            data-imprint=imprint(Some(ADDRESS))
            data-imprint-without-address=(state.sheet == Sheet::Whole).then(|| imprint(None))
            data-date-unknown=locale.words().date_unknown
        ></p>
    }
}

/// Opens everything before the page is printed, and restores it afterwards.
pub fn open_for_print(state: State) {
    let opened = Kept::new(Vec::new());
    listen(&window(), "beforeprint", move |_: Event| {
        // Paper is in one language, and has one unit.
        piecemeal::finish();
        state.popup.set(None);
        let address = page::absolute(&state.address_for_others());
        let template = if address.is_some() { "data-imprint" } else { "data-imprint-without-address" };
        for place in page::find_all(".on-paper") {
            // A figure alone has no room for both: from a file it says where the file is.
            let address = address.clone().unwrap_or_else(page::where_it_is);
            let imprint = place.get_attribute(template).or_else(|| place.get_attribute("data-imprint"));
            let imprint = imprint.unwrap_or_default();
            let date = page::today().or_else(|| place.get_attribute("data-date-unknown")).unwrap_or_default();
            // The browser looks for the slots: what looks for a word in Rust would be 1 KB of the first file.
            let filled = JsString::from(imprint).split(DATE).join(&date).split(ADDRESS).join(&address);
            place.set_text_content(filled.as_string().as_deref());
        }
        opened.set_value(page::unfold_all());
    });
    listen(&window(), "afterprint", move |_: Event| {
        opened.update_value(|opened: &mut Vec<web_sys::Element>| {
            for details in opened.drain(..) {
                let _ = details.remove_attribute("open");
            }
        });
    });
}
