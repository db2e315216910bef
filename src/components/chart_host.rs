//! The element that a chart is drawn in, the sentences that tell the same, and the chart's legend.

use crate::components::chart_id::chart_id;
use crate::components::mentions::without_links;
use crate::components::page_context::PageContext;
use crate::components::rich_text::{Sentence, with_language_marks};
use leptos::prelude::*;
use mingbai_core::figures::{self, ChartStyle, FigureChart, FigureId, LegendEntry, Palette, RichText};
use mingbai_core::locale::Locale;

/// The host element of a chart with its legend. A prerendered page has a placeholder in it; in an enhanced page it is
/// empty, at the chart's height, until ECharts draws.
///
/// Who does not see the chart gets a list of sentences instead: what is drawn is hidden from assistive technology, and so
/// is the legend. Without a script the element is a picture; a live chart makes it an application, to which the keys go.
#[component]
pub fn ChartHost(
    /// The figure.
    id: FigureId,
    /// The index of the figure's view.
    view: usize,
    /// The chart in the wide style.
    chart: FigureChart,
    /// The chart's name, for assistive technology.
    name: String,
) -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let words = context.locale.words();
    // A wide chart without a legend has labels instead: the narrow chart's legend is then shown on narrow screens only.
    let is_narrow_only = chart.legend.is_empty();
    let entries = figures::chart(id, &context, view, &ChartStyle::NARROW).map(|chart| chart.legend).unwrap_or_default();
    let legend = (!entries.is_empty()).then(|| without_links(|| legend(entries, is_narrow_only)));
    let sentences = sentences(figures::chart_sentences(id, &context, view), &context.locale);
    #[cfg(not(target_arch = "wasm32"))]
    let placeholder =
        (!page.is_enhanced).then(|| crate::components::chart_placeholder::chart_placeholder(&page, id, view));
    #[cfg(target_arch = "wasm32")]
    let placeholder = ();
    let height = page.is_enhanced.then(|| format!("height:{}px", chart.height));
    view! {
        <div class="chart-frame">
            <div
                class="chart"
                id=chart_id(id, view)
                role="img"
                style=height
                aria-label=name
            >
                {placeholder}
            </div>
            {sentences}
            <p class="failed" hidden>
                {words.charts_failed}
            </p>
            {legend}
        </div>
    }
}

/// The list of what the chart shows, for assistive technology. The arrow keys go through it. Its numbers are those of the
/// chart, which the figure's table has with their provenance.
fn sentences(sentences: Vec<RichText>, locale: &Locale) -> AnyView {
    let items = sentences.iter().map(|text| view! { <li>{with_language_marks(&text.plain(locale), locale.lang)}</li> });
    view! { <ul class="chart-sentences visually-hidden">{items.collect_view()}</ul> }.into_any()
}

/// The legend. It repeats what the sentences say, for who sees the signs and colours.
fn legend(entries: Vec<LegendEntry>, is_narrow_only: bool) -> AnyView {
    let items = entries.into_iter().map(|entry| {
        view! {
            <li>
                <i style=format!("--light:{};--dark:{}", entry.color, Palette::dark_for(entry.color))></i>
                {(!entry.sign.is_empty()).then(|| view! { <span class="sign">{entry.sign}</span> })}
                <span>
                    <Sentence text=entry.text />
                </span>
            </li>
        }
    });
    view! {
        <ul class="key" class:narrow=is_narrow_only aria-hidden="true">
            {items.collect_view()}
        </ul>
    }
    .into_any()
}
