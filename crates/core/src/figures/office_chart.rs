//! The posts of an office as a chart: one square for each.

use super::RenderContext;
use super::canvas::Canvas;
use super::chart_style::ChartStyle;
use super::count_rows::CountRows;
use super::figure_chart::FigureChart;
use crate::disclosure::Count;

/// Draws the kinds of posts one below the other.
pub fn draw(context: &RenderContext, chart_style: &ChartStyle, posts: &[&Count]) -> FigureChart {
    let rows = CountRows::of_people(chart_style, posts.iter().map(|count| count.n).sum());
    let mut canvas = Canvas::new(chart_style, context.locale.lang);
    let mut y = 0.0;
    for count in posts {
        y = rows.draw(&mut canvas, context, count, y) + chart_style.space(18.0);
    }
    canvas.finish(y)
}
