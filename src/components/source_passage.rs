//! The published words that a chart is drawn from, under the chart; with a script they become the chart step by step.

use crate::components::links::SourceLink;
use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::figures::{FigureId, PassageExcerpt, PassageSpan, PassageStep, SourcePassage, source_passage};
use mingbai_core::locale::Locale;
use mingbai_core::page_kind::PageKind;

/// The passage of a figure in the report; nothing for a figure without one.
#[component]
pub fn SourcePassageView(
    /// The figure.
    figure: FigureId,
) -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let words = context.locale.words();
    let passage = (page.page_kind == PageKind::Report).then(|| source_passage(&context, figure)).flatten();
    passage.map(|SourcePassage { excerpts, steps }| {
        let gloss = context.locale.english().then(|| gloss(&steps, &context.locale));
        view! {
            <div class="passage">
                <div class="passage-head">
                    <h3>{words.passage_title}</h3>
                    <button type="button" class="passage-play needs-script" data-passage="play">
                        {words.passage_play}
                    </button>
                </div>
                <div class="passage-text" lang="zh-CN">
                    {excerpts.into_iter().map(|excerpt| excerpt_view(excerpt, &steps)).collect_view()}
                </div>
                {gloss}
                <div class="passage-controls" hidden>
                    // What each step says is written when it is shown: without a script, nobody would see it.
                    <ol class="passage-captions"></ol>
                    <p class="views">
                        <button type="button" data-passage="back">
                            {words.passage_back}
                        </button>
                        <button type="button" data-passage="next">
                            {words.passage_next}
                        </button>
                        <button type="button" data-passage="end">
                            {words.passage_end}
                        </button>
                    </p>
                </div>
            </div>
        }
    })
}

/// What the words state, for a reader of English: what is said at each step, in one paragraph. Folded, since the chart
/// shows most of it.
fn gloss(steps: &[PassageStep], locale: &Locale) -> AnyView {
    let full_stop = locale.words().full_stop;
    let captions: Vec<String> = steps.iter().map(|step| step.caption.plain(locale)).collect();
    view! {
        <details class="more">
            <summary>{locale.words().passage_gloss}</summary>
            <p class="gloss">{captions.join(full_stop)} {full_stop}</p>
        </details>
    }
    .into_any()
}

fn excerpt_view(excerpt: PassageExcerpt, steps: &[PassageStep]) -> AnyView {
    let page = PageContext::expect();
    let spans = excerpt.spans.into_iter().map(|PassageSpan { text, part }| match part {
        Some(part) => view! {
            <span data-step=part.step data-part=part.kind.as_str() data-part-of=steps[part.step].line.to_string()>
                {text}
            </span>
        }
        .into_any(),
        None => text.into_any(),
    });
    let spans = spans.collect_view();
    view! {
        <p>
            {spans} " " <small lang=page.lang.tag()>
                <SourceLink quote=excerpt.quote />
            </small>
        </p>
    }
    .into_any()
}
