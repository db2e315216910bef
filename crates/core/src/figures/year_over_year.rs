//! A chart of rows: a name, a bar for last year and one for this year, and the change.

use super::canvas::{BarFill, Canvas, LabelAnchor, LabelStyle, length};
use super::chart_style::ChartStyle;
use super::figure_chart::Area;
use super::reason_line::{draw_reason, reason_line};
use super::rich_text::format_number;
use super::{FigureChart, NumberFormat, RenderContext};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::provenance::SourcedValue;

/// A line this year and, where it can be computed, last year.
pub struct YearPair {
    /// The line.
    pub line: LineId,
    /// Last year.
    pub was: Option<SourcedValue>,
    /// This year.
    pub now: SourcedValue,
    /// The change, where the document states one.
    pub change: Option<SourcedValue>,
}

/// The pairs of these lines. Lines that the document does not state are left out.
pub fn pairs(context: &RenderContext, ids: &[LineId]) -> Vec<YearPair> {
    let d = context.disclosure;
    let pair = |id: &LineId| {
        Some(YearPair {
            line: id.clone(),
            now: d.cite(id.as_str())?,
            was: d.cite_base(id.as_str()),
            change: d.cite_change(id.as_str()),
        })
    };
    ids.iter().filter_map(pair).collect()
}

/// Draws the pairs on one scale, as a chart of its own.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle, pairs: &[YearPair]) -> FigureChart {
    let mut canvas = Canvas::new(chart_style, context.locale.lang);
    let end = draw(&mut canvas, context, chart_style, pairs);
    canvas.finish(end + chart_style.px(8.0))
}

/// Draws the pairs on one scale from the top of a canvas. Returns where they end.
pub fn draw(canvas: &mut Canvas, context: &RenderContext, chart_style: &ChartStyle, pairs: &[YearPair]) -> f64 {
    let rows: Vec<YearRow> = pairs.iter().map(|pair| YearRow::of(context, chart_style, pair)).collect();
    let layout = YearLayout::new(context, chart_style, &rows);
    let mut y = chart_style.px(6.0);
    for row in rows {
        let top = y;
        y = layout.draw_row(canvas, &row, y);
        let area =
            Area { left: 0.0, top: top - layout.gap / 3.0, width: chart_style.width, height: y - top + layout.gap };
        canvas.touch_target(area, row.line, None);
        y += layout.gap;
    }
    y - layout.gap
}

/// A row of the chart.
struct YearRow {
    line: LineId,
    name: String,
    /// Last year's bar, where there is one, then this year's.
    bars: Vec<YearBar>,
    /// The change as text, such as ▼ 减少 27.70 万元; empty where the document states none.
    change: String,
    /// The change as a number; zero where the document states none.
    changed_by: Amount,
    /// The reason of the change, where it stands on the bars.
    reason: Option<String>,
}

/// The bar of a year.
struct YearBar {
    year: Year,
    amount: Amount,
    /// The year and its amount as text.
    value: String,
    fill: BarFill,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    Last,
    This,
}

impl YearRow {
    fn of(context: &RenderContext, chart_style: &ChartStyle, pair: &YearPair) -> YearRow {
        let locale = &context.locale;
        let bar = |year, name: String, number: &SourcedValue| YearBar {
            year,
            amount: number.money(),
            value: format!("{name}  {}", locale.money_in_sentence(number.money())),
            fill: BarFill::of_published(context.contradicted.contains(number)),
        };
        let last = pair.was.iter().map(|was| {
            let bar = bar(Year::Last, context.last_year(), was);
            YearBar {
                value: format!("{}  {}", bar.value, context.locale.labels.computed_short),
                fill: BarFill::Outline,
                ..bar
            }
        });
        YearRow {
            line: pair.line.clone(),
            name: context.heading_name(&pair.line),
            bars: last.chain([bar(Year::This, context.this_year(), &pair.now)]).collect(),
            change: pair
                .change
                .as_ref()
                .map_or(String::new(), |change| format_number(change, NumberFormat::Arrow, locale)),
            reason: reason_line(context, chart_style, &pair.line),
            changed_by: pair.change.as_ref().map(SourcedValue::money).unwrap_or_default(),
        }
    }
}

/// Sizes of the chart, in pixels.
struct YearLayout {
    chart_style: ChartStyle,
    /// The font size.
    size: f64,
    /// The room for names left of the bars; 0 where names are above them.
    gutter: f64,
    /// The length of a bar of the highest amount.
    track: f64,
    highest: Amount,
    /// True where names and changes are above the bars.
    narrow: bool,
    /// True where the amounts are above their bars, too.
    values_above: bool,
    /// The height of a bar.
    thickness: f64,
    /// The gap between rows.
    gap: f64,
}

