//! The glossary: terms with plain words and the document's own definitions.

use crate::components::links::SourceLink;
use crate::components::mentions::begin_mentions;
use crate::components::page_context::PageContext;
use crate::components::rich_text::with_language_marks;
use crate::components::verbatim::Translation;
use leptos::prelude::*;
use mingbai_core::address::term_href;
use mingbai_core::glossary;
use mingbai_core::locale::fill;

/// The section of the glossary, with all terms.
#[component]
pub fn Glossary() -> impl IntoView {
    begin_mentions();
    let page = PageContext::expect();
    let context = page.render_context();
    let words = context.locale.words();
    let show = fill(words.glossary_show, &[("n", &glossary::terms().len().to_string())]);
    // Terms that occur in the document come first.
    let occurs = |term: &&glossary::Term| term.forms.iter().any(|form| context.disclosure.source.contains(form));
    let (first, rest): (Vec<_>, Vec<_>) = glossary::terms().iter().partition(occurs);
    let first = first.into_iter().map(glossary_entry).collect_view();
    let rest = rest.into_iter().map(glossary_entry).collect_view();
    view! {
        <section id="glossary" aria-labelledby="glossary-heading">
            <h2 id="glossary-heading" tabindex="-1">{words.glossary_question}</h2>
            <p class="subtitle">{words.glossary_intro}</p>
            <details class="reference">
                <summary>{show}</summary>
                <div class="entries">{first}</div>
                <h3>{words.glossary_more}</h3>
                <div class="entries">{rest}</div>
            </details>
        </section>
    }
}

/// An entry of the glossary: a term with our explanation in plain words, then the document's definition (名词解释), if it
/// has one.
pub fn glossary_entry(term: &'static glossary::Term) -> AnyView {
    let context = PageContext::expect().render_context();
    let (lang, words) = (context.locale.lang, context.locale.words());
    let definition = match term.definition(context.disclosure) {
        Some(definition) => view! {
            <blockquote lang="zh-CN" translate="no">{definition.text.clone()}</blockquote>
            <Translation zh=definition.text.clone() />
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
            // The id is inside, because browsers open a `details` element when a link leads to an element in it.
            <div id=term_href(term.id).trim_start_matches('#').to_owned()>
                <p>{with_language_marks(term.plain(lang), lang)}</p>
                {definition}
            </div>
        </details>
    }
    .into_any()
}
