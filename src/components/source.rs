//! The original text, line by line: its numbers lead to their figures.

use crate::components::downloads::TakeWhole;
use crate::components::links::{SourceLink, to};
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::address::Spot;
use mingbai_core::export::why_says;
use mingbai_core::figures::{AnnotatedLine, AnnotatedSpan, SpanKind, annotated_source};

/// The original text.
#[component]
pub fn Source() -> impl IntoView {
    let state = State::here();
    let context = state.context();
    let (d, words) = (context.disclosure, context.locale.words());
    let lines = annotated_source(&context).into_iter().map(|line| view! { <SourceLine line /> }).collect_view();
    let unread = if d.unread.is_empty() {
        view! { <p class="muted">{words.unread_none}</p> }.into_any()
    } else {
        let items = d.unread.iter().map(|unread| {
            let said = words
                .unread_line
                .replace("{text}", &unread.text)
                .replace("{why}", why_says(unread.why, context.locale.lang));
            view! {
                <li data-unread=unread.why.as_str()>
                    {said} " " <SourceLink quote=unread.quote />
                </li>
            }
        });
        view! {
            <p>{words.unread_intro.replace("{n}", &d.unread.len().to_string())}</p>
            <ul>{items.collect_view()}</ul>
        }
        .into_any()
    };
    let contents = d.headings.iter().filter(|heading| heading.level == 1).map(|heading| {
        let spot = Spot { line: heading.quote.line, bytes: None };
        let english = context.gloss(&heading.text);
        let ours = (english != heading.text).then(|| format!("{english} "));
        let zh = ours.is_some();
        view! {
            <li>
                <a href=spot.href()>
                    {ours} <span lang="zh-CN" class:zh=zh>{heading.text.clone()}</span>
                </a>
            </li>
        }
    });
    let contents = contents.collect_view();
    view! {
        <section id="source" aria-labelledby="source-heading">
            <h2 id="source-heading" tabindex="-1">{words.source_question}</h2>
            <p class="subtitle">{words.source_intro}</p>
            {unread}
            <nav class="contents" aria-label=words.source_contents>
                <ul>{contents}</ul>
            </nav>
            <div class="original" lang="zh-CN">{lines}</div>
            <TakeWhole />
        </section>
    }
}

/// A line of the source.
#[component]
pub fn SourceLine(
    /// The line, with what was understood in it.
    line: AnnotatedLine,
) -> impl IntoView {
    let inner = line.spans.into_iter().map(span_view).collect_view();
    let spot = Spot { line: line.n, bytes: None };
    let (id, n) = (spot.href().trim_start_matches('#').to_owned(), line.n);
    match line.level {
        Some(1) => view! { <h3 id=id data-n=n tabindex="-1">{inner}</h3> }.into_any(),
        Some(_) => view! { <h4 id=id data-n=n tabindex="-1">{inner}</h4> }.into_any(),
        None => view! { <p id=id data-n=n tabindex="-1">{inner}</p> }.into_any(),
    }
}

/// Words, a number that leads to its figure, or one that was not understood.
fn span_view(span: AnnotatedSpan) -> AnyView {
    let state = State::here();
    let context = state.context();
    let text = context.disclosure.source[span.range].to_owned();
    match span.kind {
        SpanKind::Words => text.into_any(),
        SpanKind::Unread(why) => {
            view! { <span class="unread" data-unread=why.as_str() title=context.locale.words().unread_mark>{text}</span> }
                .into_any()
        }
        SpanKind::Number { cited, href } => {
            let (line, aspect) = (cited.line.to_string(), cited.aspect.as_str());
            // Without a script a browser finds the figure, not the line in it.
            let href =
                href.map(|href| if state.live { href } else { href.split('&').next().unwrap_or_default().to_owned() });
            let href = href.map(|href| to(&state, href));
            match href {
                Some(href) => view! {
                    <a class="cited" href=href data-line=line data-origin="stated" data-aspect=aspect>{text}</a>
                }
                .into_any(),
                None => view! {
                    <span class="cited" data-line=line data-origin="stated" data-aspect=aspect>{text}</span>
                }
                .into_any(),
            }
        }
    }
}
