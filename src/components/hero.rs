//! The top of the page: the big number and a plain sentence.

use crate::components::rich_text::{Sentence, spoken};
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{Alert, Form, Text, headline};
use mingbai_core::locale::MoneyUnit;

/// The units that a reader may see money in.
#[component]
fn UnitChoice() -> impl IntoView {
    let reading = State::here().reading();
    let words = reading.locale.words();
    let choices = MoneyUnit::choices(reading.locale.lang, reading.disclosure.unit).into_iter().map(|unit| {
        let label = match unit {
            MoneyUnit::Wan => words.unit_choice_wan,
            MoneyUnit::Yuan => words.unit_choice_yuan,
            MoneyUnit::Yi => words.unit_choice_yi,
            MoneyUnit::Million => words.unit_choice_million,
        };
        view! {
            <button
                type="button"
                data-unit=unit.word()
                aria-pressed=(unit == reading.locale.unit).to_string()
            >
                {label}
            </button>
        }
    });
    view! {
        <div class="views needs-script" role="group" aria-label=words.unit_choice>
            {choices.collect_view()}
        </div>
    }
}

/// What a reader must know before any figure: a sign and words, in no colour of good or bad.
#[component]
pub fn AlertLine(
    /// What there is to know.
    alert: Alert,
    /// Where there is more of it.
    href: String,
) -> impl IntoView {
    view! {
        <p class="alert" data-alert=alert.kind>
            <b aria-hidden="true">"!"</b>
            <span>
                <Sentence text=alert.text />
                " "
                <a class="fact-more" href=href>
                    {alert.more}
                </a>
            </span>
        </p>
    }
}

/// The top of the page.
#[component]
pub fn Hero() -> impl IntoView {
    let state = State::here();
    let reading = state.reading();
    let top = headline(&reading, state.book().checks());
    let big = top.total.map(|total| {
        let text = Text::cited(total.clone(), Form::Number);
        let (before, behind) = reading.locale.unit_round();
        let small = |unit: String| (!unit.is_empty()).then(|| view! { <small>{unit}</small> });
        view! {
            <p class="big">
                {small(before.to_owned())}
                <Sentence text />
                {small(behind)}
            </p>
            <UnitChoice />
        }
    });
    let alerts = top.alerts.into_iter().map(|alert| view! { <AlertLine href=alert.href.to_owned() alert /> });
    let alerts = alerts.collect_view();
    let facts = top.facts.into_iter().map(|fact| {
        let aside = (!fact.aside.0.is_empty()).then(|| {
            view! {
                <small>
                    <Sentence text=fact.aside />
                </small>
            }
        });
        view! {
            <div data-fact=fact.section data-outcome=fact.outcome>
                <dt>
                    <Sentence text=fact.label />
                </dt>
                <dd>
                    <Sentence text=fact.value />
                    " "
                    {aside}
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
            <div class="hero-columns">
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
            </div>
        </section>
    }
}
