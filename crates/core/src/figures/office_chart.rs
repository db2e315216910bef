//! The posts of an office as a chart: one square for each, so that a reader sees people and not a bar.

use super::RenderContext;
use super::canvas::{Canvas, LabelStyle};
use super::chart_style::ChartStyle;
use super::figure_chart::{Area, FigureChart};
use crate::disclosure::Count;

/// Draws the kinds of posts one below the other.
pub fn draw(context: &RenderContext, chart_style: &ChartStyle, posts: &[&Count]) -> FigureChart {
    let (palette, px) = (chart_style.palette(), |size| chart_style.px(size));
    let total: u64 = posts.iter().map(|count| count.n).sum();
    let (cell, longest_row) = cell_and_row(total);
    // Stretched squares still fit into rows of their usual length.
    let most = f64::max(px(cell), (chart_style.width / longest_row as f64).floor());
    let cell = chart_style.space(cell).min(most);
    let fitting = (chart_style.width / cell).floor() as u64;
    // Where there is little height, rows take the whole width, in tens that can be counted.
    let columns = if chart_style.spacing < 1.0 && fitting > 10 { fitting / 10 * 10 } else { fitting };
    let columns = columns.clamp(1, if chart_style.spacing < 1.0 { u64::MAX } else { longest_row });
    let square = (cell - 4.0).max(cell * 0.6);
    let style = LabelStyle { size: px(15.0), color: palette.ink, bold: true };
    let mut canvas = Canvas::new(chart_style, context.locale.lang);
    let mut y = 0.0;
    for count in posts {
        let label =
            format!("{}  {}", context.heading_name(&count.id), context.locale.count(count.n, &count.measure_word));
        let top = canvas.paragraph(y, (&label, style)) + px(4.0);
        let coordinate = |index: u64| index as f64 * cell + cell / 2.0;
        let centres = (0..count.n).map(|n| (coordinate(n % columns), top + coordinate(n / columns))).collect();
        canvas.squares(square, palette.now, count.id.clone(), centres);
        let end = top + count.n.div_ceil(columns) as f64 * cell;
        // The name can be pointed at, too, and not only the squares.
        let area = Area { left: 0.0, top: y, width: chart_style.width, height: end - y + px(4.0) };
        canvas.touch_target(area, count.id.clone(), None);
        y = end + chart_style.space(18.0);
    }
    canvas.finish(y)
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
