//! Does it add up?

use super::state::State;
use super::text::Sentence;
use crate::audit::Outcome;
use crate::figure::{Text, arithmetic, check_sentence, verdict, verdict_unchecked};
use leptos::prelude::*;

/// Every check as a sentence with its arithmetic, conflicts first.
#[component]
pub fn Checks() -> impl IntoView {
    let state = State::here();
    move || {
        let reading = state.reading();
        let words = reading.locale.words;
        let items = state.book.checks.iter().map(|check| {
            let (mark, said) = match check.outcome {
                Outcome::Pass => ("✓", words.outcome_pass),
                Outcome::Rounding => ("≈", words.outcome_rounding),
                Outcome::Conflict => ("✕", words.outcome_conflict),
                Outcome::Unchecked => ("–", words.outcome_unchecked),
            };
            view! {
                <li data-check=check.id() data-outcome=check.outcome.word()>
                    <span class="outcome">
                        <b aria-hidden="true">{mark}</b>
                        " "
                        {said}
                    </span>
                    <div>
                        <p>
                            <Sentence text=check_sentence(&reading, check) />
                        </p>
                        <p class="arithmetic">
                            <Sentence text=arithmetic(&reading, check) />
                        </p>
                    </div>
                </li>
            }
        });
        let items = items.collect_view();
        let unchecked = verdict_unchecked(&reading, &state.book.checks)
            .map(|text| view! { <p class="subtitle"><Sentence text=text.sentence(reading.locale.lang) /></p> });
        view! {
            <section id="checks" aria-labelledby="checks-heading">
                <p class="question">{words.checks_question}</p>
                <h2 id="checks-heading" tabindex="-1">
                    <Sentence text=verdict(&reading, &state.book.checks) />
                </h2>
                {unchecked}
                <p class="subtitle">
                    <Sentence text=Text::words(words.checks_intro) />
                </p>
                <ul class="checks">{items}</ul>
            </section>
        }
    }
}
