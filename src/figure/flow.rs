//! Where the money comes from and where it goes.

use super::plot::{Chart, Key, Look, Mark, extend, text_width, wrap};
use super::{Column, Figure, FigureId, Form, Reading, Row, Table, Text, source};
use crate::amount::Amount;
use crate::cited::{self, Cited};
use crate::disclosure::{Line, LineId};
use charming::Chart as Option_;
use charming::element::{Emphasis, EmphasisFocus, ItemStyle, Label, LabelPosition, LineStyle, Orient};
use charming::series::{Sankey, SankeyLink, SankeyNode};
use serde_json::json;

/// How spending is divided.
struct Side<'d> {
    /// The whole that is divided.
    whole: Cited,
    /// Its parts, zeros and all.
    parts: Vec<&'d Line>,
}

/// The figure; None where income or expenditure is not stated.
pub fn figure(reading: &Reading, view: usize, look: &Look) -> Option<Figure> {
    let (d, words) = (reading.disclosure, reading.locale.words);
    let income = d.cite("income").or_else(|| d.cite("appropriation.income"))?;
    let sources: Vec<&Line> = d.parts("income").collect();
    let mut sides = Vec::new();
    for (id, label) in [("expenditure", words.flow_by_class), ("appropriation", words.flow_by_nature)] {
        let parts: Vec<&Line> = d.parts(id).collect();
        if let Some(whole) = d.cite(id).filter(|_| parts.iter().any(|part| !part.amount.is_zero())) {
            sides.push((label, Side { whole, parts }));
        }
    }
    let (_, side) = sides.get(view.min(sides.len().saturating_sub(1)))?;
    let given: Vec<&Line> = sources.iter().copied().filter(|line| !line.amount.is_zero()).collect();
    let mut spent: Vec<&Line> = side.parts.iter().copied().filter(|line| !line.amount.is_zero()).collect();
    // The largest first, as in the other figures, so that a class has the same colour in each.
    spent.sort_by_key(|line| std::cmp::Reverse(line.amount));
    let title = title(reading, &income, &given, side, &spent);
    let description = title.plain(&reading.locale);
    let balanced = given.iter().map(|line| line.amount).sum::<Amount>() == side.whole.money();
    let chart = (!spent.is_empty())
        .then(|| draw(reading, look, side, if balanced { &given } else { &[] }, &spent, description));
    let mut ids = vec!["income", "expenditure"];
    if view > 0 {
        ids.push("appropriation");
    }
    Some(Figure {
        id: FigureId::Flow,
        question: words.flow_question.to_owned(),
        title,
        subtitle: reading.say(words.flow_subtitle, &[]),
        views: if sides.len() > 1 { sides.iter().map(|(label, _)| (*label).to_owned()).collect() } else { Vec::new() },
        chart,
        explanations: Vec::new(),
        table: table(reading, &income, &sources, side),
        notes: notes(reading, &sources, side, balanced, view),
        sources: source::of_lines(reading, &ids),
    })
}

fn title(reading: &Reading, income: &Cited, given: &[&Line], side: &Side, spent: &[&Line]) -> Text {
    let words = reading.locale.words;
    let largest = |lines: &[&Line]| lines.iter().max_by_key(|line| line.amount).map(|line| line.id.clone());
    let d = reading.disclosure;
    let from = match (given, largest(given)) {
        ([one], _) => reading.say(words.flow_from_one, &[("source", reading.line(&one.id))]),
        (_, Some(id)) => {
            let share = d.cite(id.as_str()).and_then(|part| cited::share(part, income.clone()));
            let share = share.map_or(Text::default(), |share| Text::cited(share, Form::Plain));
            reading.say(words.flow_from_most, &[("source", reading.line(&id)), ("share", share)])
        }
        _ => reading.say(words.flow_from_unknown, &[("amount", Text::cited(income.clone(), Form::Plain))]),
    };
    let to = match (spent, largest(spent)) {
        ([one], _) => reading.say(words.flow_to_one, &[("class", reading.line(&one.id))]),
        (_, Some(id)) => match d.cite(id.as_str()).and_then(|part| cited::share(part, side.whole.clone())) {
            Some(share) => {
                reading.say(words.flow_to_most, &[("class", reading.line(&id)), ("share", fraction(reading, share))])
            }
            None => Text::default(),
        },
        _ => Text::default(),
    };
    from.then(to)
}

