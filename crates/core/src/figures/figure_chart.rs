//! The chart of a figure: its option for ECharts, its size, and what a pointer or a keyboard can reach in it.

use super::RichText;
use super::chart_option::ChartOption;
use crate::disclosure::LineId;
use crate::provenance::SourcedValue;

/// The chart of a figure, laid out for one width.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FigureChart {
    /// What ECharts draws.
    pub option: ChartOption,
    /// The width in pixels.
    pub width: f64,
    /// The height in pixels.
    pub height: f64,
    /// The marks that can be pointed at, in reading order.
    pub marks: Vec<ChartMark>,
    /// The line that each link of a flow shows, in the order of the links; empty for other charts.
    pub links: Vec<LineId>,
    /// The legend; empty where the chart itself has room for all names.
    pub legend: Vec<LegendEntry>,
    /// True where bars are hatched, because the document contradicts their numbers.
    pub is_hatched: bool,
}

impl FigureChart {
    /// Indices of the marks at which a keyboard stops. A line that has several marks, such as its name and its squares,
    /// gets one stop.
    pub fn stops(&self) -> Vec<usize> {
        let is_first = |index: usize| !self.marks[..index].iter().any(|mark| mark.shows_as(&self.marks[index]));
        (0..self.marks.len()).filter(|index| is_first(*index)).collect()
    }

    /// The index of the mark to which an item of a series belongs. For a link between two nodes of a flow it is the
    /// mark of the link's line.
    pub fn mark_at(&self, series: usize, item: usize, link: bool) -> Option<usize> {
        let line = if link { Some(self.links.get(item)?) } else { None };
        self.marks.iter().position(|mark| match line {
            Some(line) => mark.line == *line,
            None => mark.series == series && mark.item.is_none_or(|own| own == item),
        })
    }
}

/// A part of a chart that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartMark {
    /// The index of the series.
    pub series: usize,
    /// The index of the item in the series; None if all items of the series belong to the mark.
    pub item: Option<usize>,
    /// The line that it shows.
    pub line: LineId,
    /// The number that it shows, if that is not the line's amount: last year's, for example.
    pub number: Option<SourcedValue>,
    /// The area that it takes; None where ECharts computes the layout.
    pub area: Option<Area>,
}

impl ChartMark {
    /// True if both marks show the same number of the same line.
    pub fn shows_as(&self, other: &ChartMark) -> bool {
        self.line == other.line && self.number == other.number
    }
}

/// A rectangle in a chart, in pixels from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// An entry of a chart's legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// The colour of the mark.
    pub color: &'static str,
    /// The sign next to the mark, such as ①: colour alone does not tell marks apart for every reader.
    pub sign: String,
    /// What the mark shows.
    pub text: RichText,
}
