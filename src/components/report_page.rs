//! The whole page, as it can be read before, and without, any script. What it does is in `live`.

use crate::components::checks::Checks;
use crate::components::figure_card::FigureCard;
use crate::components::glossary::Glossary;
use crate::components::header::Header;
use crate::components::hero::Hero;
use crate::components::imprint::Imprint;
use crate::components::notices::Notices;
use crate::components::source::Source;
use crate::loaded_document::Absent;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::{Lang, Locale};

/// The whole page in the reader's language and unit. It does not follow them: with another it is made anew.
#[component]
pub fn Page(
    /// What it remembers.
    state: State,
) -> impl IntoView {
    provide_context(state);
    let parts: Vec<AnyView> = Part::of_main().map(Part::write).collect();
    view! {
        {Part::Header.write()}
        <main id="main" tabindex="-1">
            {parts}
        </main>
        {Part::Foot.write()}
    }
}

/// A part of the whole page, which can be written without the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The bar at the top.
    Header,
    /// Everything of `main` before its first figure.
    Top,
    /// A figure: one element.
    Figure(FigureId),
    /// What the words mean: one element.
    Glossary,
    /// Does it add up: one element.
    Checks,
    /// The original text: one element.
    Source,
    /// What stands below all.
    Foot,
}

impl Part {
    /// Those of `main`, in order.
    pub fn of_main() -> impl DoubleEndedIterator<Item = Part> {
        let figures = FigureId::ALL.into_iter().map(Part::Figure);
        std::iter::once(Part::Top).chain(figures).chain([Part::Glossary, Part::Checks, Part::Source])
    }

    /// Writes it.
    pub fn write(self) -> AnyView {
        match self {
            Part::Header => view! { <Header /> }.into_any(),
            Part::Top => view! {
                <Notices />
                <Hero />
                <Imprint />
            }
            .into_any(),
            Part::Figure(id) => view! { <FigureCard id /> }.into_any(),
            Part::Glossary => view! { <Glossary /> }.into_any(),
            Part::Checks => view! { <Checks /> }.into_any(),
            Part::Source => view! { <Source /> }.into_any(),
            Part::Foot => {
                let words = State::here().context().locale.words();
                view! {
                    <footer class="foot">
                        <p>{words.footer_plan}</p>
                        <p>{words.footer}</p>
                    </footer>
                }
                .into_any()
            }
        }
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
