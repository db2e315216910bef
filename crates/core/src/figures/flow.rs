//! Where the money comes from and where it goes.

use super::chart_style::ChartStyle;
use super::class_meaning::class_meaning;
use super::flow_chart::draw;
use super::flow_side::{FlowSide, total_name};
use super::list_balance;
use super::{
    Figure, FigureChart, FigureId, NumberFormat, RenderContext, RichText, Table, TableColumn, TableRow,
    source_reference,
};
use crate::provenance::{self, SourcedValue};

/// The figure; None if the document states no part of expenditure.
pub fn figure(context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<Figure> {
    let words = context.locale.words();
    let sides = sides(context);
    let side = side_of_view(&sides, view)?;
    let income = income(context, side);
    let names = sides.iter().map(|side| if side.id == VIEWS[0] { words.flow_by_class } else { words.flow_by_nature });
    Some(Figure {
        id: FigureId::Flow,
        question: words.flow_question.to_owned(),
        title: title(context, income.as_ref(), side),
        subtitle: context.fill(words.plan, &[]),
        views: if sides.len() > 1 { names.map(str::to_owned).collect() } else { Vec::new() },
        chart: chart(context, view, chart_style),
        explanations: Vec::new(),
        table: table(context, income.as_ref(), side),
        notes: notes(context, income.as_ref(), side, sides.len()),
        sources: source_reference::of_lines(context, &["income", "expenditure", side.id]),
    })
}

/// True if the document states something that the figure shows.
pub fn is_stated(context: &RenderContext) -> bool {
    !sides(context).is_empty()
}

/// The chart of the figure in this view.
pub fn chart(context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<FigureChart> {
    let sides = sides(context);
    let side = side_of_view(&sides, view)?;
    let income = drawn_income(context, side);
    let (given, spent) = (income.as_ref().map(FlowSide::nonzero_parts).unwrap_or_default(), drawn_uses(side));
    (!given.is_empty() || !spent.is_empty()).then(|| draw(context, chart_style, side, &given, &spent))
}

/// What the chart shows in this view, in sentences, in the order of its marks: each source, the whole, each use.
pub fn sentences(context: &RenderContext, view: usize) -> Vec<RichText> {
    let (words, labels, sides) = (context.locale.words(), context.locale.labels, sides(context));
    let Some(side) = side_of_view(&sides, view) else { return Vec::new() };
    let income = drawn_income(context, side);
    let given = income.as_ref().map(FlowSide::nonzero_parts).unwrap_or_default();
    let whole = || total_name(context, side);
    let amount = |number: &SourcedValue| RichText::number(number.clone(), NumberFormat::Plain);
    let flows = |from: RichText, to: RichText, part: &SourcedValue, whole: &SourcedValue| {
        let slots = [("from", from), ("to", to), ("amount", amount(part))];
        let text = context.fill(words.flow_sentence, &slots);
        // All of it needs no share.
        let share = provenance::share(part.clone(), whole.clone()).filter(|_| part.money() != whole.money());
        match share {
            Some(share) => text.then(
                context.fill(words.flow_sentence_share, &[("share", RichText::number(share, NumberFormat::Plain))]),
            ),
            None => text,
        }
    };
    let from_sources = given.iter().map(|part| flows(context.line(&part.line), whole(), part, &side.whole));
    let in_all = context.fill(words.flow_sentence_whole, &[("whole", whole()), ("amount", amount(&side.whole))]);
    let to_uses = drawn_uses(side).into_iter().map(|part| {
        let text = flows(whole(), context.line(&part.line), part, &side.whole);
        match class_meaning(context, &part.line) {
            Some(meaning) => {
                context.fill(labels.class_mainly_in_key, &[("text", text), ("meaning", meaning.phrase.into())])
            }
            None => text,
        }
    });
    from_sources.chain([in_all]).chain(to_uses).collect()
}

/// The line that each view divides.
const VIEWS: [&str; 2] = ["expenditure", "appropriation"];

fn sides(context: &RenderContext) -> Vec<FlowSide> {
    VIEWS.into_iter().filter_map(|id| FlowSide::of(context, id)).collect()
}

/// The side of a view; the only one if there is no other.
fn side_of_view(sides: &[FlowSide], view: usize) -> Option<&FlowSide> {
    sides.get(view.min(sides.len().saturating_sub(1)))
}

/// The side of income. None if the view divides the appropriation and this is less than the income: then the sources
/// cannot be drawn into it.
fn income(context: &RenderContext, side: &FlowSide) -> Option<FlowSide> {
    FlowSide::of(context, "income").filter(|income| side.id == VIEWS[0] || balanced(income, side))
}

/// The side of income as far as the chart draws its parts into the whole.
fn drawn_income(context: &RenderContext, side: &FlowSide) -> Option<FlowSide> {
    income(context, side).filter(|income| balanced(income, side) && income.is_divisible())
}

/// The uses that the chart draws: none, where one of them is below zero.
fn drawn_uses(side: &FlowSide) -> Vec<&SourcedValue> {
    if side.is_divisible() { side.ranked_parts() } else { Vec::new() }
}

/// True if all income is spent on this side, so that one can be drawn into the other.
fn balanced(income: &FlowSide, side: &FlowSide) -> bool {
    income.whole.money() == side.whole.money() && !income.balance.over() && !side.balance.over()
}

fn title(context: &RenderContext, income: Option<&FlowSide>, side: &FlowSide) -> RichText {
    let words = context.locale.words();
    // Where the sources are more than the income, something that was not read lowers it: none has a known share.
    let attributable = income.filter(|income| income.is_divisible() && !income.balance.over());
    let from = attributable.and_then(|income| {
        let given = income.nonzero_parts();
        if let [one] = given.as_slice() {
            return Some(context.fill(words.flow_from_one, &[("source", context.line(&one.line))]));
        }
        // What the document does not list is no source that could be named.
        let most = given.into_iter().filter(|part| part.line != list_balance::unlisted("income"));
        let most = most.max_by_key(|part| part.money())?;
        let share = RichText::number(income.share(most)?, NumberFormat::Plain);
        Some(context.fill(words.flow_from_most, &[("source", context.line(&most.line)), ("share", share)]))
    });
    let from = from.unwrap_or_else(|| {
        let (d, whole) = (context.disclosure, side.whole.clone());
        let (template, amount) = match d.cite("income") {
            _ if side.id != "expenditure" => (words.flow_of_part, whole),
            Some(income) => (words.flow_from_unknown, income),
            None => (words.flow_of_total, whole),
        };
        let slots =
            [("side", context.line(&side.whole.line)), ("amount", RichText::number(amount, NumberFormat::Plain))];
        context.fill(template, &slots)
    });
    let to = match drawn_uses(side).as_slice() {
        [one] => context.fill(words.flow_to_one, &[("class", context.line(&one.line))]),
        [most, ..] => side.share(most).map_or(RichText::default(), |share| {
            let share = ("share", fraction(context, share));
            match class_meaning(context, &most.line) {
                Some(meaning) => context.fill(words.flow_to_most_mainly, &[("meaning", meaning.phrase.into()), share]),
                None => context.fill(words.flow_to_most, &[("class", context.line(&most.line)), share]),
            }
        }),
        [] => RichText::default(),
    };
    from.then(to)
}

/// A share in words if it is close to a simple fraction, else in per cent.
fn fraction(context: &RenderContext, share: SourcedValue) -> RichText {
    let words = context.locale.words();
    let crate::provenance::Value::Percent(percent) = share.value else { return RichText::default() };
    let simple =
        [(25, words.quarter), (33, words.third), (50, words.half), (67, words.two_thirds), (75, words.three_quarters)];
    let near =
        simple.iter().find(|(n, _)| (percent - rust_decimal::Decimal::from(*n)).abs() < rust_decimal::Decimal::ONE);
    match near {
        Some((_, fraction)) => RichText::text(*fraction),
        None => RichText::number(share, NumberFormat::Plain),
    }
}

fn notes(context: &RenderContext, income: Option<&FlowSide>, side: &FlowSide, sides: usize) -> Vec<RichText> {
    let (d, words) = (context.disclosure, context.locale.words());
    let mut notes = Vec::new();
    let parts = income.into_iter().chain([side]).flat_map(|side| &side.parts);
    let zero: Vec<RichText> =
        parts.filter(|part| part.money().is_zero()).map(|part| context.line(&part.line)).collect();
    if !zero.is_empty() {
        notes.push(context.fill(words.flow_zeros, &[("lines", RichText::list(zero, context.locale.lang))]));
    }
    let below_zero = |side: &FlowSide| {
        let part = |part: &SourcedValue| {
            let amount = RichText::number(part.clone(), NumberFormat::Plain);
            context.fill(words.flow_negative_part, &[("line", context.line(&part.line)), ("amount", amount)])
        };
        RichText::list(side.negative_parts().map(part).collect(), context.locale.lang)
    };
    for (side, template) in [(income, words.flow_negative_sources), (Some(side), words.flow_negative_uses)]
        .into_iter()
        .filter_map(|(side, template)| Some((side?, template)))
    {
        if !side.is_divisible() {
            notes.push(context.fill(template, &[("lines", below_zero(side))]));
        }
    }
    if income.is_some() {
        notes.extend(list_balance::notes(context, "income", true));
    }
    notes.extend(list_balance::notes(context, side.id, true));
    if let Some(fund) = d.cite("government_fund") {
        let template = if fund.money().is_zero() { words.flow_fund_none } else { words.flow_fund };
        notes.push(context.fill(template, &[("amount", RichText::number(fund, NumberFormat::Plain))]));
    }
    let part = side.id != "expenditure" && income.is_none();
    if let Some(total) = d.cite("income").filter(|_| part || income.is_some_and(|income| !balanced(income, side))) {
        let slots = [
            ("side", context.line(&side.whole.line)),
            ("whole", RichText::number(side.whole.clone(), NumberFormat::Plain)),
            ("income", RichText::number(total, NumberFormat::Plain)),
        ];
        notes.push(context.fill(if part { words.flow_part_only } else { words.flow_unbalanced }, &slots));
    }
    if sides > 1 {
        notes.push(context.fill(words.two_views, &[]));
    }
    notes
}

fn table(context: &RenderContext, income: Option<&FlowSide>, side: &FlowSide) -> Table {
    let words = context.locale.words();
    let row = |part: &SourcedValue, side: &FlowSide, kind: &str| {
        let share = side.share(part);
        TableRow {
            head: context.line(&part.line),
            cells: vec![
                kind.into(),
                RichText::number(part.clone(), NumberFormat::Number),
                share.map_or(RichText::default(), |share| RichText::number(share, NumberFormat::Plain)),
            ],
        }
    };
    let given = income.into_iter().flat_map(|side| side.parts.iter().map(move |part| (part, side)));
    let mut rows: Vec<TableRow> = given.map(|(part, income)| row(part, income, words.flow_source)).collect();
    rows.extend(side.parts.iter().map(|part| row(part, side, words.flow_use)));
    Table {
        sortable: false,
        caption: context.fill(words.flow_caption, &[]).plain(&context.locale),
        columns: vec![
            TableColumn::text(words.col_line),
            TableColumn::text(words.col_side),
            TableColumn::numbers(
                context.fill(words.col_amount, &[]).plain(&context.locale),
                Some(context.locale.unit_word()),
            ),
            TableColumn::numbers(words.col_share, None),
        ],
        rows,
        foot: Some(TableRow {
            head: context.locale.labels.flow_sum.into(),
            cells: vec![
                RichText::default(),
                RichText::number(side.whole.clone(), NumberFormat::Number),
                RichText::default(),
            ],
        }),
    }
}
