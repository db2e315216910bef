//! The page written by the browser: in another language, in another unit, or of a text that nobody wrote a page of.

use super::{Fetched, within};
use crate::figure;
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
        // What was written before goes with all that belongs to it.
        WRITTEN.take();
        place.set_inner_html("");
        let written: Box<dyn Any> = match book() {
            Ok(_) => {
                let reading = untrack(|| state.reading());
                browser::set_root("lang", reading.locale.lang.tag());
                document().set_title(&figure::title(&reading, state.sheet));
                untrack(|| match state.sheet {
                    Sheet::Whole => Box::new(mount_to(place, move || Page(PageProps { state }))) as Box<dyn Any>,
                    Sheet::Figure(id) => Box::new(mount_to(place, move || Alone(AloneProps { state, id }))),
                })
            }
            Err(absent) => Box::new(mount_to(place, move || NoBook(NoBookProps { absent }))),
        };
        WRITTEN.set(Some(written));
    });
    Ok(())
}
