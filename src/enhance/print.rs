//! Printing: closed `<details>` are opened before and closed after; the imprint gets its day and address.

use crate::components::imprint::{ADDRESS_SLOT, DATE_SLOT};
use crate::enhance::app_state::AppState;
use crate::enhance::page_url;
use crate::platform::{dom, environment, events, scheduler, url};
use js_sys::JsString;
use leptos::prelude::*;
use web_sys::{Element, Event};

/// Prepares the page before it is printed, and restores it afterwards.
pub fn start(app: AppState) {
    let opened = StoredValue::new_local(Vec::new());
    events::add_listener(&window(), "beforeprint", move |_: Event| {
        // Parts that are still in another language or unit are rendered first.
        scheduler::finish();
        app.ui.popup.set(None);
        let address = page_url::absolute(app.address_for_others());
        let template = if address.is_some() { "data-imprint" } else { "data-imprint-without-address" };
        for imprint_element in dom::query_all(".on-paper") {
            // A figure page has one imprint only: opened from a file it names the file.
            let address = address.clone().unwrap_or_else(url::href);
            let imprint =
                imprint_element.get_attribute(template).or_else(|| imprint_element.get_attribute("data-imprint"));
            let imprint = imprint.unwrap_or_default();
            let date =
                environment::today().or_else(|| imprint_element.get_attribute("data-date-unknown")).unwrap_or_default();
            // JavaScript fills the slots: searching for a string in Rust would add 1 KB to the first file.
            let filled = JsString::from(imprint).split(DATE_SLOT).join(&date).split(ADDRESS_SLOT).join(&address);
            imprint_element.set_text_content(filled.as_string().as_deref());
        }
        opened.set_value(open_all_details());
    });
    events::add_listener(&window(), "afterprint", move |_: Event| {
        opened.update_value(|opened: &mut Vec<Element>| {
            for details in opened.drain(..) {
                let _ = details.remove_attribute("open");
            }
        });
    });
}

/// Opens all closed `<details>` except download menus; returns them.
fn open_all_details() -> Vec<Element> {
    dom::query_all("details:not([open], .download-menu)")
        .into_iter()
        .inspect(|details| drop(details.set_attribute("open", "")))
        .collect()
}