impl YearLayout {
    fn new(context: &RenderContext, chart_style: &ChartStyle, rows: &[YearRow]) -> YearLayout {
        let size = chart_style.px(15.0);
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| chart_style.text_spacing.text_width(text, size)).fold(0.0, f64::max)
        };
        let bars = || rows.iter().flat_map(|row| &row.bars);
        let value = widest(&mut bars().map(|bar| bar.value.as_str()));
        let change = widest(&mut rows.iter().map(|row| row.change.as_str()));
        let gutter = chart_style.px(if context.locale.english() { 210.0 } else { 170.0 });
        let side = f64::max(chart_style.px(210.0), change + chart_style.px(24.0));
        // Texts are next to the bars only if the bars keep a length at which they can be compared.
        let rest = |taken: f64| chart_style.width - taken - value - chart_style.px(14.0);
        let narrow = rest(gutter + side) < chart_style.least_track();
        let values_above = narrow && rest(0.0) < chart_style.least_track();
        YearLayout {
            chart_style: *chart_style,
            size,
            gutter: if narrow { 0.0 } else { gutter },
            track: match (values_above, narrow) {
                (true, _) => chart_style.width,
                (_, true) => rest(0.0),
                _ => rest(gutter + side),
            },
            highest: bars().map(|bar| bar.amount).max().unwrap_or_default(),
            narrow,
            values_above,
            // An amount next to its bar is never higher than the bar.
            thickness: chart_style.space(30.0).max(chart_style.px(18.0)),
            gap: chart_style.space(22.0),
        }
    }

    /// Draws a row that begins at `y`. Returns where its bars end.
    fn draw_row(&self, canvas: &mut Canvas, row: &YearRow, y: f64) -> f64 {
        let palette = self.chart_style.palette();
        let name_style = LabelStyle { size: self.size, color: palette.ink, bold: true };
        let change_style = LabelStyle { size: self.size, color: palette.of_change(row.changed_by), bold: true };
        if self.narrow {
            let top = canvas.caption(y, (&row.name, name_style), (&row.change, change_style));
            let end = self.draw_bars(canvas, &row.bars, top);
            return self.draw_reason(canvas, row, end);
        }
        let end = self.draw_bars(canvas, &row.bars, y);
        let first = y + self.thickness / 2.0;
        let lines = self.chart_style.text_spacing.wrap(&row.name, self.gutter - self.chart_style.px(10.0), self.size);
        for (index, line) in lines.into_iter().enumerate() {
            canvas.label(0.0, first + index as f64 * self.chart_style.px(24.0), line, name_style, LabelAnchor::Start);
        }
        if !row.change.is_empty() {
            canvas.label(self.chart_style.width, first, row.change.clone(), change_style, LabelAnchor::End);
        }
        self.draw_reason(canvas, row, end)
    }

    /// Draws the reason below the bars of a row, where there is one. Returns where the row ends.
    fn draw_reason(&self, canvas: &mut Canvas, row: &YearRow, y: f64) -> f64 {
        match &row.reason {
            Some(reason) => draw_reason(canvas, &self.chart_style, self.gutter, y + self.chart_style.px(2.0), reason),
            None => y,
        }
    }

    /// Draws bars with their amounts from `y` downwards. Returns where they end.
    fn draw_bars(&self, canvas: &mut Canvas, bars: &[YearBar], y: f64) -> f64 {
        let palette = self.chart_style.palette();
        let mut y = y;
        for bar in bars {
            let (bar_color, style) = match bar.year {
                Year::Last => (palette.was, LabelStyle { size: self.size, color: palette.muted, bold: false }),
                Year::This => (palette.now, LabelStyle { size: self.size, color: palette.ink, bold: true }),
            };
            let long = length(bar.amount, self.highest, self.track);
            if self.values_above {
                y = canvas.paragraph(y, (&bar.value, style));
            }
            let middle = y + self.thickness / 2.0;
            if !self.values_above {
                let x = self.gutter + long + self.chart_style.px(8.0);
                canvas.label(x, middle, bar.value.clone(), style, LabelAnchor::Start);
            }
            canvas.bar(self.gutter, middle, long, bar_color, bar.fill);
            y += self.thickness;
        }
        y
    }
}