/// A share in words where it is close to a simple fraction, else in per cent.
fn fraction(reading: &Reading, share: Cited) -> Text {
    let words = reading.locale.words;
    let crate::cited::Value::Percent(percent) = share.value else { return Text::default() };
    let simple =
        [(25, words.quarter), (33, words.third), (50, words.half), (67, words.two_thirds), (75, words.three_quarters)];
    let near =
        simple.iter().find(|(n, _)| (percent - rust_decimal::Decimal::from(*n)).abs() < rust_decimal::Decimal::ONE);
    match near {
        Some((_, fraction)) => Text::words(*fraction),
        None => Text::cited(share, Form::Plain),
    }
}

fn notes(reading: &Reading, sources: &[&Line], side: &Side, balanced: bool, view: usize) -> Vec<Text> {
    let words = reading.locale.words;
    let mut notes = Vec::new();
    let zeros = |lines: &[&Line]| -> Vec<Text> {
        lines.iter().filter(|line| line.amount.is_zero()).map(|line| reading.line(&line.id)).collect()
    };
    let zero: Vec<Text> = zeros(sources).into_iter().chain(zeros(&side.parts)).collect();
    if !zero.is_empty() {
        notes.push(reading.say(words.flow_zeros, &[("lines", Text::list(zero, reading.locale.lang))]));
    }
    if let Some(fund) = reading.disclosure.cite("government_fund") {
        let template = if fund.money().is_zero() { words.flow_fund_none } else { words.flow_fund };
        notes.push(reading.say(template, &[("amount", Text::cited(fund, Form::Plain))]));
    }
    if !balanced && !sources.is_empty() {
        notes.push(reading.say(words.flow_unbalanced, &[]));
    }
    if view > 0 || reading.disclosure.line("appropriation.basic").is_some() {
        notes.push(reading.say(words.two_views, &[]));
    }
    notes
}

fn table(reading: &Reading, income: &Cited, sources: &[&Line], side: &Side) -> Table {
    let (d, words) = (reading.disclosure, reading.locale.words);
    let row = |line: &Line, whole: &Cited, kind: &str| {
        let amount = d.cite(line.id.as_str());
        let share = amount.clone().and_then(|part| cited::share(part, whole.clone()));
        Row {
            head: reading.line(&line.id),
            cells: vec![
                kind.into(),
                amount.map_or(Text::default(), |amount| Text::cited(amount, Form::Number)),
                share.map_or(Text::default(), |share| Text::cited(share, Form::Plain)),
            ],
        }
    };
    let mut rows: Vec<Row> = sources.iter().map(|line| row(line, income, words.flow_source)).collect();
    rows.extend(side.parts.iter().map(|line| row(line, &side.whole, words.flow_use)));
    Table {
        caption: reading.say(words.flow_caption, &[]).plain(&reading.locale),
        columns: vec![
            Column::words(words.col_line),
            Column::words(words.col_side),
            Column::numbers(reading.say(words.col_amount, &[]).plain(&reading.locale), Some(words.unit)),
            Column::numbers(words.col_share, None),
        ],
        rows,
        foot: Some(Row {
            head: words.flow_sum.into(),
            cells: vec![Text::default(), Text::cited(side.whole.clone(), Form::Number), Text::default()],
        }),
    }
}

