//! Changes with their reasons, beside a chart or in the list of all changes.

use super::state::State;
use super::text::Sentence;
use super::verbatim::{OurEnglish, Verbatim};
use crate::figure::{Explanation, FigureId, Form, Reason, Text};
use leptos::prelude::*;

/// A list of changes with their reasons.
#[component]
pub fn Explanations(
    /// The figure that they belong to.
    figure: FigureId,
    /// The changes.
    items: Vec<Explanation>,
) -> impl IntoView {
    let items = items.into_iter().map(|item| view! { <ExplanationItem figure item /> });
    view! { <ul class="explanations">{items.collect_view()}</ul> }
}

#[component]
fn ExplanationItem(figure: FigureId, item: Explanation) -> impl IntoView {
    let state = State::here();
    let reading = state.reading();
    let line = item.line.clone();
    let lit = move || state.lit.with(|lit| lit.as_ref().is_some_and(|(place, lit)| *place == figure && *lit == line));
    let lit_too = lit.clone();
    let moved = item.moved(&reading);
    view! {
        <li
            class:lit=lit
            data-explains=item.line.to_string()
            aria-current=move || lit_too().then_some("true")
        >
            <p class="explains-what">
                <b>
                    <Sentence text=item.name />
                </b>
                " "
                <Sentence text=moved />
            </p>
            <ReasonView reason=item.reason />
        </li>
    }
}

/// Why something changed, as far as the document says.
#[component]
pub fn ReasonView(
    /// The reason.
    reason: Reason,
) -> impl IntoView {
    let reading = State::here().reading();
    let words = reading.locale.words;
    match reason {
        Reason::Verbatim { zh, .. } => view! { <Verbatim zh reason="verbatim" /> }.into_any(),
        Reason::Components { intro, parts } => {
            let parts = parts.into_iter().map(|(name, part)| {
                let text = name.then(" ".into()).then(Text::cited(part, Form::Arrow));
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
