//! Who this office is: its duties, its units, its posts.

use super::canvas::{Chart, Plot, Type};
use super::chart_style::ChartStyle;
use super::{Column, Figure, FigureId, Form, Piece, RenderContext, Row, Table, Text, source_reference};
use crate::disclosure::{Count, LineId, Quote};
use crate::provenance::SourcedValue;

/// The figure; None where the document names no duty, no unit and no post.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let (d, words) = (context.disclosure, context.locale.words());
    let posts = posts(context);
    let numbered = d.duties.iter().filter(|duty| duty.n.is_some()).count();
    if posts.is_empty() && d.units.is_empty() && numbered == 0 {
        return None;
    }
    let mut parts = Vec::new();
    if let Some(total) = total(context, &posts) {
        parts.push(context.say(words.office_posts, &[("n", Text::number(total, Form::Number))]));
    }
    if !d.units.is_empty() {
        let template = if d.units.len() == 1 { words.office_one_unit } else { words.office_units };
        parts.push(context.say(template, &[("n", d.units.len().to_string().into())]));
    }
    if numbered > 0 {
        parts.push(context.say(words.office_duties, &[("n", numbered.to_string().into())]));
    }
    let mut ids: Vec<&str> = posts.iter().map(|count| count.id.as_str()).collect();
    ids.extend(d.counts_below("offices").map(|count| count.id.as_str()));
    Some(Figure {
        id: FigureId::Office,
        question: words.office_question.to_owned(),
        subtitle: if drawn(&posts) { context.say(words.office_subtitle, &[]) } else { Text::default() },
        title: Text::list(parts, context.locale.lang),
        chart: chart(context, chart_style),
        views: Vec::new(),
        explanations: Vec::new(),
        table: table(context, &posts),
        notes: vec![context.say(words.office_note, &[])],
        sources: sources(context, &ids),
    })
}

/// Its chart; None where there is nobody to draw, or more people than can be seen.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<Chart> {
    let posts = posts(context);
    drawn(&posts).then(|| draw(context, chart_style, &posts))
}

fn posts<'d>(context: &RenderContext<'d>) -> Vec<&'d Count> {
    context.disclosure.counts_below("staff").collect()
}

/// Where posts, divisions and units stand, and the duties from the first to the last.
fn sources(context: &RenderContext, ids: &[&str]) -> Vec<source_reference::SourceRef> {
    let d = context.disclosure;
    let duties = d.duties.first().zip(d.duties.last());
    let duties = duties.map(|(first, last)| Quote { end: last.quote.end, ..first.quote });
    let counts = ids.iter().filter_map(|id| d.count(id)).map(|count| count.quote);
    source_reference::of_quotes(context, counts.chain(d.units.iter().map(|unit| unit.quote)).chain(duties).collect())
}

/// One square a post is a picture only while they can be seen.
fn drawn(posts: &[&Count]) -> bool {
    let all: u64 = posts.iter().map(|count| count.n).sum();
    (1..=2_000).contains(&all)
}

/// All posts; stated where there is one kind, else computed.
pub fn total(context: &RenderContext, posts: &[&Count]) -> Option<SourcedValue> {
    let parts: Vec<SourcedValue> =
        posts.iter().filter_map(|count| context.disclosure.cite_count(count.id.as_str())).collect();
    if parts.len() < 2 {
        return parts.into_iter().next();
    }
    Some(SourcedValue::sum(LineId::known("staff"), parts))
}

fn table(context: &RenderContext, posts: &[&Count]) -> Table {
    let (d, words) = (context.disclosure, context.locale.words());
    let row = |count: &Count, head: Text, kind: &str| {
        let n = d.cite_count(count.id.as_str()).map_or(Text::default(), |n| Text::number(n, Form::Plain));
        Row { head, cells: vec![kind.into(), n] }
    };
    let posts_of = |count: &&Count| row(count, context.line(&count.id), words.office_kind_posts);
    let mut rows: Vec<Row> = posts.iter().map(posts_of).collect();
    // What they are stands in a column of its own: the name is whose they are.
    let whose =
        |id: &LineId| id.as_str().strip_prefix("offices.").map(|owner| context.translated(owner)).unwrap_or_default();
    rows.extend(d.counts_below("offices").map(|count| {
        let head = Text(vec![Piece::Line(count.id.clone(), whose(&count.id))]);
        row(count, head, words.office_kind_offices)
    }));
    let foot = total(context, posts).filter(|_| posts.len() > 1);
    Table {
        sortable: false,
        caption: context.say(words.office_caption, &[]).plain(&context.locale),
        columns: vec![
            Column::words(words.col_line),
            Column::words(words.col_kind),
            Column::numbers(words.card_count, None),
        ],
        rows,
        foot: foot.map(|total| Row {
            head: context.line(&total.line),
            cells: vec![words.office_kind_posts.into(), Text::number(total, Form::Plain)],
        }),
    }
}

/// One square a post, so that a reader sees people and not a bar.
fn draw(context: &RenderContext, chart_style: &ChartStyle, posts: &[&Count]) -> Chart {
    let palette = chart_style.palette();
    let mut plot = Plot::new(chart_style, context.locale.lang);
    let all: u64 = posts.iter().map(|count| count.n).sum();
    // Large offices get smaller squares, so that a thousand posts still fit a phone.
    let cell = chart_style.px(if all > 400 {
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
    let across = ((chart_style.width / cell).floor() as u64).clamp(1, ten);
    let size = chart_style.px(15.0);
    let mut y = 0.0;
    for (class, count) in posts.iter().enumerate() {
        let label = format!("{}  {}", context.heading_name(&count.id), context.locale.count(count.n, &count.unit));
        let top = plot.paragraph(y, (&label, Type { size, color: palette.ink, strong: true })) + chart_style.px(4.0);
        let centre = |n: u64| ((n % across) as f64 * cell + cell / 2.0, top + (n / across) as f64 * cell + cell / 2.0);
        plot.squares(cell - 4.0, palette.class(class), count.id.clone(), (0..count.n).map(centre).collect());
        let below = top + count.n.div_ceil(across) as f64 * cell;
        // The name can be pointed at as its squares can.
        plot.target((0.0, y, chart_style.width, below - y + chart_style.px(4.0)), count.id.clone());
        y = below + chart_style.px(18.0);
    }
    plot.finish(y)
}
