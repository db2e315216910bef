//! A recorded canvas as a `charming::Chart`.
//!
//! The chart has two grids of the same size. One has axes in pixels, for labels, squares and touch targets, which are
//! points of scatter series. The other has a category axis whose categories are steps of two pixels, for bars.

use super::canvas::{Bar, Canvas, Connector, LabelAnchor, LabelGroup, SquareGroup, TouchTarget};
use super::charming_extensions::{silent, symbol_size, z};
use super::chart_option::ChartOptionBuilder;
use super::chart_style::font_family;
use super::figure_chart::{Area, ChartMark, FigureChart};
use charming::Chart;
use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{
    AxisType, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, MarkLine, MarkLineData, MarkLineVariant,
    Symbol,
};
use charming::series::{Bar as BarSeries, Scatter};

/// The height of a category of the axis for bars, in pixels.
const STEP: f64 = 2.0;
/// The index of the grid for labels, squares and touch targets.
const PIXEL_GRID: f64 = 0.0;
/// The index of the grid for bars.
const BAR_GRID: f64 = 1.0;

/// Layers, from the lowest: a touch target lights up as a whole, below what it belongs to.
const TARGET_LAYER: u8 = 1;
const MARK_LAYER: u8 = 2;
const LABEL_LAYER: u8 = 3;

impl Canvas {
    /// The chart of this canvas, `height` pixels high.
    pub fn finish(self, height: f64) -> FigureChart {
        let (width, height) = (self.chart_style.width, (height / STEP).ceil() * STEP);
        let mut option = ChartOptionBuilder::new(grids_and_axes(width, height));
        let mut marks = Vec::new();
        for target in self.touch_targets {
            marks.push(add_touch_target(&mut option, target));
        }
        for group in self.square_groups {
            marks.push(add_squares(&mut option, group));
        }
        if !self.bars.is_empty() {
            let thickness = self.chart_style.bar_thickness();
            let connectors = connectors(&self.connectors, self.chart_style.palette().muted);
            add_bars(&mut option, &self.bars, connectors, thickness);
        }
        for group in self.label_groups {
            add_labels(&mut option, group, font_family(self.lang));
        }
        FigureChart { option: option.build(), width, height, marks, links: Vec::new(), legend: Vec::new() }
    }
}

fn grids_and_axes(width: f64, height: f64) -> Chart {
    let grid = || Grid::new().left(0).top(0).right(0).bottom(0);
    let axis = |kind, grid| Axis::new().type_(kind).show(false).grid_index(grid);
    let across = |grid| axis(AxisType::Value, grid).min(0).max(width);
    let steps: Vec<String> = (0..(height / STEP) as usize).map(|step| step.to_string()).collect();
    Chart::new()
        .grid(grid())
        .grid(grid())
        .x_axis(across(PIXEL_GRID))
        .x_axis(across(BAR_GRID))
        .y_axis(axis(AxisType::Value, PIXEL_GRID).inverse(true).min(0).max(height))
        .y_axis(axis(AxisType::Category, BAR_GRID).inverse(true).data(steps))
}

fn add_touch_target(option: &mut ChartOptionBuilder, target: TouchTarget) -> ChartMark {
    let TouchTarget { area, line, number } = target;
    let centre = point(area.left + area.width / 2.0, area.top + area.height / 2.0);
    let scatter = Scatter::new().symbol(Symbol::Rect).item_style(invisible()).data(vec![DataPoint::Value(centre)]);
    let series = option.push(scatter, [symbol_size(area.width, area.height), z(TARGET_LAYER)]);
    ChartMark { series, item: None, line, number, area: Some(area) }
}

fn add_squares(option: &mut ChartOptionBuilder, group: SquareGroup) -> ChartMark {
    let SquareGroup { size, color, line, centres } = group;
    let area = bounding_area(&centres, size);
    let points: Vec<DataPoint> = centres.into_iter().map(|(x, y)| DataPoint::Value(point(x, y))).collect();
    let scatter = Scatter::new()
        .symbol(Symbol::RoundRect)
        .symbol_size(size)
        .item_style(ItemStyle::new().color(color).opacity(1.0))
        .data(points);
    let series = option.push(scatter, [z(MARK_LAYER)]);
    ChartMark { series, item: None, line, number: None, area }
}

