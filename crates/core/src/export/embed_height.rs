//! The estimated height of an embedded figure, for sites that need a height and do not listen to the figure's messages.
//! The lengths, in pixels, are those of `src/styles/page.css`.
//!
//! It is rather a little too high than too low, since anything below the edge of a frame is invisible.

use super::plain_text::plain_text;
use crate::disclosure::Disclosure;
use crate::figures::{
    ChartStyle, ExplainedChange, Figure, FigureId, ReasonText, RenderContext, RichText, drawn_changes, figure,
    purposes, wrap,
};

/// The default width of an embedded figure in pixels: the column of an article.
pub const ARTICLE_WIDTH: f64 = 640.0;

/// The width of text: without the margins of page and card.
const TEXT_WIDTH: f64 = ARTICLE_WIDTH - 24.0 - 38.0;
/// The height of the bar, the card's edges, the question, the gaps, and the margin of the chart.
const ABOVE: f64 = 138.0 + 40.0 + 36.0;
/// The height of the row of disclosure widgets, of both collapsed sections, and of the footer.
const BELOW: f64 = 44.0 + 230.0 + 155.0;
/// The height of the page of a figure without data.
const EMPTY_STATE: u32 = 480;
/// The height of a row of buttons, and of a disclosure widget.
const ROW: f64 = 44.0;
/// The margins of an item in a list of reasons.
const ITEM: f64 = 25.0;

/// Text that is set in the column.
struct TextColumn<'r> {
    context: RenderContext<'r>,
    /// Line height divided by type size.
    line_height: f64,
}

impl TextColumn<'_> {
    fn height_of_text(&self, text: &str, size: f64) -> f64 {
        wrap(text, TEXT_WIDTH - 16.0, size).len() as f64 * size * self.line_height
    }

    fn height_of_rich_text(&self, text: &RichText, size: f64) -> f64 {
        self.height_of_text(&plain_text(&self.context, text), size)
    }

    /// A quotation, for a reader of English with its translation.
    fn verbatim(&self, zh: &str) -> f64 {
        let words = self.context.locale.words();
        let translation = self.context.locale.english().then(|| match self.context.translation(zh) {
            Some(english) => {
                self.height_of_text(&format!("{english} {}", self.context.locale.labels.our_translation), 15.0)
            }
            None => self.height_of_text(words.no_translation, 15.0),
        });
        translation.unwrap_or_default() + self.height_of_text(&format!("“{zh}”"), 16.0) + 12.0
    }

    /// The height of a change with its reason; `shows_years` where both years' amounts stand in it.
    fn explanation(&self, item: &ExplainedChange, shows_years: bool) -> f64 {
        let moved = item.name.clone().then(" ".into()).then(item.change_text(&self.context));
        let reason = match &item.reason {
            ReasonText::Verbatim { zh, .. } | ReasonText::Flat(zh) => self.verbatim(zh),
            ReasonText::Components { intro, components } => {
                self.height_of_rich_text(intro, 16.0) + components.len() as f64 * 16.0 * self.line_height + 4.0
            }
            ReasonText::Unexplained => 16.0 * self.line_height,
        };
        let coverage = item.coverage.as_ref().map_or(0.0, |text| self.height_of_rich_text(text, 16.0));
        let has_years = shows_years && item.base.is_some() && item.amount.is_some();
        let from_to = if has_years { 15.0 * self.line_height } else { 0.0 };
        ITEM + self.height_of_rich_text(&moved, 16.0) + from_to + reason + coverage + 14.0 * self.line_height
    }

    /// A list of items with these heights.
    fn list(items: Vec<f64>) -> f64 {
        if items.is_empty() { 0.0 } else { items.iter().sum::<f64>() + 26.0 }
    }

    fn explanations(&self, figure: &Figure) -> f64 {
        // The changes that other figures draw are collapsed.
        let lists_all = figure.id == FigureId::Change;
        let drawn = drawn_changes(&self.context);
        let is_shown = |item: &&ExplainedChange| !lists_all || drawn.contains(&item.line);
        let shown: Vec<&ExplainedChange> = figure.explanations.iter().filter(is_shown).collect();
        let collapsed = if shown.len() < figure.explanations.len() { ROW + 24.0 } else { 0.0 };
        TextColumn::list(shown.into_iter().map(|item| self.explanation(item, lists_all)).collect()) + collapsed
    }

    fn purposes(&self, id: FigureId) -> f64 {
        let purpose = |text: &str| ITEM + (16.0 + 14.0) * self.line_height + self.verbatim(text);
        TextColumn::list(purposes(id, &self.context).iter().map(|(_, passage)| purpose(&passage.text)).collect())
    }

    /// Units, duties (collapsed) and contact.
    fn office(&self) -> f64 {
        let d: &Disclosure = self.context.disclosure;
        let heading = 64.0;
        let units = d
            .budget_units
            .iter()
            .map(|unit| self.height_of_text(&self.context.translated(&unit.name), 16.0))
            .sum::<f64>();
        let part = |there: bool, height: f64| if there { height } else { 0.0 };
        part(!d.budget_units.is_empty(), heading + units)
            + part(!d.duties.is_empty(), ROW + 24.0)
            + part(d.contact.is_some(), heading + 16.0 * self.line_height)
    }
}

