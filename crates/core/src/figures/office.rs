//! Who this office is: its duties, its units, its posts.

use super::canvas::{Chart, Plot, Type};
use super::chart_style::Look;
use super::{Column, Figure, FigureId, Form, Piece, Reading, Row, Table, Text, source_reference};
use crate::disclosure::{Count, LineId, Quote};
use crate::provenance::Cited;

/// The figure; None where the document names no duty, no unit and no post.
pub fn figure(reading: &Reading, look: &Look) -> Option<Figure> {
    let (d, words) = (reading.disclosure, reading.locale.words());
    let posts = posts(reading);
    let numbered = d.duties.iter().filter(|duty| duty.n.is_some()).count();
    if posts.is_empty() && d.units.is_empty() && numbered == 0 {
        return None;
    }
    let mut parts = Vec::new();
    if let Some(total) = total(reading, &posts) {
        parts.push(reading.say(words.office_posts, &[("n", Text::cited(total, Form::Number))]));
    }
    if !d.units.is_empty() {
        let template = if d.units.len() == 1 { words.office_one_unit } else { words.office_units };
        parts.push(reading.say(template, &[("n", d.units.len().to_string().into())]));
    }
    if numbered > 0 {
        parts.push(reading.say(words.office_duties, &[("n", numbered.to_string().into())]));
    }
    let mut ids: Vec<&str> = posts.iter().map(|count| count.id.as_str()).collect();
    ids.extend(d.counts_below("offices").map(|count| count.id.as_str()));
    Some(Figure {
        id: FigureId::Office,
        question: words.office_question.to_owned(),
        subtitle: if drawn(&posts) { reading.say(words.office_subtitle, &[]) } else { Text::default() },
        title: Text::list(parts, reading.locale.lang),
        chart: chart(reading, look),
        views: Vec::new(),
        explanations: Vec::new(),
        table: table(reading, &posts),
        notes: vec![reading.say(words.office_note, &[])],
        sources: sources(reading, &ids),
    })
}

/// Its chart; None where there is nobody to draw, or more people than can be seen.
pub fn chart(reading: &Reading, look: &Look) -> Option<Chart> {
    let posts = posts(reading);
    drawn(&posts).then(|| draw(reading, look, &posts))
}

fn posts<'d>(reading: &Reading<'d>) -> Vec<&'d Count> {
    reading.disclosure.counts_below("staff").collect()
}

/// Where posts, divisions and units stand, and the duties from the first to the last.
fn sources(reading: &Reading, ids: &[&str]) -> Vec<source_reference::SourceRef> {
    let d = reading.disclosure;
    let duties = d.duties.first().zip(d.duties.last());
    let duties = duties.map(|(first, last)| Quote { end: last.quote.end, ..first.quote });
    let counts = ids.iter().filter_map(|id| d.count(id)).map(|count| count.quote);
    source_reference::of_quotes(reading, counts.chain(d.units.iter().map(|unit| unit.quote)).chain(duties).collect())
}

/// One square a post is a picture only while they can be seen.
fn drawn(posts: &[&Count]) -> bool {
    let all: u64 = posts.iter().map(|count| count.n).sum();
    (1..=2_000).contains(&all)
}

/// All posts; stated where there is one kind, else computed.
pub fn total(reading: &Reading, posts: &[&Count]) -> Option<Cited> {
    let parts: Vec<Cited> = posts.iter().filter_map(|count| reading.disclosure.cite_count(count.id.as_str())).collect();
    if parts.len() < 2 {
        return parts.into_iter().next();
    }
    Some(Cited::sum(LineId::known("staff"), parts))
}

fn table(reading: &Reading, posts: &[&Count]) -> Table {
    let (d, words) = (reading.disclosure, reading.locale.words());
    let row = |count: &Count, head: Text, kind: &str| {
        let n = d.cite_count(count.id.as_str()).map_or(Text::default(), |n| Text::cited(n, Form::Plain));
        Row { head, cells: vec![kind.into(), n] }
    };
    let posts_of = |count: &&Count| row(count, reading.line(&count.id), words.office_kind_posts);
    let mut rows: Vec<Row> = posts.iter().map(posts_of).collect();
    // What they are stands in a column of its own: the name is whose they are.
    let whose =
        |id: &LineId| id.as_str().strip_prefix("offices.").map(|owner| reading.gloss(owner)).unwrap_or_default();
    rows.extend(d.counts_below("offices").map(|count| {
        let head = Text(vec![Piece::Line(count.id.clone(), whose(&count.id))]);
        row(count, head, words.office_kind_offices)
    }));
    let foot = total(reading, posts).filter(|_| posts.len() > 1);
    Table {
        sortable: false,
        caption: reading.say(words.office_caption, &[]).plain(&reading.locale),
        columns: vec![
            Column::words(words.col_line),
            Column::words(words.col_kind),
            Column::numbers(words.card_count, None),
        ],
        rows,
        foot: foot.map(|total| Row {
            head: reading.line(&total.line),
            cells: vec![words.office_kind_posts.into(), Text::cited(total, Form::Plain)],
        }),
    }
}

/// One square a post, so that a reader sees people and not a bar.
fn draw(reading: &Reading, look: &Look, posts: &[&Count]) -> Chart {
    let palette = look.palette();
    let mut plot = Plot::new(look, reading.locale.lang);
    let all: u64 = posts.iter().map(|count| count.n).sum();
    // Large offices get smaller squares, so that a thousand posts still fit a phone.
    let cell = look.px(if all > 400 {
        12.0
    } else if all > 120 {
        18.0
    } else {
        26.0
    });
    // Rows of ten can be counted and compared.
    let ten = if all > 400 {
        50
    } else if all > 120 {
        20
    } else {
        10
    };
    let across = ((look.width / cell).floor() as u64).clamp(1, ten);
    let size = look.px(15.0);
    let mut y = 0.0;
    for (class, count) in posts.iter().enumerate() {
        let label = format!("{}  {}", reading.heading_name(&count.id), reading.locale.count(count.n, &count.unit));
        let top = plot.paragraph(y, (&label, Type { size, color: palette.ink, strong: true })) + look.px(4.0);
        let centre = |n: u64| ((n % across) as f64 * cell + cell / 2.0, top + (n / across) as f64 * cell + cell / 2.0);
        plot.squares(cell - 4.0, palette.class(class), count.id.clone(), (0..count.n).map(centre).collect());
        let below = top + count.n.div_ceil(across) as f64 * cell;
        // The name can be pointed at as its squares can.
        plot.target((0.0, y, look.width, below - y + look.px(4.0)), count.id.clone());
        y = below + look.px(18.0);
    }
    plot.finish(y)
}
