//! A sentence on the page: its numbers lead to their origin, its terms to their explanation.

use crate::components::amount::Amount;
use crate::components::term::Term;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::figures::{RichText, TextRun};
use mingbai_core::glossary;
use mingbai_core::glossary::Piece as Marked;
use mingbai_core::locale::Lang;

/// A sentence with its terms marked, each once.
#[component]
pub fn Sentence(
    /// What it says.
    text: RichText,
    /// Terms that stay plain, because they are what is being explained.
    #[prop(optional)]
    known: Vec<&'static str>,
) -> impl IntoView {
    let lang = State::here().lang.get_untracked();
    let mut seen = known;
    let pieces: Vec<AnyView> = text
        .0
        .into_iter()
        .map(|piece| match piece {
            TextRun::Number(cited, form) => view! { <Amount cited form /> }.into_any(),
            TextRun::Line(line, name) => match glossary::of_line(&line).filter(|term| !seen.contains(&term.id)) {
                Some(term) => {
                    seen.push(term.id);
                    view! { <Term id=term.id words=name /> }.into_any()
                }
                None => name.into_any(),
            },
            TextRun::Words(words) => marked(&words, lang, &mut seen),
            TextRun::Verbatim(words) => {
                view! { <span lang="zh-CN">{marked(&words, Lang::Zh, &mut seen)}</span> }.into_any()
            }
        })
        .collect();
    pieces
}

/// Words of ours; Chinese ones among English are marked as Chinese, so that they are read aloud and set as such.
pub fn spoken(words: &str, lang: Lang) -> AnyView {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if lang == Lang::Zh || !words.contains(han) {
        return words.to_owned().into_any();
    }
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(han) {
        let end = rest[start..].find(|c| !han(c)).map_or(rest.len(), |len| start + len);
        pieces.push(rest[..start].to_owned().into_any());
        pieces.push(view! { <span lang="zh-CN">{rest[start..end].to_owned()}</span> }.into_any());
        rest = &rest[end..];
    }
    pieces.push(rest.to_owned().into_any());
    pieces.into_any()
}

/// Words with their terms marked; terms in `seen` stay plain, and those marked here are added.
pub fn marked(words: &str, lang: Lang, seen: &mut Vec<&'static str>) -> AnyView {
    let pieces: Vec<AnyView> = glossary::mark(words, lang, seen)
        .into_iter()
        .map(|piece| match piece {
            Marked::Plain(words) => spoken(words, lang),
            Marked::Term(words, id) => {
                seen.push(id);
                view! { <Term id words=words.to_owned() /> }.into_any()
            }
        })
        .collect();
    pieces.into_any()
}
