//! A chart that fills a room: alone on a screen, read from some metres away.

use super::chart_style::ChartStyle;
use super::context::RenderContext;
use super::figure_chart::FigureChart;
use super::palette::Background;
use super::registry::chart;
use crate::figure_id::FigureId;

/// The room that a chart has where it is shown alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartRoom {
    /// The width in pixels.
    pub width: f64,
    /// The height in pixels.
    pub height: f64,
    /// The size of the labels in pixels. They are smaller only if the chart is higher than the room otherwise, and
    /// larger only if few bars would leave the room empty.
    pub label_size: f64,
    /// The background.
    pub background: Background,
}

/// The type of [`chart_filling`]. The kiosk passes the function to the live chart, so that only the kiosk's chunk
/// contains its code.
pub type ChartFilling = fn(FigureId, &RenderContext, usize, &ChartRoom) -> Option<FigureChart>;

/// The least and the greatest spacing: thinner bars are hard to compare, thicker ones are no longer bars.
const SPACING: (f64, f64) = (0.6, 2.5);

/// The least and the greatest font scale, relative to the wanted one.
const SCALE: (f64, f64) = (0.4, 1.75);

/// How often an interval is halved: 2.5 / 2⁷ of a bar's thickness is too little to be seen.
const HALVINGS: usize = 7;

impl ChartRoom {
    /// The style that its labels want.
    pub fn style(&self) -> ChartStyle {
        ChartStyle::fitting(self.width, self.label_size / ChartStyle::LABEL_SIZE, self.background)
    }
}

/// The chart of a figure, drawn for a room: its labels have the size that the room wants, and its bars and squares are
/// as thick as the height allows. If even thin bars take too much height the labels are smaller, and if thick ones
/// leave some the labels are larger.
pub fn chart_filling(id: FigureId, context: &RenderContext, view: usize, room: &ChartRoom) -> Option<FigureChart> {
    let wanted = room.style();
    let has_legend = !chart(id, context, view, &wanted)?.legend.is_empty();
    let style =
        |scale: f64, spacing: f64| ChartStyle { spacing, ..ChartStyle::fitting(room.width, scale, room.background) };
    // The legend is next to the chart, in room that was left for it, so there is one at all scales or at none.
    let fits = |style: &ChartStyle| {
        let chart = chart(id, context, view, style);
        chart.is_some_and(|chart| chart.height <= room.height && chart.legend.is_empty() != has_legend)
    };
    let (least, most) = SPACING;
    let smallest = if has_legend { wanted.narrow_above() + 0.001 } else { wanted.scale * SCALE.0 };
    let scale = match fits(&style(wanted.scale, most)) {
        true => greatest((wanted.scale, wanted.scale * SCALE.1), |scale| fits(&style(scale, most))),
        false => greatest((smallest, wanted.scale), |scale| fits(&style(scale, least))),
    };
    let spacing = greatest(SPACING, |spacing| fits(&style(scale, spacing)));
    chart(id, context, view, &style(scale, spacing))
}

/// The greatest number of an interval for which a condition holds that holds for small numbers; the least one if it
/// holds for none.
fn greatest((from, to): (f64, f64), holds: impl Fn(f64) -> bool) -> f64 {
    if holds(to) {
        return to;
    }
    let (mut low, mut high) = (from, to);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greatest_finds_where_a_condition_ends() {
        assert_eq!(greatest((0.0, 8.0), |_| true), 8.0);
        assert_eq!(greatest((1.0, 8.0), |_| false), 1.0);
        let found = greatest((0.0, 8.0), |n| n <= 5.0);
        assert!(found <= 5.0 && found > 4.9, "{found}");
    }
}
