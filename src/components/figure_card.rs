//! A figure on the page: question, finding, chart, reasons, notes, sources, table.

use crate::components::chart_host::ChartHost;
use crate::components::downloads::DownloadMenu;
use crate::components::explanations::Explanations;
use crate::components::hero::AlertLine;
use crate::components::links::SourceLink;
use crate::components::mentions::{begin_mentions, with_mentions_apart};
use crate::components::office::OfficeDetails;
use crate::components::page_context::PageContext;
use crate::components::purposes::Purposes;
use crate::components::rich_text::{Sentence, with_language_marks};
use crate::components::source_passage::SourcePassageView;
use crate::components::table::TableView;
use leptos::prelude::*;
use mingbai_core::export::{compact_remarks, document_title, line_list, source_lines};
use mingbai_core::figures::{
    ChartStyle, Figure, FigureGroup, FigureId, SourceReference, Table, empty_state, explained_changes, figure,
    figure_alert, figure_group,
};
use mingbai_core::page_kind::PageKind;

/// A figure with all of its views. If the disclosure states nothing that the figure could show, its empty state.
#[component]
pub fn FigureCard(
    /// The figure.
    id: FigureId,
) -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    begin_mentions();
    let Some(first) = figure(id, &context, 0, &ChartStyle::WIDE) else {
        return view! { <EmptyStateCard id /> }.into_any();
    };
    let question = first.question.clone();
    let group = figure_group(&context, id).filter(|_| page.page_kind == PageKind::Report);
    let is_shown_first = group.as_ref().is_none_or(|group| group.members[0] == id);
    // The page of a figure alone has its alert above the figure.
    let alert = (page.page_kind == PageKind::Report)
        .then(|| figure_alert(&context, page.document.checks(), id))
        .flatten()
        .map(|alert| view! { <AlertLine href=alert.href.to_owned() alert /> });
    let group_name = group.as_ref().map(|group| group.name);
    let tabs = group.map(|group| figure_choice(&group, id));
    let others = (1..first.views.len()).filter_map(|view| figure(id, &context, view, &ChartStyle::WIDE));
    let views: Vec<AnyView> = std::iter::once(first)
        .chain(others.collect::<Vec<_>>())
        .enumerate()
        .map(|(view, figure)| with_mentions_apart(|| view! { <FigureView figure view /> }.into_any()))
        .collect();
    view! {
        <article
            class="figure"
            data-figure=id.as_str()
            data-group=group_name
            hidden=(!is_shown_first).then_some(UNTIL_FOUND)
            id=format!("figure={}", id.as_str())
            aria-labelledby=heading_id(id, 0)
        >
            {tabs}
            <p class="question">{question}</p>
            {alert}
            {views}
        </article>
    }
    .into_any()
}

/// The value of `hidden` with which the browser's own search still finds what is hidden, and shows it.
pub const UNTIL_FOUND: &str = "until-found";

