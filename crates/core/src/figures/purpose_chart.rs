//! What each 100 yuan go to, as a chart: a hundred squares, and a bar for each class.

use super::canvas::{BarFill, Canvas, LabelStyle, length};
use super::chart_style::ChartStyle;
use super::class_meaning::class_meaning_sentence;
use super::class_share::ClassShare;
use super::figure_chart::{Area, FigureChart};
use super::rich_text::format_number;
use super::{NumberFormat, RenderContext};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::provenance::Value;

/// Draws shares, in their order.
pub fn draw(context: &RenderContext, chart_style: &ChartStyle, shares: &[&ClassShare]) -> FigureChart {
    let rows: Vec<ClassRow> =
        shares.iter().enumerate().map(|(index, share)| ClassRow::of(context, chart_style, index, share)).collect();
    let layout = PurposeLayout::new(chart_style, &rows);
    let mut canvas = Canvas::new(chart_style, context.locale.lang);
    layout.draw_squares(&mut canvas, &rows);
    let mut y = layout.first_row;
    for row in rows {
        y = layout.draw_row(&mut canvas, row, y);
    }
    canvas.finish(f64::max(layout.grid(), y))
}

/// A class, or what the document does not list.
struct ClassRow {
    line: LineId,
    name: String,
    /// What it mainly is, where that is certain.
    meaning: Option<String>,
    /// How many of the hundred squares it gets.
    squares: u32,
    /// The same as text, such as 75 元.
    of_hundred: String,
    amount: Amount,
    /// The amount as text.
    money: String,
    color: &'static str,
    fill: BarFill,
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
            // Where there is no room for it, the finding says it of the largest classes. A narrow chart may be as high
            // as it needs.
            meaning: class_meaning_sentence(context, &share.amount.line)
                .filter(|_| chart_style.narrow() || !chart_style.is_dense()),
            squares,
            of_hundred: format_number(&share.of_hundred, NumberFormat::Plain, &context.locale),
            amount: share.amount.money(),
            money: context.locale.money_in_sentence(share.amount.money()),
            // What the document does not list belongs to no class: it is grey.
            fill: BarFill::of_published(context.contradicted.contains(&share.amount)),
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
    /// Where the rows begin: right of the squares, or at the edge below them.
    left: f64,
    /// The length of a bar of the highest amount.
    track: f64,
    highest: Amount,
    /// Where the first row begins.
    first_row: f64,
}

impl PurposeLayout {
    fn new(chart_style: &ChartStyle, rows: &[ClassRow]) -> PurposeLayout {
        let px = |size| chart_style.px(size);
        // Without room for them there are no squares: the bars show the same.
        let cell = if chart_style.is_dense() { 0.0 } else { chart_style.space(26.0) };
        let cell = cell.min((chart_style.width / 10.0).floor());
        let grid = cell * 10.0;
        // Squares and bars are next to each other only if the bars keep a length at which they can be compared.
        let beside = if grid > 0.0 { grid + px(48.0) } else { 0.0 };
        let is_below = chart_style.width - beside < chart_style.least_track();
        let left = if is_below { 0.0 } else { beside };
        PurposeLayout {
            chart_style: *chart_style,
            size: px(15.0),
            cell,
            left,
            track: chart_style.width - left,
            highest: rows.iter().map(|row| row.amount).max().unwrap_or_default(),
            first_row: if is_below { grid + chart_style.space(24.0) } else { 0.0 },
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
        if self.cell == 0.0 {
            return;
        }
        let coordinate = |index: u32| f64::from(index) * self.cell + self.cell / 2.0;
        let mut first = 0;
        for row in rows {
            let centres = (first..first + row.squares).map(|n| (coordinate(n / 10), coordinate(n % 10))).collect();
            canvas.squares(self.cell - 4.0, row.color, row.line.clone(), centres);
            first += row.squares;
        }
    }

    /// Draws a row that begins at `y`: name and amount, what the class mainly is, and the bar. Returns where it ends.
    fn draw_row(&self, canvas: &mut Canvas, row: ClassRow, y: f64) -> f64 {
        let px = |size| self.chart_style.px(size);
        let value = format!("{}  {}", row.of_hundred, row.money);
        let mut bar = canvas.caption_from(self.left, y, (&row.name, self.name_style()), (&value, self.amount_style()));
        if let Some(meaning) = &row.meaning {
            bar = canvas.paragraph_from(self.left, bar - px(2.0), (meaning, self.amount_style()));
        }
        // However little room there is, a bar stays clear of the words above it and below it.
        let half = self.chart_style.bar_thickness() / 2.0;
        let middle = bar + self.chart_style.space(13.0).max(half + px(2.0));
        let length = length(row.amount, self.highest, self.track);
        canvas.bar(self.left, middle, length, row.color, row.fill);
        let end = middle + self.chart_style.space(27.0).max(half + px(3.0));
        let width = self.chart_style.width - self.left;
        let area = Area { left: self.left, top: y - px(4.0), width, height: end - y - px(4.0) };
        canvas.touch_target(area, row.line, None);
        end
    }
}
