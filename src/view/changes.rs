//! Every change against last year, with its reason.

use super::explanations::ReasonView;
use super::state::State;
use super::text::Sentence;
use crate::figure::{Form, Text, every_change};
use leptos::prelude::*;

/// Every change of the document, the largest first.
#[component]
pub fn Changes() -> impl IntoView {
    let reading = State::here().reading();
    let words = reading.locale.words;
    let changes = every_change(&reading);
    if changes.is_empty() {
        return ().into_any();
    }
    let intro = reading.say(words.all_changes_intro, &[("n", changes.len().to_string().into())]);
    let items = changes.into_iter().map(|change| {
        let moved = change.moved(&reading);
        let plain = |cited| Text::cited(cited, Form::Plain);
        let from_to = change.base.zip(change.amount).map(|(base, amount)| {
            let sum = plain(base).then(" → ".into()).then(plain(amount));
            view! {
                <span class="from-to">
                    <Sentence text=sum />
                </span>
            }
        });
        view! {
            <li data-change=change.line.to_string()>
                <p class="explains-what">
                    <b>
                        <Sentence text=change.name />
                    </b>
                    " "
                    <Sentence text=moved />
                    {from_to}
                </p>
                <ReasonView reason=change.reason />
            </li>
        }
    });
    view! {
        <details class="more" id="all-changes">
            <summary>{words.all_changes}</summary>
            <p class="muted">
                <Sentence text=intro />
            </p>
            <ol class="explanations plain">{items.collect_view()}</ol>
        </details>
    }
    .into_any()
}
