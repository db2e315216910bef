//! A number that leads to its origin.

use crate::components::links::to_source;
use crate::components::used_references::UsedReferences;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{NumberFormat, format_number, spoken_number};
use mingbai_core::formula;
use mingbai_core::provenance::{Provenance, SourcedValue};

/// A number: a link to the sentence that states it, or that states the first of what it was computed from. Where there
/// are scripts it opens a card that says where it comes from; published ones and computed ones look different.
#[component]
pub fn Amount(
    /// The number with its origin.
    cited: SourcedValue,
    /// How it is written.
    form: NumberFormat,
) -> impl IntoView {
    let state = State::here();
    let context = state.context();
    let shown = format_number(&cited, form, &context.locale);
    let direction = match cited.money() {
        amount if !matches!(form, NumberFormat::Arrow | NumberFormat::ArrowNumber) || amount.is_zero() => None,
        amount if amount.is_negative() => Some("down"),
        _ => Some("up"),
    };
    // What a published number is follows from its line, its aspect and where the link leads.
    let disclosure = &state.book().disclosure;
    let formula = matches!(cited.origin, Provenance::Computed(_)).then(|| formula::print(&cited, disclosure));
    if let Some(needs) = UsedReferences::here() {
        needs.number(disclosure, &cited);
    }
    let (href, bytes) = cited.quote().map(|quote| to_source(&state, quote)).unzip();
    view! {
        <a
            class="amount"
            href=href
            data-bytes=bytes.flatten()
            data-line=cited.line.to_string()
            data-origin=cited.origin.as_str()
            data-aspect=cited.aspect.as_str()
            data-direction=direction
            data-formula=formula
            aria-label=spoken_number(&context, &cited, form)
        >
            {shown}
        </a>
    }
}