fn draw(reading: &Reading, look: &Look, side: &Side, given: &[&Line], spent: &[&Line], description: String) -> Chart {
    let palette = look.palette();
    let narrow = look.narrow();
    let size = look.px(15.0);
    let mut nodes = Vec::new();
    let mut links = Vec::new();
    let mut lines: Vec<LineId> = Vec::new();
    let mut key = Vec::new();
    let money = |amount: Amount| reading.locale.money(amount);
    // Words stand inside the flow, and are broken to fit it.
    let fit = |name: String, room: f64| wrap(&name, room, size).join("\n");

    let label = |at: usize, line: &Line| {
        if narrow {
            return sign(at);
        }
        let share = share_text(reading, line, side).plain(&reading.locale);
        format!("{}\n{} · {share}", reading.heading_name(&line.id), money(line.amount))
    };
    let labels: Vec<String> = spent.iter().enumerate().map(|(at, line)| label(at, line)).collect();
    let widest = labels.iter().flat_map(|label| label.lines()).map(|line| text_width(line, size)).fold(0.0, f64::max);
    // Three columns of nodes leave two stretches of flow for the words of the first two.
    let room = if narrow { look.width * 0.7 } else { (look.width - widest) / 2.0 - look.px(48.0) };
    let name = |line: &Line| format!("{}\n{}", fit(reading.heading_name(&line.id), room), money(line.amount));
    let total = format!(
        "{}\n{}",
        reading.say(reading.locale.words.flow_total, &[]).plain(&reading.locale),
        money(side.whole.money())
    );
    for line in given {
        nodes.push(SankeyNode::new(name(line)).item_style(ItemStyle::new().color(palette.muted)));
        links.push(SankeyLink::from((name(line), total.clone(), line.amount.to_chart())));
        lines.push(line.id.clone());
    }
    nodes.push(SankeyNode::new(total.clone()).item_style(ItemStyle::new().color(palette.ink)));
    lines.push(side.whole.line.clone());
    for (at, line) in spent.iter().enumerate() {
        let color = palette.class(at);
        let (sign, label) = (sign(at), labels[at].clone());
        if narrow {
            let amount = Text::cited(stated(reading, line), Form::Plain);
            let share = share_text(reading, line, side);
            let text = reading.say(
                reading.locale.words.flow_key,
                &[("line", reading.line(&line.id)), ("amount", amount), ("share", share)],
            );
            key.push(Key { color, sign, text });
        }
        nodes.push(SankeyNode::new(label.clone()).item_style(ItemStyle::new().color(color)));
        links.push(SankeyLink::from((total.clone(), label, line.amount.to_chart())));
        lines.push(line.id.clone());
    }
    let height = if narrow { look.px(360.0) } else { look.px(f64::max(380.0, 250.0 + 40.0 * spent.len() as f64)) };
    let set = Label::new()
        .show(true)
        .position(if narrow { LabelPosition::Bottom } else { LabelPosition::Right })
        .color(palette.ink)
        .font_size(size)
        .formatter("{b}");
    let sankey = Sankey::new()
        .nodes(nodes)
        .links(links)
        .orient(if narrow { Orient::Vertical } else { Orient::Horizontal })
        .left(0)
        .right(if narrow { look.px(8.0) } else { widest + look.px(14.0) })
        .top(look.px(6.0))
        .bottom(if narrow { look.px(28.0) } else { look.px(18.0) })
        .label(set)
        .layout_iterations(0_u64)
        .emphasis(Emphasis::new().focus(EmphasisFocus::Adjacency))
        .line_style(LineStyle::new().color("target").opacity(0.28).curveness(0.5));
    let chart = Option_::new().series(sankey);
    let mut option = serde_json::to_value(&chart).unwrap_or_default();
    option["animation"] = json!(false);
    option["textStyle"] = json!({ "fontFamily": super::plot::font(reading.locale.lang) });
    // Two lines of words stand beside each node, however thin it is.
    let gap = if narrow { look.px(16.0) } else { look.px(40.0) };
    extend(
        &mut option["series"][0],
        json!({ "nodeGap": gap, "nodeWidth": look.px(14.0), "draggable": false, "cursor": "pointer" }),
    );
    // The label's own line height keeps name and amount together.
    extend(&mut option["series"][0]["label"], json!({ "lineHeight": look.px(20.0), "distance": look.px(8.0) }));
    for link in option["series"][0]["links"].as_array_mut().into_iter().flatten() {
        // What flows into the total is of no class: it has the total's colour, very light.
        if link["target"] == json!(total) {
            extend(link, json!({ "lineStyle": { "color": palette.ink, "opacity": 0.08 } }));
        }
    }
    let through: Vec<LineId> = given.iter().chain(spent).map(|line| line.id.clone()).collect();
    let marks = lines.into_iter().enumerate().map(|(item, line)| Mark { series: 0, item: Some(item), line }).collect();
    Chart { option, height, marks, links: through, key, description }
}

fn stated(reading: &Reading, line: &Line) -> Cited {
    Cited {
        line: line.id.clone(),
        aspect: crate::cited::Aspect::Amount,
        value: crate::cited::Value::Money(line.amount),
        origin: crate::cited::Origin::Stated(
            reading.disclosure.line(line.id.as_str()).map_or(line.quote, |line| line.quote),
        ),
    }
}

fn share_text(reading: &Reading, line: &Line, side: &Side) -> Text {
    let share = cited::share(stated(reading, line), side.whole.clone());
    share.map_or(Text::default(), |share| Text::cited(share, Form::Plain))
}

/// ① ② ③ …: stands beside a mark and before its entry in the key.
pub fn sign(at: usize) -> String {
    char::from_u32('①' as u32 + (at % 20) as u32).map_or(String::new(), String::from)
}
