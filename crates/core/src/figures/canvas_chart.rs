//! A recorded canvas as a `charming::Chart`.
//!
//! The chart has two grids of the same size. One has axes in pixels, for labels, squares and touch targets, which are
//! points of scatter series. The other has a category axis whose categories are steps of two pixels, for bars.

use super::canvas::{Bar, BarFill, Canvas, Connector, LabelAnchor, LabelGroup, MarkGroup, MarkShape, TouchTarget};
use super::charming_extensions::{silent, symbol_size, z};
use super::chart_option::ChartOptionBuilder;
use super::chart_style::{ChartStyle, font_family};
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

/// A car from its side, as the path of an SVG: body and wheels, with windows cut out.
const VEHICLE: &str = "M1 9Q1 7 3 6.6L6 6 8.6 2.4Q9.3 1.4 10.6 1.4H15.6Q16.8 1.4 17.6 2.3L20.4 5.8 22 6.4Q23 6.8 23 8V10.2\
    Q23 11 22.2 11H21.4A2.6 2.6 0 0 0 16.2 11H8.8A2.6 2.6 0 0 0 3.6 11H1.8Q1 11 1 10.2Z\
    M10.7 2.9 8.4 6H12.6V2.9ZM14 2.9V6H18.6L16.3 3.3Q16 2.9 15.5 2.9Z\
    M4.3 11.2A1.9 1.9 0 1 1 8.1 11.2 1.9 1.9 0 1 1 4.3 11.2ZM16.9 11.2A1.9 1.9 0 1 1 20.7 11.2 1.9 1.9 0 1 1 16.9 11.2Z";

/// The distance between two lines of a hatched bar along it, in pixels at the usual font size.
const HATCH_GAP: f64 = 11.0;
/// The width of such a line.
const HATCH_WIDTH: f64 = 3.0;

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
        for group in self.mark_groups {
            marks.push(add_marks(&mut option, group));
        }
        if !self.bars.is_empty() {
            let thickness = self.chart_style.bar_thickness();
            let connectors = connectors(&self.connectors, self.chart_style.palette().muted);
            add_bars(&mut option, &self.bars, connectors, thickness);
        }
        let hatches = hatches(&self.bars, &self.chart_style);
        let is_hatched = !hatches.is_empty();
        if is_hatched {
            add_hatches(&mut option, hatches, &self.chart_style);
        }
        for group in self.label_groups {
            add_labels(&mut option, group, font_family(self.lang));
        }
        FigureChart { option: option.build(), width, height, marks, links: Vec::new(), legend: Vec::new(), is_hatched }
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

fn add_marks(option: &mut ChartOptionBuilder, group: MarkGroup) -> ChartMark {
    let MarkGroup { shape, size, color, line, centres } = group;
    let area = bounding_area(&centres, size);
    let points: Vec<DataPoint> = centres.into_iter().map(|(x, y)| DataPoint::Value(point(x, y))).collect();
    let scatter = Scatter::new().item_style(ItemStyle::new().color(color).opacity(1.0)).data(points);
    let series = match shape {
        MarkShape::Square => option.push(scatter.symbol(Symbol::RoundRect).symbol_size(size.0), [z(MARK_LAYER)]),
        MarkShape::Vehicle => {
            let scatter = scatter.symbol(Symbol::Custom(format!("path://{VEHICLE}")));
            option.push(scatter, [symbol_size(size.0, size.1), z(MARK_LAYER)])
        }
    };
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
        let style = match bar.fill {
            BarFill::Outline => ItemStyle::new().color("transparent").border_color(bar.color).border_width(1.5),
            BarFill::Solid | BarFill::Hatched => ItemStyle::new().color(bar.color),
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
    (!lines.is_empty()).then(|| mark_line(lines, (color, LineStyleType::Dotted, 1.0)))
}

/// The diagonal lines over hatched bars: from lower left to upper right, cut at the ends of their bar.
fn hatches(bars: &[Bar], chart_style: &ChartStyle) -> Vec<MarkLineVariant> {
    let (thickness, gap) = (chart_style.bar_thickness(), chart_style.px(HATCH_GAP));
    let mut lines = Vec::new();
    for bar in bars.iter().filter(|bar| bar.fill == BarFill::Hatched) {
        let (bottom, end) = (step(bar.y) * STEP + (STEP + thickness) / 2.0, bar.x + bar.width);
        let mut foot = bar.x - thickness + gap / 2.0;
        while foot < end {
            let corner = |x: f64| MarkLineData::new().coord(vec![x, bottom - (x - foot)]);
            let (from, to) = (foot.max(bar.x), (foot + thickness).min(end));
            if from < to {
                lines.push(MarkLineVariant::StartToEnd(corner(from), corner(to)));
            }
            foot += gap;
        }
    }
    lines
}

/// Adds these lines. They are as light as the page, so that a bar looks cut.
fn add_hatches(option: &mut ChartOptionBuilder, lines: Vec<MarkLineVariant>, chart_style: &ChartStyle) {
    let style = (chart_style.palette().background, LineStyleType::Solid, chart_style.px(HATCH_WIDTH));
    let scatter = Scatter::new().symbol_size(0.1).item_style(invisible());
    let scatter = scatter.data(vec![DataPoint::Value(point(0.0, 0.0))]).mark_line(mark_line(lines, style));
    option.push(scatter, [silent(), z(MARK_LAYER)]);
}

/// Lines without ends, labels or events.
fn mark_line(lines: Vec<MarkLineVariant>, (color, style, width): (&str, LineStyleType, f64)) -> MarkLine {
    MarkLine::new()
        .symbol(vec![Symbol::None, Symbol::None])
        .label(Label::new().show(false))
        .line_style(LineStyle::new().color(color).type_(style).width(width))
        .silent(true)
        .data(lines)
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

/// The rectangle around marks of this width and height.
fn bounding_area(centres: &[(f64, f64)], (width, height): (f64, f64)) -> Option<Area> {
    let span = |coordinate: fn(&(f64, f64)) -> f64, size: f64| {
        let all = centres.iter().map(coordinate);
        Some((all.clone().reduce(f64::min)? - size / 2.0, all.reduce(f64::max)? + size / 2.0))
    };
    let ((left, right), (top, bottom)) = (span(|centre| centre.0, width)?, span(|centre| centre.1, height)?);
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
        canvas.bar(10.0, 20.0, 0.0, "#000", BarFill::Solid);
        let option = canvas.finish(40.0).option.to_json();
        assert_eq!(option["series"][1]["data"][0]["value"][0], 1.0);
    }
}
