//! Running costs and purchases: 机关运行经费, procurement, performance targets, vehicles.

use super::canvas::Canvas;
use super::comparison_table::comparison_table;
use super::count_rows::{self, CountRows};
use super::explained_change::explained_change;
use super::{
    ChartStyle, Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, Table, TableColumn, TableRow,
    source_reference, year_over_year,
};
use crate::amount::Amount;
use crate::disclosure::{Count, Line, LineId};
use crate::provenance::SourcedValue;

const LINES: [&str; 3] = ["operating", "procurement", "performance.project"];
const GENERAL_PROCUREMENT: &str = "procurement.general_public_budget";
const VEHICLES: &str = "vehicles";
const COUNTS: [&str; 2] = [VEHICLES, "vehicles_bought"];

/// The figure; None if the document states none of them.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let (d, words) = (context.disclosure, context.locale.words());
    if !is_stated(context) {
        return None;
    }
    let stated: Vec<&str> = LINES.into_iter().filter(|id| d.line(id).is_some()).collect();
    let counted: Vec<&str> = COUNTS.into_iter().filter(|id| d.count(id).is_some()).collect();
    let (title, facts) = title_and_facts(context);
    let mut notes = Vec::new();
    if d.line("operating").is_some() {
        notes.push(context.fill(words.running_overlap, &[]));
    }
    if d.cite_base("operating").is_some() {
        notes.push(context.fill(words.base_note, &[]));
    }
    if let Some(none) = d.cite("procurement").filter(|amount| amount.money().is_zero()) {
        notes.push(
            context.fill(words.running_no_procurement, &[("amount", RichText::number(none, NumberFormat::Plain))]),
        );
    }
    let missing = [&LINES[..2], &COUNTS[..1], &LINES[2..]].concat();
    let missing: Vec<RichText> = missing
        .into_iter()
        .filter(|id| d.line(id).is_none() && d.count(id).is_none())
        .map(|id| context.line(&LineId::from(id)))
        .collect();
    if !missing.is_empty() {
        notes.push(context.fill(words.not_stated, &[("lines", RichText::list(missing, context.locale.lang))]));
    }
    Some(Figure {
        id: FigureId::Running,
        question: words.running_question.to_owned(),
        title,
        subtitle: facts,
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: explained_change(context, "operating").into_iter().collect(),
        table: table(context),
        notes,
        sources: source_reference::of_lines(context, &[stated.as_slice(), counted.as_slice()].concat()),
    })
}

/// True if the document states something that the figure shows.
pub fn is_stated(context: &RenderContext) -> bool {
    let d = context.disclosure;
    LINES.into_iter().any(|id| d.line(id).is_some()) || COUNTS.into_iter().any(|id| d.count(id).is_some())
}

/// The chart of the figure: 机关运行经费, and a picture of each vehicle. None if the document states neither.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
    let pairs = year_over_year::pairs(context, &[LineId::known("operating")]);
    let vehicles = drawn_vehicles(context);
    if pairs.is_empty() && vehicles.is_empty() {
        return None;
    }
    let mut canvas = Canvas::new(chart_style, context.locale.lang);
    let mut y = 0.0;
    if !pairs.is_empty() {
        y = year_over_year::draw(&mut canvas, context, chart_style, &pairs);
        y += chart_style.space(if vehicles.is_empty() { 0.0 } else { 22.0 });
    }
    let rows = CountRows::of_vehicles(chart_style, vehicles.iter().map(|count| count.n).sum());
    for count in vehicles {
        y = rows.draw(&mut canvas, context, count, y) + chart_style.space(10.0);
    }
    Some(canvas.finish(y + chart_style.px(8.0)))
}

/// The vehicles by their kinds; all in one where the document names one kind only, or its kinds are not all of them.
fn drawn_vehicles<'d>(context: &RenderContext<'d>) -> Vec<&'d Count> {
    let Some(all) = context.disclosure.count(VEHICLES).filter(|all| count_rows::can_be_seen(all.n)) else {
        return Vec::new();
    };
    let counts = context.disclosure.counts.iter().filter(|count| count.n > 0);
    let kinds: Vec<&Count> = counts.filter(|count| count.id.parent() == Some(VEHICLES)).collect();
    let is_whole = kinds.iter().map(|kind| kind.n).sum::<u64>() == all.n;
    if kinds.len() > 1 && is_whole { kinds } else { vec![all] }
}

