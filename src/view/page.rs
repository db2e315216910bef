//! The whole page.

use super::checks::Checks;
use super::figure_card::FigureCard;
use super::find::{FindDialog, Finder};
use super::glossary::Glossary;
use super::header::Header;
use super::hero::Hero;
use super::popup::{Opener, PopupLayer};
use super::source::Source;
use super::state::{Absent, Book, State, book};
use super::travel::Travel;
use super::wishes::Wishes;
use crate::figure::FigureId;
use crate::locale::{Lang, Locale};
use crate::platform::page;
use leptos::prelude::*;

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
    let state = State::new(book, Wishes::here());
    view! {
        <Sheet state />
        <Live />
    }
}

/// Everything that can be read: the page before, and without, any script.
#[component]
pub fn Sheet(
    /// What it remembers.
    state: State,
) -> impl IntoView {
    provide_context(state);
    let opener = Opener::new(state);
    provide_context(opener);
    provide_context(Finder::new(state, opener));
    let words = move || state.reading().locale.words;
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
    }
}

/// What needs a browser: it follows the reader, and opens what stands over the page.
#[component]
fn Live() -> impl IntoView {
    let state = State::here();
    Effect::new(move |_| {
        let reading = state.reading();
        page::set_root("lang", reading.locale.lang.tag());
        let who = reading.who();
        document().set_title(&reading.locale.words.page_title.replace("{who}", &who));
    });
    Effect::new(move |_| page::set_root("data-theme", state.theme.get().word()));
    Effect::new(move |_| page::set_root("data-text", if state.large.get() { "large" } else { "usual" }));
    Travel::new(state, Opener::here()).start();
    super::print::open_for_print(state);
    view! {
        <PopupLayer />
        <FindDialog />
        <p class="said" id="said" aria-live="polite">
            {move || state.said.get()}
        </p>
    }
}
