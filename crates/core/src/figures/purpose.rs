//! What each 100 yuan go to.

use super::canvas::{Align, Chart, Plot, Type, length};
use super::chart_style::ChartStyle;
use super::list_balance::{self, balance};
use super::text_wrap::{text_width, wrap};
use super::{Column, Figure, FigureId, Form, RenderContext, Row, Table, Text, source_reference};
use crate::amount::{Amount, integer_percentages};
use crate::disclosure::Line;
use crate::insertion_sort::in_order;
use crate::provenance::{Aspect, Operation, SourcedValue, Value};

const WHOLE: &str = "expenditure";

/// A class with its share, or what is not listed.
struct Share {
    amount: SourcedValue,
    of_hundred: SourcedValue,
}

impl Share {
    fn listed(&self) -> bool {
        self.amount.line != list_balance::unlisted(WHOLE)
    }
}

/// What each class is of a hundred, and the whole; None where no class is stated, where all are zero, or where one is less
/// than nothing.
fn shares(context: &RenderContext) -> Option<(Vec<Share>, SourcedValue)> {
    let d = context.disclosure;
    let mut parts: Vec<SourcedValue> = d.parts(WHOLE).map(Line::cite).collect();
    if parts.iter().all(|part| part.money().is_zero()) || parts.iter().any(|part| part.money().is_negative()) {
        return None;
    }
    let balance = balance(d, WHOLE);
    // The whole is the published one, unless the classes come to more.
    let sum = SourcedValue::sum(crate::disclosure::LineId::known(WHOLE), parts.clone());
    let whole = d.cite(WHOLE).filter(|_| !balance.over()).unwrap_or(sum);
    parts.extend(balance.missing().cloned());
    let amounts: Vec<Amount> = parts.iter().map(SourcedValue::money).collect();
    let shares = parts.into_iter().zip(integer_percentages(&amounts)).map(|(amount, n)| {
        let operands = vec![amount.clone(), whole.clone()];
        let of_hundred = SourcedValue::computed(
            amount.line.clone(),
            Aspect::Share,
            Value::OfHundred(n),
            Operation::OfHundred,
            operands,
        );
        Share { amount, of_hundred }
    });
    Some((in_order(shares, |share| (!share.listed(), std::cmp::Reverse(share.amount.money()))), whole))
}

/// Those that there is something of.
fn shown(shares: &[Share]) -> Vec<&Share> {
    shares.iter().filter(|share| !share.amount.money().is_zero()).collect()
}

/// Its chart.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<Chart> {
    let (shares, _) = shares(context)?;
    Some(draw(context, chart_style, &shown(&shares)))
}

/// The figure; None where there are no shares.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let words = context.locale.words();
    let (shares, whole) = shares(context)?;
    let zeros = shares.iter().filter(|share| share.amount.money().is_zero());
    let zeros: Vec<Text> = zeros.map(|share| context.line(&share.amount.line)).collect();
    let mut notes = list_balance::notes(context, WHOLE, true);
    if !zeros.is_empty() {
        notes.push(context.say(words.purpose_zeros, &[("lines", Text::list(zeros, context.locale.lang))]));
    }
    notes.push(context.say(words.purpose_classes, &[]));
    Some(Figure {
        id: FigureId::Purpose,
        question: words.purpose_question.to_owned(),
        title: title(context, &shown(&shares)),
        subtitle: context.say(words.purpose_subtitle, &[]),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: Vec::new(),
        table: table(context, &shares, whole),
        notes,
        sources: source_reference::of_lines(context, &[WHOLE]),
    })
}

fn title(context: &RenderContext, shown: &[&Share]) -> Text {
    let words = context.locale.words();
    if let [one] = shown {
        return context.say(words.purpose_title_one, &[("class", context.line(&one.amount.line))]);
    }
    let (listed, missing): (Vec<&Share>, Vec<&Share>) = shown.iter().partition(|share| share.listed());
    let say = |share: &Share, template| {
        let slots =
            [("n", Text::number(share.of_hundred.clone(), Form::Plain)), ("class", context.line(&share.amount.line))];
        context.say(template, &slots)
    };
    // What is not listed belongs to the finding where it is more than the second of the classes.
    let second = listed.get(1).map(|share| share.amount.money()).unwrap_or_default();
    let missing: Vec<&Share> = missing.into_iter().filter(|share| share.amount.money() > second).collect();
    let named = if missing.is_empty() { 2 } else { 1 };
    let parts = listed.into_iter().take(named).map(|share| say(share, words.purpose_part));
    let parts = parts.chain(missing.into_iter().map(|share| say(share, words.purpose_part_unlisted)));
    let joined = parts.reduce(|text, next| text.then(words.purpose_join.into()).then(next)).unwrap_or_default();
    context.say(words.purpose_title, &[("parts", joined)])
}

