//! Drawing a live chart, and highlighting its marks.

use super::LiveChart;
use super::hit::Hit;
use crate::enhance::scroll_anchor::ScrollAnchor;
use crate::platform::chart_bundle::{self, BundleState};
use crate::platform::chart_worker;
use crate::platform::dom;
use leptos::prelude::*;
use mingbai_core::figures::{ChartMark, FigureChart};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

impl LiveChart {
    /// Draws the chart once it is computed and the chart bundle is there, and whenever it changes.
    pub(super) fn draw(self) {
        Effect::new(move |_| {
            if self.was_near.get() {
                chart_bundle::load(self.app.ui.chart_bundle);
            }
        });
        let latest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            let is_ready = self.app.ui.chart_bundle.get() == BundleState::Ready;
            let Some(chart) = self.computed.get().filter(|_| is_ready) else { return };
            let number = latest.get_value() + 1;
            latest.set_value(number);
            spawn_local(async move {
                let svg = chart_worker::draw(chart.option.to_string(), chart.width, chart.height, true).await;
                // Another drawing was begun since, or the page was rendered again.
                if latest.try_get_value() != Some(number) {
                    return;
                }
                match svg {
                    Some(svg) => self.show(chart, &svg),
                    None => self.app.ui.chart_bundle.set(BundleState::Failed),
                }
            });
        });
        Effect::new(move |_| self.highlight(self.mark_of_highlighted_line()));
    }

    /// The index of the mark of the line that is highlighted in this figure. Tracks both line and drawing.
    pub(super) fn mark_of_highlighted_line(self) -> Option<usize> {
        let highlighted = self.app.ui.highlighted_line.get().filter(|(figure, _)| *figure == self.id);
        self.drawn.with(|chart| {
            let (_, line) = highlighted.as_ref()?;
            chart.as_ref()?.marks.iter().position(|mark| mark.line == *line && mark.number.is_none())
        })
    }

    /// Puts a drawing in the place of the placeholder, or of the drawing before.
    fn show(self, chart: FigureChart, svg: &str) {
        let Some(host) = self.host.try_get_value() else { return };
        set_height(&host, chart.height);
        host.set_inner_html(svg);
        // Its texts are in the order of drawing, numbers apart from their names: the sentences beside it say the same.
        if let Some(svg) = host.first_element_child() {
            let _ = svg.set_attribute("aria-hidden", "true");
        }
        name_lines(&host, &chart);
        let _ = host.set_attribute("data-drawn", "true");
        let _ = self.drawn.try_set(Some(chart));
        self.app.ui.drawing_count.update(|count| *count += 1);
    }

    /// Highlights a mark, by its index, until another one is.
    pub(super) fn highlight(self, mark: Option<usize>) {
        self.highlighted.set(mark);
        self.show_highlighted(mark);
    }

    /// Highlights all shapes that show what a mark shows. The rest of a flow steps back.
    pub(super) fn show_highlighted(self, mark: Option<usize>) {
        let Some(host) = self.host.try_get_value() else { return };
        self.drawn.with_untracked(|chart| {
            let Some(chart) = chart else { return };
            let mark_at = |index: usize| chart.marks.get(index);
            let highlighted = mark.and_then(mark_at);
            // The whole of a flow is shown by no link: all links belong to it.
            let is_link = |mark: Option<&ChartMark>| mark.is_some_and(|mark| chart.links.contains(&mark.line));
            for shape in dom::query_all_within(&host, "[data-hit]") {
                let own = Hit::of(&shape).and_then(|hit| mark_of(hit, chart)).and_then(mark_at);
                let is_same = highlighted.zip(own).is_some_and(|(highlighted, own)| highlighted.shows_as(own));
                let steps_back = !is_same && is_link(highlighted) && is_link(own);
                let _ = shape.class_list().toggle_with_force("lit", is_same);
                let _ = shape.class_list().toggle_with_force("dimmed", steps_back);
            }
            for words in dom::query_all(&format!("[data-figure={}] .passage-text [data-part-of]", self.id.as_str())) {
                let line = words.get_attribute("data-part-of");
                let is_same = highlighted.is_some_and(|mark| line.as_deref() == Some(mark.line.as_str()));
                let _ = words.class_list().toggle_with_force("lit", is_same);
            }
        });
    }
}

/// The index of the mark that a shape belongs to.
pub(super) fn mark_of(hit: Hit, chart: &FigureChart) -> Option<usize> {
    chart.mark_at(hit.series, hit.item, hit.is_link)
}

/// Says of each shape the line whose amount it shows. Links are left out: the node behind them shows the same.
fn name_lines(host: &HtmlElement, chart: &FigureChart) {
    for shape in dom::query_all_within(host, "path[data-hit]") {
        let hit = Hit::of(&shape).filter(|hit| !hit.is_link);
        let mark = hit.and_then(|hit| chart.marks.get(mark_of(hit, chart)?)).filter(|mark| mark.number.is_none());
        if let Some(mark) = mark {
            let _ = shape.set_attribute("data-shows", mark.line.as_str());
        }
    }
}

/// Sets the height of a chart. If it changes, the scroll position is anchored to what the reader sees.
fn set_height(host: &HtmlElement, height: f64) {
    let (style, height) = (host.style(), dom::css_pixels(height));
    let before = style.get_property_value("height").unwrap_or_default();
    let anchor = (!before.is_empty() && before != height).then(ScrollAnchor::capture);
    let _ = style.set_property("height", &height);
    if let Some(anchor) = anchor {
        anchor.restore();
    }
}
