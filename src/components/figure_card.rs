//! A figure on the page: question, finding, chart, reasons, notes, source, table.

use crate::components::chart_host::ChartHost;
use crate::components::downloads::TakeAway;
use crate::components::explanations::Explanations;
use crate::components::links::SourceLink;
use crate::components::office::OfficeMore;
use crate::components::purposes::Purposes;
use crate::components::rich_text::{Sentence, spoken};
use crate::components::table::TableView;
use crate::components::term::begin_stops;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{ChartStyle, Figure, FigureId, empty_state, every_change, figure};

/// A figure, once for each way to look at it; where the disclosure holds nothing that it could show, a sentence that
/// says so.
#[component]
pub fn FigureCard(
    /// Which one.
    id: FigureId,
) -> impl IntoView {
    let state = State::here();
    let context = state.context();
    let Some(made) = figure(id, &context, 0, &ChartStyle::WIDE) else {
        return view! { <EmptyStateCard id /> }.into_any();
    };
    let question = made.question.clone();
    let others = (1..made.views.len()).filter_map(|way| figure(id, &context, way, &ChartStyle::WIDE));
    let ways: Vec<AnyView> = std::iter::once(made)
        .chain(others.collect::<Vec<_>>())
        .enumerate()
        .map(|(way, made)| view! { <Way made way /> }.into_any())
        .collect();
    view! {
        <article class="figure" data-figure=id.as_str() id=format!("figure={}", id.as_str()) aria-labelledby=heading(id, 0)>
            <p class="question">{question}</p>
            {ways}
        </article>
    }
    .into_any()
}

/// The id of a figure's heading, in a way to look at it.
pub fn heading(id: FigureId, way: usize) -> String {
    match id.views().get(way) {
        Some(view) if way > 0 => format!("figure-{}-{view}", id.as_str()),
        _ => format!("figure-{}", id.as_str()),
    }
}

/// One way to look at a figure. The first is shown until another is chosen.
#[component]
fn Way(made: Figure, way: usize) -> impl IntoView {
    begin_stops();
    let context = State::here().context();
    let words = context.locale.words();
    let id = made.id;
    let hint = made.hint(words).map(|hint| format!("{}{hint}", words.full_stop));
    let description = made.description(&context.locale);
    let views = (!made.views.is_empty()).then(|| {
        let buttons = made.views.iter().enumerate().map(|(at, label)| {
            view! {
                <button type="button" data-choose-way=at aria-pressed=(at == way).to_string()>
                    {label.clone()}
                </button>
            }
        });
        view! {
            <div class="views needs-script" role="group" aria-label=words.views_label>
                {buttons.collect_view()}
            </div>
        }
        .into_any()
    });
    let notes = made.notes.into_iter().map(|text| {
        view! {
            <p>
                <Sentence text />
            </p>
        }
    });
    let notes = notes.collect_view();
    let sources = made.sources.into_iter().enumerate().map(|(at, source)| {
        view! {
            {(at > 0).then_some(words.comma)}
            <span>{spoken(&source.section, context.locale.lang)} " " <SourceLink quote=source.quote /></span>
        }
    });
    let sources = sources.collect_view();
    let has_chart = made.chart.is_some();
    let has_table = !made.table.rows.is_empty();
    let subtitle = (!made.subtitle.0.is_empty()).then(|| {
        view! {
            <p class="subtitle">
                <Sentence text=made.subtitle />
                <span class="needs-script on-screen">{hint}</span>
            </p>
        }
    });
    let explanations = made.explanations;
    view! {
        <div class="way" data-way=way hidden={way > 0}>
            <h2 id=heading(id, way) tabindex="-1">
                <Sentence text=made.title />
            </h2>
            {subtitle}
            {views}
            {made.chart.map(|chart| view! { <ChartHost id way chart description /> }.into_any())}
            {(!explanations.is_empty()).then(|| view! { <Explanations figure=id items=explanations /> }.into_any())}
            {(way == 0).then(|| view! { <Purposes figure=id /> }.into_any())}
            {(id == FigureId::Office).then(|| view! { <OfficeMore /> }.into_any())}
            <div class="notes">{notes}</div>
            <p class="source">{words.source_label} {sources}</p>
            <div class="folds">
            {has_table
                .then(|| {
                    view! {
                        <details class="fold table-fold">
                            <summary>
                                <span class="when-shut">{words.table_show}</span>
                                <span class="when-open">{words.table_hide}</span>
                            </summary>
                            <TableView table=made.table />
                        </details>
                    }
                })}
            <TakeAway id chart=has_chart table=has_table />
            <button type="button" class="link share-open needs-script" data-choice="share" aria-haspopup="dialog">
                {words.share}
            </button>
            </div>
        </div>
    }
}

/// The place of a figure that has nothing to show: its question, and why there is no answer.
#[component]
fn EmptyStateCard(id: FigureId) -> impl IntoView {
    let context = State::here().context();
    let empty_state = empty_state(id, &context);
    // Without a bridge the changes of single lines are told all the same.
    let changes = (id == FigureId::Change).then(|| every_change(&context)).filter(|changes| !changes.is_empty());
    let changes = changes.map(|items| view! { <Explanations figure=id items /> });
    view! {
        <article
            class="figure aside"
            data-figure=id.as_str()
            data-aside=""
            id=format!("figure={}", id.as_str())
            aria-labelledby=heading(id, 0)
        >
            <h2 id=heading(id, 0) class="question" tabindex="-1">
                {empty_state.question}
            </h2>
            <p>
                <Sentence text=empty_state.why />
            </p>
            {changes}
            {(id == FigureId::Office).then(|| view! { <OfficeMore /> }.into_any())}
        </article>
    }
}
