//! A figure on the page: question, finding, chart, reasons, notes, source, table.

use super::chart::ChartView;
use super::explanations::Explanations;
use super::office::OfficeMore;
use super::popup_card::SourceLink;
use super::purposes::Purposes;
use super::state::State;
use super::table::TableView;
use super::take_away::{TakeAway, TakeButton};
use super::term::begin_stops;
use super::text::{Sentence, spoken};
use crate::figure::{FigureId, Look, aside, every_change, figure};
use crate::platform::page;
use leptos::prelude::*;

/// A figure; where the disclosure holds nothing that it could show, a sentence that says so.
#[component]
pub fn FigureCard(
    /// Which one.
    id: FigureId,
) -> impl IntoView {
    let state = State::here();
    let taking = RwSignal::new(false);
    let choice = move || if id == FigureId::Flow { state.flow_view.get() } else { 0 };
    move || {
        begin_stops();
        let reading = state.reading();
        let words = reading.locale.words;
        let Some(made) = figure(id, &reading, choice(), &Look::WIDE) else {
            return view! { <AsideCard id /> }.into_any();
        };
        let hint = made.hint(words).map(|hint| format!("{}{hint}", words.full_stop));
        let heading = format!("figure-{}", id.word());
        let views = (!made.views.is_empty()).then(|| {
            let chosen = choice();
            let buttons = made.views.iter().enumerate().map(|(at, label)| {
                let said = label.clone();
                let choose = move |_| {
                    state.flow_view.set(at);
                    // The figure is drawn anew: the choice keeps the focus and is told.
                    state.said.set(said.clone());
                    page::focus_soon(format!("[data-figure={}] .views button:nth-child({})", id.word(), at + 1));
                };
                view! {
                    <button type="button" aria-pressed=(at == chosen).to_string() on:click=choose>
                        {label.clone()}
                    </button>
                }
            });
            view! {
                <div class="views" role="group" aria-label=words.views_label>
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
                <span>{spoken(&source.section, reading.locale.lang)} " " <SourceLink quote=source.quote /></span>
            }
        });
        let sources = sources.collect_view();
        let open = move || state.tables.with(|tables| tables.contains(&id));
        let toggle = move |_| {
            state.tables.update(|tables| match tables.iter().position(|known| *known == id) {
                Some(at) => {
                    tables.remove(at);
                }
                None => tables.push(id),
            });
        };
        let table_id = format!("table-{}", id.word());
        let controls = table_id.clone();
        let table = made.table;
        let has_table = !table.rows.is_empty();
        let has_chart = made.chart.is_some();
        let subtitle = (!made.subtitle.0.is_empty()).then(|| {
            view! {
                <p class="subtitle">
                    <Sentence text=made.subtitle /> {hint}
                </p>
            }
        });
        let explanations = made.explanations;
        view! {
            <article class="figure" data-figure=id.word() id=format!("card-{}", id.word()) aria-labelledby=heading.clone()>
                <p class="question">{made.question}</p>
                <h2 id=heading.clone() tabindex="-1">
                    <Sentence text=made.title />
                </h2>
                {subtitle}
                {views}
                {has_chart.then(|| view! { <ChartView id choice=Signal::derive(choice) /> }.into_any())}
                {(!explanations.is_empty()).then(|| view! { <Explanations figure=id items=explanations /> }.into_any())}
                <Purposes figure=id />
                {(id == FigureId::Office).then(|| view! { <OfficeMore /> }.into_any())}
                <div class="notes">{notes}</div>
                <footer>
                    <p class="source">{words.source_label} {sources}</p>
                    <div class="actions">
                        {has_table
                            .then(|| {
                                view! {
                                    <button
                                        type="button"
                                        class="link"
                                        aria-expanded=move || open().to_string()
                                        aria-controls=controls
                                        on:click=toggle
                                    >
                                        {move || if open() { words.table_hide } else { words.table_show }}
                                    </button>
                                }
                            })}
                        <TakeButton id open=taking />
                    </div>
                </footer>
                <TakeAway id chart=has_chart table=has_table open=taking />
                {has_table
                    .then(|| {
                        view! {
                            <div id=table_id hidden=move || !open() && !state.printing.get()>
                                <TableView table />
                            </div>
                        }
                    })}
            </article>
        }
        .into_any()
    }
}

/// The place of a figure that has nothing to show: its question, and why there is no answer.
#[component]
fn AsideCard(id: FigureId) -> impl IntoView {
    let reading = State::here().reading();
    let aside = aside(id, &reading);
    let heading = format!("figure-{}", id.word());
    // Without a bridge the changes of single lines are told all the same.
    let changes = (id == FigureId::Change).then(|| every_change(&reading)).filter(|changes| !changes.is_empty());
    let changes = changes.map(|items| view! { <Explanations figure=id items /> });
    view! {
        <article
            class="figure aside"
            data-figure=id.word()
            data-aside=""
            id=format!("card-{}", id.word())
            aria-labelledby=heading.clone()
        >
            <h2 id=heading.clone() class="question" tabindex="-1">
                {aside.question}
            </h2>
            <p>
                <Sentence text=aside.why />
            </p>
            {changes}
            {(id == FigureId::Office).then(|| view! { <OfficeMore /> }.into_any())}
        </article>
    }
}
