//! Does it add up?

use crate::components::links::SourceLink;
use crate::components::rich_text::{Sentence, spoken};
use crate::components::term::begin_stops;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::audit::Outcome;
use mingbai_core::figures::{Proof, RichText, arithmetic, check_sentence, proofs, verdict, verdict_unchecked};
use mingbai_core::provenance::SourcedValue;

/// Every check as a sentence with its arithmetic, conflicts first.
#[component]
pub fn Checks() -> impl IntoView {
    let state = State::here();
    begin_stops();
    let context = state.context();
    let words = context.locale.words();
    let items = state.book().checks().iter().map(|check| {
        let (mark, said) = match check.outcome {
            Outcome::Pass => ("✓", words.outcome_pass),
            Outcome::Rounding => ("≈", words.outcome_rounding),
            Outcome::Conflict => ("✕", words.outcome_conflict),
            Outcome::Unchecked => ("–", words.outcome_unchecked),
        };
        // What does not agree is shown in the document's words, both sides of it.
        let sides = (check.outcome == Outcome::Conflict).then(|| {
            let side = |label: &'static str, side: &[SourcedValue]| {
                let proofs = proofs(&context, side).into_iter().map(|Proof { quote, words, of }| {
                    view! {
                        <blockquote lang="zh-CN">
                            "“" {words} "”" {of.map(|of| view! { <span class="muted">" " {spoken(&of, context.locale.lang)}</span> })} " "
                            <SourceLink quote />
                        </blockquote>
                    }
                });
                view! {
                    <p class="popup-label">{label}</p>
                    {proofs.collect_view()}
                }
            };
            view! {
                <div class="sides">
                    <div>{side(words.check_one_side, &check.left)}</div>
                    <div>{side(words.check_other_side, &check.right)}</div>
                </div>
            }
        });
        view! {
            <li data-check=check.id() data-outcome=check.outcome.as_str()>
                <span class="outcome">
                    <b aria-hidden="true">{mark}</b>
                    " "
                    {said}
                </span>
                <div>
                    <p>
                        <Sentence text=check_sentence(&context, check) />
                    </p>
                    <p class="arithmetic">
                        <Sentence text=arithmetic(&context, check) />
                    </p>
                    {sides}
                </div>
            </li>
        }
    });
    let items = items.collect_view();
    let unchecked = verdict_unchecked(&context, state.book().checks())
        .map(|text| view! { <p class="subtitle"><Sentence text=text.sentence(context.locale.lang) /></p> });
    view! {
        <section id="checks" aria-labelledby="checks-heading">
            <p class="question">{words.checks_question}</p>
            <h2 id="checks-heading" tabindex="-1">
                <Sentence text=verdict(&context, state.book().checks()) />
            </h2>
            {unchecked}
            <p class="subtitle">
                <Sentence text=RichText::words(words.checks_intro) />
            </p>
            <ul class="checks">{items}</ul>
        </section>
    }
}
