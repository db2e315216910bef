//! What each 100 yuan go to, as a chart: a hundred squares, and a bar for each class.

use super::canvas::{Canvas, LabelAnchor, LabelStyle, length};
use super::chart_style::ChartStyle;
use super::class_share::ClassShare;
use super::figure_chart::{Area, FigureChart};
use super::rich_text::format_number;
use super::text_wrap::{text_width, wrap};
use super::{NumberFormat, RenderContext};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::provenance::Value;

/// Draws shares, in their order.
pub fn draw(context: &RenderContext, chart_style: &ChartStyle, shares: &[&ClassShare]) -> FigureChart {
    let rows: Vec<ClassRow> =
        shares.iter().enumerate().map(|(index, share)| ClassRow::of(context, chart_style, index, share)).collect();
    let layout = PurposeLayout::new(context, chart_style, &rows);
    let mut canvas = Canvas::new(chart_style, context.locale.lang);
    layout.draw_squares(&mut canvas, &rows);
    let mut y = layout.first_row;
    for row in rows {
        y = if layout.narrow { layout.draw_narrow(&mut canvas, row, y) } else { layout.draw_wide(&mut canvas, row, y) };
    }
    canvas.finish(if layout.narrow { y } else { f64::max(layout.grid(), y) })
}

/// A class, or what the document does not list.
struct ClassRow {
    line: LineId,
    name: String,
    /// How many of the hundred squares it gets.
    squares: u32,
    /// The same as text, such as 75 元.
    of_hundred: String,
    amount: Amount,
    /// The amount as text.
    money: String,
    color: &'static str,
}

impl ClassRow {
    fn of(context: &RenderContext, chart_style: &ChartStyle, index: usize, share: &ClassShare) -> ClassRow {
        let palette = chart_style.palette();
        let squares = match share.of_hundred.value {
            Value::OfHundred(n) => n,
            _ => 0,
        };
        ClassRow {
            line: share.amount.line.clone(),
            name: context.heading_name(&share.amount.line),
            squares,
            of_hundred: format_number(&share.of_hundred, NumberFormat::Plain, &context.locale),
            amount: share.amount.money(),
            money: context.locale.money(share.amount.money()),
            // What the document does not list belongs to no class: it is grey.
            color: if share.listed() { palette.class(index) } else { palette.was },
        }
    }
}

/// Sizes of the chart, in pixels.
struct PurposeLayout {
    chart_style: ChartStyle,
    /// The font size.
    size: f64,
    /// The distance between the centres of two squares.
    cell: f64,
    /// True where the bars are below the squares, and their names above them.
    narrow: bool,
    /// Where names begin.
    left: f64,
    /// The room for names left of the bars.
    gutter: f64,
    /// The room for amounts at the right edge.
    amounts: f64,
    /// The length of a bar of the highest amount.
    track: f64,
    highest: Amount,
    /// Where the first row begins.
    first_row: f64,
    row_height: f64,
}

impl PurposeLayout {
    fn new(context: &RenderContext, chart_style: &ChartStyle, rows: &[ClassRow]) -> PurposeLayout {
        let px = |size| chart_style.px(size);
        let (size, count) = (px(15.0), rows.len() as f64);
        let cell = px(26.0).min((chart_style.width / 10.0).floor());
        let grid = cell * 10.0;
        // Squares and bars are next to each other only if the bars keep a length at which they can be compared.
        let narrow = chart_style.width < grid + px(600.0);
        let row_height = f64::max(px(44.0), grid / count.max(1.0)).min(px(64.0));
        let longest = rows.iter().map(|row| text_width(&row.money, size)).fold(0.0, f64::max);
        let amounts = f64::max(longest + px(24.0), px(138.0));
        let left = if narrow { 0.0 } else { grid + px(48.0) };
        let gutter = px(if context.locale.english() { 180.0 } else { 150.0 });
        // The part of each hundred is before the amount.
        let taken = if narrow { 0.0 } else { gutter + amounts + px(72.0) };
        PurposeLayout {
            chart_style: *chart_style,
            size,
            cell,
            narrow,
            left,
            gutter,
            amounts,
            track: chart_style.width - left - taken,
            highest: rows.iter().map(|row| row.amount).max().unwrap_or_default(),
            first_row: if narrow { grid + px(24.0) } else { ((grid - row_height * count) / 2.0).max(0.0) },
            row_height,
        }
    }

    /// The width and height of all squares.
    fn grid(&self) -> f64 {
        self.cell * 10.0
    }

    fn name_style(&self) -> LabelStyle {
        LabelStyle { size: self.size, color: self.chart_style.palette().ink, bold: true }
    }

    fn amount_style(&self) -> LabelStyle {
        LabelStyle { size: self.size, color: self.chart_style.palette().muted, bold: false }
    }

    /// Draws a hundred squares column by column, so that each class is one block.
    fn draw_squares(&self, canvas: &mut Canvas, rows: &[ClassRow]) {
        let coordinate = |index: u32| f64::from(index) * self.cell + self.cell / 2.0;
        let mut first = 0;
        for row in rows {
            let centres = (first..first + row.squares).map(|n| (coordinate(n / 10), coordinate(n % 10))).collect();
            canvas.squares(self.cell - 4.0, row.color, row.line.clone(), centres);
            first += row.squares;
        }
    }

    /// Draws a row that begins at `y`, with its name and amount above its bar. Returns where it ends.
    fn draw_narrow(&self, canvas: &mut Canvas, row: ClassRow, y: f64) -> f64 {
        let px = |size| self.chart_style.px(size);
        let value = format!("{}  {}", row.of_hundred, row.money);
        let bar = canvas.caption(y, (&row.name, self.name_style()), (&value, self.amount_style()));
        canvas.bar(self.left, bar + px(13.0), length(row.amount, self.highest, self.track), row.color);
        let end = bar + px(40.0);
        let area = Area { left: 0.0, top: y - px(4.0), width: self.chart_style.width, height: end - y - px(4.0) };
        canvas.touch_target(area, row.line, None);
        end
    }

    /// Draws a row that begins at `y`, with its name left of its bar and its amount at the right edge. Returns where it
    /// ends.
    fn draw_wide(&self, canvas: &mut Canvas, row: ClassRow, y: f64) -> f64 {
        let px = |size| self.chart_style.px(size);
        let (right, middle) = (self.chart_style.width, y + self.row_height / 2.0);
        let lines = wrap(&row.name, self.gutter - px(8.0), self.size);
        let first = middle - (lines.len() as f64 - 1.0) * px(10.0);
        for (index, line) in lines.into_iter().enumerate() {
            canvas.label(self.left, first + index as f64 * px(20.0), line, self.name_style(), LabelAnchor::Start);
        }
        canvas.bar(self.left + self.gutter, middle, length(row.amount, self.highest, self.track), row.color);
        canvas.label(right - self.amounts, middle, row.of_hundred, self.name_style(), LabelAnchor::End);
        canvas.label(right, middle, row.money, self.amount_style(), LabelAnchor::End);
        let reach = px(8.0);
        let area = Area { left: self.left - reach, top: y, width: right - self.left + reach, height: self.row_height };
        canvas.touch_target(area, row.line, None);
        y + self.row_height
    }
}
