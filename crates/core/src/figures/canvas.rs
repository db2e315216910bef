//! A canvas of known size for charts that are laid out in pixels: labels, bars, squares and touch targets.
//!
//! A chart is laid out for the exact width that it gets, so that labels wrap and never overlap by chance. The figure
//! records here what it shows; `canvas_chart.rs` turns the record into a `charming::Chart`.

use super::chart_style::ChartStyle;
use super::figure_chart::Area;
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::locale::Lang;
use crate::provenance::SourcedValue;

/// How a label is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelStyle {
    /// The font size in pixels.
    pub size: f64,
    /// The colour.
    pub color: &'static str,
    /// Bold.
    pub bold: bool,
}

/// Which end of a label is at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelAnchor {
    /// The label begins at the point.
    Start,
    /// The label ends at the point.
    End,
}

/// All labels with one style and anchor.
pub(super) struct LabelGroup {
    pub style: LabelStyle,
    pub anchor: LabelAnchor,
    pub labels: Vec<Label>,
}

/// A text at a point; `y` is the middle of its line.
pub(super) struct Label {
    pub x: f64,
    pub y: f64,
    pub text: String,
}

/// An invisible rectangle that reacts to pointers.
pub(super) struct TouchTarget {
    pub area: Area,
    pub line: LineId,
    pub number: Option<SourcedValue>,
}

/// A horizontal bar; `y` is its middle.
pub(super) struct Bar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub color: &'static str,
    pub fill: BarFill,
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarFill {
    /// Whole: a published number.
    Solid,
    /// Cut by diagonal lines: a published number that others of the document contradict.
    Hatched,
    /// Only an outline, so that a number that we computed does not look published.
    Outline,
}

/// A dotted vertical line between two bars.
pub(super) struct Connector {
    pub x: f64,
    pub from: f64,
    pub to: f64,
}

/// The shape of a unit mark: one mark for each person or vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// A square with round corners.
    Square,
    /// A car, from its side.
    Vehicle,
}

impl BarFill {
    /// How the bar of a published number is filled.
    pub fn of_published(is_contradicted: bool) -> BarFill {
        if is_contradicted { BarFill::Hatched } else { BarFill::Solid }
    }
}

impl MarkShape {
    /// The width of a vehicle, as a multiple of its height.
    pub const VEHICLE_RATIO: f64 = 1.8;
}

/// The marks of one line, by their centres.
pub(super) struct MarkGroup {
    pub shape: MarkShape,
    /// Width and height.
    pub size: (f64, f64),
    pub color: &'static str,
    pub line: LineId,
    pub centres: Vec<(f64, f64)>,
}

/// What a chart shows, recorded in pixels from its top left corner.
pub struct Canvas {
    pub(super) chart_style: ChartStyle,
    pub(super) lang: Lang,
    pub(super) label_groups: Vec<LabelGroup>,
    pub(super) touch_targets: Vec<TouchTarget>,
    pub(super) bars: Vec<Bar>,
    pub(super) connectors: Vec<Connector>,
    pub(super) mark_groups: Vec<MarkGroup>,
}

impl Canvas {
    /// An empty canvas.
    pub fn new(chart_style: &ChartStyle, lang: Lang) -> Canvas {
        Canvas {
            chart_style: *chart_style,
            lang,
            label_groups: Vec::new(),
            touch_targets: Vec::new(),
            bars: Vec::new(),
            connectors: Vec::new(),
            mark_groups: Vec::new(),
        }
    }

    /// Adds a label at a point; `y` is the middle of its line.
    pub fn label(&mut self, x: f64, y: f64, text: impl Into<String>, style: LabelStyle, anchor: LabelAnchor) {
        let label = Label { x, y, text: text.into() };
        match self.label_groups.iter_mut().find(|group| group.style == style && group.anchor == anchor) {
            Some(group) => group.labels.push(label),
            None => self.label_groups.push(LabelGroup { style, anchor, labels: vec![label] }),
        }
    }