/// The buttons that choose one figure of a group; `shown` is the figure that they stand above.
fn figure_choice(group: &FigureGroup, shown: FigureId) -> AnyView {
    let words = PageContext::expect().render_context().locale.words();
    let buttons = group.members.iter().map(|id| {
        let label = match id {
            FigureId::Flow => words.tab_flow,
            FigureId::Purpose => words.tab_purpose,
            FigureId::Change => words.tab_change,
            FigureId::Nature => words.tab_nature,
            FigureId::ThreePublic | FigureId::Running | FigureId::Office => "",
        };
        view! {
            <button type="button" data-choose-figure=id.as_str() aria-pressed=(*id == shown).to_string()>
                {label}
            </button>
        }
    });
    view! {
        <div class="views tabs needs-script" role="group" aria-label=words.tabs_label>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}

/// The id of the heading of a figure's view: `figure-flow`, `figure-flow-nature`.
pub fn heading_id(id: FigureId, view: usize) -> String {
    match id.views().get(view) {
        Some(name) if view > 0 => format!("figure-{}-{name}", id.as_str()),
        _ => format!("figure-{}", id.as_str()),
    }
}

/// One view of a figure. All but the first are hidden until a reader chooses them.
#[component]
fn FigureView(
    /// The figure in this view.
    figure: Figure,
    /// The index of the view.
    view: usize,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let id = figure.id;
    let hint = figure.hint(words).map(|hint| format!("{}{hint}", words.full_stop));
    let has_chart = figure.chart.is_some();
    let compact_remarks = match PageContext::expect().page_kind {
        PageKind::Report => Vec::new(),
        PageKind::Figure(_) => compact_remarks(&context, &figure),
    };
    let explanations = figure.explanations;
    // The heading, and the figure that it names, are called by its words alone: a link in it has a longer name.
    let heading = figure.title.plain(&context.locale);
    // Made in the order of the page, since a number or a term is a link where it is mentioned first.
    let title = view! { <Sentence text=figure.title /> }.into_any();
    let subtitle = (!figure.subtitle.0.is_empty()).then(|| {
        view! {
            <p class="subtitle">
                <Sentence text=figure.subtitle />
                <span class="needs-script on-screen">{hint}</span>
            </p>
        }
    });
    let view_choice = (!figure.views.is_empty()).then(|| view_choice(&figure.views, view));
    let name = figure.table.caption.clone();
    let chart = figure.chart.map(|chart| view! { <ChartHost id view chart name /> }.into_any());
    let explanations =
        (!explanations.is_empty()).then(|| view! { <Explanations figure=id items=explanations /> }.into_any());
    let passage = (view == 0).then(|| view! { <SourcePassageView figure=id /> }.into_any());
    let purposes = (view == 0).then(|| view! { <Purposes figure=id /> }.into_any());
    let office = (id == FigureId::Office).then(|| view! { <OfficeDetails /> }.into_any());
    let notes = figure.notes.into_iter().map(|text| {
        view! {
            <p>
                <Sentence text />
            </p>
        }
    });
    let notes = notes.collect_view();
    let compact_source = compact_source(id, &figure.sources);
    let compact_remarks = compact_remarks.into_iter().map(|remark| {
        view! { <p class="compact-only compact-remark">{with_language_marks(&remark, context.locale.lang)}</p> }
    });
    let compact_remarks = compact_remarks.collect_view();
    let sources = sources(figure.sources);
    view! {
        <div class="figure-view" data-view=view hidden=(view > 0).then_some(UNTIL_FOUND)>
            <h2 id=heading_id(id, view) tabindex="-1" aria-label=heading>
                {title}
            </h2>
            {subtitle}
            {view_choice}
            {chart}
            {explanations}
            {passage}
            {purposes}
            {office}
            <div class="notes">{notes}</div>
            <p class="source">{words.source_label} {sources}</p>
            {compact_remarks}
            {compact_source}
            {folds(id, has_chart, figure.table)}
        </div>
    }
}

/// The buttons that choose one of a figure's views.
fn view_choice(labels: &[String], chosen: usize) -> AnyView {
    let words = PageContext::expect().render_context().locale.words();
    let buttons = labels.iter().enumerate().map(|(view, label)| {
        view! {
            <button type="button" data-choose-view=view aria-pressed=(view == chosen).to_string()>
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
}

/// The sections of the document that a figure is made from, each with a link to its text.
fn sources(sources: Vec<SourceReference>) -> AnyView {
    let locale = PageContext::expect().render_context().locale;
    let items = sources.into_iter().enumerate().map(|(index, source)| {
        view! {
            {(index > 0).then_some(locale.words().comma)}
            <span>{with_language_marks(&source.section, locale.lang)} " " <SourceLink quote=source.quote /></span>
        }
    });
    items.collect_view().into_any()
}

/// The source below the compact form of a figure page, with links to the sentence and to the whole figure. It is only
/// displayed in that form, and so are its links, which lead to the report.
fn compact_source(id: FigureId, sources: &[SourceReference]) -> Option<AnyView> {
    let page = PageContext::expect();
    if page.page_kind == PageKind::Report {
        return None;
    }
    let context = page.render_context();
    let (words, lang) = (context.locale.words(), context.locale.lang);
    let report = page.link_to(PageKind::Report, lang);
    let sentence = sources.first().map(|first| {
        let lines = line_list(&context, &source_lines(sources));
        view! {
            {words.comma}
            <a href=format!("{report}#source={}", first.line)>{lines}</a>
        }
    });
    let view = view! {
        <p class="compact-only compact-source">
            {words.source_label} {with_language_marks(&document_title(&context), lang)} {sentence}
            {words.full_stop} {words.footer_plan} " "
            <a href=format!("{report}#figure={}", id.as_str())>{words.compact_whole}</a>
        </p>
    };
    Some(view.into_any())
}

/// What is folded away below a figure: its table and its downloads; and the button that opens the share dialog.
fn folds(id: FigureId, has_chart: bool, table: Table) -> AnyView {
    let words = PageContext::expect().render_context().locale.words();
    let has_table = !table.rows.is_empty();
    view! {
        <div class="folds">
            {has_table
                .then(|| {
                    view! {
                        <details class="fold table-fold">
                            <summary>
                                <span class="when-shut">{words.table_show}</span>
                                <span class="when-open">{words.table_hide}</span>
                            </summary>
                            <TableView table />
                        </details>
                    }
                })}
            <DownloadMenu id has_chart has_table />
            <button type="button" class="link reuse-open needs-script" data-choice="share" aria-haspopup="dialog">
                {words.share}
            </button>
        </div>
    }
    .into_any()
}

/// The empty state of a figure: its question, and one sentence why there is no answer.
#[component]
fn EmptyStateCard(id: FigureId) -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let empty_state = empty_state(id, &context);
    let why = view! { <Sentence text=empty_state.why /> }.into_any();
    // The figure `change` needs last year's total; the changes of single lines are listed without it.
    let changes = (id == FigureId::Change).then(|| explained_changes(&context)).filter(|changes| !changes.is_empty());
    // A page of empty states would hide the little that was understood.
    let is_hidden = page.is_half_understood() && changes.is_none();
    let changes = changes.map(|items| view! { <Explanations figure=id items /> });
    view! {
        <article
            class="figure empty-state"
            data-figure=id.as_str()
            data-empty-state=""
            id=format!("figure={}", id.as_str())
            aria-labelledby=heading_id(id, 0)
            hidden=is_hidden
        >
            <h2 id=heading_id(id, 0) class="question" tabindex="-1">
                {empty_state.question}
            </h2>
            <p>{why}</p>
            {changes}
            {(id == FigureId::Office).then(|| view! { <OfficeDetails /> }.into_any())}
        </article>
    }
}
