//! Printing: what is folded away on the screen is open on paper, and folded again afterwards. Paper leaves its place: it
//! says where it comes from, and when.

use crate::components::imprint::{ADDRESS, DATE};
use crate::platform::event_listener::listen;
use crate::platform::kept::Kept;
use crate::platform::{page, scheduler};
use crate::state::State;
use js_sys::JsString;
use leptos::prelude::*;
use web_sys::Event;

/// Opens everything before the page is printed, and restores it afterwards.
pub fn open_for_print(state: State) {
    let opened = Kept::new(Vec::new());
    listen(&window(), "beforeprint", move |_: Event| {
        // Paper is in one language, and has one unit.
        scheduler::finish();
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