/// The title, and further facts for the subtitle. No fact is in both.
fn title_and_facts(context: &RenderContext) -> (RichText, RichText) {
    let (d, words) = (context.disclosure, context.locale.words());
    let mut parts = Vec::new();
    if let Some(amount) = d.cite("operating") {
        let slots = [("amount", RichText::number(amount, NumberFormat::Plain))];
        parts.push(context.fill(words.running_operating, &slots));
    }
    // None at all is no finding: small purchases do not count. A note says so.
    if let Some(amount) = d.cite("procurement").filter(|amount| !amount.money().is_zero()) {
        parts.push(
            context.fill(words.running_procurement, &[("amount", RichText::number(amount, NumberFormat::Plain))]),
        );
    }
    let mut facts: Vec<RichText> = [vehicles(context), performance(context)].into_iter().flatten().collect();
    if parts.is_empty() && !facts.is_empty() {
        parts.push(facts.remove(0));
    }
    let title = parts.into_iter().reduce(|text, next| text.then(words.comma.into()).then(next));
    let title = title.unwrap_or_else(|| RichText::text(words.running_question));
    (title, facts.into_iter().fold(RichText::default(), |text, fact| text.then(fact).then(words.full_stop.into())))
}

fn vehicles(context: &RenderContext) -> Option<RichText> {
    let (d, words) = (context.disclosure, context.locale.words());
    let owned = d.cite_count("vehicles")?;
    let slots = |bought: Option<SourcedValue>| {
        [
            ("n", RichText::number(owned.clone(), NumberFormat::Plain)),
            ("bought", bought.map_or(RichText::default(), |n| RichText::number(n, NumberFormat::Plain))),
        ]
    };
    Some(match d.cite_count("vehicles_bought") {
        Some(_) if d.count("vehicles_bought").is_some_and(|count| count.n == 0) => {
            context.fill(words.running_vehicles_none_bought, &slots(None))
        }
        Some(bought) => context.fill(words.running_vehicles_bought, &slots(Some(bought))),
        None => context.fill(words.running_vehicles, &slots(None)),
    })
}

fn performance(context: &RenderContext) -> Option<RichText> {
    let amount = context.disclosure.cite("performance.project")?;
    let words = context.locale.words();
    // 均实行了绩效目标管理: all of it, if the amounts are the same.
    let all = context.disclosure.amount("appropriation.project") == Some(amount.money());
    let template = if all { words.running_performance_all } else { words.running_performance };
    Some(context.fill(template, &[("amount", RichText::number(amount, NumberFormat::Plain))]))
}

fn table(context: &RenderContext) -> Table {
    let (d, words) = (context.disclosure, context.locale.words());
    let mut ids: Vec<LineId> = Vec::new();
    for id in LINES {
        ids.extend(d.line(id).map(|line| line.id.clone()));
        // Purchases from the general public budget overlap with the kinds of purchases, so they are listed after them.
        let from_general_budget =
            |line: &&Line| id == "procurement" && line.id.as_str().starts_with(GENERAL_PROCUREMENT);
        ids.extend(d.parts(id).filter(|line| !from_general_budget(line)).map(|line| line.id.clone()));
        ids.extend(d.lines.iter().filter(from_general_budget).map(|line| line.id.clone()));
    }
    let caption = context.fill(words.running_caption, &[]).plain(&context.locale);
    let mut table = comparison_table(context, &ids, None, &caption);
    // The rows are unlike: an order by amount has no meaning, and would part the parts from their whole.
    table.sortable = false;
    let named = |id: &LineId| {
        let whole = id.parent().is_some_and(|whole| d.line(whole).is_some() || d.count(whole).is_some());
        let line = context.line(id);
        if whole {
            context.fill(words.of_which, &[("line", line)])
        } else if id.as_str() == "procurement" && d.amount("procurement").is_some_and(Amount::is_zero) {
            // A table is taken without its figure: a bare zero would read as if nothing was bought.
            context.fill(words.running_procurement_row, &[("line", line)])
        } else {
            line
        }
    };
    for (row, id) in table.rows.iter_mut().zip(&ids) {
        row.head = named(id);
    }
    let counts = d.counts.iter().filter(|count| count.id.as_str().starts_with("vehicles"));
    let counts: Vec<TableRow> = counts
        .filter_map(|count| {
            let number = d.cite_count(count.id.as_str())?;
            // Counts are no money: they have the last column for themselves.
            let mut cells = vec![RichText::default(); if ids.is_empty() { 0 } else { table.columns.len() - 1 }];
            cells.push(RichText::number(number, NumberFormat::Plain));
            Some(TableRow { head: named(&count.id), cells })
        })
        .collect();
    if ids.is_empty() {
        table.columns = vec![TableColumn::text(words.col_line)];
    }
    if !counts.is_empty() {
        table.columns.push(TableColumn::numbers(words.card_count, None));
        table.rows.iter_mut().for_each(|row| row.cells.push(RichText::default()));
    }
    table.rows.extend(counts);
    table
}
