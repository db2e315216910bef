//! How high a figure's page is in the column of an article, before any browser has laid it out: for those who ask for a
//! height and cannot hear the page tell it. The lengths are those of `view/page.css`, in pixels.
//!
//! Rather a little too high than too low: what is below a frame's edge is not seen.

use super::plain;
use crate::disclosure::Disclosure;
use crate::figures::{
    ChartStyle, Explanation, Figure, FigureId, Reason, RenderContext, RichText, figure, purposes, wrap,
};
use crate::glossary;

/// How wide a figure is where nobody asks for another width: a column of an article.
pub const COLUMN: f64 = 640.0;

/// What is left of it for words: the page's margins and the card's.
const INSIDE: f64 = COLUMN - 24.0 - 38.0;
/// The bar, the card's edges, the question, what stands between them, and the room round a chart.
const ABOVE: f64 = 138.0 + 40.0 + 36.0;
/// The row of folds, both sections that are folded away, the foot.
const BELOW: f64 = 44.0 + 230.0 + 155.0;
/// How high the page is of a figure that the disclosure has nothing for.
const ASIDE: u32 = 480;
/// A row of buttons, a row of a fold.
const ROW: f64 = 44.0;
/// What is round an item of a list of reasons.
const ITEM: f64 = 25.0;

/// A column of words.
struct Column<'r> {
    context: RenderContext<'r>,
    /// How high a line is against its type.
    leading: f64,
}

impl Column<'_> {
    fn words(&self, text: &str, size: f64) -> f64 {
        wrap(text, INSIDE - 16.0, size).len() as f64 * size * self.leading
    }

    fn text(&self, text: &RichText, size: f64) -> f64 {
        self.words(&plain(&self.context, text), size)
    }

    /// A quotation, with our English where the reader reads English.
    fn verbatim(&self, zh: &str) -> f64 {
        let words = self.context.locale.words();
        let ours = self.context.locale.english().then(|| match glossary::english(zh) {
            Some(english) => self.words(&format!("{english} {}", words.our_translation), 15.0),
            None => self.words(words.no_translation, 15.0),
        });
        ours.unwrap_or_default() + self.words(&format!("“{zh}”"), 16.0) + 12.0
    }

    fn explanation(&self, item: &Explanation) -> f64 {
        let moved = item.name.clone().then(" ".into()).then(item.change_text(&self.context));
        let reason = match &item.reason {
            Reason::Verbatim { zh, .. } | Reason::Flat(zh) => self.verbatim(zh),
            Reason::Components { intro, parts } => {
                self.text(intro, 16.0) + parts.len() as f64 * 16.0 * self.leading + 4.0
            }
            Reason::Unexplained => 16.0 * self.leading,
        };
        let coverage = item.coverage.as_ref().map_or(0.0, |text| self.text(text, 16.0));
        let from_to = if item.base.is_some() && item.amount.is_some() { 15.0 * self.leading } else { 0.0 };
        ITEM + self.text(&moved, 16.0) + from_to + reason + coverage + 14.0 * self.leading
    }

    /// A list of reasons or purposes, of these heights.
    fn list(items: Vec<f64>) -> f64 {
        if items.is_empty() { 0.0 } else { items.iter().sum::<f64>() + 26.0 }
    }

    fn explanations(&self, figure: &Figure) -> f64 {
        // Those of all changes are folded away in an article.
        match figure.id {
            FigureId::Change => ROW,
            _ => Column::list(figure.explanations.iter().map(|item| self.explanation(item)).collect()),
        }
    }

    fn purposes(&self, id: FigureId) -> f64 {
        let purpose = |text: &str| ITEM + (16.0 + 14.0) * self.leading + self.verbatim(text);
        Column::list(purposes(id, &self.context).iter().map(|(_, passage)| purpose(&passage.text)).collect())
    }

    /// Units, duties (folded away) and contact.
    fn office(&self) -> f64 {
        let d: &Disclosure = self.context.disclosure;
        let heading = 64.0;
        let units = d.units.iter().map(|unit| self.words(&self.context.gloss(&unit.name), 16.0)).sum::<f64>();
        let part = |there: bool, height: f64| if there { height } else { 0.0 };
        part(!d.units.is_empty(), heading + units)
            + part(!d.duties.is_empty(), ROW + 24.0)
            + part(d.contact.is_some(), heading + 16.0 * self.leading)
    }
}

/// How high the figure's page is in an article's column. Without that figure it says so in a few lines.
pub fn tall(context: &RenderContext, id: FigureId) -> u32 {
    let chart_style = ChartStyle { width: INSIDE, ..ChartStyle::WIDE };
    figure(id, context, 0, &chart_style).map_or(ASIDE, |figure| height(context, &figure).round() as u32)
}

fn height(context: &RenderContext, figure: &Figure) -> f64 {
    let id = figure.id;
    let column = Column { context: *context, leading: if context.locale.english() { 1.5 } else { 1.7 } };
    let hint = figure.hint(context.locale.words()).unwrap_or_default();
    let subtitle = format!("{}{hint}", plain(context, &figure.subtitle));
    let views = if figure.views.is_empty() { 0.0 } else { ROW + 24.0 };
    let chart = figure.chart.as_ref().map_or(0.0, |chart| {
        let keys = chart.legend.iter().map(|key| column.text(&key.text, 15.0)).sum::<f64>();
        chart.height + keys.min(4.0 * ROW)
    });
    let notes = figure.notes.iter().map(|note| column.text(note, 14.0) + 4.0).sum::<f64>();
    let sources = figure.sources.len() as f64 * 14.0 * column.leading * 0.75 + 30.0;
    let office = if id == FigureId::Office { column.office() } else { 0.0 };
    let title = wrap(&plain(context, &figure.title), INSIDE, 24.0).len() as f64 * 35.0;
    ABOVE
        + title
        + column.words(&subtitle, 16.0)
        + views
        + chart
        + column.explanations(figure)
        + column.purposes(id)
        + office
        + notes
        + sources
        + BELOW
}
