//! The whole page.

use super::checks::Checks;
use super::figure_card::FigureCard;
use super::glossary::Glossary;
use super::header::Header;
use super::hero::Hero;
use super::popup::{Opener, PopupLayer, Subject};
use super::source::Source;
use super::state::{Absent, Book, State, book};
use crate::address::Place;
use crate::disclosure::LineId;
use crate::figure::{FigureId, card};
use crate::locale::{Lang, Locale};
use crate::platform::page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::ScrollLogicalPosition;

/// The whole page, or one sentence where the page carries no text or the text is no disclosure.
#[component]
pub fn Page() -> impl IntoView {
    match book() {
        Ok(book) => view! { <Explorer book /> }.into_any(),
        // Nothing is known of the reader's language yet.
        Err(Absent::Missing) => {
            let said = |lang: Lang| view! { <p lang=lang.tag()>{Locale::of(lang).words.no_disclosure}</p> };
            view! { <NoBook>{Lang::ALL.map(said).collect_view()}</NoBook> }.into_any()
        }
        Err(Absent::Unreadable(error)) => {
            let said = |lang: Lang| {
                let why = match lang {
                    Lang::Zh => error.chinese(),
                    Lang::En => error.english(),
                };
                view! { <p lang=lang.tag()>{Locale::of(lang).words.unreadable} {why}</p> }
            };
            view! { <NoBook>{Lang::ALL.map(said).collect_view()}</NoBook> }.into_any()
        }
    }
}

/// What the page is where there is no disclosure to show.
#[component]
fn NoBook(children: Children) -> impl IntoView {
    view! {
        <main id="main">
            <h1>{Locale::of(Lang::Zh).words.brand}</h1>
            <div role="alert">{children()}</div>
        </main>
    }
}

#[component]
fn Explorer(book: &'static Book) -> impl IntoView {
    let state = State::new(book);
    provide_context(state);
    let opener = Opener::new(state);
    provide_context(opener);
    let words = move || state.reading().locale.words;

    Effect::new(move |_| {
        let reading = state.reading();
        page::set_root("lang", reading.locale.lang.tag());
        let who = reading.who();
        document().set_title(&reading.locale.words.page_title.replace("{who}", &who));
    });
    Effect::new(move |_| page::set_root("data-theme", state.theme.get().word()));
    Effect::new(move |_| page::set_root("data-text", if state.large.get() { "large" } else { "usual" }));
    // Once everything is in the document: go where the address says.
    Effect::new(move |_| request_animation_frame(move || go(state, opener)));
    let moved = window_event_listener(leptos::ev::hashchange, move |_| go(state, opener));
    on_cleanup(move || moved.remove());

    let figures = FigureId::ALL.into_iter().map(|id| view! { <FigureCard id /> }).collect_view();
    view! {
        <Header />
        <main id="main" tabindex="-1">
            {move || state.lost.get().then(|| view! { <p class="lost" role="status">{words().not_found}</p> })}
            <Hero />
            {figures}
            <Glossary />
            <Checks />
            <Source />
        </main>
        <footer class="foot">
            <p>{move || words().footer_plan}</p>
            <p>{move || words().footer}</p>
        </footer>
        <PopupLayer />
        <p class="said" aria-live="polite">
            {move || state.said.get()}
        </p>
    }
}

/// Goes where the address says: a figure, a line in it, a section.
fn go(state: State, opener: Opener) {
    let address = page::address();
    let lines = address.line.map(LineId::from);
    let found = match address.place {
        None => true,
        Some(Place::Unknown) => false,
        Some(Place::Section(section)) => {
            page::scroll_to(&format!("#{section}"), ScrollLogicalPosition::Start).is_some()
        }
        Some(Place::Figure(figure)) => {
            let there = page::scroll_to(&format!("[data-figure=\"{}\"]", figure.word()), ScrollLogicalPosition::Start);
            match (&there, lines) {
                (Some(there), Some(line)) => show_line(state, opener, figure, there, line),
                (there, _) => there.is_some(),
            }
        }
    };
    state.lost.set(!found);
}

/// Lights up a line in a figure and opens its card; false where the disclosure has no such line.
fn show_line(state: State, opener: Opener, figure: FigureId, there: &web_sys::Element, line: LineId) -> bool {
    if card(&state.reading(), &line).is_none() {
        return false;
    }
    state.lit.set(Some((figure, line.clone())));
    let selector = format!("[data-explains=\"{line}\"], .chart");
    let anchor = there.query_selector(&selector).ok().flatten().unwrap_or_else(|| there.clone());
    if let Ok(anchor) = anchor.dyn_into::<web_sys::HtmlElement>() {
        opener.open(Subject::Line(line), &anchor, true);
    }
    true
}