/// Adds two stacked series: an invisible one up to where each bar begins, and the bars.
fn add_bars(option: &mut ChartOptionBuilder, bars: &[Bar], connectors: Option<MarkLine>, thickness: f64) {
    let stacked = |style: ItemStyle, data: Vec<DataPoint>| {
        BarSeries::new()
            .x_axis_index(BAR_GRID)
            .y_axis_index(BAR_GRID)
            .stack("bars")
            .bar_width(thickness)
            .item_style(style)
            .data(data)
    };
    let start = |bar: &Bar| DataPoint::Value(point(bar.x, step(bar.y)));
    let bar = |bar: &Bar| {
        let style = match bar.is_outlined {
            true => ItemStyle::new().color("transparent").border_color(bar.color).border_width(1.5),
            false => ItemStyle::new().color(bar.color),
        };
        DataPoint::Item(DataPointItem::new(point(bar.width, step(bar.y))).item_style(style))
    };
    let mut before = stacked(ItemStyle::new().color("transparent"), bars.iter().map(start).collect());
    if let Some(connectors) = connectors {
        before = before.mark_line(connectors);
    }
    option.push(before, [silent(), z(MARK_LAYER)]);
    option
        .push(stacked(ItemStyle::new().border_radius(2.0), bars.iter().map(bar).collect()), [silent(), z(MARK_LAYER)]);
}

/// Dotted lines between bars; None where there are none.
fn connectors(connectors: &[Connector], color: &str) -> Option<MarkLine> {
    let end = |x: f64, y: f64| MarkLineData::new().coord(vec![x, step(y)]);
    let line = |line: &Connector| MarkLineVariant::StartToEnd(end(line.x, line.from), end(line.x, line.to));
    let lines: Vec<MarkLineVariant> = connectors.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        MarkLine::new()
            .symbol(vec![Symbol::None, Symbol::None])
            .label(Label::new().show(false))
            .line_style(LineStyle::new().color(color).type_(LineStyleType::Dotted).width(1.0))
            .silent(true)
            .data(lines)
    })
}

/// Adds labels as the names of points that are too small to be seen.
fn add_labels(option: &mut ChartOptionBuilder, group: LabelGroup, font: &str) {
    let LabelGroup { style, anchor, labels } = group;
    let position = match anchor {
        LabelAnchor::Start => LabelPosition::Right,
        LabelAnchor::End => LabelPosition::Left,
    };
    let label = Label::new()
        .show(true)
        .position(position)
        .distance(0.0)
        .formatter("{b}")
        .color(style.color)
        .font_weight(if style.bold { "600" } else { "400" })
        .font_family(font)
        .font_size(style.size);
    let item =
        |label: super::canvas::Label| DataPoint::Item(DataPointItem::new(point(label.x, label.y)).name(label.text));
    let scatter = Scatter::new()
        .label(label)
        .symbol_size(0.1)
        .item_style(invisible())
        .data(labels.into_iter().map(item).collect::<Vec<DataPoint>>());
    option.push(scatter, [silent(), z(LABEL_LAYER)]);
}

/// The category of the axis for bars at this height.
fn step(y: f64) -> f64 {
    (y / STEP).floor()
}

/// A point, rounded to hundredths of a pixel.
fn point(x: f64, y: f64) -> CompositeValue {
    let round = |n: f64| CompositeValue::from((n * 100.0).round() / 100.0);
    CompositeValue::Array(vec![round(x), round(y)])
}

/// The style of shapes that react to pointers or carry labels, but are not seen.
fn invisible() -> ItemStyle {
    ItemStyle::new().color("transparent").opacity(1.0)
}

/// The rectangle around squares of this size.
fn bounding_area(centres: &[(f64, f64)], size: f64) -> Option<Area> {
    let span = |coordinate: fn(&(f64, f64)) -> f64| {
        let all = centres.iter().map(coordinate);
        Some((all.clone().reduce(f64::min)? - size / 2.0, all.reduce(f64::max)? + size / 2.0))
    };
    let ((left, right), (top, bottom)) = (span(|centre| centre.0)?, span(|centre| centre.1)?);
    Some(Area { left, top, width: right - left, height: bottom - top })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::ChartStyle;
    use crate::locale::Lang;

    #[test]
    fn a_zero_is_drawn_as_a_hairline() {
        let mut canvas = Canvas::new(&ChartStyle::WIDE, Lang::Zh);
        canvas.bar(10.0, 20.0, 0.0, "#000");
        let option = canvas.finish(40.0).option.to_json();
        assert_eq!(option["series"][1]["data"][0]["value"][0], 1.0);
    }
}
