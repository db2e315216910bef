//! What each 100 yuan go to.

use super::plot::{Align, Chart, Look, Plot, Type, length, wrap};
use super::{Column, Figure, FigureId, Form, Reading, Row, Table, Text, source};
use crate::amount::{Amount, hundredths};
use crate::cited::{Aspect, Cited, Operation, Value};
use crate::disclosure::Line;

/// A class with its share.
struct Share<'d> {
    line: &'d Line,
    amount: Cited,
    of_hundred: Cited,
}

/// The figure; None where no class is stated, or all are zero.
pub fn figure(reading: &Reading, look: &Look) -> Option<Figure> {
    let (d, words) = (reading.disclosure, reading.locale.words);
    let classes: Vec<&Line> = d.parts("expenditure").collect();
    let amounts: Vec<Amount> = classes.iter().map(|line| line.amount).collect();
    let whole = Cited::sum(
        crate::disclosure::LineId::known("expenditure"),
        classes.iter().filter_map(|line| d.cite(line.id.as_str())).collect(),
    );
    if amounts.iter().all(|amount| amount.is_zero()) || amounts.iter().any(|amount| amount.is_negative()) {
        return None;
    }
    // The total is the published one where the classes add up to it.
    let whole = d.cite("expenditure").filter(|stated| stated.money() == whole.money()).unwrap_or(whole);
    let shares = classes.iter().zip(hundredths(&amounts)).filter_map(|(line, n)| {
        let amount = d.cite(line.id.as_str())?;
        let operands = vec![amount.clone(), whole.clone()];
        let of_hundred =
            Cited::computed(line.id.clone(), Aspect::Share, Value::OfHundred(n), Operation::OfHundred, operands);
        Some(Share { line, amount, of_hundred })
    });
    let mut shares: Vec<Share> = shares.collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.line.amount));
    let shown: Vec<&Share> = shares.iter().filter(|share| !share.line.amount.is_zero()).collect();
    let title = title(reading, &shown);
    let description = title.plain(&reading.locale);
    let zeros: Vec<Text> =
        shares.iter().filter(|share| share.line.amount.is_zero()).map(|share| reading.line(&share.line.id)).collect();
    let mut notes = Vec::new();
    if !zeros.is_empty() {
        notes.push(reading.say(words.purpose_zeros, &[("lines", Text::list(zeros, reading.locale.lang))]));
    }
    notes.push(reading.say(words.purpose_classes, &[]));
    Some(Figure {
        id: FigureId::Purpose,
        question: words.purpose_question.to_owned(),
        title,
        subtitle: reading.say(words.purpose_subtitle, &[]),
        views: Vec::new(),
        chart: Some(draw(reading, look, &shown, description)),
        explanations: Vec::new(),
        table: table(reading, &shares, whole),
        notes,
        sources: source::of_lines(reading, &["expenditure"]),
    })
}

fn title(reading: &Reading, shown: &[&Share]) -> Text {
    let words = reading.locale.words;
    let part = |share: &Share| {
        let slots =
            [("n", Text::cited(share.of_hundred.clone(), Form::Plain)), ("class", reading.line(&share.line.id))];
        reading.say(words.purpose_part, &slots)
    };
    let parts = shown.iter().take(2).map(|share| part(share)).collect::<Vec<_>>();
    let joined =
        parts.into_iter().reduce(|text, next| text.then(words.purpose_join.into()).then(next)).unwrap_or_default();
    reading.say(if shown.len() == 1 { words.purpose_title_one } else { words.purpose_title }, &[("parts", joined)])
}

