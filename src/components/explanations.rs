//! Changes with their reasons. Items and marks of the chart highlight each other.

use crate::components::links::SourceLink;
use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use crate::components::verbatim::{Translation, Verbatim};
use leptos::prelude::*;
use mingbai_core::figures::{ExplainedChange, FigureId, NumberFormat, ReasonText, RichText};
use mingbai_core::locale::fill;
use mingbai_core::page_kind::PageKind;

/// A list of changes with their reasons. In the figure `change`, which lists all of them, lines without a change are
/// folded away.
#[component]
pub fn Explanations(
    /// The figure that lists them.
    figure: FigureId,
    /// The changes.
    items: Vec<ExplainedChange>,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let lists_all = figure == FigureId::Change;
    let intro = lists_all.then(|| {
        let changed = items.iter().filter(|item| !item.change.money().is_zero()).count();
        let slots = [("n", items.len().to_string().into()), ("changed", changed.to_string().into())];
        let intro = context.fill(words.all_changes_intro, &slots);
        view! {
            <p class="subtitle">
                <Sentence text=intro />
            </p>
        }
        .into_any()
    });
    let heading = lists_all.then(|| view! { <h3>{words.all_changes}</h3> }.into_any());
    let (unchanged, changed): (Vec<_>, Vec<_>) =
        items.into_iter().partition(|item| lists_all && item.change.money().is_zero());
    let folded = (!unchanged.is_empty()).then(|| {
        let n = unchanged.len().to_string();
        view! {
            <details class="more">
                <summary>{fill(words.all_changes_flat, &[("n", &n)])}</summary>
                <ul class="explanations">{list(unchanged)}</ul>
            </details>
        }
    });
    let lists = view! {
        {intro}
        <ul class="explanations">{list(changed)}</ul>
        {folded}
    }
    .into_any();
    // On a figure page the list can be folded away.
    if lists_all && PageContext::expect().page_kind != PageKind::Report {
        return view! {
            <details class="part" open>
                <summary>{heading}</summary>
                {lists}
            </details>
        }
        .into_any();
    }
    view! {
        {heading}
        {lists}
    }
    .into_any()
}

fn list(items: Vec<ExplainedChange>) -> impl IntoView {
    items.into_iter().map(|item| view! { <ExplanationItem item /> }).collect_view()
}

#[component]
fn ExplanationItem(item: ExplainedChange) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let change = item.change_text(&context);
    let plain = |value| RichText::number(value, NumberFormat::Plain);
    let from_to = item.base.zip(item.amount).map(|(base, amount)| {
        view! {
            <span class="from-to">
                <Sentence text=plain(base).then(" → ".into()).then(plain(amount)) />
            </span>
        }
    });
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
                    <Sentence text=item.name />
                </b>
                " "
                <Sentence text=change />
                {from_to}
            </p>
            <ReasonView reason=item.reason />
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
                    <p>
                        <Sentence text=intro />
                    </p>
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