fn table(context: &RenderContext, shares: &[Share], whole: SourcedValue) -> Table {
    let words = context.locale.words();
    let rows = shares.iter().map(|share| {
        let percent = crate::provenance::share(share.amount.clone(), whole.clone());
        Row {
            head: context.line(&share.amount.line),
            cells: vec![
                Text::number(share.amount.clone(), Form::Number),
                percent.map_or(Text::default(), |percent| Text::number(percent, Form::Plain)),
                Text::number(share.of_hundred.clone(), Form::Number),
            ],
        }
    });
    let hundred = SourcedValue::sum(whole.line.clone(), shares.iter().map(|share| share.of_hundred.clone()).collect());
    Table {
        sortable: true,
        caption: context.say(words.purpose_caption, &[]).plain(&context.locale),
        columns: vec![
            Column::words(words.col_class),
            Column::numbers(
                context.say(words.col_amount, &[]).plain(&context.locale),
                Some(context.locale.unit_word()),
            ),
            Column::numbers(words.col_share, None),
            Column::numbers(words.purpose_of_hundred, Some(context.locale.labels.unit_yuan)),
        ],
        rows: rows.collect(),
        foot: Some(Row {
            head: words.purpose_sum.into(),
            cells: vec![Text::number(whole, Form::Number), Text::default(), Text::number(hundred, Form::Number)],
        }),
    }
}

fn draw(context: &RenderContext, chart_style: &ChartStyle, shown: &[&Share]) -> Chart {
    let palette = chart_style.palette();
    let cell = chart_style.px(26.0).min((chart_style.width / 10.0).floor());
    let square = cell * 10.0;
    // Squares and bars stand side by side only where the bars keep a length that can be compared.
    let narrow = chart_style.width < square + chart_style.px(600.0);
    let mut plot = Plot::new(chart_style, context.locale.lang);
    // What is not listed is of no class: it is grey.
    let color = |class: usize, share: &Share| if share.listed() { palette.class(class) } else { palette.was };
    // A hundred squares, column by column, so that each class is one block.
    let mut at = 0;
    for (class, share) in shown.iter().enumerate() {
        let Value::OfHundred(n) = share.of_hundred.value else { continue };
        let centres = (at..at + n).map(|i| ((i / 10) as f64 * cell + cell / 2.0, (i % 10) as f64 * cell + cell / 2.0));
        plot.squares(cell - 4.0, color(class, share), share.amount.line.clone(), centres.collect());
        at += n;
    }
    let size = chart_style.px(15.0);
    let (ink, muted) =
        (Type { size, color: palette.ink, strong: true }, Type { size, color: palette.muted, strong: false });
    let left = if narrow { 0.0 } else { square + chart_style.px(48.0) };
    let width = chart_style.width - left;
    let whole = shown.iter().map(|share| share.amount.money()).max().unwrap_or_default();
    let row = f64::max(chart_style.px(44.0), square / shown.len().max(1) as f64).min(chart_style.px(64.0));
    let mut y =
        if narrow { square + chart_style.px(24.0) } else { ((square - row * shown.len() as f64) / 2.0).max(0.0) };
    let gutter = if narrow { 0.0 } else { chart_style.px(if context.locale.english() { 180.0 } else { 150.0 }) };
    // The amounts take what the longest of them takes; what they are of each hundred stands before them.
    let money = |share: &Share| context.locale.money(share.amount.money());
    let longest = shown.iter().map(|share| text_width(&money(share), size)).fold(0.0, f64::max);
    let amounts = f64::max(longest + chart_style.px(24.0), chart_style.px(138.0));
    let side = if narrow { 0.0 } else { amounts + chart_style.px(72.0) };
    for (class, share) in shown.iter().enumerate() {
        let name = context.heading_name(&share.amount.line);
        let n = super::show(&share.of_hundred, Form::Plain, &context.locale);
        let money = money(share);
        let track = width - gutter - side;
        let long = length(share.amount.money(), whole, track);
        let middle = y + row / 2.0;
        if narrow {
            let top = y;
            y = plot.caption(y, (&name, ink), (&format!("{n}  {money}"), muted));
            plot.bar(left, y + chart_style.px(13.0), long, color(class, share));
            y += chart_style.px(40.0);
            plot.target(
                (0.0, top - chart_style.px(4.0), chart_style.width, y - top - chart_style.px(4.0)),
                share.amount.line.clone(),
            );
        } else {
            let lines = wrap(&name, gutter - chart_style.px(8.0), size);
            let first = middle - (lines.len() as f64 - 1.0) * chart_style.px(10.0);
            for (at, line) in lines.into_iter().enumerate() {
                plot.word(left, first + at as f64 * chart_style.px(20.0), line, ink, Align::Start);
            }
            plot.bar(left + gutter, middle, long, color(class, share));
            plot.word(left + width - amounts, middle, n, ink, Align::End);
            plot.word(chart_style.width, middle, money, muted, Align::End);
            let reach = chart_style.px(8.0);
            plot.target((left - reach, y, width + reach, row), share.amount.line.clone());
            y += row;
        }
    }
    let height = if narrow { y } else { f64::max(square, y) };
    plot.finish(height)
}
