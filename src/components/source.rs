//! The original text of the document, line by line. Its numbers link to the figures that show them.

use crate::components::downloads::DownloadSection;
use crate::components::links::{SourceLink, href_of};
use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::address::SourceRange;
use mingbai_core::export::unread_reason;
use mingbai_core::figures::{AnnotatedLine, AnnotatedSpan, SpanKind, annotated_source};
use mingbai_core::locale::fill;

/// The section of the original text: numbers that were not read, contents, text, downloads.
#[component]
pub fn Source() -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let words = context.locale.words();
    let lines = annotated_source(&context);
    let show = fill(words.source_show, &[("n", &lines.len().to_string())]);
    let lines = lines.into_iter().map(|line| view! { <SourceLine line /> }).collect_view();
    view! {
        <section id="source" aria-labelledby="source-heading">
            <h2 id="source-heading" tabindex="-1">{words.source_question}</h2>
            <p class="subtitle">{words.source_intro}</p>
            {unread_numbers()}
            {furniture_note()}
            {contents()}
            <details class="reference" open=page.is_half_understood()>
                <summary>{show}</summary>
                <div class="original" lang="zh-CN" translate="no">{lines}</div>
            </details>
            <DownloadSection />
        </section>
    }
}

/// The numbers of the text that were not read, each with the reason; or one sentence that there are none.
fn unread_numbers() -> AnyView {
    let context = PageContext::expect().render_context();
    let (unread, words) = (&context.disclosure.unread, context.locale.words());
    if unread.is_empty() {
        return view! { <p class="muted">{words.unread_none}</p> }.into_any();
    }
    let items = unread.iter().map(|unread| {
        let why = unread_reason(unread.reason, context.locale.lang);
        let sentence = fill(words.unread_line, &[("text", &unread.text), ("why", why)]);
        view! {
            <li data-unread=unread.reason.as_str()>
                {sentence} " " <SourceLink quote=unread.quote />
            </li>
        }
    });
    view! {
        <p>{fill(words.unread_intro, &[("n", &unread.len().to_string())])}</p>
        <ul>{items.collect_view()}</ul>
    }
    .into_any()
}

/// That page numbers and the like were passed over, where there are any; they are marked in the text.
fn furniture_note() -> Option<impl IntoView> {
    let context = PageContext::expect().render_context();
    let n = context.disclosure.furniture.len();
    let words = context.locale.words();
    let template = if n == 1 { words.furniture_intro_one } else { words.furniture_intro };
    (n > 0).then(|| view! { <p class="muted">{fill(template, &[("n", &n.to_string())])}</p> })
}

/// The contents of the text: its headings of the first level, on an English page with our translation.
fn contents() -> AnyView {
    let context = PageContext::expect().render_context();
    let headings = context.disclosure.headings.iter().filter(|heading| heading.level == 1).map(|heading| {
        let source_range = SourceRange { line: heading.quote.line, bytes: None };
        let gloss = context.translated(&heading.text);
        let translation = (gloss != heading.text).then(|| format!("{gloss} "));
        let is_translated = translation.is_some();
        view! {
            <li>
                <a href=source_range.href()>
                    {translation} <span lang="zh-CN" class:zh=is_translated>{heading.text.clone()}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="contents" aria-label=context.locale.words().source_contents>
            <ul>{headings.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// A line of the text.
#[component]
pub fn SourceLine(
    /// The line with the numbers that were read in it.
    line: AnnotatedLine,
) -> impl IntoView {
    let inner = line.spans.into_iter().map(annotated_text).collect_view();
    let source_range = SourceRange { line: line.n, bytes: None };
    let (id, n) = (source_range.href().trim_start_matches('#').to_owned(), line.n);
    match line.level {
        Some(1) => view! { <h3 id=id data-n=n tabindex="-1">{inner}</h3> }.into_any(),
        Some(_) => view! { <h4 id=id data-n=n tabindex="-1">{inner}</h4> }.into_any(),
        None => view! { <p id=id data-n=n tabindex="-1">{inner}</p> }.into_any(),
    }
}

/// A stretch of a line: plain words, a number with a link to its figure, a number that was not read, or page furniture.
fn annotated_text(piece: AnnotatedSpan) -> AnyView {
    let page = PageContext::expect();
    let context = page.render_context();
    let text = context.disclosure.source[piece.range].to_owned();
    match piece.kind {
        SpanKind::Plain => text.into_any(),
        SpanKind::Unread(why) => {
            view! { <span class="unread" data-unread=why.as_str() title=context.locale.words().unread_mark>{text}</span> }
                .into_any()
        }
        SpanKind::Furniture => {
            view! { <span class="furniture" title=context.locale.words().furniture_mark>{text}</span> }.into_any()
        }
        SpanKind::Number { value, href } => {
            let (line, aspect) = (value.line.to_string(), value.aspect.as_str());
            // Without a script a link can lead to the figure, but not to the line in it.
            let href =
                href.map(|href| if page.is_enhanced { href } else { href.split('&').next().unwrap_or_default().to_owned() });
            let href = href.map(|href| href_of(&page, href));
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
