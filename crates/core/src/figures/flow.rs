//! Where the money comes from and where it goes.

use super::chart_style::Look;
use super::flow_chart::draw;
use super::list_balance::{self, Balance, balance};
use super::{Chart, Column, Figure, FigureId, Form, Reading, Row, Table, Text, source_reference};
use crate::disclosure::Line;
use crate::insertion_sort::in_order;
use crate::provenance::{self, Cited};

/// One side of the flow: a whole and what it is made of.
pub struct Side {
    /// The line that is divided.
    pub id: &'static str,
    /// What the shares are shares of: the published total, or the sum of the parts where these come to more.
    pub whole: Cited,
    /// Its parts in the order of the document, zeros and all; last what is not listed.
    pub parts: Vec<Cited>,
    /// How the parts stand to the published total.
    balance: Balance,
}

impl Side {
    /// The side of this line; None where its amount or its parts are not stated, or all parts are zero.
    fn of(reading: &Reading, id: &'static str) -> Option<Side> {
        let d = reading.disclosure;
        let mut parts: Vec<Cited> = d.parts(id).map(Line::cite).collect();
        let (stated, balance) = (d.cite(id)?, balance(d, id));
        if parts.iter().all(|part| part.money().is_zero()) {
            return None;
        }
        let whole = if balance.over() { Cited::sum(stated.line, parts.clone()) } else { stated };
        parts.extend(balance.missing().cloned());
        Some(Side { id, whole, parts, balance })
    }

    /// What there is to draw.
    fn drawn(&self) -> Vec<&Cited> {
        self.parts.iter().filter(|part| !part.money().is_zero()).collect()
    }

    /// The same, the largest first, as in the other figures, so that a class has the same colour in each. What is not
    /// listed is last.
    fn spent(&self) -> Vec<&Cited> {
        in_order(self.drawn(), |part| (part.line == list_balance::unlisted(self.id), std::cmp::Reverse(part.money())))
    }
}

/// The figure; None where nothing is said of what money is spent on.
pub fn figure(reading: &Reading, view: usize, look: &Look) -> Option<Figure> {
    let words = reading.locale.words();
    let sides = sides(reading);
    let side = seen(&sides, view)?;
    let income = income(reading, side);
    let names = sides.iter().map(|side| if side.id == WAYS[0] { words.flow_by_class } else { words.flow_by_nature });
    Some(Figure {
        id: FigureId::Flow,
        question: words.flow_question.to_owned(),
        title: title(reading, income.as_ref(), side),
        subtitle: reading.say(words.plan, &[]),
        views: if sides.len() > 1 { names.map(str::to_owned).collect() } else { Vec::new() },
        chart: chart(reading, view, look),
        explanations: Vec::new(),
        table: table(reading, income.as_ref(), side),
        notes: notes(reading, income.as_ref(), side, sides.len()),
        sources: source_reference::of_lines(reading, &["income", "expenditure", side.id]),
    })
}

/// Its chart, in the same way of looking.
pub fn chart(reading: &Reading, view: usize, look: &Look) -> Option<Chart> {
    let sides = sides(reading);
    let side = seen(&sides, view)?;
    let income = income(reading, side).filter(|income| balanced(income, side));
    let given = income.as_ref().map(Side::drawn).unwrap_or_default();
    Some(draw(reading, look, side, &given, &side.spent()))
}

/// What can be divided, in the order of the ways to look at it.
const WAYS: [&str; 2] = ["expenditure", "appropriation"];

fn sides(reading: &Reading) -> Vec<Side> {
    WAYS.into_iter().filter_map(|id| Side::of(reading, id)).collect()
}

/// The side that is looked at; where there is no other, the only one.
fn seen(sides: &[Side], view: usize) -> Option<&Side> {
    sides.get(view.min(sides.len().saturating_sub(1)))
}

/// Where it comes from. Basic and project expenditure divide the appropriation, which may be less than the budget: then it
/// stands alone.
fn income(reading: &Reading, side: &Side) -> Option<Side> {
    Side::of(reading, "income").filter(|income| side.id == WAYS[0] || balanced(income, side))
}

/// True where all that comes in goes out on this side, so that one can be drawn into the other.
fn balanced(income: &Side, side: &Side) -> bool {
    income.whole.money() == side.whole.money() && !income.balance.over() && !side.balance.over()
}

/// The total as the chart names it: 2023年预算, or the part of it that is divided.
pub fn total_name(reading: &Reading, side: &Side) -> Text {
    let d = reading.disclosure;
    if side.balance.over() {
        return reading.locale.labels.flow_sum.into();
    }
    let all = d.amount("expenditure").or(d.amount("income")).is_none_or(|total| total == side.whole.money());
    if all {
        return reading.say(reading.locale.labels.flow_total, &[]);
    }
    reading
        .say(reading.locale.labels.year_line, &[("line", reading.line(&side.whole.line))])
        .sentence(reading.locale.lang)
}

