//! The top of the page: the big number and a plain sentence.

use crate::components::rich_text::{Sentence, spoken};
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{Alert, NumberFormat, RichText, headline};
use mingbai_core::locale::MoneyUnit;

/// The units that a reader may see money in.
#[component]
fn UnitChoice() -> impl IntoView {
    let context = State::here().context();
    let words = context.locale.words();
    let choices = MoneyUnit::choices(context.locale.lang, context.disclosure.unit).into_iter().map(|unit| {
        let label = match unit {
            MoneyUnit::Wan => words.unit_choice_wan,
            MoneyUnit::Yuan => words.unit_choice_yuan,
            MoneyUnit::Yi => words.unit_choice_yi,
            MoneyUnit::Million => words.unit_choice_million,
        };
        view! {
            <button
                type="button"
                data-unit=unit.as_str()
                aria-pressed=(unit == context.locale.unit).to_string()
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
    let context = state.context();
    let top = headline(&context, state.book().checks());
    let big = top.total.map(|total| {
        let text = RichText::number(total.clone(), NumberFormat::Number);
        let (before, behind) = context.locale.unit_round();
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
        let detail = (!fact.detail.0.is_empty()).then(|| {
            view! {
                <small>
                    <Sentence text=fact.detail />
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
                    {detail}
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
                        <Sentence text=RichText::words(top.kind) />
                    </p>
                    <h1 id="who" tabindex="-1">{spoken(&top.who, context.locale.lang)}</h1>
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
