//! The bridge as a chart: last year, each step, this year.

use super::canvas::{Align, Chart, Plot, Type, length};
use super::change::{Bridge, ends};
use super::chart_style::ChartStyle;
use super::text_wrap::{text_width, wrap};
use super::{Form, RenderContext};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::provenance::{Aspect, SourcedValue};

/// Draws a bridge.
pub fn draw(context: &RenderContext, chart_style: &ChartStyle, bridge: &Bridge) -> Chart {
    let (labels, palette, narrow) = (context.locale.labels, chart_style.palette(), chart_style.narrow());
    let (was, now) = (&bridge.was, &bridge.now);
    let (was_name, now_name) = ends(context, bridge);
    let steps = bridge.steps.iter().map(|step| (step.name.clone(), &step.change, step.line.clone()));
    let gap = bridge.gap.iter().map(|gap| (labels.change_gap.to_owned(), gap, bridge.whole.clone()));
    // Both ends are the whole's, and so is what the steps leave: each says which of its numbers it is.
    let own =
        |cited: &SourcedValue| (cited.aspect != Aspect::Amount && cited.line == bridge.whole).then(|| cited.clone());
    let steps: Vec<(String, &SourcedValue, LineId)> = steps.chain(gap).collect();
    let size = chart_style.px(15.0);
    let money = |amount: Amount| context.locale.money(amount);
    type Shown = (String, Amount, Amount, &'static str, String, LineId, Option<SourcedValue>);
    let mut rows: Vec<Shown> = Vec::new();
    rows.push((
        was_name.plain(&context.locale),
        Amount::ZERO,
        was.money(),
        palette.was,
        format!("{}  {}", money(was.money()), labels.computed_short),
        was.line.clone(),
        own(was),
    ));
    let mut level = was.money();
    for (name, change, line) in &steps {
        let next = level + change.money();
        let color = match change.money() {
            amount if amount.is_zero() => palette.muted,
            amount if amount.is_negative() => palette.down,
            _ => palette.up,
        };
        rows.push((
            name.clone(),
            level.min(next),
            level.max(next),
            color,
            super::show(change, Form::Arrow, &context.locale),
            line.clone(),
            own(change),
        ));
        level = next;
    }
    rows.push((
        now_name.plain(&context.locale),
        Amount::ZERO,
        now.money(),
        palette.now,
        format!("{}  {}", money(now.money()), labels.stated_short),
        now.line.clone(),
        None,
    ));
    let highest = rows.iter().map(|row| row.2).max().unwrap_or_default();
    let gutter = if narrow { 0.0 } else { chart_style.px(if context.locale.english() { 190.0 } else { 156.0 }) };
    let widest = rows.iter().map(|row| text_width(&row.4, size)).fold(0.0, f64::max);
    let track =
        if narrow { chart_style.width - 2.0 } else { chart_style.width - gutter - widest - chart_style.px(20.0) };
    let band = chart_style.px(66.0);
    let mut plot = Plot::new(chart_style, context.locale.lang);
    let x = |amount: Amount| gutter + length(amount, highest, track);
    let ink = Type { size, color: palette.ink, strong: true };
    let thick = chart_style.px(22.0);
    let (mut level, mut y) = (was.money(), chart_style.px(4.0));
    let mut joint: Option<(f64, f64)> = None; // where the last bar hands over: across, and its lower edge
    for (at, (name, from, to, color, value, line, number)) in rows.iter().enumerate() {
        let top = y;
        let told = match *color {
            color if color == palette.was => Type { strong: false, color: palette.muted, ..ink },
            color if color == palette.now => ink,
            color => Type { color, ..ink },
        };
        let middle = if narrow {
            plot.caption(y, (name, ink), (value, told)) + chart_style.px(13.0)
        } else {
            let lines = wrap(name, gutter - chart_style.px(14.0), size);
            let middle = y + band / 2.0;
            let first = middle - (lines.len() as f64 - 1.0) * chart_style.px(10.0);
            for (n, line) in lines.into_iter().enumerate() {
                plot.word(0.0, first + n as f64 * chart_style.px(20.0), line, ink, Align::Start);
            }
            plot.word(x(*to) + chart_style.px(12.0), middle, value.clone(), told, Align::Start);
            middle
        };
        plot.bar(x(*from), middle, x(*to) - x(*from), color);
        if let Some((across, below)) = joint {
            // On a phone a name stands above its bar: the dots end before it.
            plot.link(across, below, if narrow { top } else { middle - thick / 2.0 });
        }
        if let Some((_, change, _)) = at.checked_sub(1).and_then(|at| steps.get(at)) {
            level = level + change.money();
        }
        joint = (!steps.is_empty()).then(|| (x(level), middle + thick / 2.0));
        y = if narrow { middle + chart_style.px(25.0) } else { y + band };
        let area = (0.0, top - 2.0, chart_style.width, y - top - 4.0);
        match number {
            Some(number) => plot.target_number(area, number.clone()),
            None => plot.target(area, line.clone()),
        }
    }
    let height = y;
    plot.finish(height)
}
