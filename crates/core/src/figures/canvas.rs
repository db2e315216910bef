//! Drawing with charming: bars, squares and words on a canvas of known size.
//!
//! A chart is drawn for the width it gets, so that words are placed and broken here and never overlap by chance. The
//! canvas is one grid in pixels for words and touch targets, and one grid for bars. Styles and data are
//! charming's, what stands around them is JSON (`option.rs` says why).

use super::chart_option::{option, series};
use super::chart_style::ChartStyle;
use super::text_wrap::{text_width, wrap};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::locale::Lang;
use crate::provenance::SourcedValue;
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{ItemStyle, LineStyle, LineStyleType};
use serde_json::{Value, json};

/// A chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The option for ECharts.
    pub option: Value,
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// What can be pointed at, in reading order.
    pub marks: Vec<Mark>,
    /// The lines that the links of a flow show, by their place in the series.
    pub links: Vec<LineId>,
    /// What its colours and numbers stand for, where the drawing has no room to say it.
    pub key: Vec<Key>,
}

impl Chart {
    /// The marks that a keyboard goes through, by their places: one for each thing shown, though its name and its squares may
    /// be marks both.
    pub fn stops(&self) -> Vec<usize> {
        let first = |at: usize| !self.marks[..at].iter().any(|known| known.shows_as(&self.marks[at]));
        (0..self.marks.len()).filter(|at| first(*at)).collect()
    }

    /// The mark, by its place, that an item of a series belongs to; of a link between nodes the mark that shows its line.
    pub fn mark_at(&self, series: usize, item: usize, link: bool) -> Option<usize> {
        let line = if link { Some(self.links.get(item)?) } else { None };
        self.marks.iter().position(|mark| match line {
            Some(line) => mark.line == *line,
            None => mark.series == series && mark.item.is_none_or(|own| own == item),
        })
    }
}

/// Something in a chart that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The series.
    pub series: usize,
    /// The item of the series; None for all of them.
    pub item: Option<usize>,
    /// The line that it shows.
    pub line: LineId,
    /// The number that it shows, where that is not what the line says of itself: last year's.
    pub number: Option<SourcedValue>,
    /// Where it is in the chart, in pixels: left, top, width, height; None where only the drawing knows.
    pub area: Option<Area>,
}

impl Mark {
    /// True where another shows the same.
    pub fn shows_as(&self, other: &Mark) -> bool {
        self.line == other.line && self.number == other.number
    }
}

/// A rectangle in a chart, in pixels: left, top, width, height.
pub type Area = (f64, f64, f64, f64);

/// An entry of a chart's key.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The colour.
    pub color: &'static str,
    /// The sign that stands beside the mark: colour alone says nothing to some.
    pub sign: String,
    /// What it shows.
    pub text: super::Text,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Pixels.
    pub size: f64,
    /// The colour.
    pub color: &'static str,
    /// Bold.
    pub strong: bool,
}

/// Where words stand against their point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// They begin there.
    Start,
    /// They end there.
    End,
}

/// Words set alike: each with its point.
struct Words {
    set: Type,
    align: Align,
    at: Vec<(f64, f64, String)>,
}

/// Squares of one line, by their centres.
struct Squares {
    color: &'static str,
    line: LineId,
    centres: Vec<(f64, f64)>,
}

/// A canvas.
pub struct Plot {
    chart_style: ChartStyle,
    lang: Lang,
    height: f64,
    words: Vec<Words>,
    targets: Vec<(Area, LineId, Option<SourcedValue>)>,
    bars: Vec<(f64, f64, f64, &'static str)>,
    links: Vec<(f64, f64, f64)>,
    squares: Vec<Squares>,
    square: f64,
}

/// The resolution of bars' vertical places, in pixels.
const STEP: f64 = 2.0;

impl Plot {
    /// An empty canvas.
    pub fn new(chart_style: &ChartStyle, lang: Lang) -> Plot {
        Plot {
            chart_style: *chart_style,
            lang,
            height: 0.0,
            words: Vec::new(),
            targets: Vec::new(),
            bars: Vec::new(),
            links: Vec::new(),
            squares: Vec::new(),
            square: 0.0,
        }
    }

    /// Puts words at a point; `y` is their middle.
    pub fn word(&mut self, x: f64, y: f64, text: impl Into<String>, set: Type, align: Align) {
        let word = (x, y, text.into());
        match self.words.iter_mut().find(|words| words.set == set && words.align == align) {
            Some(words) => words.at.push(word),
            None => self.words.push(Words { set, align, at: vec![word] }),
        }
    }

