//! A chart of rows: a name, a bar for last year and one for this year, and the change.

use super::RenderContext;
use super::canvas::{Align, Chart, Plot, Type, length};
use super::chart_style::ChartStyle;
use super::text_wrap::{text_width, wrap};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::provenance::SourcedValue;

/// A row: a line this year and, where it can be known, last year.
pub struct Pair {
    /// The line.
    pub line: LineId,
    /// Last year.
    pub was: Option<SourcedValue>,
    /// This year.
    pub now: SourcedValue,
    /// The difference in words, such as ▼ 减少 27.70 万元.
    pub moved: Option<(Amount, String)>,
}

/// Draws the rows on one scale.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle, pairs: &[Pair]) -> Chart {
    let palette = chart_style.palette();
    let size = chart_style.px(15.0);
    let set = |color, strong| Type { size, color, strong };
    let whole = pairs
        .iter()
        .flat_map(|pair| [Some(pair.now.money()), pair.was.as_ref().map(SourcedValue::money)])
        .flatten()
        .max();
    let whole = whole.unwrap_or_default();
    let value = |year: &str, amount: Amount| format!("{year}  {}", context.locale.money(amount));
    let widest = pairs
        .iter()
        .flat_map(|pair| {
            [
                Some(value(&context.this_year(), pair.now.money())),
                pair.was.as_ref().map(|was| value(&context.last_year(), was.money())),
            ]
        })
        .flatten()
        .map(|text| text_width(&text, size))
        .fold(0.0, f64::max);

    let moved = pairs.iter().filter_map(|pair| pair.moved.as_ref()).map(|(_, moved)| text_width(moved, size));
    let (gutter, side) = (
        chart_style.px(if context.locale.english() { 210.0 } else { 170.0 }),
        f64::max(chart_style.px(210.0), moved.fold(0.0, f64::max) + chart_style.px(24.0)),
    );
    // Names and changes stand beside the bars only where these keep a length that can be compared.
    let left = |taken: f64| chart_style.width - taken - widest - chart_style.px(14.0);
    let narrow = chart_style.narrow() || left(gutter + side) < chart_style.px(80.0);
    let gutter = if narrow { 0.0 } else { gutter };
    // Where a value leaves its bar no such length either, it stands above it.
    let above = narrow && left(0.0) < chart_style.px(40.0);
    let track = match (above, narrow) {
        (true, _) => chart_style.width,
        (_, true) => left(0.0),
        _ => left(gutter + side),
    };
    let (thick, gap) = (chart_style.px(30.0), chart_style.px(22.0));
    let mut plot = Plot::new(chart_style, context.locale.lang);
    let mut y = chart_style.px(6.0);
    for pair in pairs {
        let top = y;
        let name = context.heading_name(&pair.line);
        if narrow {
            let (amount, moved) = pair.moved.clone().unwrap_or_default();
            y = plot.caption(y, (&name, set(palette.ink, true)), (&moved, set(change_color(palette, amount), true)));
        }
        let bars = [
            (pair.was.as_ref(), palette.was, context.last_year()),
            (Some(&pair.now), palette.now, context.this_year()),
        ];
        let first = y;
        for (cited, color, year) in bars {
            let Some(cited) = cited else { continue };
            let long = length(cited.money(), whole, track);
            let ink = if color == palette.now { palette.ink } else { palette.muted };
            let (value, set) = (value(&year, cited.money()), set(ink, color == palette.now));
            if above {
                y = plot.paragraph(y, (&value, set));
            } else {
                plot.word(gutter + long + chart_style.px(8.0), y + thick / 2.0, value, set, Align::Start);
            }
            plot.bar(gutter, y + thick / 2.0, long, color);
            y += thick;
        }
        if !narrow {
            let lines = wrap(&name, gutter - chart_style.px(10.0), size);
            for (at, line) in lines.into_iter().enumerate() {
                plot.word(
                    0.0,
                    first + thick / 2.0 + at as f64 * thick * 0.8,
                    line,
                    set(palette.ink, true),
                    Align::Start,
                );
            }
            if let Some((amount, moved)) = &pair.moved {
                plot.word(
                    chart_style.width,
                    first + thick / 2.0,
                    moved.clone(),
                    set(change_color(palette, *amount), true),
                    Align::End,
                );
            }
        }
        plot.target((0.0, top - gap / 3.0, chart_style.width, y - top + gap), pair.line.clone());
        y += gap;
    }
    plot.finish(y - gap + chart_style.px(8.0))
}

fn change_color(palette: &super::Palette, amount: Amount) -> &'static str {
    match amount {
        amount if amount.is_zero() => palette.muted,
        amount if amount.is_negative() => palette.down,
        _ => palette.up,
    }
}

/// The rows for these lines; a line that is not stated is left out.
pub fn pairs(context: &RenderContext, ids: &[LineId]) -> Vec<Pair> {
    let d = context.disclosure;
    let row = |id: &LineId| {
        let change = d.cite_change(id.as_str());
        Some(Pair {
            line: id.clone(),
            now: d.cite(id.as_str())?,
            was: d.cite_base(id.as_str()),
            moved: change.map(|change| (change.money(), super::show(&change, super::Form::Arrow, &context.locale))),
        })
    };
    ids.iter().filter_map(row).collect()
}
