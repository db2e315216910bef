//! The contents of the report: the questions that it answers, below its top.

use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::address::figure_href;
use mingbai_core::figures::{ChartStyle, FigureId, figure, figure_group};

/// The list of the page's questions: its figures, one for each group, then its sections.
#[component]
pub fn Contents() -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let is_shown_first = |id: &FigureId| figure_group(&context, *id).is_none_or(|group| group.members[0] == *id);
    let figures = FigureId::ALL.into_iter().filter(is_shown_first);
    let figures =
        figures.filter_map(|id| Some((figure_href(id), figure(id, &context, 0, &ChartStyle::WIDE)?.question)));
    let sections = [
        ("#glossary".to_owned(), words.glossary_question.to_owned()),
        ("#checks".to_owned(), words.checks_question.to_owned()),
        ("#source".to_owned(), words.source_question.to_owned()),
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
