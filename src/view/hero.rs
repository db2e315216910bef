//! The top of the page: the big number and a plain sentence.

use super::state::State;
use super::text::{Sentence, spoken};
use crate::figure::{Form, Text, headline};
use leptos::prelude::*;

/// The top of the page.
#[component]
pub fn Hero() -> impl IntoView {
    let state = State::here();
    move || {
        let reading = state.reading();
        let top = headline(&reading, &state.book.checks);
        let big = top.total.map(|total| {
            let text = Text::cited(total.clone(), Form::Number);
            let unit = view! { <small>{reading.locale.unit_word()}</small> };
            let english = reading.locale.english();
            let unit_after = (!english).then(|| unit.clone());
            view! {
                <p class="big">
                    {english.then_some(unit)}
                    <Sentence text />
                    {unit_after}
                </p>
            }
        });
        // Before any figure: a sign and words, in no colour of good or bad.
        let alerts = top.alerts.into_iter().map(|alert| {
            view! {
                <p class="alert" data-alert=alert.kind>
                    <b aria-hidden="true">"!"</b>
                    <span>
                        <Sentence text=alert.text />
                        " "
                        <a class="fact-more" href=alert.href>
                            {alert.more}
                        </a>
                    </span>
                </p>
            }
        });
        let alerts = alerts.collect_view();
        let facts = top.facts.into_iter().map(|fact| {
            view! {
                <div data-fact=fact.section>
                    <dt>
                        <Sentence text=fact.label />
                    </dt>
                    <dd>
                        <Sentence text=fact.value />
                        " "
                        <small>
                            <Sentence text=fact.aside />
                        </small>
                        <a class="fact-more" href=fact.href>
                            {fact.more}
                        </a>
                    </dd>
                </div>
            }
        });
        let facts = facts.collect_view();
        view! {
            <section class="hero" aria-labelledby="who">
                <div>
                    <p class="kick">
                        <Sentence text=Text::words(top.kind) />
                    </p>
                    <h1 id="who" tabindex="-1">{spoken(&top.who, reading.locale.lang)}</h1>
                    {alerts}
                    {big}
                    <p class="lede">
                        <Sentence text=top.lede />
                    </p>
                </div>
                <dl class="facts">{facts}</dl>
            </section>
        }
    }
}
