//! The whole page, as it can be read before, and without, any script. What it does is in `live`.

use crate::components::checks::Checks;
use crate::components::figure_card::FigureCard;
use crate::components::glossary::Glossary;
use crate::components::header::Header;
use crate::components::hero::Hero;
use crate::components::imprint::Imprint;
use crate::components::notices::Notices;
use crate::components::page_context::PageContext;
use crate::components::source::Source;
use crate::loaded_document::MissingDocument;
use leptos::prelude::*;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::{Lang, Locale};

/// The whole page in the reader's language and unit. It does not follow them: with another it is made anew.
#[component]
pub fn ReportPage(
    /// What it remembers.
    page: PageContext,
) -> impl IntoView {
    provide_context(page);
    let parts: Vec<AnyView> = ReportPart::of_main().map(ReportPart::render).collect();
    view! {
        {ReportPart::Header.render()}
        <main id="main" tabindex="-1">
            {parts}
        </main>
        {ReportPart::Foot.render()}
    }
}

/// A part of the whole page, which can be written without the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPart {
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

impl ReportPart {
    /// Those of `main`, in order.
    pub fn of_main() -> impl DoubleEndedIterator<Item = ReportPart> {
        let figures = FigureId::ALL.into_iter().map(ReportPart::Figure);
        std::iter::once(ReportPart::Top).chain(figures).chain([
            ReportPart::Glossary,
            ReportPart::Checks,
            ReportPart::Source,
        ])
    }

    /// Writes it.
    pub fn render(self) -> AnyView {
        match self {
            ReportPart::Header => view! { <Header /> }.into_any(),
            ReportPart::Top => view! {
                <Notices />
                <Hero />
                <Imprint />
            }
            .into_any(),
            ReportPart::Figure(id) => view! { <FigureCard id /> }.into_any(),
            ReportPart::Glossary => view! { <Glossary /> }.into_any(),
            ReportPart::Checks => view! { <Checks /> }.into_any(),
            ReportPart::Source => view! { <Source /> }.into_any(),
            ReportPart::Foot => {
                let words = PageContext::expect().render_context().locale.words();
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
pub fn NoDocument(
    /// Why there is none.
    missing: &'static MissingDocument,
) -> impl IntoView {
    let said = |lang: Lang| {
        let words = Locale::of(lang).words();
        let said = match (missing, lang) {
            (MissingDocument::NotEmbedded, _) => words.no_disclosure.to_owned(),
            (MissingDocument::Unparsable(error), Lang::Zh) => format!("{} {}", words.unreadable, error.chinese()),
            (MissingDocument::Unparsable(error), Lang::En) => format!("{} {}", words.unreadable, error.english()),
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
