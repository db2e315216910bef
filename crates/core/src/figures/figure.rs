//! A figure: an illustrated answer with title, chart, table, notes and sources.

use super::explained_change::ExplainedChange;
use super::figure_chart::FigureChart;
use super::rich_text::RichText;
use super::source_reference::SourceReference;
use super::table::Table;
use crate::figure_id::FigureId;
use crate::locale::Words;

/// An illustrated answer: everything that a reader sees of a figure.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Figure {
    /// Which figure it is.
    pub id: FigureId,
    /// The question that it answers.
    pub question: String,
    /// The title, which states the finding.
    pub title: RichText,
    /// What is shown, in which unit, and that it is a plan.
    pub subtitle: RichText,
    /// The names of its views; empty if it has only one.
    pub views: Vec<String>,
    /// The chart; None if there is nothing to draw.
    pub chart: Option<FigureChart>,
    /// Changes with their reasons, shown next to the chart.
    pub explanations: Vec<ExplainedChange>,
    /// The numbers of the chart as a table.
    pub table: Table,
    /// Short remarks, for example on amounts that overlap.
    pub notes: Vec<RichText>,
    /// Where the document states the numbers.
    pub sources: Vec<SourceReference>,
}

impl Figure {
    /// The unit of its amounts; None for a figure without amounts.
    pub fn unit(&self) -> Option<&str> {
        self.table.columns.iter().find_map(|column| column.unit.as_deref())
    }

    /// How to use it on a screen, shown after the subtitle. Pictures leave it out.
    pub fn hint(&self, words: &Words) -> Option<&'static str> {
        (self.id == FigureId::Flow).then_some(words.flow_hint)
    }
}
