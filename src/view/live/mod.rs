//! What the page does once there is a script. The page itself is words and links; everything that happens to it is heard
//! here, at its root, so that it does not matter who wrote the page, or when.

mod chart;
mod choices;
mod lights;
mod sort;
mod triggers;

use super::alone::{Alone, AloneProps};
use super::find::{FindDialog, Finder};
use super::page::{NoBook, NoBookProps, Page, PageProps};
use super::popup::{Opener, PopupLayer};
use super::print;
use super::state::{Book, State, book};
use super::taking::Taking;
use super::travel::Travel;
use super::wishes::Wishes;
use crate::address::line_href;
use crate::figure::{self, FigureId, Reading};
use crate::platform::page as browser;
use crate::sheet::Sheet;
use leptos::mount::{mount_to, mount_to_body};
use leptos::prelude::*;
use std::any::Any;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Brings the page to life and says so on `<html data-ready="true">`.
pub fn start() {
    match book() {
        Ok(book) => mount_to_body(move || view! { <Live book /> }),
        Err(absent) => mount_to_body(move || NoBook(NoBookProps { absent })),
    }
    browser::set_root("data-ready", "true");
    // What was pressed before is done now.
    if let Ok(ready) = web_sys::Event::new("mingbai-ready") {
        let _ = window().dispatch_event(&ready);
    }
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
        document().set_title(&figure::title(&reading, state.sheet));
    });
    triggers::start(state, opener);
    choices::start(state, finder);
    lights::start(state);
    Travel::new(state, opener).start();
    print::open_for_print(state);
    view! {
        <PopupLayer />
        {(state.sheet == Sheet::Whole).then(|| view! { <FindDialog /> })}
        <p class="said" id="said" aria-live="polite">
            {move || state.said.get()}
        </p>
    }
}

/// Takes over the page that was written before anybody read it; writes it anew in another language or unit.
fn write(state: State, opener: Opener) {
    let Some(place) = document().get_element_by_id("page").and_then(|place| place.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let place = StoredValue::new_local(place);
    let written = RenderEffect::new(move |before: Option<Option<Box<dyn Any>>>| {
        state.lang.track();
        state.unit.track();
        let place = place.get_value();
        let there = before.is_none() && untrack(|| says_the_same(&place, &state));
        drop(before);
        let kept = (!there).then(|| {
            place.set_inner_html("");
            let into = place.clone();
            untrack(|| match state.sheet {
                Sheet::Whole => Box::new(mount_to(into, move || Page(PageProps { state }))) as Box<dyn Any>,
                Sheet::Figure(id) => Box::new(mount_to(into, move || Alone(AloneProps { state, id }))),
            })
        });
        if there {
            lead_further(&place);
        }
        Taking::offer_only_what_works(&place);
        state.written.update(|times| *times += 1);
        kept
    });
    let kept = StoredValue::new_local(written);
    on_cleanup(move || kept.dispose());
    // The charts of the page that was written last.
    Effect::new(move |_| {
        state.written.track();
        chart::start(&place.get_value(), state, opener);
    });
}

/// True where the page that stands there is the one that this reader wishes for.
fn says_the_same(place: &HtmlElement, state: &State) -> bool {
    let tag = document().document_element().and_then(|root| root.get_attribute("lang"));
    let reading = state.reading();
    let usual = Reading::new(reading.disclosure, reading.locale.lang).locale.unit;
    place.first_element_child().is_some()
        && tag.as_deref() == Some(reading.locale.lang.tag())
        && reading.locale.unit == usual
}

/// Makes links lead as far as they can: to the very words, and the very line. A page that was made before anybody reads
/// it leads no further than a browser finds the way alone.
fn lead_further(place: &HtmlElement) {
    for link in browser::all(place, "a[data-bytes]") {
        if let (Some(href), Some(bytes)) = (link.get_attribute("href"), link.get_attribute("data-bytes")) {
            let _ = link.set_attribute("href", &format!("{href}.{bytes}"));
            let _ = link.remove_attribute("data-bytes");
        }
    }
    for link in browser::all(place, "a.cited") {
        let href = link.get_attribute("href").unwrap_or_default();
        let Some((page, figure)) = href.split_once("#figure=") else { continue };
        if let (Some(figure), Some(line)) = (FigureId::of_word(figure), link.get_attribute("data-line")) {
            let _ = link.set_attribute("href", &format!("{page}{}", line_href(figure, &line.into())));
        }
    }
}
