//! Changes with their reasons, beside a chart that they drive and that drives them.

use crate::components::links::SourceLink;
use crate::components::rich_text::Sentence;
use crate::components::verbatim::{OurEnglish, Verbatim};
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{Explanation, FigureId, NumberFormat, Reason, RichText};
use mingbai_core::page_kind::PageKind;

/// A list of changes with their reasons. Where there are several, those that changed nothing are folded away.
#[component]
pub fn Explanations(
    /// The figure that they belong to.
    figure: FigureId,
    /// The changes.
    items: Vec<Explanation>,
) -> impl IntoView {
    let context = State::here().context();
    let words = context.locale.words();
    let all = figure == FigureId::Change;
    let intro = all.then(|| {
        let intro = context.fill(words.all_changes_intro, &[("n", items.len().to_string().into())]);
        view! {
            <p class="subtitle">
                <Sentence text=intro />
            </p>
        }
        .into_any()
    });
    let heading = all.then(|| view! { <h3>{words.all_changes}</h3> }.into_any());
    let (flat, moved): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| all && item.change.money().is_zero());
    let folded = (!flat.is_empty()).then(|| {
        let n = flat.len().to_string();
        view! {
            <details class="more">
                <summary>{words.all_changes_flat.replace("{n}", &n)}</summary>
                <ul class="explanations">{list(flat)}</ul>
            </details>
        }
    });
    let listed = view! {
        {intro}
        <ul class="explanations">{list(moved)}</ul>
        {folded}
    }
    .into_any();
    // On its figure's own page it is a part that can be put aside.
    if all && State::here().sheet != PageKind::Report {
        return view! {
            <details class="part" open>
                <summary>{heading}</summary>
                {listed}
            </details>
        }
        .into_any();
    }
    view! {
        {heading}
        {listed}
    }
    .into_any()
}

fn list(items: Vec<Explanation>) -> impl IntoView {
    items.into_iter().map(|item| view! { <ExplanationItem item /> }).collect_view()
}

#[component]
fn ExplanationItem(item: Explanation) -> impl IntoView {
    let context = State::here().context();
    let moved = item.change_text(&context);
    let plain = |cited| RichText::number(cited, NumberFormat::Plain);
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
                <Sentence text=moved />
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

/// Why something changed, as far as the document says.
#[component]
pub fn ReasonView(
    /// The reason.
    reason: Reason,
) -> impl IntoView {
    let context = State::here().context();
    let words = context.locale.words();
    match reason {
        Reason::Verbatim { zh, .. } => view! { <Verbatim zh reason="verbatim" /> }.into_any(),
        Reason::Components { intro, parts } => {
            let parts = parts.into_iter().map(|(name, part)| {
                let text = name.then(" ".into()).then(RichText::number(part, NumberFormat::Arrow));
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
                    <ul>{parts.collect_view()}</ul>
                </div>
            }
            .into_any()
        }
        Reason::Flat(zh) => view! {
            <p class="reason-none" data-reason="flat">
                {words.reason_flat} <span lang="zh-CN">"“"{zh.clone()}"”"</span>
            </p>
            <OurEnglish zh />
        }
        .into_any(),
        Reason::Unexplained => view! {
            <p class="reason-none" data-reason="none">
                {words.reason_unexplained}
            </p>
        }
        .into_any(),
    }
}