/// The estimated height in pixels of the figure's page at [`ARTICLE_WIDTH`].
pub fn embed_height(context: &RenderContext, id: FigureId) -> u32 {
    let chart_style = ChartStyle { width: TEXT_WIDTH, ..ChartStyle::WIDE };
    figure(id, context, 0, &chart_style).map_or(EMPTY_STATE, |figure| height(context, &figure).round() as u32)
}

fn height(context: &RenderContext, figure: &Figure) -> f64 {
    let id = figure.id;
    let column = TextColumn { context: *context, line_height: if context.locale.english() { 1.5 } else { 1.7 } };
    let hint = figure.hint(context.locale.words()).unwrap_or_default();
    let subtitle = format!("{}{hint}", plain_text(context, &figure.subtitle));
    let views = if figure.views.is_empty() { 0.0 } else { ROW + 24.0 };
    let chart = figure.chart.as_ref().map_or(0.0, |chart| {
        let keys = chart.legend.iter().map(|key| column.height_of_rich_text(&key.text, 15.0)).sum::<f64>();
        chart.height + keys.min(4.0 * ROW)
    });
    let notes = figure.notes.iter().map(|note| column.height_of_rich_text(note, 14.0) + 4.0).sum::<f64>();
    let sources = figure.sources.len() as f64 * 14.0 * column.line_height * 0.75 + 30.0;
    let office = if id == FigureId::Office { column.office() } else { 0.0 };
    let title = wrap(&plain_text(context, &figure.title), TEXT_WIDTH, 24.0).len() as f64 * 35.0;
    ABOVE
        + title
        + column.height_of_text(&subtitle, 16.0)
        + views
        + chart
        + column.explanations(figure)
        + column.purposes(id)
        + office
        + notes
        + sources
        + BELOW
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::figures::explained_changes;
    use crate::locale::Lang;

    const TEXT: &str = "某区示例单位\n2023年部门预算情况说明\n一、单位基本情况\n（一）职能职责。\n1.负责值班。\n\
        （二）单位构成。某区示例单位，某区示例中心（二级预算单位）。\n二、部门收支总体情况\n\
        （二）支出预算：2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加12万元，项目支出减少5万元。\n四、“三公”经费情况说明\n\
        2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年减少27.7万元，主要原因是厉行节约；\
        公务用车购置费0万元，与2022年持平。\n部门预算公开联系人：某某，联系方式：023-43762520\n";

    /// Text in a column of 562 px, with lines of 1.7 (Chinese) or 1.5 times the type's size.
    fn column(d: &Disclosure, lang: Lang) -> TextColumn<'_> {
        TextColumn { context: RenderContext::new(d, lang), line_height: if lang == Lang::Zh { 1.7 } else { 1.5 } }
    }

    #[track_caller]
    fn assert_near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 0.001, "{found} is not {wanted}");
    }

    #[test]
    fn text_is_as_high_as_its_lines() {
        let d = parse(TEXT).unwrap();
        let zh = column(&d, Lang::Zh);
        assert_near(zh.height_of_text(&"一".repeat(35), 16.0), 27.2);
        assert_near(zh.height_of_text(&"一".repeat(36), 16.0), 54.4);
        assert_near(zh.height_of_rich_text(&RichText::text("一"), 20.0), 34.0);
        // A quotation has a margin of 12 px; a reader of English is told in a line of 15 px type that it is not
        // translated.
        assert_near(zh.verbatim("厉行节约"), 27.2 + 12.0);
        assert_near(column(&d, Lang::En).verbatim("厉行节约"), 22.5 + 24.0 + 12.0);
        assert_near(TextColumn::list(vec![]), 0.0);
        assert_near(TextColumn::list(vec![100.0, 30.5]), 156.5);
    }

    #[test]
    fn an_explanation_has_its_change_its_amounts_its_reason_and_its_source() {
        let d = parse(TEXT).unwrap();
        let zh = column(&d, Lang::Zh);
        let changes = explained_changes(&zh.context);
        let height = |id: &str| zh.explanation(changes.iter().find(|item| item.line == *id).unwrap(), true);
        // Margins, the change, last year's amount and this year's, the reason, the source.
        let around = 25.0 + 27.2 + 25.5 + 23.8;
        assert_near(height("three_public"), around + 27.2);
        // Two components under a sentence, and a sentence that says how far they cover the change.
        assert_near(height("expenditure"), around + 27.2 + 2.0 * 27.2 + 4.0 + 27.2);
        assert_near(height("three_public.reception"), around + 39.2);
        assert_near(height("three_public.vehicle_purchase"), around + 39.2);
    }

    #[test]
    fn an_office_has_its_units_its_duties_and_its_contact() {
        let d = parse(TEXT).unwrap();
        assert_near(column(&d, Lang::Zh).office(), (64.0 + 2.0 * 27.2) + (44.0 + 24.0) + (64.0 + 27.2));
        let bare = parse("四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。").unwrap();
        assert_near(column(&bare, Lang::Zh).office(), 0.0);
    }

    #[test]
    fn a_figure_without_data_is_as_high_as_its_empty_state() {
        let bare = parse("四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。").unwrap();
        assert_eq!(embed_height(&RenderContext::new(&bare, Lang::Zh), FigureId::Flow), 480);
    }
}
