//! Printing: what is folded away on the screen is open on paper, and folded again afterwards. Paper leaves its place: it
//! says where it comes from, and when.

use super::state::State;
use crate::export::{Cite, citation};
use crate::platform::page;
use leptos::prelude::*;

/// When the page was printed, and how to cite it: document, address, data.
fn imprint(state: &State) -> String {
    let locale = state.locale_untracked();
    let today = page::today().unwrap_or_else(|| locale.words.date_unknown.to_owned());
    let address = page::absolute(&state.address_for_others());
    let cite = Cite { lines: &[], accessed: &today, address: address.as_deref() };
    let cite = citation(&state.book.disclosure, locale.lang, &cite);
    locale.words.printed.replace("{date}", &today).replace("{cite}", &cite)
}

/// Opens everything before the page is printed, and restores it afterwards.
pub fn open_for_print(state: State) {
    let opened = StoredValue::new_local(Vec::new());
    let before = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("beforeprint"), move |_| {
        state.popup.set(None);
        state.printing.set(true);
        page::find_all(".on-paper").into_iter().for_each(|place| place.set_text_content(Some(&imprint(&state))));
        opened.set_value(page::unfold_all());
    });
    let after = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("afterprint"), move |_| {
        state.printing.set(false);
        opened.update_value(|opened: &mut Vec<web_sys::Element>| {
            for details in opened.drain(..) {
                let _ = details.remove_attribute("open");
            }
        });
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
