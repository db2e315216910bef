//! Who the office is, beyond its chart: units, duties, contact.

use crate::components::rich_text::Sentence;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::RichText;

/// Units, duties and contact.
#[component]
pub fn OfficeMore() -> impl IntoView {
    let context = State::here().context();
    let (d, words) = (context.disclosure, context.locale.words());
    let units = (!d.units.is_empty()).then(|| {
        let items = d.units.iter().map(|unit| {
            let note = unit.note.as_ref().map(|note| context.gloss(note));
            let note =
                note.map(|note| if context.locale.english() { format!(" ({note})") } else { format!("（{note}）") });
            let text = RichText::words(context.gloss(&unit.name) + &note.unwrap_or_default());
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
    let duties = (!d.duties.is_empty()).then(|| {
        let items = d.duties.iter().map(|duty| {
            let english = context.locale.english().then(|| mingbai_core::glossary::english(&duty.text)).flatten();
            view! {
                <li value=duty.n.map(|n| n.to_string())>
                    {english.map(|english| view! { <span class="gloss">{english}</span> })}
                    <span lang="zh-CN" class:zh=english.is_some()>{duty.text.clone()}</span>
                </li>
            }
        });
        // Prose without numbers cannot be counted.
        let numbered = d.duties.iter().any(|duty| duty.n.is_some());
        let n = d.duties.len().to_string();
        let shown = if numbered { words.duties_show.replace("{n}", &n) } else { words.duties_show_text.to_owned() };
        view! {
            <details class="more">
                <summary>{shown}</summary>
                {context.locale.english().then(|| view! { <p class="muted">{words.our_translation}</p> })}
                <ol class="duties">{items.collect_view()}</ol>
            </details>
        }
    });
    let contact = d.contact.as_ref().map(|contact| {
        view! {
            <h3>{words.contact_heading}</h3>
            <p><span lang="zh-CN">{contact.name.clone()}</span> " " {contact.phone.clone()}</p>
        }
    });
    view! { <div class="office-more">{units} {duties} {contact}</div> }
}
