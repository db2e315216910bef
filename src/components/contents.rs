//! The contents of the report: the questions that it answers, below its top.

use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::address::figure_href;
use mingbai_core::figures::{FigureId, figure_group, has_figure, question};

/// The list of the page's questions: its figures, one for each group, then its sections.
#[component]
pub fn Contents() -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let is_shown_first = |id: &FigureId| figure_group(&context, *id).is_none_or(|group| group.members[0] == *id);
    let figures = FigureId::ALL.into_iter().filter(|id| has_figure(*id, &context)).filter(is_shown_first);
    let figures = figures.map(|id| (figure_href(id), question(id, words)));
    let sections = [
        ("#glossary".to_owned(), words.glossary_question),
        ("#checks".to_owned(), words.checks_question),
        ("#source".to_owned(), words.source_question),
    ];
    let items = figures.chain(sections).map(|(href, question)| {
        view! {
            <li>
                <a href=href>{question}</a>
            </li>
        }
    });
    view! {
        <nav id="contents" class="page-contents" aria-label=words.page_contents>
            <p class="kick">{words.page_contents}</p>
            <ul>{items.collect_view()}</ul>
        </nav>
    }
}
