//! The place of a chart, and what its colours and signs stand for.

use crate::components::page_context::PageContext;
use crate::components::rich_text::Sentence;
use leptos::prelude::*;
use mingbai_core::figures::{self, ChartStyle, FigureChart, FigureId, Palette};

/// The place of a chart, in words until it is drawn.
#[component]
pub fn ChartHost(
    /// The figure.
    id: FigureId,
    /// Which way to look at it.
    way: usize,
    /// The chart, as wide as can be.
    chart: FigureChart,
    /// It in words.
    description: String,
) -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let words = context.locale.words();
    // A wide chart has its names in it, where there is room.
    let narrow = chart.legend.is_empty();
    let key = figures::chart(id, &context, way, &ChartStyle::NARROW).map(|chart| chart.legend).unwrap_or_default();
    let entries = key.into_iter().map(|entry| {
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
    let key = (!entries.is_empty()).then(|| view! { <ul class="key" class:narrow=narrow>{entries}</ul> });
    #[cfg(not(target_arch = "wasm32"))]
    let still = (!page.is_enhanced).then(|| crate::components::chart_placeholder::still_chart(&page, id, way));
    #[cfg(target_arch = "wasm32")]
    let still = ();
    let height = page.is_enhanced.then(|| format!("height:{}px", chart.height));
    view! {
        <div class="chart-frame">
            <div
                class="chart"
                id=host_id(id, way)
                role="group"
                tabindex="0"
                style=height
                aria-label=format!("{}{}{}", description, words.full_stop, words.chart_hint)
            >
                {still}
            </div>
            <p class="failed" hidden>
                {words.charts_failed}
            </p>
            {key}
        </div>
    }
}

/// The id of a chart's place.
pub fn host_id(id: FigureId, way: usize) -> String {
    format!("chart-{}-{way}", id.as_str())
}
