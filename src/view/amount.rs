//! A number that leads to its origin.

use super::hold::Hold;
use super::popup::Subject;
use super::state::State;
use crate::cited::Cited;
use crate::figure::{Form, show};
use leptos::prelude::*;

/// A number: published ones and computed ones look different, and both open a card that says where they come from.
#[component]
pub fn Amount(
    /// The number with its origin.
    cited: Cited,
    /// How it is written.
    form: Form,
) -> impl IntoView {
    let locale = State::here().locale_untracked();
    let shown = show(&cited, form, &locale);
    let direction = match cited.money() {
        amount if !matches!(form, Form::Arrow | Form::ArrowNumber) || amount.is_zero() => "",
        amount if amount.is_negative() => "down",
        _ => "up",
    };
    let (line, origin, aspect) = (cited.line.to_string(), cited.origin.word(), cited.aspect.word());
    view! {
        <span class="amount-hold" data-line=line data-origin=origin data-aspect=aspect data-direction=direction>
            <Hold subject=Subject::Number(cited) class="amount">
                {shown}
            </Hold>
        </span>
    }
}
