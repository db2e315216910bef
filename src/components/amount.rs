//! A number with a link to its provenance.

use crate::components::links::href_of_source;
use crate::components::page_context::PageContext;
use crate::components::used_references::UsedReferences;
use leptos::prelude::*;
use mingbai_core::figures::{NumberFormat, format_number, spoken_number};
use mingbai_core::formula;
use mingbai_core::provenance::{Provenance, SourcedValue};

/// A number as a link to the clause that states it. A computed number links to the clause of its first stated operand,
/// and is styled differently. In an enhanced page the link opens a popup with the number's provenance.
#[component]
pub fn Amount(
    /// The number with its provenance.
    value: SourcedValue,
    /// The form in which it is written: with or without unit, sign or arrow.
    form: NumberFormat,
) -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let formatted = format_number(&value, form, &context.locale);
    let direction = match value.money() {
        amount if !form.has_arrow() || amount.is_zero() => None,
        amount if amount.is_negative() => Some("down"),
        _ => Some("up"),
    };
    // Only computed numbers need this: a stated one follows from its line, its aspect and the target of the link.
    let disclosure = &page.document.disclosure;
    let formula = matches!(value.provenance, Provenance::Computed(_)).then(|| formula::format(&value, disclosure));
    if let Some(references) = UsedReferences::current() {
        references.add_value(disclosure, &value);
    }
    let (href, bytes) = value.quote().map(|quote| href_of_source(&page, quote)).unzip();
    view! {
        <a
            class="amount"
            href=href
            data-bytes=bytes.flatten()
            data-line=value.line.to_string()
            data-origin=value.provenance.as_str()
            data-aspect=value.aspect.as_str()
            data-direction=direction
            data-formula=formula
            aria-label=spoken_number(&context, &value, form)
        >
            {formatted}
        </a>
    }
}
