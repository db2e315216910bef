//! The section of the reconciliation checks (勾稽核对): do the numbers add up?

use crate::components::links::SourceLink;
use crate::components::mentions::begin_mentions;
use crate::components::page_context::PageContext;
use crate::components::rich_text::{Sentence, with_language_marks};
use leptos::prelude::*;
use mingbai_core::audit::{Check, Outcome};
use mingbai_core::figures::{
    CheckPassage, RichText, arithmetic, check_passages, check_sentence, slip_sentence, verdict, verdict_trivial,
    verdict_unchecked,
};
use mingbai_core::locale::fill;
use mingbai_core::provenance::SourcedValue;

/// All checks, conflicts first, under a heading with the verdict.
#[component]
pub fn Checks() -> impl IntoView {
    let page = PageContext::expect();
    begin_mentions();
    let context = page.render_context();
    let words = context.locale.words();
    let agrees = |check: &&Check| matches!(check.outcome, Outcome::Pass | Outcome::Rounding);
    let (agreeing, rest): (Vec<&Check>, Vec<&Check>) = page.document.checks().iter().partition(agrees);
    let show = fill(words.checks_show, &[("n", &agreeing.len().to_string())]);
    let list = |checks: Vec<&Check>| {
        (!checks.is_empty())
            .then(|| view! { <ul class="checks">{checks.into_iter().map(check_item).collect_view()}</ul> })
    };
    // Made in the order of the page, since a number is a link where it is mentioned first.
    let heading = view! { <Sentence text=verdict(&context, page.document.checks()) /> }.into_any();
    let apart =
        [verdict_unchecked(&context, page.document.checks()), verdict_trivial(&context, page.document.checks())];
    let apart = apart.into_iter().flatten();
    let apart =
        apart.map(|text| view! { <p class="subtitle"><Sentence text=text.sentence(context.locale.lang) /></p> });
    let apart = apart.collect_view();
    let rest = list(rest);
    let agreeing = list(agreeing);
    view! {
        <section id="checks" aria-labelledby="checks-heading">
            <p class="question">{words.checks_question}</p>
            <h2 id="checks-heading" tabindex="-1">
                {heading}
            </h2>
            {apart}
            <p class="subtitle">
                <Sentence text=RichText::text(words.checks_intro) />
            </p>
            {rest}
            {agreeing
                .map(|agreeing| {
                    view! {
                        <details class="reference">
                            <summary>{show}</summary>
                            {agreeing}
                        </details>
                    }
                })}
        </section>
    }
}

/// A check as a sentence with its arithmetic. A conflict also quotes what the document says on both sides.
fn check_item(check: &Check) -> AnyView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    let (symbol, outcome) = match check.outcome {
        Outcome::Pass => ("✓", words.outcome_pass),
        Outcome::Rounding => ("≈", words.outcome_rounding),
        Outcome::Conflict => ("✕", words.outcome_conflict),
        Outcome::Unchecked => ("–", words.outcome_unchecked),
    };
    // Made in the order of the page, since a number is a link where it is mentioned first.
    let sentence = view! { <Sentence text=check_sentence(&context, check) /> }.into_any();
    let arithmetic = view! { <Sentence text=arithmetic(&context, check) /> }.into_any();
    let slip = slip_sentence(&context, check).map(|text| {
        view! {
            <p class="slip">
                <Sentence text />
            </p>
        }
    });
    let sides = (check.outcome == Outcome::Conflict).then(|| {
        view! {
            <div class="sides">
                <div>{side_of_conflict(words.check_one_side, &check.left)}</div>
                <div>{side_of_conflict(words.check_other_side, &check.right)}</div>
            </div>
        }
    });
    view! {
        <li data-check=check.id() data-outcome=check.outcome.as_str()>
            <span class="outcome">
                <b aria-hidden="true">{symbol}</b>
                " "
                {outcome}
            </span>
            <div>
                <p>
                    {sentence}
                </p>
                <p class="arithmetic">
                    {arithmetic}
                </p>
                {slip}
                {sides}
            </div>
        </li>
    }
    .into_any()
}

/// The passages that state the values on one side of a check.
fn side_of_conflict(label: &'static str, values: &[SourcedValue]) -> AnyView {
    let context = PageContext::expect().render_context();
    let passages = check_passages(&context, values).into_iter().map(|CheckPassage { quote, text, line_name }| {
        let lang = context.locale.lang;
        view! {
            <blockquote lang="zh-CN" translate="no">
                "“" {text} "”" {line_name.map(|name| view! { <span class="muted">" " {with_language_marks(&name, lang)}</span> })} " "
                <SourceLink quote />
            </blockquote>
        }
    });
    view! {
        <p class="popup-label">{label}</p>
        {passages.collect_view()}
    }
    .into_any()
}
