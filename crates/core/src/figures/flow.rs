//! Where the money comes from and where it goes.

use super::chart_style::ChartStyle;
use super::flow_chart::draw;
use super::flow_side::FlowSide;
use super::list_balance;
use super::{Column, Figure, FigureChart, FigureId, Form, RenderContext, Row, Table, Text, source_reference};
use crate::provenance::{self, SourcedValue};

/// The figure; None where nothing is said of what money is spent on.
pub fn figure(context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<Figure> {
    let words = context.locale.words();
    let sides = sides(context);
    let side = seen(&sides, view)?;
    let income = income(context, side);
    let names = sides.iter().map(|side| if side.id == WAYS[0] { words.flow_by_class } else { words.flow_by_nature });
    Some(Figure {
        id: FigureId::Flow,
        question: words.flow_question.to_owned(),
        title: title(context, income.as_ref(), side),
        subtitle: context.say(words.plan, &[]),
        views: if sides.len() > 1 { names.map(str::to_owned).collect() } else { Vec::new() },
        chart: chart(context, view, chart_style),
        explanations: Vec::new(),
        table: table(context, income.as_ref(), side),
        notes: notes(context, income.as_ref(), side, sides.len()),
        sources: source_reference::of_lines(context, &["income", "expenditure", side.id]),
    })
}

/// Its chart, in the same way of looking.
pub fn chart(context: &RenderContext, view: usize, chart_style: &ChartStyle) -> Option<FigureChart> {
    let sides = sides(context);
    let side = seen(&sides, view)?;
    let income = income(context, side).filter(|income| balanced(income, side));
    let given = income.as_ref().map(FlowSide::nonzero_parts).unwrap_or_default();
    Some(draw(context, chart_style, side, &given, &side.ranked_parts()))
}

/// What can be divided, in the order of the ways to look at it.
const WAYS: [&str; 2] = ["expenditure", "appropriation"];

fn sides(context: &RenderContext) -> Vec<FlowSide> {
    WAYS.into_iter().filter_map(|id| FlowSide::of(context, id)).collect()
}

/// The side that is looked at; where there is no other, the only one.
fn seen(sides: &[FlowSide], view: usize) -> Option<&FlowSide> {
    sides.get(view.min(sides.len().saturating_sub(1)))
}

/// Where it comes from. Basic and project expenditure divide the appropriation, which may be less than the budget: then it
/// stands alone.
fn income(context: &RenderContext, side: &FlowSide) -> Option<FlowSide> {
    FlowSide::of(context, "income").filter(|income| side.id == WAYS[0] || balanced(income, side))
}

/// True where all that comes in goes out on this side, so that one can be drawn into the other.
fn balanced(income: &FlowSide, side: &FlowSide) -> bool {
    income.whole.money() == side.whole.money() && !income.balance.over() && !side.balance.over()
}

fn title(context: &RenderContext, income: Option<&FlowSide>, side: &FlowSide) -> Text {
    let words = context.locale.words();
    let share = |part: &SourcedValue, whole: &SourcedValue| provenance::share(part.clone(), whole.clone());
    let from = income.and_then(|income| {
        let given = income.nonzero_parts();
        if let [one] = given.as_slice() {
            return Some(context.say(words.flow_from_one, &[("source", context.line(&one.line))]));
        }
        // What is not listed is no source to name.
        let most = given.into_iter().filter(|part| part.line != list_balance::unlisted("income"));
        let most = most.max_by_key(|part| part.money())?;
        let share = Text::number(share(most, &income.whole)?, Form::Plain);
        Some(context.say(words.flow_from_most, &[("source", context.line(&most.line)), ("share", share)]))
    });
    let from = from.unwrap_or_else(|| {
        let (d, whole) = (context.disclosure, side.whole.clone());
        let (template, amount) = match d.cite("income") {
            _ if side.id != "expenditure" => (words.flow_of_part, whole),
            Some(income) => (words.flow_from_unknown, income),
            None => (words.flow_of_total, whole),
        };
        let slots = [("side", context.line(&side.whole.line)), ("amount", Text::number(amount, Form::Plain))];
        context.say(template, &slots)
    });
    let to = match side.ranked_parts().as_slice() {
        [one] => context.say(words.flow_to_one, &[("class", context.line(&one.line))]),
        [most, ..] => share(most, &side.whole).map_or(Text::default(), |share| {
            let slots = [("class", context.line(&most.line)), ("share", fraction(context, share))];
            context.say(words.flow_to_most, &slots)
        }),
        [] => Text::default(),
    };
    from.then(to)
}

/// A share in words where it is close to a simple fraction, else in per cent.
fn fraction(context: &RenderContext, share: SourcedValue) -> Text {
    let words = context.locale.words();
    let crate::provenance::Value::Percent(percent) = share.value else { return Text::default() };
    let simple =
        [(25, words.quarter), (33, words.third), (50, words.half), (67, words.two_thirds), (75, words.three_quarters)];
    let near =
        simple.iter().find(|(n, _)| (percent - rust_decimal::Decimal::from(*n)).abs() < rust_decimal::Decimal::ONE);
    match near {
        Some((_, fraction)) => Text::words(*fraction),
        None => Text::number(share, Form::Plain),
    }
}

fn notes(context: &RenderContext, income: Option<&FlowSide>, side: &FlowSide, sides: usize) -> Vec<Text> {
    let (d, words) = (context.disclosure, context.locale.words());
    let mut notes = Vec::new();
    let parts = income.into_iter().chain([side]).flat_map(|side| &side.parts);
    let zero: Vec<Text> = parts.filter(|part| part.money().is_zero()).map(|part| context.line(&part.line)).collect();
    if !zero.is_empty() {
        notes.push(context.say(words.flow_zeros, &[("lines", Text::list(zero, context.locale.lang))]));
    }
    if income.is_some() {
        notes.extend(list_balance::notes(context, "income", true));
    }
    notes.extend(list_balance::notes(context, side.id, true));
    if let Some(fund) = d.cite("government_fund") {
        let template = if fund.money().is_zero() { words.flow_fund_none } else { words.flow_fund };
        notes.push(context.say(template, &[("amount", Text::number(fund, Form::Plain))]));
    }
    let part = side.id != "expenditure" && income.is_none();
    if let Some(total) = d.cite("income").filter(|_| part || income.is_some_and(|income| !balanced(income, side))) {
        let slots = [
            ("side", context.line(&side.whole.line)),
            ("whole", Text::number(side.whole.clone(), Form::Plain)),
            ("income", Text::number(total, Form::Plain)),
        ];
        notes.push(context.say(if part { words.flow_part_only } else { words.flow_unbalanced }, &slots));
    }
    if sides > 1 {
        notes.push(context.say(words.two_views, &[]));
    }
    notes
}

fn table(context: &RenderContext, income: Option<&FlowSide>, side: &FlowSide) -> Table {
    let words = context.locale.words();
    let row = |part: &SourcedValue, whole: &SourcedValue, kind: &str| {
        let share = provenance::share(part.clone(), whole.clone());
        Row {
            head: context.line(&part.line),
            cells: vec![
                kind.into(),
                Text::number(part.clone(), Form::Number),
                share.map_or(Text::default(), |share| Text::number(share, Form::Plain)),
            ],
        }
    };
    let given = income.into_iter().flat_map(|side| side.parts.iter().map(|part| (part, &side.whole)));
    let mut rows: Vec<Row> = given.map(|(part, whole)| row(part, whole, words.flow_source)).collect();
    rows.extend(side.parts.iter().map(|part| row(part, &side.whole, words.flow_use)));
    Table {
        sortable: false,
        caption: context.say(words.flow_caption, &[]).plain(&context.locale),
        columns: vec![
            Column::words(words.col_line),
            Column::words(words.col_side),
            Column::numbers(
                context.say(words.col_amount, &[]).plain(&context.locale),
                Some(context.locale.unit_word()),
            ),
            Column::numbers(words.col_share, None),
        ],
        rows,
        foot: Some(Row {
            head: context.locale.labels.flow_sum.into(),
            cells: vec![Text::default(), Text::number(side.whole.clone(), Form::Number), Text::default()],
        }),
    }
}
