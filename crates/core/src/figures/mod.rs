//! Figures: one file a figure, each a pure function from a disclosure and a language to everything a reader sees.
//!
//! View, static pages, pictures and downloads only present what stands here.

mod alert;
mod annotated_source;
mod canvas;
mod change;
mod change_chart;
mod change_table;
mod chart_option;
mod chart_style;
mod check_sentence;
mod context;
mod empty_state;
mod excerpt;
mod explanation;
mod flow;
mod flow_chart;
mod headline;
mod lede;
mod line_card;
mod list_balance;
mod nature;
mod number_name;
mod office;
mod page_title;
mod palette;
mod purpose;
mod purposes;
mod rich_text;
mod running;
mod source_reference;
mod table;
mod text_wrap;
mod three_public;
mod year_over_year;

pub use alert::{Alert, alert_of};
pub use annotated_source::{OriginalLine, OriginalPiece, Understood, original};
pub use canvas::{Area, Chart, Key, Mark};
pub use chart_style::{ChartStyle, font};
pub use check_sentence::{Proof, arithmetic, check_sentence, proofs};
pub use context::RenderContext;
pub use empty_state::{EmptyState, empty_state};
pub use excerpt::{Excerpt, excerpt};
pub use explanation::{Explanation, Reason, every_change};
pub use headline::{Fact, Headline, headline, verdict, verdict_unchecked};
pub use line_card::{Card, card, told};
pub use number_name::{formula, formula_named, number_aspect, number_form, number_name};
pub use page_title::{about, title};
pub use palette::{Ground, Palette};
pub use purposes::purposes;
pub use rich_text::{Form, Piece, Text, capitalised, heard, show};
pub use source_reference::SourceRef;
pub use table::{Column, Row, Table};
pub use text_wrap::{text_width, wrap};

pub use crate::figure_id::FigureId;

use crate::locale::{Locale, Words};

/// An illustrated answer: everything a reader sees of a figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Which one.
    pub id: FigureId,
    /// The question that it answers.
    pub question: String,
    /// The finding.
    pub title: Text,
    /// What is shown, in which unit, and that it is a plan.
    pub subtitle: Text,
    /// Ways to look at it, where there are several.
    pub views: Vec<String>,
    /// The chart; absent where there is nothing to draw.
    pub chart: Option<Chart>,
    /// Changes with their reasons, shown beside the chart.
    pub explanations: Vec<Explanation>,
    /// The same numbers as a table.
    pub table: Table,
    /// Short remarks, such as on overlap.
    pub notes: Vec<Text>,
    /// Where the numbers stand in the document.
    pub sources: Vec<SourceRef>,
}

impl Figure {
    /// The unit of its money; None for a figure that shows none.
    pub fn unit(&self) -> Option<&str> {
        self.table.columns.iter().find_map(|column| column.unit.as_deref())
    }

    /// Its chart in words: its finding.
    pub fn description(&self, locale: &Locale) -> String {
        self.title.plain(locale)
    }

    /// What a reader can do with it on a screen, behind the subtitle; a picture leaves it out.
    pub fn hint(&self, words: &Words) -> Option<&'static str> {
        (self.id == FigureId::Flow).then_some(words.flow_hint)
    }
}

/// The figure of this id; None where the disclosure holds nothing that it could show: [`empty_state`] says why.
///
/// `view` chooses among [`Figure::views`]; `chart_style` says how wide, how large and how dark the chart is drawn.
pub fn figure(id: FigureId, context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<Figure> {
    let mut made = match id {
        FigureId::Flow => flow::figure(context, view, chart_style),
        FigureId::Purpose => purpose::figure(context, chart_style),
        FigureId::Nature => nature::figure(context, chart_style),
        FigureId::Change => change::figure(context, chart_style),
        FigureId::ThreePublic => three_public::figure(context, chart_style),
        FigureId::Running => running::figure(context, chart_style),
        FigureId::Office => office::figure(context, chart_style),
    }?;
    let lang = context.locale.lang;
    let sentence = |text: &mut Text| *text = std::mem::take(text).sentence(lang);
    sentence(&mut made.title);
    sentence(&mut made.subtitle);
    made.notes.iter_mut().for_each(sentence);
    made.explanations.iter_mut().for_each(|explained| sentence(&mut explained.name));
    for row in made.table.rows.iter_mut().chain(&mut made.table.foot) {
        sentence(&mut row.head);
    }
    Some(made)
}

/// The chart of a figure without anything else of it: what a live chart needs again at every width. It needs none of the
/// page's words.
pub fn chart(id: FigureId, context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<Chart> {
    match id {
        FigureId::Flow => flow::chart(context, view, chart_style),
        FigureId::Purpose => purpose::chart(context, chart_style),
        FigureId::Nature => nature::chart(context, chart_style),
        FigureId::Change => change::chart(context, chart_style),
        FigureId::ThreePublic => three_public::chart(context, chart_style),
        FigureId::Running => running::chart(context, chart_style),
        FigureId::Office => office::chart(context, chart_style),
    }
}
