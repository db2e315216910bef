//! The whole page, as it can be read before, and without, any script. What it does is in `live`.

use super::book::Absent;
use super::checks::Checks;
use super::figure_card::FigureCard;
use super::glossary::Glossary;
use super::header::Header;
use super::hero::Hero;
use super::notices::Notices;
use super::print::Imprint;
use super::source::Source;
use super::state::State;
use crate::figure::FigureId;
use crate::locale::{Lang, Locale};
use leptos::prelude::*;

/// The whole page in the reader's language and unit. It does not follow them: with another it is made anew.
#[component]
pub fn Page(
    /// What it remembers.
    state: State,
) -> impl IntoView {
    provide_context(state);
    let words = state.reading().locale.words();
    let figures = FigureId::ALL.into_iter().map(|id| view! { <FigureCard id /> }).collect_view();
    view! {
        <Header />
        <main id="main" tabindex="-1">
            <Notices />
            <Hero />
            <Imprint />
            {figures}
            <Glossary />
            <Checks />
            <Source />
        </main>
        <footer class="foot">
            <p>{words.footer_plan}</p>
            <p>{words.footer}</p>
        </footer>
    }
}

/// What the page is where there is no disclosure to show: one sentence, in both languages, since nothing is known of
/// the reader's yet.
#[component]
pub fn NoBook(
    /// Why there is none.
    absent: &'static Absent,
) -> impl IntoView {
    let said = |lang: Lang| {
        let words = Locale::of(lang).words();
        let said = match (absent, lang) {
            (Absent::Missing, _) => words.no_disclosure.to_owned(),
            (Absent::Unreadable(error), Lang::Zh) => format!("{} {}", words.unreadable, error.chinese()),
            (Absent::Unreadable(error), Lang::En) => format!("{} {}", words.unreadable, error.english()),
        };
        view! { <p lang=lang.tag()>{said}</p> }
    };
    view! {
        <main id="main">
            <h1>{Locale::of(Lang::Zh).words().brand}</h1>
            <div role="alert">{Lang::ALL.map(said).collect_view()}</div>
        </main>
    }
}
