//! The option of a chart for ECharts: a [`charming::Chart`], and the few options that charming has no field for.

use super::charming_extensions::{Extension, extend};
use charming::Chart;
use charming::series::Series;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// The option of a chart.
///
/// It displays and serialises as the JSON that ECharts reads. Copies share the chart: copying all that a
/// [`charming::Chart`] may contain would be much code for the browser.
#[derive(Clone, Debug)]
pub struct ChartOption {
    chart: Arc<Chart>,
    /// The extensions of each series, in the order of the series.
    extensions: Arc<Vec<Vec<Extension>>>,
}

/// An option to which series are added.
pub(super) struct ChartOptionBuilder {
    chart: Chart,
    extensions: Vec<Vec<Extension>>,
}

impl ChartOptionBuilder {
    /// An option without series. Nothing in a chart is animated, so that a chart that has been drawn can be read at
    /// once.
    pub fn new(chart: Chart) -> ChartOptionBuilder {
        ChartOptionBuilder { chart: chart.animation(false), extensions: Vec::new() }
    }

    /// Adds a series, and returns its index.
    pub fn push(&mut self, series: impl Into<Series>, extensions: impl IntoIterator<Item = Extension>) -> usize {
        let chart = std::mem::take(&mut self.chart);
        self.chart = chart.series(series);
        self.extensions.push(extensions.into_iter().collect());
        self.extensions.len() - 1
    }

    /// The complete option.
    pub fn build(self) -> ChartOption {
        ChartOption { chart: Arc::new(self.chart), extensions: Arc::new(self.extensions) }
    }
}

impl ChartOption {
    /// The complete option as JSON.
    pub fn to_json(&self) -> Value {
        // charming's types contain no map with other keys than strings: they can always be written as JSON.
        let mut option = serde_json::to_value(&*self.chart).unwrap_or_default();
        if let Some(Value::Array(all)) = option.get_mut("series") {
            for (series, extensions) in all.iter_mut().zip(self.extensions.iter()) {
                extend(series, extensions);
            }
        }
        option
    }
}

impl fmt::Display for ChartOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_json().fmt(f)
    }
}

impl Serialize for ChartOption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
