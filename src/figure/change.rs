//! From last year to this year: a bridge whose steps carry the document's own reasons.

use super::plot::{Align, Chart, Look, Plot, Type, length, text_width, wrap};
use super::{Column, Figure, FigureId, Form, Reading, Row, Table, Text, explanation, source};
use crate::amount::Amount;
use crate::cited::Cited;
use crate::disclosure::LineId;

/// A step of the bridge.
struct Step {
    line: LineId,
    name: String,
    change: Cited,
}

/// The figure; None where the document states no change of the whole.
pub fn figure(reading: &Reading, look: &Look) -> Option<Figure> {
    let (d, words) = (reading.disclosure, reading.locale.words);
    let whole = ["expenditure", "appropriation", "income"].into_iter().find(|id| d.cite_change(id).is_some())?;
    let (now, was, change) = (d.cite(whole)?, d.cite_base(whole)?, d.cite_change(whole)?);
    let steps = steps(reading, whole);
    let covered: Amount = steps.iter().map(|step| step.change.money()).sum();
    let title = title(reading, &change, &steps);
    let description = title.plain(&reading.locale);
    let mut notes = vec![reading.say(words.base_note, &[])];
    if steps.is_empty() {
        notes.push(reading.say(words.change_no_parts, &[]));
    } else if covered != change.money() {
        notes.push(reading.say(words.change_uncovered, &[]));
    }
    let mut lines: Vec<&str> =
        steps.iter().map(|step| step.line.as_str()).filter(|id| d.change(id).is_some()).collect();
    if lines.is_empty() {
        lines.push(whole);
    }
    Some(Figure {
        id: FigureId::Change,
        question: words.change_question.to_owned(),
        title,
        subtitle: reading.say(words.change_subtitle, &[]),
        views: Vec::new(),
        chart: Some(draw(reading, look, &was, &steps, &now, description)),
        explanations: lines.iter().filter_map(|id| explanation::of_line(reading, id)).collect(),
        table: table(reading, &was, &steps, &now, &change),
        notes,
        sources: source::of_lines(reading, &[&[whole], lines.as_slice()].concat()),
    })
}

/// The steps: the components that the change itself names, else the changes of 基本支出 and 项目支出.
fn steps(reading: &Reading, whole: &str) -> Vec<Step> {
    let d = reading.disclosure;
    let Some(line) = d.line(whole) else { return Vec::new() };
    let named = line.change.as_ref().map(|change| change.components.as_slice()).unwrap_or_default();
    if !named.is_empty() {
        let step = |part| {
            let change = Cited::component(&line.id, part);
            let name =
                reading.locale.line(&change.line).map_or_else(|| reading.gloss(&part.label), super::text::capitalised);
            Step { line: change.line.clone(), name, change }
        };
        return named.iter().map(step).collect();
    }
    let own = d.parts("appropriation").filter_map(|part| {
        let change = d.cite_change(part.id.as_str())?;
        Some(Step { line: part.id.clone(), name: reading.heading_name(&part.id), change })
    });
    let own: Vec<Step> = own.collect();
    // They explain this change only where they come to it.
    let sum: Amount = own.iter().map(|step| step.change.money()).sum();
    if d.cite_change(whole).is_some_and(|change| change.money() == sum) { own } else { Vec::new() }
}

fn title(reading: &Reading, change: &Cited, steps: &[Step]) -> Text {
    let words = reading.locale.words;
    let whole = || Text::cited(change.clone(), Form::Unsigned);
    let up = !change.money().is_negative();
    // A step against the tide is the finding; without one, the largest step is.
    let against = steps.iter().filter(|step| !step.change.money().is_zero() && step.change.money().is_negative() == up);
    let against = against.max_by_key(|step| step.change.money().abs());
    let largest =
        steps.iter().max_by_key(|step| step.change.money().abs()).filter(|step| !step.change.money().is_zero());
    let slots = |step: &Step| {
        [
            ("line", reading.line(&step.line)),
            ("amount", Text::cited(step.change.clone(), Form::Unsigned)),
            ("total", whole()),
        ]
    };
    if change.money().is_zero() {
        return reading.say(words.change_title_flat, &[]);
    }
    match (against, largest) {
        (Some(step), _) => {
            reading.say(if up { words.change_title_still_up } else { words.change_title_still_down }, &slots(step))
        }
        (None, Some(step)) if steps.len() > 1 => {
            reading.say(if up { words.change_title_up_mostly } else { words.change_title_down_mostly }, &slots(step))
        }
        _ => reading.say(if up { words.change_title_up } else { words.change_title_down }, &[("total", whole())]),
    }
}

