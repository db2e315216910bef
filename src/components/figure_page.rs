//! A figure's own page: the figure, the words that it uses, the lines of the text that it cites.

use crate::components::figure_card::FigureCard;
use crate::components::glossary::entry;
use crate::components::header::LanguageLink;
use crate::components::hero::AlertLine;
use crate::components::imprint::Imprint;
use crate::components::notices::Notices;
use crate::components::rich_text::spoken;
use crate::components::source::SourceLine;
use crate::components::used_references::UsedReferences;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::export::document_title;
use mingbai_core::figures::{FigureId, annotated_source, figure_alert, headline};
use mingbai_core::glossary;
use mingbai_core::page_kind::PageKind;

/// A figure alone, in the reader's language and unit. It does not follow them: with another it is made anew.
#[component]
pub fn Alone(
    /// What it remembers.
    state: State,
    /// The figure.
    id: FigureId,
) -> impl IntoView {
    provide_context(state);
    let needs = UsedReferences::begin();
    let context = state.context();
    let (lang, words) = (context.locale.lang, context.locale.words());
    let whole = state.way(PageKind::Report, lang);
    let to = |place: &str| format!("{whole}#{place}");
    let top = headline(&context, state.book().checks());
    // In this order: what is below shows what is needed above.
    let alert = figure_alert(&context, state.book().checks(), id);
    let alert = alert.map(|alert| view! { <AlertLine href=to(alert.href.trim_start_matches('#')) alert /> }.into_any());
    let card = view! { <FigureCard id /> }.into_any();
    let terms = terms(needs);
    let lines = lines(&state, needs);
    let home = to(&format!("figure={}", id.as_str()));
    view! {
        <header class="alone-bar">
            <a class="brand" href=home.clone()>
                {words.brand}
            </a>
            <h1>{spoken(&top.who, lang)}</h1>
            <div class="choices">
                <LanguageLink />
            </div>
        </header>
        <main id="main" class="alone" tabindex="-1">
            <Notices />
            <Imprint />
            {state
                .frozen
                .map(|date| {
                    view! {
                        <p class="frozen muted">
                            {words.alone_frozen.replace("{date}", date)} " "
                            <a href=state.way(state.sheet, lang)>{words.alone_current}</a>
                        </p>
                    }
                })}
            {alert}
            {card}
            {terms}
            {lines
                .map(|lines| {
                    let body = view! {
                        <p class="subtitle">
                            {words.alone_source} " " <a href=to("source")>{words.alone_source_all}</a>
                        </p>
                        <div class="original" lang="zh-CN">{lines}</div>
                    };
                    part("source", words.source_question, body.into_any())
                })}
        </main>
        <footer class="foot">
            <p>{words.source_label} {spoken(&document_title(&context), lang)}</p>
            <p>{words.footer_plan}</p>
            <p>
                <a href=home.clone()>{words.alone_made}</a> " · " <a href=whole>{words.alone_whole}</a>
            </p>
        </footer>
    }
    .into_any()
}

/// A section that can be put aside.
fn part(id: &'static str, question: &'static str, body: AnyView) -> AnyView {
    let heading = format!("{id}-heading");
    let named = heading.clone();
    view! {
        <section id=id aria-labelledby=named>
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

/// The entries of the words that the page uses, and of those that these use; None where it uses none.
fn terms(needs: UsedReferences) -> Option<AnyView> {
    let words = State::here().context().locale.words();
    let mut entries = Vec::new();
    while let Some(id) = needs.term_at(entries.len()) {
        entries.push(glossary::by_id(id).map(entry));
    }
    (!entries.is_empty()).then(|| {
        let body = view! {
            <p class="subtitle">{words.glossary_intro}</p>
            <div class="entries">{entries}</div>
        };
        part("glossary", words.glossary_question, body.into_any())
    })
}

/// The lines of the text that the page cites; None where it cites none.
fn lines(state: &State, needs: UsedReferences) -> Option<Vec<AnyView>> {
    let cited = needs.lines();
    let lines = annotated_source(&state.context()).into_iter().filter(|line| cited.contains(&line.n));
    let lines: Vec<AnyView> = lines.map(|line| view! { <SourceLine line /> }.into_any()).collect();
    (!lines.is_empty()).then_some(lines)
}
