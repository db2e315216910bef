//! The flow as a Sankey diagram: three columns, or three rows with a legend on a phone.

use super::charming_extensions::{
    Extension, label_line_height, label_outline_color, label_outline_width, link_style, node_gap, node_width,
};
use super::chart_option::ChartOptionBuilder;
use super::chart_style::{ChartStyle, font_family};
use super::class_meaning::{class_meaning, class_meaning_sentence};
use super::class_share::EXPENDITURE;
use super::figure_chart::{ChartMark, FigureChart, LegendEntry};
use super::flow_side::{FlowSide, total_name};
use super::{NumberFormat, RenderContext, RichText};
use crate::disclosure::LineId;
use crate::provenance::{self, SourcedValue};
use charming::Chart;
use charming::element::{ItemStyle, Label, LabelPosition, LineStyle, Orient};
use charming::series::{Sankey, SankeyLink, SankeyNode};

/// Draws sources into the whole, and the whole into what it is spent on.
pub fn draw(
    context: &RenderContext,
    chart_style: &ChartStyle,
    side: &FlowSide,
    sources: &[&SourcedValue],
    uses: &[&SourcedValue],
) -> FigureChart {
    let uses = use_nodes(context, chart_style, side, uses);
    let layout = FlowLayout::new(chart_style, &uses);
    let sources = source_nodes(context, &layout, sources);
    let whole = whole_node(context, &layout, side);
    let mut option = ChartOptionBuilder::new(Chart::new());
    option.push(layout.series(context, &sources, &whole, &uses), layout.extensions(sources.len()));
    let lines = sources.iter().chain([&whole]).chain(&uses).map(|node| node.line.clone()).enumerate();
    FigureChart {
        option: option.build(),
        width: chart_style.width,
        height: layout.height,
        marks: lines
            .map(|(item, line)| ChartMark { series: 0, item: Some(item), line, number: None, area: None })
            .collect(),
        links: sources.iter().chain(&uses).map(|node| node.line.clone()).collect(),
        legend: sources.into_iter().chain(uses).filter_map(|node| node.legend).collect(),
        is_hatched: false,
    }
}

/// A node of the diagram.
struct FlowNode {
    /// The text next to the node. It also identifies the node in ECharts.
    name: String,
    color: &'static str,
    line: LineId,
    /// The amount as ECharts draws it.
    amount: f64,
    /// The entry of the legend, for a node that has only a sign next to it.
    legend: Option<LegendEntry>,
}

/// The nodes of what the money is spent on. On a phone they have signs instead of names.
fn use_nodes(
    context: &RenderContext,
    chart_style: &ChartStyle,
    side: &FlowSide,
    uses: &[&SourcedValue],
) -> Vec<FlowNode> {
    let palette = chart_style.palette();
    let node = |(index, part): (usize, &&SourcedValue)| {
        let part: &SourcedValue = part;
        let share = side.share(part);
        // What the document does not list belongs to no class: it is grey.
        let color = match side.id {
            _ if side.is_unlisted(part) => palette.was,
            EXPENDITURE => palette.class(index),
            _ => palette.nature(index),
        };
        let (name, legend) = if chart_style.narrow() {
            let sign = circled_digit(index);
            (sign.clone(), Some(legend_entry(context, color, sign, part, share)))
        } else {
            let share = share
                .map_or(RichText::default(), |share| RichText::number(share, NumberFormat::Plain))
                .plain(&context.locale);
            let amount = context.locale.money_in_sentence(part.money());
            let name = context.heading_name(&part.line);
            if chart_style.is_dense() {
                (format!("{name}  {amount} · {share}"), None)
            } else {
                let meaning = class_meaning_sentence(context, &part.line).map(|meaning| format!("\n{meaning}"));
                (format!("{name}\n{amount} · {share}{}", meaning.unwrap_or_default()), None)
            }
        };
        FlowNode { name, color, line: part.line.clone(), amount: part.money().to_chart(), legend }
    };
    uses.iter().enumerate().map(node).collect()
}

/// The nodes of the sources. On a phone, several sources in a row leave no room for names: they have signs, too.
fn source_nodes(context: &RenderContext, layout: &FlowLayout, sources: &[&SourcedValue]) -> Vec<FlowNode> {
    let color = layout.chart_style.palette().muted;
    let signs = layout.narrow && sources.len() > 1;
    let node = |(index, part): (usize, &&SourcedValue)| {
        let part: &SourcedValue = part;
        let (name, legend) = if signs {
            let sign = circled_letter(index);
            let income = context.disclosure.cite("income");
            let share = income.and_then(|income| provenance::share(part.clone(), income));
            (sign.clone(), Some(legend_entry(context, color, sign, part, share)))
        } else {
            (layout.two_lines(&context.heading_name(&part.line), &context.locale.money_in_sentence(part.money())), None)
        };
        FlowNode { name, color, line: part.line.clone(), amount: part.money().to_chart(), legend }
    };
    sources.iter().enumerate().map(node).collect()
}

fn whole_node(context: &RenderContext, layout: &FlowLayout, side: &FlowSide) -> FlowNode {
    let name = total_name(context, side).plain(&context.locale);
    FlowNode {
        name: layout.two_lines(&name, &context.locale.money_in_sentence(side.whole.money())),
        color: layout.chart_style.palette().ink,
        line: side.whole.line.clone(),
        amount: side.whole.money().to_chart(),
        legend: None,
    }
}

