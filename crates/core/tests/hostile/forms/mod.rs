//! What is done to the numbers of a document, by kind of wrong number.

mod brackets;
mod documents;
mod furniture;
mod names;
mod numbers;
mod spelling;
mod units;

use super::base::{Base, Stated};
use super::edit::Edit;
use super::variant::{Effect, Form};

/// Characters that end a line, besides a line feed.
const OTHER_LINE_ENDS: [&str; 6] = ["\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"];

/// All forms that are done to the number at index `at`.
pub fn of_figure(base: &Base, at: usize) -> Vec<Form> {
    let of = [
        furniture::forms,
        numbers::forms,
        numbers::inexact,
        spelling::forms,
        spelling::numerals,
        spelling::invisible,
        units::forms,
        brackets::forms,
        names::forms,
        names::other_years,
        names::inserted,
    ];
    of.iter().flat_map(|forms| forms(base, at)).collect()
}

/// All forms that are done to the whole document.
pub fn of_document(base: &Base) -> Vec<Form> {
    documents::forms(base)
}

/// A form that writes a number otherwise, number and unit.
fn written(class: &'static str, figure: &Stated, name: &str, with: String) -> Form {
    Form::new(class, format!("{name}: {with:?}"), vec![Edit::replace(figure.place(), with)])
}

/// The digits and the unit of a number.
fn number<'a>(base: &'a Base, figure: &Stated) -> Option<(&'a str, &'a str)> {
    let digits = figure.digits.clone()?;
    Some((&base.text[digits], &base.text[figure.unit.clone()]))
}

/// Listed, for the number and for the others that it carries.
fn listed(form: Form, at: usize) -> Form {
    form.with(at, Effect::Listed)
}
