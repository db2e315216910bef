//! The id of a chart's host element, by which style rules reserve its height.

use mingbai_core::figures::FigureId;

/// The id of the host element of a figure's chart: `chart-flow-0`.
pub fn chart_id(id: FigureId, view: usize) -> String {
    format!("chart-{}-{view}", id.as_str())
}
