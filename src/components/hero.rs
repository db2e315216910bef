//! The top of the report: the total, the lede in one sentence, alerts and key facts.

use crate::components::about::PublicationLine;
use crate::components::mentions::begin_mentions;
use crate::components::page_context::PageContext;
use crate::components::rich_text::{Sentence, with_language_marks};
use leptos::prelude::*;
use mingbai_core::figures::{Alert, Fact, NumberFormat, RichText, headline};
use mingbai_core::locale::{DisplayUnit, fill};
use mingbai_core::provenance::SourcedValue;

/// The choice of the unit in which money is shown. Each button has the sentence that tells what it changed.
#[component]
fn UnitChoice(
    /// The total, which is told in the new unit.
    total: SourcedValue,
) -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let choices = DisplayUnit::choices(context.locale.lang, context.disclosure.unit).into_iter().map(|unit| {
        let label = match unit {
            DisplayUnit::Wan => words.unit_choice_wan,
            DisplayUnit::Yuan => words.unit_choice_yuan,
            DisplayUnit::Yi => words.unit_choice_yi,
            DisplayUnit::Million => words.unit_choice_million,
        };
        let amount = context.in_unit(unit).locale.money(total.money());
        let announcement = fill(words.said_unit, &[("unit", label), ("amount", &amount)]);
        view! {
            <button
                type="button"
                data-unit=unit.as_str()
                data-announcement=announcement
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

/// What a reader must know before any figure, such as a conflict between numbers. Its style is neutral: no colour for
/// good or bad.
#[component]
pub fn AlertLine(
    /// The alert.
    alert: Alert,
    /// The link to its details.
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

/// The top of the report.
#[component]
pub fn Hero() -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let headline = headline(&context, page.document.checks());
    // Made in the order of the page, since a number or a term is a link where it is mentioned first.
    begin_mentions();
    let kind = view! { <Sentence text=RichText::text(headline.kind) /> }.into_any();
    let alerts = headline.alerts.into_iter().map(|alert| view! { <AlertLine href=alert.href.to_owned() alert /> });
    let alerts = alerts.collect_view();
    let total = headline.total.map(total_with_unit_choice);
    let lede = view! { <Sentence text=headline.lede /> }.into_any();
    let facts = headline.facts.into_iter().map(fact_entry).collect_view();
    let verdict = verdict_line(headline.verdict);
    view! {
        <section class="hero" aria-labelledby="who">
            <div class="hero-columns">
                <div>
                    <p class="kick">
                        {kind}
                    </p>
                    <PublicationLine />
                    <h1 id="who" tabindex="-1">{with_language_marks(&headline.who, context.locale.lang)}</h1>
                    {alerts}
                    {total}
                    <p class="lede">
                        {lede}
                    </p>
                    <p class="underline-key needs-script">{context.locale.words().underline_key}</p>
                </div>
                <div class="facts-column">
                    <dl class="facts">{facts}</dl>
                    {verdict}
                </div>
            </div>
        </section>
    }
}

/// The total in large type, with the choice of its unit.
fn total_with_unit_choice(total: SourcedValue) -> AnyView {
    let context = PageContext::expect().render_context();
    let text = RichText::number(total.clone(), NumberFormat::Number);
    // The unit is before or after the number, as the language has it.
    let (before, after) = context.locale.unit_affixes();
    let small = |unit: String| (!unit.is_empty()).then(|| view! { <small>{unit}</small> });
    view! {
        <p class="big">
            {small(before.to_owned())}
            <Sentence text />
            {small(after)}
        </p>
        <UnitChoice total />
    }
    .into_any()
}

/// Whether the numbers agree with each other, with a link to the checks.
fn verdict_line(verdict: Fact) -> AnyView {
    view! {
        <p class="verdict" data-fact=verdict.section data-outcome=verdict.outcome>
            <Sentence text=verdict.value />
            " "
            <a class="fact-more" href=verdict.href>
                {verdict.more}
            </a>
        </p>
    }
    .into_any()
}

/// A key fact with its value and a link to its section.
fn fact_entry(fact: Fact) -> AnyView {
    let locale = PageContext::expect().render_context().locale;
    // Links that are seen as the same words are heard with what they are about.
    let name = [fact.more, &fact.label.plain(&locale)].join(locale.words().comma);
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
                <a class="fact-more" href=fact.href aria-label=name>
                    {fact.more}
                </a>
            </dd>
        </div>
    }
    .into_any()
}
