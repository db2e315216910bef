//! The report: the page with everything, complete without any script. Its behaviour is in `enhance`.

use crate::components::about::About;
use crate::components::checks::Checks;
use crate::components::contents::Contents;
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

/// The report. Not reactive: its parts are rendered again when the language or the unit changes.
#[component]
pub fn ReportPage(
    /// What the page is rendered for.
    page: PageContext,
) -> impl IntoView {
    provide_context(page);
    let parts: Vec<AnyView> = ReportPart::in_main().map(ReportPart::render).collect();
    view! {
        {ReportPart::Header.render()}
        <main id="main" tabindex="-1">
            {parts}
        </main>
        {ReportPart::Footer.render()}
    }
}

/// A part of the report that can be rendered on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPart {
    /// The bar at the top.
    Header,
    /// Everything of `main` before its first figure.
    Top,
    /// A figure, or its empty state: one element.
    Figure(FigureId),
    /// The glossary: one element.
    Glossary,
    /// The reconciliation checks: one element.
    Checks,
    /// The original text: one element.
    Source,
    /// The footer, after `main`.
    Footer,
}

impl ReportPart {
    /// The parts inside `main`, in order.
    pub fn in_main() -> impl DoubleEndedIterator<Item = ReportPart> {
        let figures = FigureId::ALL.into_iter().map(ReportPart::Figure);
        std::iter::once(ReportPart::Top).chain(figures).chain([
            ReportPart::Glossary,
            ReportPart::Checks,
            ReportPart::Source,
        ])
    }

    /// Renders the part. Must be called inside an owner that provides a [`PageContext`].
    pub fn render(self) -> AnyView {
        match self {
            ReportPart::Header => view! { <Header /> }.into_any(),
            ReportPart::Top => view! {
                <Notices />
                <Hero />
                <Contents />
                <Imprint />
            }
            .into_any(),
            ReportPart::Figure(id) => view! { <FigureCard id /> }.into_any(),
            ReportPart::Glossary => view! { <Glossary /> }.into_any(),
            ReportPart::Checks => view! { <Checks /> }.into_any(),
            ReportPart::Source => view! { <Source /> }.into_any(),
            ReportPart::Footer => view! { <About /> }.into_any(),
        }
    }
}

/// The page without a document: one sentence why there is none. It is in both languages, since no page in the reader's
/// language exists.
#[component]
pub fn NoDocument(
    /// Why there is no document.
    missing: &'static MissingDocument,
) -> impl IntoView {
    let sentence = |lang: Lang| {
        let words = Locale::of(lang).words();
        let text = match (missing, lang) {
            (MissingDocument::NotEmbedded, _) => words.no_disclosure.to_owned(),
            (MissingDocument::Unparsable(error), Lang::Zh) => format!("{} {}", words.unreadable, error.chinese()),
            (MissingDocument::Unparsable(error), Lang::En) => format!("{} {}", words.unreadable, error.english()),
        };
        view! { <p lang=lang.tag()>{text}</p> }
    };
    view! {
        <main id="main">
            <h1>{Locale::of(Lang::Zh).words().brand}</h1>
            <div role="alert">{Lang::ALL.map(sentence).collect_view()}</div>
        </main>
    }
}
