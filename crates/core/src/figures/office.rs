//! The office: its duties, units and posts.

use super::chart_style::ChartStyle;
use super::office_chart::draw;
use super::{
    Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, Table, TableColumn, TableRow, TextRun,
    count_rows, source_reference,
};
use crate::disclosure::{Count, LineId, Quote};
use crate::provenance::SourcedValue;

/// The figure; None if the document names no duty, no unit and no post.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let (d, words) = (context.disclosure, context.locale.words());
    if !is_stated(context) {
        return None;
    }
    let posts = posts(context);
    let numbered = d.duties.iter().filter(|duty| duty.n.is_some()).count();
    let mut parts = Vec::new();
    if let Some(total) = total(context, &posts) {
        parts.push(context.fill(words.office_posts, &[("n", RichText::number(total, NumberFormat::Number))]));
    }
    if !d.budget_units.is_empty() {
        let template = if d.budget_units.len() == 1 { words.office_one_unit } else { words.office_units };
        parts.push(context.fill(template, &[("n", d.budget_units.len().to_string().into())]));
    }
    if numbered > 0 {
        parts.push(context.fill(words.office_duties, &[("n", numbered.to_string().into())]));
    }
    let mut ids: Vec<&str> = posts.iter().map(|count| count.id.as_str()).collect();
    ids.extend(d.counts_below("offices").map(|count| count.id.as_str()));
    Some(Figure {
        id: FigureId::Office,
        question: words.office_question.to_owned(),
        subtitle: if drawn(&posts) { context.fill(words.office_subtitle, &[]) } else { RichText::default() },
        title: RichText::list(parts, context.locale.lang),
        chart: chart(context, chart_style),
        views: Vec::new(),
        explanations: Vec::new(),
        table: table(context, &posts),
        notes: vec![context.fill(words.office_note, &[])],
        sources: sources(context, &ids),
    })
}

/// True if the document states something that the figure shows.
pub fn is_stated(context: &RenderContext) -> bool {
    let d = context.disclosure;
    !posts(context).is_empty() || !d.budget_units.is_empty() || d.duties.iter().any(|duty| duty.n.is_some())
}

/// The chart of the figure; None if there are no posts, or too many to be seen.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    let posts = posts(context);
    drawn(&posts).then(|| draw(context, chart_style, &posts))
}

fn posts<'d>(context: &RenderContext<'d>) -> Vec<&'d Count> {
    context.disclosure.counts_below("staff").collect()
}

/// The sources of posts, divisions and units, and the passage of the duties.
fn sources(context: &RenderContext, ids: &[&str]) -> Vec<source_reference::SourceReference> {
    let d = context.disclosure;
    let duties = d.duties.first().zip(d.duties.last());
    let duties = duties.map(|(first, last)| Quote { end: last.quote.end, ..first.quote });
    let counts = ids.iter().filter_map(|id| d.count(id)).map(|count| count.quote);
    source_reference::of_quotes(
        context,
        counts.chain(d.budget_units.iter().map(|unit| unit.quote)).chain(duties).collect(),
    )
}

/// True if there are posts, and few enough for a square each.
fn drawn(posts: &[&Count]) -> bool {
    count_rows::can_be_seen(posts.iter().map(|count| count.n).sum())
}

/// The total of all posts: stated if there is one kind, else computed.
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
    let row = |count: &Count, head: RichText, kind: &str| {
        let n =
            d.cite_count(count.id.as_str()).map_or(RichText::default(), |n| RichText::number(n, NumberFormat::Plain));
        TableRow { head, cells: vec![kind.into(), n] }
    };
    let posts_of = |count: &&Count| row(count, context.line(&count.id), words.office_kind_posts);
    let mut rows: Vec<TableRow> = posts.iter().map(posts_of).collect();
    // The kind has a column of its own, so the name is only that of the owner.
    let whose =
        |id: &LineId| id.as_str().strip_prefix("offices.").map(|owner| context.translated(owner)).unwrap_or_default();
    rows.extend(d.counts_below("offices").map(|count| {
        let head = RichText(vec![TextRun::Line(count.id.clone(), whose(&count.id))]);
        row(count, head, words.office_kind_offices)
    }));
    let foot = total(context, posts).filter(|_| posts.len() > 1);
    Table {
        sortable: false,
        caption: context.fill(words.office_caption, &[]).plain(&context.locale),
        columns: vec![
            TableColumn::text(words.col_line),
            TableColumn::text(words.col_kind),
            TableColumn::numbers(words.card_count, None),
        ],
        rows,
        foot: foot.map(|total| TableRow {
            head: context.line(&total.line),
            cells: vec![words.office_kind_posts.into(), RichText::number(total, NumberFormat::Plain)],
        }),
    }
}