fn table(reading: &Reading, shares: &[Share], whole: Cited) -> Table {
    let words = reading.locale.words;
    let rows = shares.iter().map(|share| {
        let percent = crate::cited::share(share.amount.clone(), whole.clone());
        Row {
            head: reading.line(&share.line.id),
            cells: vec![
                Text::cited(share.amount.clone(), Form::Number),
                percent.map_or(Text::default(), |percent| Text::cited(percent, Form::Plain)),
                Text::cited(share.of_hundred.clone(), Form::Number),
            ],
        }
    });
    let hundred = Value::OfHundred(100);
    let operands = shares.iter().map(|share| share.of_hundred.clone()).collect();
    let hundred = Cited::computed(whole.line.clone(), Aspect::Sum, hundred, Operation::Sum, operands);
    Table {
        caption: reading.say(words.purpose_caption, &[]).plain(&reading.locale),
        columns: vec![
            Column::words(words.col_class),
            Column::numbers(reading.say(words.col_amount, &[]).plain(&reading.locale), Some(words.unit)),
            Column::numbers(words.col_share, None),
            Column::numbers(words.purpose_of_hundred, Some(words.unit_yuan)),
        ],
        rows: rows.collect(),
        foot: Some(Row {
            head: words.purpose_sum.into(),
            cells: vec![Text::cited(whole, Form::Number), Text::default(), Text::cited(hundred, Form::Number)],
        }),
    }
}

fn draw(reading: &Reading, look: &Look, shown: &[&Share], description: String) -> Chart {
    let palette = look.palette();
    let cell = look.px(26.0).min((look.width / 10.0).floor());
    let square = cell * 10.0;
    // Squares and bars stand side by side only where the bars keep a length that can be compared.
    let narrow = look.width < square + look.px(600.0);
    let mut plot = Plot::new(look, reading.locale.lang);
    // A hundred squares, column by column, so that each class is one block.
    let mut at = 0;
    for (class, share) in shown.iter().enumerate() {
        let Value::OfHundred(n) = share.of_hundred.value else { continue };
        let centres = (at..at + n).map(|i| ((i / 10) as f64 * cell + cell / 2.0, (i % 10) as f64 * cell + cell / 2.0));
        plot.squares(cell - 4.0, palette.class(class), share.line.id.clone(), centres.collect());
        at += n;
    }
    let size = look.px(15.0);
    let (ink, muted) =
        (Type { size, color: palette.ink, strong: true }, Type { size, color: palette.muted, strong: false });
    let left = if narrow { 0.0 } else { square + look.px(48.0) };
    let width = look.width - left;
    let whole = shown.first().map(|share| share.line.amount).unwrap_or_default();
    let row = f64::max(look.px(44.0), square / shown.len().max(1) as f64).min(look.px(64.0));
    let mut y = if narrow { square + look.px(24.0) } else { ((square - row * shown.len() as f64) / 2.0).max(0.0) };
    let gutter = if narrow { 0.0 } else { look.px(if reading.locale.english() { 180.0 } else { 150.0 }) };
    let side = if narrow { 0.0 } else { look.px(210.0) };
    for (class, share) in shown.iter().enumerate() {
        let name = reading.heading_name(&share.line.id);
        let n = super::show(&share.of_hundred, Form::Plain, &reading.locale);
        let money = reading.locale.money(share.line.amount);
        let track = width - gutter - side;
        let long = length(share.line.amount, whole, track);
        let middle = y + row / 2.0;
        if narrow {
            let top = y;
            y = plot.caption(y, (&name, ink), (&format!("{n}  {money}"), muted));
            plot.bar(left, y + look.px(13.0), long, palette.class(class));
            y += look.px(40.0);
            plot.target(0.0, top - look.px(4.0), look.width, y - top - look.px(4.0), share.line.id.clone());
        } else {
            let lines = wrap(&name, gutter - look.px(12.0), size);
            let first = middle - (lines.len() as f64 - 1.0) * look.px(10.0);
            for (at, line) in lines.into_iter().enumerate() {
                plot.word(left, first + at as f64 * look.px(20.0), line, ink, Align::Start);
            }
            plot.bar(left + gutter, middle, long, palette.class(class));
            plot.word(left + width - look.px(138.0), middle, n, ink, Align::End);
            plot.word(look.width, middle, money, muted, Align::End);
            let reach = look.px(8.0);
            plot.target(left - reach, y, width + reach, row, share.line.id.clone());
            y += row;
        }
    }
    let height = if narrow { y } else { f64::max(square, y) };
    plot.finish(height, description)
}
