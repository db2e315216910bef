//! The bridge from last year to this year as a chart: a bar for each end, and one for each step.

use super::FigureChart;
use super::bridge::{Bridge, ends};
use super::canvas::{BarFill, Canvas, LabelAnchor, LabelStyle, length};
use super::chart_style::ChartStyle;
use super::figure_chart::Area;
use super::palette::Palette;
use super::reason_line::{draw_reason, reason_line};
use super::rich_text::format_number;
use super::{NumberFormat, RenderContext};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::provenance::{Aspect, SourcedValue};

/// Draws a bridge.
pub fn draw(context: &RenderContext, chart_style: &ChartStyle, bridge: &Bridge) -> FigureChart {
    let rows = rows(context, chart_style, bridge);
    let layout = BridgeLayout::new(context, chart_style, &rows);
    let mut canvas = Canvas::new(chart_style, context.locale.lang);
    let mut y = chart_style.px(4.0);
    let mut joint = None;
    for row in rows {
        let (middle, end) = layout.draw_labels(&mut canvas, &row, y);
        layout.draw_bar(&mut canvas, &row, joint, y, middle);
        joint = row.level.map(|level| Joint { x: layout.x(level), y: middle + layout.thickness / 2.0 });
        let area = Area { left: 0.0, top: y - 2.0, width: chart_style.width, height: end - y - 4.0 };
        canvas.touch_target(area, row.line, row.number);
        y = end;
    }
    canvas.finish(y)
}

/// What a row of the bridge shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BridgeRole {
    LastYear,
    /// A step, by its change.
    Step(Amount),
    ThisYear,
}

impl BridgeRole {
    fn bar_color(self, palette: &Palette) -> &'static str {
        match self {
            BridgeRole::LastYear => palette.was,
            BridgeRole::Step(change) => palette.of_change(change),
            BridgeRole::ThisYear => palette.now,
        }
    }

    /// How the amount is set. Last year's is computed, so it is less prominent.
    fn value_style(self, palette: &Palette, size: f64) -> LabelStyle {
        match self {
            BridgeRole::LastYear => LabelStyle { size, color: palette.muted, bold: false },
            BridgeRole::Step(change) => LabelStyle { size, color: palette.of_change(change), bold: true },
            BridgeRole::ThisYear => LabelStyle { size, color: palette.ink, bold: true },
        }
    }
}

/// A row of the chart.
struct BridgeRow {
    role: BridgeRole,
    name: String,
    /// The amount as text, such as ▲ 增加 174.78 万元.
    value: String,
    /// Where the bar begins and ends, on the scale of amounts.
    from: Amount,
    to: Amount,
    /// The amount at which the next bar continues; None if the bridge has no steps.
    level: Option<Amount>,
    line: LineId,
    /// The number that the row shows, if that is not the line's amount.
    number: Option<SourcedValue>,
    fill: BarFill,
    /// The reason of the change, where it stands on the bar.
    reason: Option<String>,
}

/// Last year, each step, what the steps leave over, and this year.
fn rows(context: &RenderContext, chart_style: &ChartStyle, bridge: &Bridge) -> Vec<BridgeRow> {
    let (labels, locale) = (context.locale.labels, &context.locale);
    let (last_year, this_year) = ends(context, bridge);
    let (was, now) = (&bridge.was, &bridge.now);
    // Both ends belong to the line of the whole, and so does the gap: each row carries the number that it shows.
    let own = |number: &SourcedValue| {
        (number.aspect != Aspect::Amount && number.line == bridge.whole).then(|| number.clone())
    };
    let steps = bridge.steps.iter().map(|step| (step.name.as_str(), &step.change, &step.line));
    let gap = bridge.gap.iter().map(|gap| (labels.change_gap, gap, &bridge.whole));
    let steps: Vec<(&str, &SourcedValue, &LineId)> = steps.chain(gap).collect();
    let joined = |level: Amount| (!steps.is_empty()).then_some(level);

    let mut level = was.money();
    let mut rows = vec![BridgeRow {
        role: BridgeRole::LastYear,
        name: last_year.plain(locale),
        value: format!("{}  {}", locale.money_in_sentence(was.money()), labels.computed_short),
        from: Amount::ZERO,
        to: was.money(),
        level: joined(level),
        line: was.line.clone(),
        number: own(was),
        fill: BarFill::Outline,
        reason: None,
    }];
    for (name, change, line) in &steps {
        let next = level + change.money();
        rows.push(BridgeRow {
            role: BridgeRole::Step(change.money()),
            name: (*name).to_owned(),
            value: format_number(change, NumberFormat::Arrow, locale),
            from: level.min(next),
            to: level.max(next),
            level: joined(next),
            line: (*line).clone(),
            number: own(change),
            fill: BarFill::of_published(context.contradicted.contains(change)),
            reason: reason_line(context, chart_style, line),
        });
        level = next;
    }
    rows.push(BridgeRow {
        role: BridgeRole::ThisYear,
        name: this_year.plain(locale),
        value: format!("{}  {}", locale.money_in_sentence(now.money()), labels.stated_short),
        from: Amount::ZERO,
        to: now.money(),
        level: None,
        line: now.line.clone(),
        number: None,
        fill: BarFill::of_published(context.contradicted.contains(now)),
        reason: None,
    });
    rows
}

