//! The flow as a chart: three columns, or on a phone three rows with a key below.

use super::canvas::{Chart, Key, Mark};
use super::chart_option::{extend, option};
use super::chart_style::ChartStyle;
use super::flow::{Side, total_name};
use super::list_balance;
use super::text_wrap::{text_width, wrap};
use super::{Form, RenderContext, Text};
use crate::amount::Amount;
use crate::disclosure::LineId;
use crate::provenance::{self, SourcedValue};
use charming::element::{ItemStyle, LineStyle};
use charming::series::{SankeyLink, SankeyNode};
use serde_json::json;

/// Draws what is given into the whole, and the whole into what it is spent on.
pub fn draw(
    context: &RenderContext,
    chart_style: &ChartStyle,
    side: &Side,
    given: &[&SourcedValue],
    spent: &[&SourcedValue],
) -> Chart {
    let palette = chart_style.palette();
    let narrow = chart_style.narrow();
    let size = chart_style.px(15.0);
    let mut nodes = Vec::new();
    let mut links = Vec::new();
    let mut lines: Vec<LineId> = Vec::new();
    let mut key = Vec::new();
    let money = |amount: Amount| context.locale.money(amount);
    // Words stand inside the flow, and are broken to fit it.
    let fit = |name: String, room: f64| wrap(&name, room, size).join("\n");

    let label = |at: usize, part: &SourcedValue| {
        if narrow {
            return sign(at);
        }
        let share = share_text(part, side).plain(&context.locale);
        format!("{}\n{} · {share}", context.heading_name(&part.line), money(part.money()))
    };
    let labels: Vec<String> = spent.iter().enumerate().map(|(at, part)| label(at, part)).collect();
    let widest = labels.iter().flat_map(|label| label.lines()).map(|line| text_width(line, size)).fold(0.0, f64::max);
    // Three columns of nodes leave two stretches of flow for the words of the first two.
    // On a phone a node lies left of the gaps between those below it, and its words below its middle.
    let between = chart_style.px(16.0) * spent.len().saturating_sub(1) as f64;
    let room =
        if narrow { chart_style.width - between } else { (chart_style.width - widest) / 2.0 - chart_style.px(48.0) };
    // Several sources side by side leave no room for words on a phone: they have signs, too.
    let signed = narrow && given.len() > 1;
    let name = |at: usize, part: &SourcedValue| match signed {
        true => letter(at),
        false => format!("{}\n{}", fit(context.heading_name(&part.line), room), fit(money(part.money()), room)),
    };
    let entry = |color, sign, part: &SourcedValue, share: Option<SourcedValue>| {
        let share = share.map_or(Text::default(), |share| Text::number(share, Form::Plain));
        let slots =
            [("line", context.line(&part.line)), ("amount", Text::number(part.clone(), Form::Plain)), ("share", share)];
        Key { color, sign, text: context.say(context.locale.labels.flow_key, &slots).sentence(context.locale.lang) }
    };
    let total = total_name(context, side).plain(&context.locale);
    let total = format!("{}\n{}", fit(total, room), fit(money(side.whole.money()), room));
    for (at, part) in given.iter().enumerate() {
        let name = name(at, part);
        if signed {
            let income = context.disclosure.cite("income");
            let share = income.and_then(|income| provenance::share((*part).clone(), income));
            key.push(entry(palette.muted, name.clone(), part, share));
        }
        nodes.push(SankeyNode::new(name.clone()).item_style(ItemStyle::new().color(palette.muted)));
        links.push(SankeyLink::from((name, total.clone(), part.money().to_chart())));
        lines.push(part.line.clone());
    }
    nodes.push(SankeyNode::new(total.clone()).item_style(ItemStyle::new().color(palette.ink)));
    lines.push(side.whole.line.clone());
    for (at, part) in spent.iter().enumerate() {
        // What is not listed is of no class: it is grey.
        let color = if part.line == list_balance::unlisted(side.id) { palette.was } else { palette.class(at) };
        let (sign, label) = (sign(at), labels[at].clone());
        if narrow {
            key.push(entry(color, sign, part, provenance::share((*part).clone(), side.whole.clone())));
        }
        nodes.push(SankeyNode::new(label.clone()).item_style(ItemStyle::new().color(color)));
        links.push(SankeyLink::from((total.clone(), label, part.money().to_chart())));
        lines.push(part.line.clone());
    }
    let height =
        if narrow { chart_style.px(360.0) } else { chart_style.px(f64::max(380.0, 250.0 + 40.0 * spent.len() as f64)) };
    let mut sankey = json!({
        "type": "sankey",
        "data": nodes,
        "links": links,
        "orient": if narrow { "vertical" } else { "horizontal" },
        "left": if narrow { chart_style.px(8.0) } else { 0.0 },
        "right": if narrow { chart_style.px(8.0) } else { widest + chart_style.px(14.0) },
        "top": chart_style.px(6.0),
        "bottom": if narrow { chart_style.px(28.0) } else { chart_style.px(18.0) },
        // Two lines of words stand beside each node, however thin it is.
        "nodeGap": if narrow { chart_style.px(16.0) } else { chart_style.px(40.0) },
        "nodeWidth": chart_style.px(14.0),
        "layoutIterations": 0,
        "label": {
            "show": true,
            "position": if narrow { "bottom" } else { "right" },
            "color": palette.ink,
            "fontSize": size,
            "formatter": "{b}",
            // The label's own line height keeps name and amount together.
            "lineHeight": chart_style.px(20.0),
            "distance": chart_style.px(8.0),
            // Words that lie across the edge of a band stay readable.
            "textBorderColor": palette.ground,
            "textBorderWidth": 3,
        },
        "lineStyle": LineStyle::new().color("target").opacity(0.28).curveness(0.5),
        "draggable": false,
        "cursor": "pointer",
    });
    for link in sankey["links"].as_array_mut().into_iter().flatten() {
        // What flows into the total is of no class: it has the total's colour, very light.
        if link["target"] == json!(total) {
            extend(link, json!({ "lineStyle": { "color": palette.ink, "opacity": 0.08 } }));
        }
    }
    let option = option(context.locale.lang, [("series", json!([sankey]))]);
    let through: Vec<LineId> = given.iter().chain(spent).map(|part| part.line.clone()).collect();
    let marks = lines
        .into_iter()
        .enumerate()
        .map(|(item, line)| Mark { series: 0, item: Some(item), line, number: None, area: None })
        .collect();
    Chart { option, width: chart_style.width, height, marks, links: through, key }
}

fn share_text(part: &SourcedValue, side: &Side) -> Text {
    provenance::share(part.clone(), side.whole.clone())
        .map_or(Text::default(), |share| Text::number(share, Form::Plain))
}

/// ① ② ③ …: stands beside a mark and before its entry in the key.
fn sign(at: usize) -> String {
    char::from_u32('①' as u32 + (at % 20) as u32).map_or(String::new(), String::from)
}

/// Ⓐ Ⓑ Ⓒ …: the same for sources.
fn letter(at: usize) -> String {
    char::from_u32('Ⓐ' as u32 + (at % 26) as u32).map_or(String::new(), String::from)
}