fn table(reading: &Reading, was: &Cited, steps: &[Step], now: &Cited, change: &Cited) -> Table {
    let words = reading.locale.words;
    let row = |head: Text, cited: &Cited, form| Row { head, cells: vec![Text::cited(cited.clone(), form)] };
    let mut rows = vec![row(reading.say(words.change_was, &[]), was, Form::Number)];
    rows.extend(steps.iter().map(|step| {
        let known = reading.disclosure.line(step.line.as_str()).is_some() || reading.locale.line(&step.line).is_some();
        let head = if known { reading.line(&step.line) } else { Text::words(step.name.clone()) };
        row(head, &step.change, Form::ArrowNumber)
    }));
    if steps.is_empty() {
        rows.push(row(words.change_whole.into(), change, Form::ArrowNumber));
    }
    Table {
        caption: reading.say(words.change_caption, &[]).plain(&reading.locale),
        columns: vec![Column::words(words.col_step), Column::numbers(words.col_money, Some(words.unit))],
        rows,
        foot: Some(row(reading.say(words.change_now, &[]), now, Form::Number)),
    }
}

fn draw(reading: &Reading, look: &Look, was: &Cited, steps: &[Step], now: &Cited, description: String) -> Chart {
    let (words, palette, narrow) = (reading.locale.words, look.palette(), look.narrow());
    let size = look.px(15.0);
    let money = |amount: Amount| reading.locale.money(amount);
    let mut rows: Vec<(String, Amount, Amount, &'static str, String, LineId)> = Vec::new();
    rows.push((
        reading.say(words.change_was, &[]).plain(&reading.locale),
        Amount::ZERO,
        was.money(),
        palette.was,
        format!("{}  {}", money(was.money()), words.computed_short),
        was.line.clone(),
    ));
    let mut level = was.money();
    for step in steps {
        let next = level + step.change.money();
        let color = if step.change.money().is_negative() { palette.down } else { palette.up };
        rows.push((
            step.name.clone(),
            level.min(next),
            level.max(next),
            color,
            super::show(&step.change, Form::Arrow, &reading.locale),
            step.line.clone(),
        ));
        level = next;
    }
    rows.push((
        reading.say(words.change_now, &[]).plain(&reading.locale),
        Amount::ZERO,
        now.money(),
        palette.now,
        format!("{}  {}", money(now.money()), words.stated_short),
        now.line.clone(),
    ));
    let highest = rows.iter().map(|row| row.2).max().unwrap_or_default();
    let gutter = if narrow { 0.0 } else { look.px(if reading.locale.english() { 190.0 } else { 140.0 }) };
    let widest = rows.iter().map(|row| text_width(&row.4, size)).fold(0.0, f64::max);
    let track = if narrow { look.width } else { look.width - gutter - widest - look.px(20.0) };
    let band = look.px(66.0);
    let mut plot = Plot::new(look, reading.locale.lang);
    let x = |amount: Amount| gutter + length(amount, highest, track);
    let ink = Type { size, color: palette.ink, strong: true };
    let thick = look.px(22.0);
    let (mut level, mut y) = (was.money(), look.px(4.0));
    let mut joint: Option<(f64, f64)> = None; // where the last bar hands over: across, and its lower edge
    for (at, (name, from, to, color, value, line)) in rows.iter().enumerate() {
        let top = y;
        let told = match *color {
            color if color == palette.was => Type { strong: false, color: palette.muted, ..ink },
            color if color == palette.now => ink,
            color => Type { color, ..ink },
        };
        let middle = if narrow {
            plot.caption(y, (name, ink), (value, told)) + look.px(13.0)
        } else {
            let lines = wrap(name, gutter - look.px(14.0), size);
            let middle = y + band / 2.0;
            let first = middle - (lines.len() as f64 - 1.0) * look.px(10.0);
            for (n, line) in lines.into_iter().enumerate() {
                plot.word(0.0, first + n as f64 * look.px(20.0), line, ink, Align::Start);
            }
            plot.word(x(*to) + look.px(12.0), middle, value.clone(), told, Align::Start);
            middle
        };
        plot.bar(x(*from), middle, x(*to) - x(*from), color);
        if let Some((across, below)) = joint {
            plot.link(across, below, middle - thick / 2.0);
        }
        if let Some(step) = at.checked_sub(1).and_then(|at| steps.get(at)) {
            level = level + step.change.money();
        }
        joint = (!steps.is_empty()).then(|| (x(level), middle + thick / 2.0));
        y = if narrow { middle + look.px(25.0) } else { y + band };
        plot.target(0.0, top - 2.0, look.width, y - top - 4.0, line.clone());
    }
    let height = y;
    plot.finish(height, description)
}