    /// Puts a name at the left edge and a value at the right, from `y` downwards: on one line where both fit, else on
    /// lines of their own. Returns where they end.
    pub fn caption(&mut self, y: f64, name: (&str, Type), value: (&str, Type)) -> f64 {
        let (width, line) = (self.chart_style.width, self.chart_style.px(24.0));
        let together =
            text_width(name.0, name.1.size) + text_width(value.0, value.1.size) + self.chart_style.px(10.0) <= width;
        let mut y = self.paragraph(y, name);
        if together {
            self.word(width, y - line / 2.0, value.0, value.1, Align::End);
        } else {
            y = self.paragraph(y, value);
        }
        y
    }

    /// Puts words at the left edge from `y` downwards, on as many lines as they need. Returns where they end.
    pub fn paragraph(&mut self, y: f64, (text, set): (&str, Type)) -> f64 {
        let line = self.chart_style.px(24.0);
        let mut y = y;
        for words in wrap(text, self.chart_style.width, set.size) {
            self.word(0.0, y + line / 2.0, words, set, Align::Start);
            y += line;
        }
        y
    }

    /// Draws a bar from `x` over `width` pixels, centred on `y`.
    pub fn bar(&mut self, x: f64, y: f64, width: f64, color: &'static str) {
        // A bar of nothing is a hairline: a stated zero is information.
        self.bars.push((x, y, width.max(1.0), color));
    }

    /// A dotted line downwards.
    pub fn link(&mut self, x: f64, from: f64, to: f64) {
        self.links.push((x, from, to));
    }

    /// A rectangle that can be pointed at and shows a line.
    pub fn target(&mut self, area: Area, line: LineId) {
        self.targets.push((area, line, None));
    }

    /// The same where one number of the line is shown, and not the line.
    pub fn target_number(&mut self, area: Area, number: SourcedValue) {
        self.targets.push((area, number.line.clone(), Some(number)));
    }

    /// Squares of one class, by their centres.
    pub fn squares(&mut self, size: f64, color: &'static str, line: LineId, centres: Vec<(f64, f64)>) {
        self.square = size;
        self.squares.push(Squares { color, line, centres });
    }

    /// The chart of height `height`.
    pub fn finish(mut self, height: f64) -> Chart {
        self.height = (height / STEP).ceil() * STEP;
        let (width, height) = (self.chart_style.width, self.height);
        // Grids and axes that nobody sees are plain: charming's types of them hold all that could be seen.
        let full = json!({ "left": 0, "top": 0, "right": 0, "bottom": 0 });
        let across =
            |grid: u8| json!({ "type": "value", "show": false, "gridIndex": f64::from(grid), "min": 0, "max": width });
        let slots: Vec<String> = (0..(height / STEP) as usize).map(|slot| slot.to_string()).collect();
        let grids = json!([full, full]);
        let x_axes = json!([across(0), across(1)]);
        let y_axes = json!([
            { "type": "value", "show": false, "gridIndex": 0.0, "inverse": true, "min": 0, "max": height },
            { "type": "category", "show": false, "gridIndex": 1.0, "inverse": true, "data": slots },
        ]);
        let (mut marks, mut drawn) = (Vec::new(), Vec::new());

        // Touch targets lie below everything, and light up as a whole.
        for (area, line, number) in std::mem::take(&mut self.targets) {
            let (x, y, w, h) = area;
            let more = json!({
                "symbol": "rect",
                "symbolSize": [w, h],
                "z": 1,
                "cursor": "pointer",
            });
            marks.push(Mark { series: drawn.len(), item: None, line, number, area: Some(area) });
            drawn.push(series("scatter", clear(), json!([point(x + w / 2.0, y + h / 2.0)]), more));
        }
        for Squares { color, line, centres } in std::mem::take(&mut self.squares) {
            let more = json!({
                "symbol": "roundRect",
                "symbolSize": self.square,
                "z": 2,
                "cursor": "pointer",
            });
            let area = around(&centres, self.square);
            marks.push(Mark { series: drawn.len(), item: None, line, number: None, area });
            let points = centres.into_iter().map(|(x, y)| point(x, y)).collect::<Vec<_>>();
            drawn.push(series("scatter", ItemStyle::new().color(color).opacity(1.0), json!(points), more));
        }
        drawn.extend(self.draw_bars());
        drawn.extend(self.draw_words());
        let parts = [("grid", grids), ("xAxis", x_axes), ("yAxis", y_axes), ("series", Value::Array(drawn))];
        let option = option(self.lang, parts);
        Chart { option, width, height, marks, links: Vec::new(), key: Vec::new() }
    }

