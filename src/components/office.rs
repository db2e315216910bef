//! The details of the office below its chart: units, duties, contact.

use crate::components::contact::ContactLine;
use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use leptos::prelude::*;
use mingbai_core::figures::RichText;
use mingbai_core::locale::fill;

/// The units of the office, its duties (职能职责) and its contact, each if the document states it.
#[component]
pub fn OfficeDetails() -> impl IntoView {
    let context = PageContext::expect().render_context();
    let (disclosure, words) = (context.disclosure, context.locale.words());
    let units = (!disclosure.budget_units.is_empty()).then(|| {
        let items = disclosure.budget_units.iter().map(|unit| {
            let note = unit.note.as_ref().map(|note| context.translated(note));
            let note =
                note.map(|note| if context.locale.english() { format!(" ({note})") } else { format!("（{note}）") });
            let text = RichText::text(context.translated(&unit.name) + &note.unwrap_or_default());
            view! {
                <li>
                    <Sentence text />
                </li>
            }
        });
        view! {
            <h3>{words.units_heading}</h3>
            <ul class="units">{items.collect_view()}</ul>
        }
    });
    let duties = (!disclosure.duties.is_empty()).then(|| {
        let items = disclosure.duties.iter().map(|duty| {
            let english = context.translation(&duty.text);
            view! {
                <li value=duty.n.map(|n| n.to_string())>
                    {english.map(|english| view! { <span class="gloss">{english}</span> })}
                    <span lang="zh-CN" class:zh=english.is_some()>{duty.text.clone()}</span>
                </li>
            }
        });
        // Duties that the document does not number are prose, whose count means nothing.
        let numbered = disclosure.duties.iter().any(|duty| duty.n.is_some());
        let n = disclosure.duties.len().to_string();
        let summary = if numbered { fill(words.duties_show, &[("n", &n)]) } else { words.duties_show_text.to_owned() };
        view! {
            <details class="more">
                <summary>{summary}</summary>
                {context.locale.english().then(|| view! { <p class="muted">{context.locale.labels.our_translation}</p> })}
                <ol class="duties">{items.collect_view()}</ol>
            </details>
        }
    });
    let contact = disclosure.contact.as_ref().map(|contact| {
        view! {
            <h3>{words.contact_heading}</h3>
            <p><ContactLine contact /></p>
        }
    });
    view! { <div class="office-more">{units} {duties} {contact}</div> }
}