/// Where a bar ends that the next one continues.
#[derive(Clone, Copy)]
struct Joint {
    x: f64,
    y: f64,
}

/// Sizes of the chart, in pixels.
struct BridgeLayout {
    chart_style: ChartStyle,
    /// The font size.
    size: f64,
    /// True where names and amounts are above their bars.
    is_stacked: bool,
    /// The room for names left of the bars; 0 where names are above them.
    gutter: f64,
    /// The length of a bar of the highest amount.
    track: f64,
    highest: Amount,
    /// The height of a bar.
    thickness: f64,
}

impl BridgeLayout {
    fn new(context: &RenderContext, chart_style: &ChartStyle, rows: &[BridgeRow]) -> BridgeLayout {
        let size = chart_style.px(15.0);
        let gutter = chart_style.px(if context.locale.english() { 190.0 } else { 156.0 });
        let widest = rows.iter().map(|row| chart_style.text_spacing.text_width(&row.value, size)).fold(0.0, f64::max);
        let beside = chart_style.width - gutter - widest - chart_style.px(20.0);
        let highest = rows.iter().map(|row| row.to).max().unwrap_or_default();
        // Steps may rise above both ends, so that no bar is as long as the scale.
        let longest = rows.iter().map(|row| row.to - row.from).max().unwrap_or_default();
        let is_stacked = length(longest, highest, beside) < chart_style.least_track();
        let (gutter, track) = if is_stacked { (0.0, chart_style.width - 2.0) } else { (gutter, beside) };
        BridgeLayout {
            chart_style: *chart_style,
            size,
            is_stacked,
            gutter,
            track,
            highest,
            thickness: chart_style.bar_thickness(),
        }
    }

    /// Where an amount is on the scale.
    fn x(&self, amount: Amount) -> f64 {
        self.gutter + length(amount, self.highest, self.track)
    }

    /// Draws name and amount of a row that begins at `y`. Returns the middle of its bar, and where the row ends.
    fn draw_labels(&self, canvas: &mut Canvas, row: &BridgeRow, y: f64) -> (f64, f64) {
        let palette = self.chart_style.palette();
        let px = |size| self.chart_style.px(size);
        let name_style = LabelStyle { size: self.size, color: palette.ink, bold: true };
        let value_style = row.role.value_style(palette, self.size);
        if self.is_stacked {
            let mut words = canvas.caption(y, (&row.name, name_style), (&row.value, value_style));
            // Beside its name, a reason would be crossed by the dots between the bars.
            if let Some(reason) = &row.reason {
                words = draw_reason(canvas, &self.chart_style, 0.0, words, reason);
            }
            let middle = words + self.chart_style.space(2.0) + self.thickness / 2.0;
            return (middle, middle + self.thickness / 2.0 + self.chart_style.space(14.0));
        }
        let lines = self.chart_style.text_spacing.wrap(&row.name, self.gutter - px(14.0), self.size);
        let height = self.chart_style.space(66.0).max(lines.len() as f64 * px(20.0) + px(6.0));
        let middle = y + height / 2.0;
        let first = middle - (lines.len() as f64 - 1.0) * px(10.0);
        for (index, line) in lines.into_iter().enumerate() {
            canvas.label(0.0, first + index as f64 * px(20.0), line, name_style, LabelAnchor::Start);
        }
        canvas.label(self.x(row.to) + px(12.0), middle, row.value.clone(), value_style, LabelAnchor::Start);
        (middle, y + height)
    }

    /// Draws the bar of a row that begins at `top`, and the dotted line from the bar before it.
    fn draw_bar(&self, canvas: &mut Canvas, row: &BridgeRow, before: Option<Joint>, top: f64, middle: f64) {
        let from = self.x(row.from);
        let (width, color) = (self.x(row.to) - from, row.role.bar_color(self.chart_style.palette()));
        canvas.bar(from, middle, width, color, row.fill);
        if let Some(Joint { x, y }) = before {
            // Where the name is above its bar, the dots end before the name.
            canvas.connector(x, y, if self.is_stacked { top } else { middle - self.thickness / 2.0 });
        }
    }
}
