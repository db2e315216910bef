//! What the page does once there is a script. The page itself is words and links; everything that happens to it is heard
//! here, at its root, so that it does not matter who wrote the page, or when. What is done then is mostly done by
//! [`parts`](crate::enhance::lazy_chunks) that come when they are needed: what is here reads no disclosure and knows no words.

pub(crate) mod chart;
pub(crate) mod download;
pub(crate) mod follow;
pub(crate) mod highlight;
pub(crate) mod intersection;
pub(crate) mod kiosk;
pub(crate) mod lazy_chunks;
pub(crate) mod navigation;
pub(crate) mod popup;
pub(crate) mod print;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod share;
pub(crate) mod table_sort;

use crate::enhance::follow::follow;
use crate::enhance::navigation::Navigation;
use crate::enhance::popup::PopupController;
use crate::platform::page as browser;
use crate::platform::small::SmallSignal;
use crate::preferences::Preferences;
use crate::state::State;
use any_spawner::Executor;
use leptos::prelude::*;
use mingbai_core::address::{Address, line_href};
use mingbai_core::figures::FigureId;
use mingbai_core::locale::MoneyUnit;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Brings the page to life and says so on `<html data-ready="true">`.
pub fn start() {
    // It fails where it was done before.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new_root(None);
    // What is here is begun in one task, listens in the next, and takes the page over in a third: between them the browser
    // answers.
    set_timeout(
        move || {
            owner.with(live);
            // It lives as long as the page.
            std::mem::forget(owner);
        },
        Duration::ZERO,
    );
}

fn live() {
    lazy_chunks::begin();
    let state = State::new(None, Preferences::here());
    provide_context(state);
    let popup_controller = PopupController::new(state);
    provide_context(popup_controller);
    write(state);
    tell(state);
    intersection::start(state, popup_controller);
    popup::triggers::start(state, popup_controller);
    settings::start(state, popup_controller);
    highlight::start(state);
    Navigation::new(state, popup_controller).start();
    print::open_for_print(state);
    if browser::is_kiosk() {
        lazy_chunks::ask(state, lazy_chunks::kiosk::start(state, popup_controller));
    }
}

/// Takes over the page that was written before anybody read it; has it written anew in another language or unit.
fn write(state: State) {
    let Some(place) = document().get_element_by_id("page").and_then(|place| place.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let mut first = true;
    // The unit that the page is written in, as it says itself.
    let stands = SmallSignal::new(pressed_unit(&place));
    follow(move || {
        state.lang.track();
        state.unit.track();
        let there = place.clone();
        if std::mem::replace(&mut first, false) && untrack(|| says_the_same(&there, &state)) {
            let take_over = move || {
                lead_further(&there);
                written(state, &there);
            };
            set_timeout(take_over, Duration::ZERO);
            return;
        }
        lazy_chunks::ask(state, async move {
            let wrote = lazy_chunks::page::write(state, there.clone()).await;
            // Where it could not be written, what stood there stands there still.
            match stands.get_untracked().filter(|_| wrote.is_err()) {
                Some(unit) => settings::show_unit(unit),
                None => stands.set(pressed_unit(&there)),
            }
            written(state, &there);
            wrote
        });
    });
}

/// The page was written, or a part of it.
pub fn written(state: State, place: &HtmlElement) {
    offer_only_what_works(place);
    browser::find_all("[aria-busy]").into_iter().for_each(|taken_up| drop(taken_up.remove_attribute("aria-busy")));
    state.written.set(state.written.get_untracked() + 1);
    if state.written.get_untracked() == 1 {
        browser::set_root("data-ready", "true");
        // What was pressed before is done now.
        if let Ok(ready) = web_sys::Event::new("mingbai-ready") {
            let _ = window().dispatch_event(&ready);
        }
        browser::keep_for_offline();
    }
    if let Some(selector) = state.focus_then.get_value() {
        state.focus_then.set_value(None);
        browser::focus_soon(selector);
    }
}

/// Tells a screen reader what is to be told, and everybody where something could not be fetched.
fn tell(state: State) {
    follow(move || {
        let said = state.said.get();
        browser::find_all("#said").into_iter().for_each(|place| place.set_text_content(Some(&said)));
    });
    follow(move || {
        state.written.track();
        browser::show_all(".unfetched", state.unfetched.get());
    });
}

/// True where the page that stands there is the one that this reader wishes for.
fn says_the_same(place: &HtmlElement, state: &State) -> bool {
    place.first_element_child().is_some()
        && state.lang.get() == browser::lang()
        && state.unit.get().is_none_or(|wished| pressed_unit(place) == Some(wished))
}

/// The unit that is chosen on the page.
fn pressed_unit(place: &HtmlElement) -> Option<MoneyUnit> {
    let pressed = place.query_selector("[data-unit][aria-pressed=true]").ok().flatten()?;
    pressed.get_attribute("data-unit")?.parse::<MoneyUnit>().ok()
}

/// Takes away links that cannot be taken, where the page has no address that others could open.
fn offer_only_what_works(page: &HtmlElement) {
    if browser::absolute(&Address::default()).is_none() {
        browser::all(page, "[data-take=link], [data-choice=share]").into_iter().for_each(|link| link.remove());
    }
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
        // As a character: what looks for a word would be 1 KB of the first file.
        let Some((page, figure)) = href.split_once('#') else { continue };
        let figure = figure.strip_prefix("figure=").and_then(|name| name.parse::<FigureId>().ok());
        if let (Some(figure), Some(line)) = (figure, link.get_attribute("data-line")) {
            let _ = link.set_attribute("href", &format!("{page}{}", line_href(figure, &line.into())));
        }
    }
}
