//! A number that leads to its provenance.

use crate::components::links::{href_of_clause, href_of_source};
use crate::components::mentions::Mentions;
use crate::components::page_context::PageContext;
use crate::components::used_references::UsedReferences;
use leptos::prelude::*;
use mingbai_core::figures::{NumberFormat, format_number, number_link_name, split_arrow};
use mingbai_core::formula;
use mingbai_core::provenance::{Provenance, SourcedValue};

/// A number: a link to the clause that states it where it is mentioned first in a figure, plain text after that. A
/// computed number leads to the clause of its first stated operand, and is styled differently. In an enhanced page a press
/// opens a popup with the number's provenance, wherever it is mentioned.
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
    let (arrow, rest) = split_arrow(&formatted);
    let direction = match arrow {
        "▲" => Some("up"),
        "▼" => Some("down"),
        _ => None,
    };
    // The word beside it says the same.
    let arrow = direction.map(|_| view! { <span aria-hidden="true">{arrow.to_owned()}</span> });
    let rest = rest.to_owned();
    // Only computed numbers need this: a stated one follows from its line, its aspect and the target of the link.
    let disclosure = &page.document.disclosure;
    let formula = matches!(value.provenance, Provenance::Computed(_)).then(|| formula::format(&value, disclosure));
    if let Some(references) = UsedReferences::current() {
        references.add_value(disclosure, &value);
    }
    let (line, origin, aspect) = (value.line.to_string(), value.provenance.as_str(), value.aspect.as_str());
    // In an arithmetic a number has neither name nor unit but in the name of its link.
    // Browsers that translate a page move words between elements. `boot.js` says the same of prerendered numbers, where the
    // attribute would cost every reader bytes.
    let no_translation = page.is_enhanced.then_some("no");
    if !Mentions::is_number_linked(&value) && !form.is_operand() {
        let href = value.quote().map(|quote| href_of_clause(&page, quote));
        return view! {
            <span
                class="amount"
                translate=no_translation
                data-href=href
                data-line=line
                data-origin=origin
                data-aspect=aspect
                data-direction=direction
                data-formula=formula
            >
                {arrow}
                {rest}
            </span>
        }
        .into_any();
    }
    let (href, bytes) = value.quote().map(|quote| href_of_source(&page, quote)).unzip();
    view! {
        <a
            class="amount"
            translate=no_translation
            href=href
            data-bytes=bytes.flatten()
            data-line=line
            data-origin=origin
            data-aspect=aspect
            data-direction=direction
            data-formula=formula
            aria-label=number_link_name(&context, &value, form)
        >
            {arrow}
            {rest}
        </a>
    }
    .into_any()
}
