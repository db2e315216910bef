//! The compact form of a figure, for an article: institution and year, finding, chart and source. The lengths, in
//! pixels, are those of `src/styles/figure_page.css`.

use super::citation::{document_title, line_list, source_lines};
use super::embed_height::ARTICLE_WIDTH;
use super::plain_text::plain_text;
use super::reason_text::remark_sentence;
use crate::disclosure::LineId;
use crate::figures::{ChartStyle, Figure, FigureId, RenderContext, figure, wrap};

/// The height in pixels that the compact form does not exceed in the column of an article.
pub const COMPACT_HEIGHT: f64 = 520.0;

/// The least height in pixels that a chart of a compact figure gets, however long its finding is.
pub const LEAST_CHART_ROOM: f64 = 200.0;

/// The width of text and chart: without the margins of the page.
const TEXT_WIDTH: f64 = ARTICLE_WIDTH - 32.0;
/// The margins of the page, of the finding and of the chart.
const MARGINS: f64 = 6.0 + 8.0 + 8.0 + 12.0;
/// How much more room than estimated a chart may have in the browser, where it is then drawn less densely.
const TOLERANCE: f64 = 24.0;
/// The height of the page of a figure without data: question, reason, margins.
const EMPTY_STATE: f64 = 160.0;

/// The estimated height in pixels of a figure's compact form in the column of an article, rather too high than too low.
pub fn compact_height(context: &RenderContext, id: FigureId, view: usize) -> u32 {
    let Some(whole) = figure(id, context, view, &ChartStyle::WIDE) else { return EMPTY_STATE as u32 };
    let style = style_for(context, &whole);
    let style = ChartStyle { room: style.room.map(|room| room + TOLERANCE), ..style };
    let chart = figure(id, context, view, &style).and_then(|figure| figure.chart);
    let height = height_of_words(context, &whole) + chart.map_or(0.0, |chart| chart.height);
    height.min(COMPACT_HEIGHT).ceil() as u32
}

/// The style of the chart of a figure's compact form in the column of an article; None for a figure without data.
pub fn compact_chart_style(context: &RenderContext, id: FigureId, view: usize) -> Option<ChartStyle> {
    Some(style_for(context, &figure(id, context, view, &ChartStyle::WIDE)?))
}

fn style_for(context: &RenderContext, whole: &Figure) -> ChartStyle {
    let room = COMPACT_HEIGHT - height_of_words(context, whole);
    ChartStyle { width: TEXT_WIDTH, ..ChartStyle::WIDE }.compact(room.max(LEAST_CHART_ROOM))
}

/// What is said below the chart of the reasons on its bars that speak against their changes, a sentence each.
pub fn compact_remarks(context: &RenderContext, figure: &Figure) -> Vec<String> {
    let marks = figure.chart.iter().flat_map(|chart| &chart.marks).map(|mark| &mark.line);
    let drawn: Vec<&LineId> = marks.collect();
    let explained = figure.explanations.iter().filter(|item| drawn.contains(&&item.line));
    explained.filter_map(|item| remark_sentence(context, item)).collect()
}

/// The height of all words, with all margins.
fn height_of_words(context: &RenderContext, figure: &Figure) -> f64 {
    let line_height = if context.locale.english() { 1.6 } else { 1.7 };
    let words = context.locale.words();
    let source = [
        words.source_label,
        &document_title(context),
        &line_list(context, &source_lines(&figure.sources)),
        words.footer_plan,
        words.compact_whole,
    ];
    let lines = |text: &str, size| wrap(text, TEXT_WIDTH - 16.0, size).len() as f64;
    let small = |text: &str| lines(text, 13.0) * 13.0 * line_height;
    MARGINS
        + small(&context.who_and_year())
        + lines(&plain_text(context, &figure.title), 20.0) * 29.0
        + compact_remarks(context, figure).iter().map(|remark| small(remark) + 4.0).sum::<f64>()
        + small(&source.join("  "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::{Disclosure, parse};
    use crate::figures::RichText;
    use crate::locale::Lang;

    fn disclosure() -> Disclosure {
        let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，\
                    比2022年减少27.7万元；公务用车运行维护费57万元，比2022年增加12万元。";
        parse(text).unwrap()
    }

    /// A figure whose finding has this many Chinese characters of 20 px. A line of 592 px has 29 of them.
    fn with_title(context: &RenderContext, length: usize) -> Figure {
        let whole = figure(FigureId::ThreePublic, context, 0, &ChartStyle::WIDE).unwrap();
        Figure { title: RichText::text("一".repeat(length)), ..whole }
    }

    #[track_caller]
    fn assert_near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 0.001, "{found} is not {wanted}");
    }

    #[test]
    fn the_words_of_a_compact_figure_are_as_high_as_their_lines() {
        let d = disclosure();
        // Margins of 34 px, the finding in lines of 29 px; in 13 px type a line for the institution, and the source.
        for (lang, source) in [(Lang::Zh, 3.0 * 13.0 * 1.7), (Lang::En, 3.0 * 13.0 * 1.6)] {
            let context = RenderContext::new(&d, lang);
            let height = |length| height_of_words(&context, &with_title(&context, length));
            assert_near(height(29), 34.0 + 29.0 + source);
            assert_near(height(30), 34.0 + 2.0 * 29.0 + source);
        }
    }

    #[test]
    fn a_compact_chart_has_the_room_that_the_words_leave() {
        let d = disclosure();
        let context = RenderContext::new(&d, Lang::Zh);
        let room = |length| style_for(&context, &with_title(&context, length)).room.unwrap();
        assert_near(room(29), 520.0 - 34.0 - 29.0 - 66.3);
        // However long the finding is, the chart is not less than 200 px high.
        assert_near(room(7 * 29), 520.0 - 34.0 - 7.0 * 29.0 - 66.3);
        assert_near(room(8 * 29), 200.0);
        let style = compact_chart_style(&context, FigureId::ThreePublic, 0).unwrap();
        assert_eq!((style.width, style.reasons), (608.0, true));
        assert_eq!(compact_chart_style(&context, FigureId::Office, 0), None, "it has no data");
    }
}
