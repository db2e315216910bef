//! Counted things as rows of marks: one for each, so that a reader sees people and vehicles and not a bar.

use super::RenderContext;
use super::canvas::{Canvas, LabelStyle, MarkShape};
use super::chart_style::ChartStyle;
use super::figure_chart::Area;
use crate::disclosure::Count;

/// The most vehicles that are drawn as such; more are squares.
const MOST_VEHICLES: u64 = 60;

/// True if there are any, and few enough for a mark each.
pub fn can_be_seen(total: u64) -> bool {
    (1..=2_000).contains(&total)
}

/// How rows of marks are laid out. Rows that are to be compared share one layout.
pub struct CountRows {
    chart_style: ChartStyle,
    shape: MarkShape,
    /// The distance between the centres of two marks in pixels, across and down.
    cell: (f64, f64),
    /// How many marks a row has at most.
    columns: u64,
    /// The width and height of a mark.
    size: (f64, f64),
}

impl CountRows {
    /// Rows of squares for this many people in all.
    pub fn of_people(chart_style: &ChartStyle, total: u64) -> CountRows {
        let (cell, longest_row) = cell_and_row(total);
        // Stretched squares still fit into rows of their usual length.
        let most = f64::max(chart_style.px(cell), (chart_style.width / longest_row as f64).floor());
        let cell = chart_style.space(cell).min(most);
        let fitting = (chart_style.width / cell).floor() as u64;
        // Where there is little height, rows take the whole width, in tens that can be counted.
        let columns = if chart_style.spacing < 1.0 && fitting > 10 { fitting / 10 * 10 } else { fitting };
        let columns = columns.clamp(1, if chart_style.spacing < 1.0 { u64::MAX } else { longest_row });
        let square = (cell - 4.0).max(cell * 0.6);
        CountRows {
            chart_style: *chart_style,
            shape: MarkShape::Square,
            cell: (cell, cell),
            columns,
            size: (square, square),
        }
    }

    /// Rows of vehicles, or of squares where there are too many of them.
    pub fn of_vehicles(chart_style: &ChartStyle, total: u64) -> CountRows {
        if total > MOST_VEHICLES {
            return CountRows::of_people(chart_style, total);
        }
        let height = chart_style.space(20.0).max(chart_style.px(10.0));
        let width = height * MarkShape::VEHICLE_RATIO;
        let cell = (width + chart_style.px(10.0), height + chart_style.space(8.0));
        let columns = ((chart_style.width / cell.0).floor() as u64).clamp(1, 10);
        CountRows { chart_style: *chart_style, shape: MarkShape::Vehicle, cell, columns, size: (width, height) }
    }

    /// Draws a count from `y` downwards: its name, and a mark for each. Returns where it ends.
    pub fn draw(&self, canvas: &mut Canvas, context: &RenderContext, count: &Count, y: f64) -> f64 {
        let (palette, px) = (self.chart_style.palette(), |size| self.chart_style.px(size));
        let style = LabelStyle { size: px(15.0), color: palette.ink, bold: true };
        let label =
            format!("{}  {}", context.heading_name(&count.id), context.locale.count(count.n, &count.measure_word));
        let top = canvas.paragraph(y, (&label, style)) + px(4.0);
        let (across, down) = self.cell;
        let centre = |n: u64| {
            let (column, row) = ((n % self.columns) as f64, (n / self.columns) as f64);
            (column * across + across / 2.0, top + row * down + down / 2.0)
        };
        canvas.marks(self.shape, self.size, palette.now, count.id.clone(), (0..count.n).map(centre).collect());
        let end = top + count.n.div_ceil(self.columns) as f64 * down;
        // The name can be pointed at, too, and not only the marks.
        let area = Area { left: 0.0, top: y, width: self.chart_style.width, height: end - y + px(4.0) };
        canvas.touch_target(area, count.id.clone(), None);
        end
    }
}

/// The distance between the centres of two squares in pixels, and how many squares a row has at most. Large offices get
/// smaller squares, so that a thousand posts fit on a phone; rows of ten can be counted and compared.
fn cell_and_row(total: u64) -> (f64, u64) {
    match total {
        401.. => (12.0, 50),
        121..=400 => (18.0, 20),
        _ => (26.0, 10),
    }
}
