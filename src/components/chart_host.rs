//! The element that a chart is drawn in, and the chart's legend.

use crate::components::chart_id::chart_id;
use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use leptos::prelude::*;
use mingbai_core::figures::{self, ChartStyle, FigureChart, FigureId, Palette};

/// The host element of a chart with its legend. A prerendered page has a placeholder in it; in an enhanced page it is
/// empty, at the chart's height, until ECharts draws.
#[component]
pub fn ChartHost(
    /// The figure.
    id: FigureId,
    /// The index of the figure's view.
    view: usize,
    /// The chart in the wide style.
    chart: FigureChart,
    /// The chart in words, for assistive technology.
    description: String,
) -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let words = context.locale.words();
    // A wide chart without a legend has labels instead: the narrow chart's legend is then shown on narrow screens only.
    let is_narrow_only = chart.legend.is_empty();
    let legend = figures::chart(id, &context, view, &ChartStyle::NARROW).map(|chart| chart.legend).unwrap_or_default();
    let entries = legend.into_iter().map(|entry| {
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
    let entries: Vec<_> = entries.collect();
    let legend = (!entries.is_empty()).then(|| view! { <ul class="key" class:narrow=is_narrow_only>{entries}</ul> });
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
                role="group"
                tabindex="0"
                style=height
                aria-label=format!("{}{}{}", description, words.full_stop, words.chart_hint)
            >
                {placeholder}
            </div>
            <p class="failed" hidden>
                {words.charts_failed}
            </p>
            {legend}
        </div>
    }
}