    fn draw_bars(&mut self) -> Vec<Value> {
        let bars = std::mem::take(&mut self.bars);
        if bars.is_empty() {
            return Vec::new();
        }
        let slot = |y: f64| (y / STEP).floor();
        let stacked = |style, data| {
            let more = json!({
                "stack": "bars",
                "xAxisIndex": 1.0,
                "yAxisIndex": 1.0,
                "barWidth": self.chart_style.px(22.0),
                "silent": true,
                "z": 2,
            });
            series("bar", style, data, more)
        };
        let start = bars.iter().map(|&(x, y, ..)| point(x, slot(y))).collect::<Vec<_>>();
        let mut before = stacked(ItemStyle::new().color("transparent"), json!(start));
        if !self.links.is_empty() {
            let line = LineStyle::new().color(self.chart_style.palette().muted).type_(LineStyleType::Dotted).width(1.0);
            let end = |x: f64, y: f64| json!({ "coord": [x, slot(y)] });
            let links: Vec<Value> = self.links.iter().map(|&(x, from, to)| json!([end(x, from), end(x, to)])).collect();
            before["markLine"] = json!({
                "symbol": ["none", "none"],
                "label": { "show": false },
                "lineStyle": line,
                "silent": true,
                "data": links,
            });
        }
        let bar = |&(_, y, width, color): &(f64, f64, f64, &'static str)| {
            DataPointItem::new(point(width, slot(y))).item_style(ItemStyle::new().color(color))
        };
        let shown = stacked(ItemStyle::new().border_radius(2.0), json!(bars.iter().map(bar).collect::<Vec<_>>()));
        vec![before, shown]
    }

    fn draw_words(&mut self) -> Vec<Value> {
        let draw = |Words { set, align, at }| {
            let more = json!({
                "symbolSize": 0.1,
                "label": {
                    "show": true,
                    "position": match align { Align::Start => "right", Align::End => "left" },
                    "distance": 0.0,
                    "formatter": "{b}",
                    "color": set.color,
                    "fontSize": set.size,
                    "fontWeight": if set.strong { "600" } else { "400" },
                },
                "silent": true,
                "z": 3,
            });
            let points = at.into_iter().map(|(x, y, text)| DataPointItem::new(point(x, y)).name(text));
            series("scatter", clear(), json!(points.collect::<Vec<_>>()), more)
        };
        std::mem::take(&mut self.words).into_iter().map(draw).collect()
    }
}

fn point(x: f64, y: f64) -> CompositeValue {
    let tidy = |n: f64| (n * 100.0).round() / 100.0;
    vec![CompositeValue::from(tidy(x)), CompositeValue::from(tidy(y))].into()
}

/// What is there and not seen.
fn clear() -> ItemStyle {
    ItemStyle::new().color("transparent").opacity(1.0)
}

/// The rectangle round squares of this size.
fn around(centres: &[(f64, f64)], size: f64) -> Option<Area> {
    let span = |of: fn(&(f64, f64)) -> f64| {
        let all = centres.iter().map(of);
        Some((all.clone().reduce(f64::min)? - size / 2.0, all.reduce(f64::max)? + size / 2.0))
    };
    let ((left, right), (top, bottom)) = (span(|centre| centre.0)?, span(|centre| centre.1)?);
    Some((left, top, right - left, bottom - top))
}

/// `amount` on a scale where `whole` is `width` pixels. Less than nothing has no length.
pub fn length(amount: Amount, whole: Amount, width: f64) -> f64 {
    if whole.is_zero() { 0.0 } else { (amount.to_chart() / whole.to_chart()).max(0.0) * width }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_is_drawn_as_a_hairline() {
        let mut plot = Plot::new(&ChartStyle::WIDE, Lang::Zh);
        plot.bar(10.0, 20.0, 0.0, "#000");
        let chart = plot.finish(40.0);
        assert_eq!(chart.option["series"][1]["data"][0]["value"][0], 1.0);
    }

    #[test]
    fn words_that_are_wider_than_the_chart_go_on_in_the_next_line() {
        let chart_style = ChartStyle { width: 200.0, ..ChartStyle::NARROW };
        let mut plot = Plot::new(&chart_style, Lang::En);
        let set = Type { size: 15.0, color: "#000", strong: false };
        let below = plot.caption(0.0, ("Appropriation", set), ("¥16.7582 million  published", set));
        assert_eq!(below, 24.0 * 3.0, "the name, and two lines for the value");
        let shown: Vec<&str> = plot.words[0].at.iter().map(|(.., words)| words.as_str()).collect();
        assert_eq!(shown, ["Appropriation", "¥16.7582 million", "published"]);
    }
}
