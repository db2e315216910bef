//! What the page does once there is a script. The page itself is words and links; everything that happens to it is heard
//! here, at its root, so that it does not matter who wrote the page, or when.

mod chart;
mod choices;
mod lights;
mod sort;
mod triggers;

use super::find::{FindDialog, Finder};
use super::page::{NoBook, NoBookProps, Page, PageProps};
use super::popup::{Opener, PopupLayer};
use super::print;
use super::state::{Book, State, book};
use super::taking::Taking;
use super::travel::Travel;
use super::wishes::Wishes;
use crate::platform::page as browser;
use leptos::mount::{mount_to, mount_to_body};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Brings the page to life and says so on `<html data-ready="true">`.
pub fn start() {
    if let Some(waiting) = document().get_element_by_id("waiting") {
        waiting.remove();
    }
    match book() {
        Ok(book) => mount_to_body(move || view! { <Live book /> }),
        Err(absent) => mount_to_body(move || NoBook(NoBookProps { absent })),
    }
    browser::set_root("data-ready", "true");
}

#[component]
fn Live(book: &'static Book) -> impl IntoView {
    let state = State::new(book, Wishes::here());
    provide_context(state);
    let opener = Opener::new(state);
    provide_context(opener);
    let finder = Finder::new(state, opener);
    provide_context(finder);

    write(state, opener);
    Effect::new(move |_| {
        let reading = state.reading();
        browser::set_root("lang", reading.locale.lang.tag());
        let who = reading.who();
        document().set_title(&reading.locale.words.page_title.replace("{who}", &who));
    });
    triggers::start(state, opener);
    choices::start(state, finder);
    lights::start(state);
    Travel::new(state, opener).start();
    print::open_for_print(state);
    view! {
        <PopupLayer />
        <FindDialog />
        <p class="said" id="said" aria-live="polite">
            {move || state.said.get()}
        </p>
    }
}

/// Writes the page, and writes it anew in another language or unit.
fn write(state: State, opener: Opener) {
    let Some(place) = document().get_element_by_id("page").and_then(|place| place.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let place = StoredValue::new_local(place);
    let written = RenderEffect::new(move |before: Option<Box<dyn std::any::Any>>| {
        state.lang.track();
        state.unit.track();
        drop(before);
        let place = place.get_value();
        place.set_inner_html("");
        let handle = untrack(|| {
            let into = place.clone();
            let handle = mount_to(into, move || Page(PageProps { state }));
            Taking::offer_only_what_works(&place);
            handle
        });
        state.written.update(|times| *times += 1);
        Box::new(handle) as Box<dyn std::any::Any>
    });
    let kept = StoredValue::new_local(written);
    on_cleanup(move || kept.dispose());
    // The charts of the page that was written last.
    Effect::new(move |_| {
        state.written.track();
        chart::start(&place.get_value(), state, opener);
    });
}
