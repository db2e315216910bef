//! The page written by the browser: in another language, in another unit, or of a text that nobody wrote a page of.

use super::{Fetched, within};
use crate::figure;
use crate::platform::held::Held;
use crate::platform::page as browser;
use crate::sheet::Sheet;
use crate::view::alone::{Alone, AloneProps};
use crate::view::book::book;
use crate::view::page::{NoBook, NoBookProps, Page, PageProps};
use crate::view::state::State;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::any::Any;
use std::cell::RefCell;
use web_sys::HtmlElement;

/// Writes the page anew, in place of what stands there.
#[wasm_split(page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn write(state: State, place: HtmlElement) -> Fetched {
    thread_local! {
        static WRITTEN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
    }
    within(|| {
        // What was written before goes with all that belongs to it, but for the room that it took: what is far from the screen
        // is not laid out.
        let parts = || browser::all(&place, "main > *");
        let held = Held::now();
        let room: Vec<f64> = parts().iter().map(|part| part.get_bounding_client_rect().height()).collect();
        WRITTEN.take();
        place.set_inner_html("");
        let there = place.clone();
        let written: Box<dyn Any> = match book() {
            Ok(_) => {
                let reading = untrack(|| state.reading());
                browser::set_root("lang", reading.locale.lang.tag());
                document().set_title(&figure::title(&reading, state.sheet));
                untrack(|| match state.sheet {
                    Sheet::Whole => Box::new(mount_to(there, move || Page(PageProps { state }))) as Box<dyn Any>,
                    Sheet::Figure(id) => Box::new(mount_to(there, move || Alone(AloneProps { state, id }))),
                })
            }
            Err(absent) => Box::new(mount_to(there, move || NoBook(NoBookProps { absent }))),
        };
        WRITTEN.set(Some(written));
        for (part, height) in parts().iter().zip(room) {
            browser::keep_room(part, height);
        }
        held.restore();
    });
    Ok(())
}