    /// Adds a name at the left edge and a value at the right, from `y` downwards: on one line if both fit, else each on
    /// its own lines. Returns where they end.
    pub fn caption(&mut self, y: f64, name: (&str, LabelStyle), value: (&str, LabelStyle)) -> f64 {
        self.caption_from(0.0, y, name, value)
    }

    /// The same in the part of the chart from `left` to the right edge.
    pub fn caption_from(&mut self, left: f64, y: f64, name: (&str, LabelStyle), value: (&str, LabelStyle)) -> f64 {
        let (width, line_height) = (self.chart_style.width, self.chart_style.line_height());
        let (gap, spacing) = (self.chart_style.px(10.0), self.chart_style.text_spacing);
        let fits =
            spacing.text_width(name.0, name.1.size) + spacing.text_width(value.0, value.1.size) + gap <= width - left;
        let end = self.paragraph_from(left, y, name);
        if !fits {
            return self.paragraph_from(left, end, value);
        }
        self.label(width, end - line_height / 2.0, value.0, value.1, LabelAnchor::End);
        end
    }

    /// Adds a text at the left edge from `y` downwards, on as many lines as it needs. Returns where it ends.
    pub fn paragraph(&mut self, y: f64, text: (&str, LabelStyle)) -> f64 {
        self.paragraph_from(0.0, y, text)
    }

    /// The same in the part of the chart from `left` to the right edge.
    pub fn paragraph_from(&mut self, left: f64, y: f64, (text, style): (&str, LabelStyle)) -> f64 {
        let line_height = self.chart_style.line_height();
        let mut y = y;
        for line in self.chart_style.text_spacing.wrap(text, self.chart_style.width - left, style.size) {
            self.label(left, y + line_height / 2.0, line, style, LabelAnchor::Start);
            y += line_height;
        }
        y
    }

    /// Adds a bar from `x` over `width` pixels, with its middle at `y`.
    pub fn bar(&mut self, x: f64, y: f64, width: f64, color: &'static str, fill: BarFill) {
        // A bar of zero is a hairline: a zero that the document states is information.
        self.bars.push(Bar { x, y, width: width.max(1.0), color, fill });
    }

    /// Adds a dotted vertical line between two bars.
    pub fn connector(&mut self, x: f64, from: f64, to: f64) {
        self.connectors.push(Connector { x, from, to });
    }

    /// Adds a rectangle that can be pointed at. It shows the line, or one number of the line if `number` is given.
    pub fn touch_target(&mut self, area: Area, line: LineId, number: Option<SourcedValue>) {
        self.touch_targets.push(TouchTarget { area, line, number });
    }

    /// Adds the squares of one line, by their centres.
    pub fn squares(&mut self, size: f64, color: &'static str, line: LineId, centres: Vec<(f64, f64)>) {
        self.marks(MarkShape::Square, (size, size), color, line, centres);
    }

    /// Adds the marks of one line, of this width and height, by their centres.
    pub fn marks(
        &mut self,
        shape: MarkShape,
        size: (f64, f64),
        color: &'static str,
        line: LineId,
        centres: Vec<(f64, f64)>,
    ) {
        self.mark_groups.push(MarkGroup { shape, size, color, line, centres });
    }
}

/// The length in pixels of `amount` on a scale where `maximum` is `width` pixels long. Negative amounts have no length.
pub fn length(amount: Amount, maximum: Amount, width: f64) -> f64 {
    if maximum.is_zero() { 0.0 } else { (amount.to_chart() / maximum.to_chart()).max(0.0) * width }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_are_wider_than_the_chart_wrap() {
        let chart_style = ChartStyle { width: 200.0, ..ChartStyle::NARROW };
        let mut canvas = Canvas::new(&chart_style, Lang::En);
        let style = LabelStyle { size: 15.0, color: "#000", bold: false };
        let end = canvas.caption(0.0, ("Appropriation", style), ("¥16.7582 million  published", style));
        assert_eq!(end, 24.0 * 3.0, "one line for the name, and two for the value");
        let texts: Vec<&str> = canvas.label_groups[0].labels.iter().map(|label| label.text.as_str()).collect();
        assert_eq!(texts, ["Appropriation", "¥16.7582 million", "published"]);
    }
}
