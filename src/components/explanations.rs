//! Changes with their reasons. Items and marks of the chart highlight each other.

use crate::components::links::SourceLink;
use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use crate::components::verbatim::{Translation, Verbatim};
use leptos::prelude::*;
use mingbai_core::figures::{ExplainedChange, FigureId, NumberFormat, ReasonText, RichText, drawn_changes};
use mingbai_core::locale::fill;

/// A list of changes with their reasons. The figure `change` lists all of the document: those that its chart draws are
/// shown, the others, which other figures draw, are folded away.
#[component]
pub fn Explanations(
    /// The figure that lists them.
    figure: FigureId,
    /// The changes.
    items: Vec<ExplainedChange>,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let drawn = drawn_changes(&context);
    let is_drawn = |item: &ExplainedChange| figure != FigureId::Change || drawn.contains(&item.line);
    let (shown, rest): (Vec<_>, Vec<_>) = items.into_iter().partition(is_drawn);
    // Where the chart draws both years, their amounts are not repeated.
    let shows_years = figure == FigureId::Change;
    view! {
        <ul class="explanations">{list(shown, shows_years)}</ul>
        {(!rest.is_empty()).then(|| other_changes(rest))}
    }
}

/// The changes that other figures draw, folded away.
fn other_changes(items: Vec<ExplainedChange>) -> AnyView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let n = items.len().to_string();
    let intro = context.fill(words.other_changes_intro, &[]);
    view! {
        <details class="more">
            <summary>{fill(words.other_changes, &[("n", &n)])}</summary>
            <p class="subtitle">
                <Sentence text=intro />
            </p>
            <ul class="explanations">{list(items, true)}</ul>
        </details>
    }
    .into_any()
}

fn list(items: Vec<ExplainedChange>, shows_years: bool) -> impl IntoView {
    items.into_iter().map(move |item| view! { <ExplanationItem item shows_years /> }).collect_view()
}

#[component]
fn ExplanationItem(item: ExplainedChange, shows_years: bool) -> impl IntoView {
    let context = PageContext::expect().render_context();
    // Made in the order of the page, since a number or a term is a link where it is mentioned first.
    let name = view! { <Sentence text=item.name.clone() /> }.into_any();
    let change = view! { <Sentence text=item.change_text(&context) /> }.into_any();
    let plain = |value| RichText::number(value, NumberFormat::Plain);
    let from_to = item.base.zip(item.amount).filter(|_| shows_years).map(|(base, amount)| {
        view! {
            <span class="from-to">
                <Sentence text=plain(base) />
                " "
                <span aria-hidden="true">"→"</span>
                <span class="visually-hidden">{context.locale.words().becomes}</span>
                " "
                <Sentence text=plain(amount) />
            </span>
        }
    });
    let reason = view! { <ReasonView reason=item.reason /> }.into_any();
    let coverage = item.coverage.map(|text| {
        view! {
            <p class="muted" data-coverage="">
                <Sentence text />
            </p>
        }
    });
    view! {
        <li data-explains=item.line.to_string()>
            <p class="explains-what">
                <b>
                    {name}
                </b>
                " "
                {change}
                {from_to}
            </p>
            {reason}
            {coverage}
            <p class="popup-by">
                <SourceLink quote=item.quote />
            </p>
        </li>
    }
}

/// The reason of a change as the document states it, or a sentence that says that none is stated.
#[component]
pub fn ReasonView(
    /// The reason.
    reason: ReasonText,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    match reason {
        ReasonText::Verbatim { zh, .. } => view! { <Verbatim zh reason="verbatim" /> }.into_any(),
        ReasonText::Components { intro, components } => {
            let intro = view! { <Sentence text=intro /> }.into_any();
            let components = components.into_iter().map(|(name, value)| {
                let text = name.then(" ".into()).then(RichText::number(value, NumberFormat::Arrow));
                view! {
                    <li>
                        <Sentence text />
                    </li>
                }
            });
            view! {
                <div class="reason-parts" data-reason="components">
                    <p>{intro}</p>
                    <ul>{components.collect_view()}</ul>
                </div>
            }
            .into_any()
        }
        ReasonText::Flat(zh) => view! {
            <p class="reason-none" data-reason="flat">
                {words.reason_flat} <span lang="zh-CN">"“"{zh.clone()}"”"</span>
            </p>
            <Translation zh />
        }
        .into_any(),
        ReasonText::Unexplained => view! {
            <p class="reason-none" data-reason="none">
                {words.reason_unexplained}
            </p>
        }
        .into_any(),
    }
}
