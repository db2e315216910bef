//! Changes with their reasons. Items and marks of the chart highlight each other.

use crate::components::links::SourceLink;
use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use crate::components::verbatim::{Translation, Verbatim};
use leptos::prelude::*;
use mingbai_core::disclosure::Quote;
use mingbai_core::figures::{
    CombinedChange, ExplainedChange, FigureId, NumberFormat, ReasonText, RichText, combined_changes, drawn_changes,
};
use mingbai_core::insertion_sort::sorted_by_key;
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
    combined_changes(items).into_iter().map(move |item| view! { <ExplanationItem item shows_years /> }).collect_view()
}

#[component]
fn ExplanationItem(item: CombinedChange, shows_years: bool) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let CombinedChange { change: item, also } = item;
    let quotes: Vec<Quote> = std::iter::once(item.quote).chain(also.iter().map(|also| also.quote)).collect();
    let mut quotes = sorted_by_key(quotes, |quote| quote.start);
    quotes.dedup_by_key(|quote| quote.line);
    // Made in the order of the page, since a number or a term is a link where it is mentioned first.
    let name = view! { <Sentence text=item.name.clone() /> }.into_any();
    let also = also.into_iter().map(|also| {
        view! {
            {context.locale.words().list_separator}
            <b data-explains=also.line.to_string()>
                <Sentence text=also.name />
            </b>
        }
    });
    let also = also.collect_view();
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
                {also}
                " "
                {change}
                {from_to}
            </p>
            {reason}
            {coverage}
            <p class="popup-by">
                {quotes.into_iter().map(|quote| view! { <SourceLink quote /> " " }).collect_view()}
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
        ReasonText::Verbatim { zh, remark, .. } => view! {
            <Verbatim zh reason="verbatim" />
            {remark
                .map(|text| {
                    view! {
                        <p class="gloss" data-remark="opposing-reason">
                            <Sentence text />
                        </p>
                    }
                })}
        }
        .into_any(),
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
