//! The page of one figure: the figure, the terms that it uses, the lines of the text that it cites.

use crate::components::figure_card::FigureCard;
use crate::components::glossary::glossary_entry;
use crate::components::header::LanguageLink;
use crate::components::hero::AlertLine;
use crate::components::imprint::Imprint;
use crate::components::notices::Notices;
use crate::components::page_context::PageContext;
use crate::components::rich_text::with_language_marks;
use crate::components::source::SourceLine;
use crate::components::used_references::UsedReferences;
use leptos::prelude::*;
use mingbai_core::export::document_title;
use mingbai_core::figures::{FigureId, annotated_source, figure_alert};
use mingbai_core::glossary;
use mingbai_core::locale::fill;
use mingbai_core::page_kind::PageKind;

/// The page of one figure. Not reactive: it is rendered again when the language or the unit changes.
#[component]
pub fn FigurePage(
    /// What the page is rendered for.
    page: PageContext,
    /// The figure.
    id: FigureId,
) -> impl IntoView {
    provide_context(page);
    let references = UsedReferences::provide();
    let context = page.render_context();
    let words = context.locale.words();
    let report_href = page.link_to(PageKind::Report, context.locale.lang);
    // Alert and card collect the references that the sections after them contain, so the order of rendering matters.
    let alert = figure_alert(&context, page.document.checks(), id).map(|alert| {
        let href = format!("{report_href}#{}", alert.href.trim_start_matches('#'));
        view! { <AlertLine href alert /> }.into_any()
    });
    let card = view! { <FigureCard id /> }.into_any();
    let glossary_section = glossary_section(references);
    let source_section = source_section(&page, references, &report_href);
    let figure_in_report = format!("{report_href}#figure={}", id.as_str());
    view! {
        {header_bar(&page, figure_in_report.clone())}
        <main id="main" class="figure-page" tabindex="-1">
            <Notices />
            <Imprint />
            {page
                .frozen_since
                .map(|date| {
                    view! {
                        <p class="frozen muted">
                            {fill(words.figure_page_frozen, &[("date", date)])} " "
                            <a href=page.link_to(page.page_kind, context.locale.lang)>{words.figure_page_current}</a>
                        </p>
                    }
                })}
            {alert}
            {card}
            {glossary_section}
            {source_section}
        </main>
        {footer(&page, figure_in_report, report_href)}
    }
    .into_any()
}

/// The bar at the top: the brand as a link to the figure in the report, the institution, the link to the other
/// language.
fn header_bar(page: &PageContext, figure_in_report: String) -> AnyView {
    let context = page.render_context();
    view! {
        <header class="figure-page-bar">
            <a class="brand" href=figure_in_report>
                {context.locale.words().brand}
            </a>
            <h1>{with_language_marks(&context.who_and_year(), context.locale.lang)}</h1>
            <div class="choices">
                <LanguageLink />
            </div>
        </header>
    }
    .into_any()
}

/// The title of the document, and links to the report.
fn footer(page: &PageContext, figure_in_report: String, report_href: String) -> AnyView {
    let context = page.render_context();
    let words = context.locale.words();
    view! {
        <footer class="foot">
            <p>{words.source_label} {with_language_marks(&document_title(&context), context.locale.lang)}</p>
            <p>{words.footer_plan}</p>
            <p>
                <a href=figure_in_report>{words.figure_page_made}</a> " · " <a href=report_href>{words.figure_page_whole}</a>
            </p>
        </footer>
    }
    .into_any()
}

/// A section that a reader can fold away.
fn foldable_section(id: &'static str, question: &'static str, body: AnyView) -> AnyView {
    let heading = format!("{id}-heading");
    let labelled_by = heading.clone();
    view! {
        <section id=id aria-labelledby=labelled_by>
            <details class="part" open>
                <summary>
                    <h2 id=heading tabindex="-1">
                        {question}
                    </h2>
                </summary>
                {body}
            </details>
        </section>
    }
    .into_any()
}

/// The glossary entries of the terms that the page uses; None if it uses none.
fn glossary_section(references: UsedReferences) -> Option<AnyView> {
    let words = PageContext::expect().render_context().locale.words();
    let mut entries = Vec::new();
    // Rendering an entry can add the terms of its explanation.
    while let Some(id) = references.term_at(entries.len()) {
        entries.push(glossary::term_by_id(id).map(glossary_entry));
    }
    (!entries.is_empty()).then(|| {
        let body = view! {
            <p class="subtitle">{words.glossary_intro}</p>
            <div class="entries">{entries}</div>
        };
        foldable_section("glossary", words.glossary_question, body.into_any())
    })
}

/// The lines of the text that the page cites, with a link to the full text in the report; None if it cites none.
fn source_section(page: &PageContext, references: UsedReferences, report_href: &str) -> Option<AnyView> {
    let context = page.render_context();
    let words = context.locale.words();
    let cited_lines = references.lines();
    let lines = annotated_source(&context).into_iter().filter(|line| cited_lines.contains(&line.n));
    let lines: Vec<AnyView> = lines.map(|line| view! { <SourceLine line /> }.into_any()).collect();
    (!lines.is_empty()).then(|| {
        let body = view! {
            <p class="subtitle">
                {words.figure_page_source} " " <a href=format!("{report_href}#source")>{words.figure_page_source_all}</a>
            </p>
            <div class="original" lang="zh-CN">{lines}</div>
        };
        foldable_section("source", words.source_question, body.into_any())
    })
}
