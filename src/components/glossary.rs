//! What the words mean.

use crate::components::links::SourceLink;
use crate::components::page_context::PageContext;
use crate::components::rich_text::spoken;
use crate::components::term::begin_stops;
use crate::components::verbatim::OurEnglish;
use leptos::prelude::*;
use mingbai_core::address::term_href;
use mingbai_core::glossary;

/// The whole glossary.
#[component]
pub fn Glossary() -> impl IntoView {
    begin_stops();
    let page = PageContext::expect();
    let context = page.render_context();
    let words = context.locale.words();
    // The words of this document first; the rest is one tap away.
    let here = |term: &&glossary::Term| term.forms.iter().any(|form| context.disclosure.source.contains(form));
    let (first, rest): (Vec<_>, Vec<_>) = glossary::all().iter().partition(here);
    let first = first.into_iter().map(entry).collect_view();
    let rest = rest.into_iter().map(entry).collect_view();
    view! {
        <section id="glossary" aria-labelledby="glossary-heading">
            <h2 id="glossary-heading" tabindex="-1">{words.glossary_question}</h2>
            <p class="subtitle">{words.glossary_intro}</p>
            <div class="entries">{first}</div>
            <details class="more">
                <summary>{words.glossary_more}</summary>
                <div class="entries">{rest}</div>
            </details>
        </section>
    }
}

/// A word and what it means: in plain words of ours, then as the document defines it.
pub fn entry(term: &'static glossary::Term) -> AnyView {
    let context = PageContext::expect().render_context();
    let (lang, words) = (context.locale.lang, context.locale.words());
    let definition = match term.definition(context.disclosure) {
        Some(definition) => view! {
            <blockquote lang="zh-CN">{definition.text.clone()}</blockquote>
            <OurEnglish zh=definition.text.clone() />
            <p class="popup-by">{words.official_definition} " · " <SourceLink quote=definition.quote /></p>
        }
        .into_any(),
        None => view! { <p class="popup-by">{words.our_words}</p> }.into_any(),
    };
    view! {
        <details class="entry">
            <summary>
                {mingbai_core::figures::capitalised(term.name(lang))}
                {context.locale.english().then(|| view! { <span lang="zh-CN" class="zh">{term.zh}</span> })}
            </summary>
            // A link to what is inside opens it, without any script.
            <div id=term_href(term.id).trim_start_matches('#').to_owned()>
                <p>{spoken(term.plain(lang), lang)}</p>
                {definition}
            </div>
        </details>
    }
    .into_any()
}