fn title(reading: &Reading, income: Option<&Side>, side: &Side) -> Text {
    let words = reading.locale.words();
    let share = |part: &Cited, whole: &Cited| provenance::share(part.clone(), whole.clone());
    let from = income.and_then(|income| {
        let given = income.drawn();
        if let [one] = given.as_slice() {
            return Some(reading.say(words.flow_from_one, &[("source", reading.line(&one.line))]));
        }
        // What is not listed is no source to name.
        let most = given.into_iter().filter(|part| part.line != list_balance::unlisted("income"));
        let most = most.max_by_key(|part| part.money())?;
        let share = Text::cited(share(most, &income.whole)?, Form::Plain);
        Some(reading.say(words.flow_from_most, &[("source", reading.line(&most.line)), ("share", share)]))
    });
    let from = from.unwrap_or_else(|| {
        let (d, whole) = (reading.disclosure, side.whole.clone());
        let (template, amount) = match d.cite("income") {
            _ if side.id != "expenditure" => (words.flow_of_part, whole),
            Some(income) => (words.flow_from_unknown, income),
            None => (words.flow_of_total, whole),
        };
        let slots = [("side", reading.line(&side.whole.line)), ("amount", Text::cited(amount, Form::Plain))];
        reading.say(template, &slots)
    });
    let to = match side.spent().as_slice() {
        [one] => reading.say(words.flow_to_one, &[("class", reading.line(&one.line))]),
        [most, ..] => share(most, &side.whole).map_or(Text::default(), |share| {
            let slots = [("class", reading.line(&most.line)), ("share", fraction(reading, share))];
            reading.say(words.flow_to_most, &slots)
        }),
        [] => Text::default(),
    };
    from.then(to)
}

/// A share in words where it is close to a simple fraction, else in per cent.
fn fraction(reading: &Reading, share: Cited) -> Text {
    let words = reading.locale.words();
    let crate::provenance::Value::Percent(percent) = share.value else { return Text::default() };
    let simple =
        [(25, words.quarter), (33, words.third), (50, words.half), (67, words.two_thirds), (75, words.three_quarters)];
    let near =
        simple.iter().find(|(n, _)| (percent - rust_decimal::Decimal::from(*n)).abs() < rust_decimal::Decimal::ONE);
    match near {
        Some((_, fraction)) => Text::words(*fraction),
        None => Text::cited(share, Form::Plain),
    }
}

fn notes(reading: &Reading, income: Option<&Side>, side: &Side, sides: usize) -> Vec<Text> {
    let (d, words) = (reading.disclosure, reading.locale.words());
    let mut notes = Vec::new();
    let parts = income.into_iter().chain([side]).flat_map(|side| &side.parts);
    let zero: Vec<Text> = parts.filter(|part| part.money().is_zero()).map(|part| reading.line(&part.line)).collect();
    if !zero.is_empty() {
        notes.push(reading.say(words.flow_zeros, &[("lines", Text::list(zero, reading.locale.lang))]));
    }
    if income.is_some() {
        notes.extend(list_balance::notes(reading, "income", true));
    }
    notes.extend(list_balance::notes(reading, side.id, true));
    if let Some(fund) = d.cite("government_fund") {
        let template = if fund.money().is_zero() { words.flow_fund_none } else { words.flow_fund };
        notes.push(reading.say(template, &[("amount", Text::cited(fund, Form::Plain))]));
    }
    let part = side.id != "expenditure" && income.is_none();
    if let Some(total) = d.cite("income").filter(|_| part || income.is_some_and(|income| !balanced(income, side))) {
        let slots = [
            ("side", reading.line(&side.whole.line)),
            ("whole", Text::cited(side.whole.clone(), Form::Plain)),
            ("income", Text::cited(total, Form::Plain)),
        ];
        notes.push(reading.say(if part { words.flow_part_only } else { words.flow_unbalanced }, &slots));
    }
    if sides > 1 {
        notes.push(reading.say(words.two_views, &[]));
    }
    notes
}

fn table(reading: &Reading, income: Option<&Side>, side: &Side) -> Table {
    let words = reading.locale.words();
    let row = |part: &Cited, whole: &Cited, kind: &str| {
        let share = provenance::share(part.clone(), whole.clone());
        Row {
            head: reading.line(&part.line),
            cells: vec![
                kind.into(),
                Text::cited(part.clone(), Form::Number),
                share.map_or(Text::default(), |share| Text::cited(share, Form::Plain)),
            ],
        }
    };
    let given = income.into_iter().flat_map(|side| side.parts.iter().map(|part| (part, &side.whole)));
    let mut rows: Vec<Row> = given.map(|(part, whole)| row(part, whole, words.flow_source)).collect();
    rows.extend(side.parts.iter().map(|part| row(part, &side.whole, words.flow_use)));
    Table {
        sortable: false,
        caption: reading.say(words.flow_caption, &[]).plain(&reading.locale),
        columns: vec![
            Column::words(words.col_line),
            Column::words(words.col_side),
            Column::numbers(
                reading.say(words.col_amount, &[]).plain(&reading.locale),
                Some(reading.locale.unit_word()),
            ),
            Column::numbers(words.col_share, None),
        ],
        rows,
        foot: Some(Row {
            head: reading.locale.labels.flow_sum.into(),
            cells: vec![Text::default(), Text::cited(side.whole.clone(), Form::Number), Text::default()],
        }),
    }
}
