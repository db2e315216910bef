//! Rich text on the page: numbers link to their provenance, terms to the glossary.

use crate::components::amount::Amount;
use crate::components::page_context::PageContext;
use crate::components::term::Term;
use leptos::prelude::*;
use mingbai_core::figures::{RichText, TextRun};
use mingbai_core::glossary;
use mingbai_core::glossary::TermSpan;
use mingbai_core::locale::Lang;

/// A sentence. The first occurrence of each term in it is a link.
#[component]
pub fn Sentence(
    /// The sentence.
    text: RichText,
    /// Ids of terms that are not linked, because the sentence is part of their explanation.
    #[prop(optional)]
    unlinked_terms: Vec<&'static str>,
) -> impl IntoView {
    let lang = PageContext::expect().lang;
    let mut seen = unlinked_terms;
    let segments: Vec<AnyView> = text
        .0
        .into_iter()
        .map(|piece| match piece {
            TextRun::Number(value, form) => view! { <Amount value form /> }.into_any(),
            TextRun::Line(line, name) => match glossary::term_of_line(&line).filter(|term| !seen.contains(&term.id)) {
                Some(term) => {
                    seen.push(term.id);
                    view! { <Term id=term.id words=name /> }.into_any()
                }
                None => name.into_any(),
            },
            TextRun::Text(words) => with_term_links(&words, lang, &mut seen),
            TextRun::Verbatim(words) => {
                view! { <span lang="zh-CN">{with_term_links(&words, Lang::Zh, &mut seen)}</span> }.into_any()
            }
        })
        .collect();
    segments
}

/// Words of the interface in a language. Chinese characters among English words get a `lang` attribute, so that screen
/// readers pronounce them and browsers choose their font correctly.
pub fn with_language_marks(words: &str, lang: Lang) -> AnyView {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if lang == Lang::Zh || !words.contains(is_han) {
        return words.to_owned().into_any();
    }
    let mut segments: Vec<AnyView> = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(is_han) {
        let end = rest[start..].find(|c| !is_han(c)).map_or(rest.len(), |len| start + len);
        segments.push(rest[..start].to_owned().into_any());
        segments.push(view! { <span lang="zh-CN">{rest[start..end].to_owned()}</span> }.into_any());
        rest = &rest[end..];
    }
    segments.push(rest.to_owned().into_any());
    segments.into_any()
}

/// Words with links for their terms. Terms in `seen` are not linked; those linked here are added to it.
pub fn with_term_links(words: &str, lang: Lang, seen: &mut Vec<&'static str>) -> AnyView {
    let segments: Vec<AnyView> = glossary::mark_terms(words, lang, seen)
        .into_iter()
        .map(|piece| match piece {
            TermSpan::Plain(words) => with_language_marks(words, lang),
            TermSpan::Term(words, id) => {
                seen.push(id);
                view! { <Term id words=words.to_owned() /> }.into_any()
            }
        })
        .collect();
    segments.into_any()
}