fn legend_entry(
    context: &RenderContext,
    color: &'static str,
    sign: String,
    part: &SourcedValue,
    share: Option<SourcedValue>,
) -> LegendEntry {
    let share = share.map_or(RichText::default(), |share| RichText::number(share, NumberFormat::Plain));
    let slots = [
        ("line", context.line(&part.line)),
        ("amount", RichText::number(part.clone(), NumberFormat::Plain)),
        ("share", share),
    ];
    let mut text = context.fill(context.locale.labels.flow_key, &slots);
    if let Some(meaning) = class_meaning(context, &part.line) {
        let slots = [("text", text), ("meaning", meaning.phrase.into())];
        text = context.fill(context.locale.labels.class_mainly_in_key, &slots);
    }
    let text = text.sentence(context.locale.lang);
    LegendEntry { color, sign, text }
}

/// ① ② ③ …: the sign of a use.
fn circled_digit(index: usize) -> String {
    char::from_u32('①' as u32 + (index % 20) as u32).map_or(String::new(), String::from)
}

/// Ⓐ Ⓑ Ⓒ …: the sign of a source.
fn circled_letter(index: usize) -> String {
    char::from_u32('Ⓐ' as u32 + (index % 26) as u32).map_or(String::new(), String::from)
}

/// Sizes of the diagram, in pixels.
struct FlowLayout {
    chart_style: ChartStyle,
    /// True if the flow runs downwards.
    narrow: bool,
    /// The font size.
    size: f64,
    /// The width of the widest name in the last column.
    widest: f64,
    /// The width at which other names wrap.
    name_width: f64,
    /// The gap between the nodes of a column.
    gap: f64,
    height: f64,
}

impl FlowLayout {
    fn new(chart_style: &ChartStyle, uses: &[FlowNode]) -> FlowLayout {
        let (narrow, size) = (chart_style.narrow(), chart_style.px(15.0));
        let lines = uses.iter().flat_map(|node| node.name.lines());
        let widest = lines.map(|line| chart_style.text_spacing.text_width(line, size)).fold(0.0, f64::max);
        let name_width = if narrow {
            // A node is left of the gaps between the nodes below it, and its name is below its middle.
            chart_style.width - chart_style.px(16.0) * uses.len().saturating_sub(1) as f64
        } else {
            // Three columns of nodes leave two stretches of flow for the names of the first two.
            (chart_style.width - widest) / 2.0 - chart_style.px(48.0)
        };
        // Lines of text are next to each node, however thin it is.
        let most_lines = uses.iter().map(|node| node.name.lines().count()).max().unwrap_or(1);
        let gap = if narrow { 16.0 } else { 20.0 * most_lines as f64 };
        let height = match narrow {
            true => chart_style.space(360.0).max(chart_style.px(220.0)),
            false => {
                let (least, nodes) = (chart_style.space(380.0), chart_style.space(250.0));
                f64::max(least, nodes + chart_style.px(gap) * uses.len() as f64)
            }
        };
        FlowLayout { chart_style: *chart_style, narrow, size, widest, name_width, gap: chart_style.px(gap), height }
    }

    /// A name above an amount, each wrapped so that they stay inside the flow.
    fn two_lines(&self, name: &str, amount: &str) -> String {
        let wrapped = |text| self.chart_style.text_spacing.wrap(text, self.name_width, self.size).join("\n");
        format!("{}\n{}", wrapped(name), wrapped(amount))
    }

    /// The Sankey series.
    fn series(&self, context: &RenderContext, sources: &[FlowNode], whole: &FlowNode, uses: &[FlowNode]) -> Sankey {
        let px = |size| self.chart_style.px(size);
        let node = |node: &FlowNode| SankeyNode::new(node.name.clone()).item_style(ItemStyle::new().color(node.color));
        let link =
            |from: &FlowNode, to: &FlowNode, amount| SankeyLink::from((from.name.clone(), to.name.clone(), amount));
        let links = sources.iter().map(|source| link(source, whole, source.amount));
        let links = links.chain(uses.iter().map(|part| link(whole, part, part.amount)));
        let label = Label::new()
            .show(true)
            .position(if self.narrow { LabelPosition::Bottom } else { LabelPosition::Right })
            .distance(px(8.0))
            .formatter("{b}")
            .color(self.chart_style.palette().ink)
            .font_family(font_family(context.locale.lang))
            .font_size(self.size);
        let (left, right, bottom) = match self.narrow {
            true => (px(8.0), px(8.0), px(28.0)),
            // Half of the lines of the last name are below the middle of its node, which may be thin.
            false => (0.0, self.widest + px(14.0), self.gap / 2.0),
        };
        Sankey::new()
            .left(left)
            .top(px(6.0))
            .right(right)
            .bottom(bottom)
            .layout_iterations(0_u64)
            .orient(if self.narrow { Orient::Vertical } else { Orient::Horizontal })
            .label(label)
            .line_style(LineStyle::new().color("target").opacity(0.28).curveness(0.5))
            .links(links.collect::<Vec<SankeyLink>>())
            .data(sources.iter().chain([whole]).chain(uses).map(node).collect::<Vec<SankeyNode>>())
    }

    /// What charming cannot express. The links from the sources are the first ones of the series: they belong to no
    /// class, so they have a light tint of the whole's colour.
    fn extensions(&self, sources: usize) -> Vec<Extension> {
        let (px, palette) = (|size| self.chart_style.px(size), self.chart_style.palette());
        let tint = LineStyle::new().color(palette.ink).opacity(0.08);
        let mut extensions = vec![
            node_gap(self.gap),
            node_width(px(14.0)),
            label_line_height(px(20.0)),
            // Text across the edge of a band stays readable.
            label_outline_color(palette.background),
            label_outline_width(3.0),
        ];
        extensions.extend((0..sources).map(|link| link_style(link, tint.clone())));
        extensions
    }
}
