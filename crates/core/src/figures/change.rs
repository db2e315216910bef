//! From last year to this year: a bridge whose steps carry the document's own reasons.

use super::change_chart::draw;
use super::change_table::table;
use super::chart_style::ChartStyle;
use super::{Chart, Figure, FigureId, Form, Reason, RenderContext, Text, explanation, source_reference};
use crate::amount::Amount;
use crate::audit;
use crate::disclosure::LineId;
use crate::provenance::{Aspect, SourcedValue};

/// The bridge: a whole, last year and this, and the steps between.
pub struct Bridge {
    /// The line whose change it is.
    pub whole: LineId,
    /// Last year, computed.
    pub was: SourcedValue,
    /// This year.
    pub now: SourcedValue,
    /// The change, stated.
    pub change: SourcedValue,
    /// The parts of the change.
    pub steps: Vec<Step>,
    /// What the parts come to less or more than the change, beyond rounding.
    pub gap: Option<SourcedValue>,
    /// What rounding leaves between them.
    pub rounding: Option<SourcedValue>,
}

/// A step of the bridge.
pub struct Step {
    /// The line.
    pub line: LineId,
    /// Its name where it stands alone.
    pub name: String,
    /// Its part of the change.
    pub change: SourcedValue,
}

/// The figure; None where the document states no change of the whole.
pub fn figure(context: &RenderContext, chart_style: &ChartStyle) -> Option<Figure> {
    let words = context.locale.words();
    let bridge = bridge(context)?;
    Some(Figure {
        id: FigureId::Change,
        question: words.change_question.to_owned(),
        title: title(context, &bridge),
        subtitle: context.say(words.change_subtitle, &[]),
        views: Vec::new(),
        chart: chart(context, chart_style),
        explanations: explanation::every_change(context),
        table: table(context, &bridge),
        notes: notes(context, &bridge),
        sources: sources(context),
    })
}

/// Its chart.
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<Chart> {
    Some(draw(context, chart_style, &bridge(context)?))
}

/// The sentences that state any of the changes, and the amounts that they changed.
fn sources(context: &RenderContext) -> Vec<source_reference::SourceRef> {
    let quotes = explanation::every_change(context).into_iter().flat_map(|item| {
        let amount = context.disclosure.line(item.line.as_str()).map(|line| line.quote);
        amount.into_iter().chain([item.quote])
    });
    source_reference::of_quotes(context, quotes.collect())
}

/// The lines whose reasons stand beside the bridge: the steps that the document explains, and the whole where it has a
/// reason of its own or none of the steps has.
pub fn explained(context: &RenderContext) -> Vec<LineId> {
    let Some(bridge) = bridge(context) else { return Vec::new() };
    let steps = bridge.steps.iter().map(|step| &step.line);
    let mut lines: Vec<LineId> = steps.filter(|id| context.disclosure.change(id.as_str()).is_some()).cloned().collect();
    let own = explanation::of_line(context, bridge.whole.as_str());
    let own = own.is_some_and(|own| matches!(own.reason, Reason::Verbatim { .. }));
    if own || lines.is_empty() {
        lines.insert(0, bridge.whole);
    }
    lines
}

/// What changed as a whole: the budget where the document says so, else the appropriation.
fn bridge(context: &RenderContext) -> Option<Bridge> {
    let d = context.disclosure;
    let whole = ["expenditure", "income", "appropriation"].into_iter().find(|id| d.cite_change(id).is_some())?;
    let (now, was, change) = (d.cite(whole)?, d.cite_base(whole)?, d.cite_change(whole)?);
    let steps = steps(context, whole);
    let sum = SourcedValue::sum(change.line.clone(), steps.iter().map(|step| step.change.clone()).collect());
    let gap = SourcedValue::less(change.line.clone(), Aspect::Difference, vec![change.clone(), sum]);
    let gap = Some(gap).filter(|gap| !steps.is_empty() && !gap.money().is_zero());
    let tolerance = audit::rounding(steps.len() + 1, d.unit);
    let (rounding, gap) = match gap {
        Some(gap) if gap.money().abs().number() <= tolerance => (Some(gap), None),
        gap => (None, gap),
    };
    Some(Bridge { whole: change.line.clone(), was, now, change, steps, gap, rounding })
}

/// The steps: the components that the change itself names, else the changes of 基本支出 and 项目支出.
fn steps(context: &RenderContext, whole: &str) -> Vec<Step> {
    let d = context.disclosure;
    let Some(line) = d.line(whole) else { return Vec::new() };
    let named = line.change.as_ref().map(|change| change.components.as_slice()).unwrap_or_default();
    if !named.is_empty() {
        let step = |part| {
            let change = SourcedValue::component(&line.id, part);
            let name = context
                .locale
                .line(&change.line)
                .map_or_else(|| context.translated(&part.label), super::rich_text::capitalised);
            Step { line: change.line.clone(), name, change }
        };
        return named.iter().map(step).collect();
    }
    let own = d.parts("appropriation").filter_map(|part| {
        let change = d.cite_change(part.id.as_str())?;
        Some(Step { line: part.id.clone(), name: context.heading_name(&part.id), change })
    });
    let own: Vec<Step> = own.collect();
    // They explain this change only where they come to it.
    let sum: Amount = own.iter().map(|step| step.change.money()).sum();
    if d.cite_change(whole).is_some_and(|change| change.money() == sum) { own } else { Vec::new() }
}

/// The budget as a whole, or the line that stands for it.
fn whole_name(context: &RenderContext, bridge: &Bridge) -> Text {
    if is_budget(context, bridge) { context.locale.words().change_budget.into() } else { context.line(&bridge.whole) }
}

/// Last year's and this year's end of the bridge.
pub fn ends(context: &RenderContext, bridge: &Bridge) -> (Text, Text) {
    let labels = context.locale.labels;
    if is_budget(context, bridge) {
        return (context.say(labels.change_was, &[]), context.say(labels.change_now, &[]));
    }
    let say = |template| context.say(template, &[("line", context.line(&bridge.whole))]).sentence(context.locale.lang);
    (say(labels.last_line), say(labels.year_line))
}

fn is_budget(context: &RenderContext, bridge: &Bridge) -> bool {
    let total = context.disclosure.amount("expenditure");
    bridge.whole == "expenditure" || bridge.whole == "income" && total.is_none_or(|total| total == bridge.now.money())
}

fn title(context: &RenderContext, bridge: &Bridge) -> Text {
    let words = context.locale.words();
    let change = &bridge.change;
    let whole = [("whole", whole_name(context, bridge)), ("total", Text::number(change.clone(), Form::Unsigned))];
    if change.money().is_zero() {
        return context.say(words.change_title_flat, &whole);
    }
    let up = !change.money().is_negative();
    let moved: Vec<&Step> = bridge.steps.iter().filter(|step| !step.change.money().is_zero()).collect();
    // A step against the tide is the finding; without one, the largest step is.
    let against = moved.iter().filter(|step| step.change.money().is_negative() == up);
    let against = against.max_by_key(|step| step.change.money().abs());
    let largest = moved.iter().max_by_key(|step| step.change.money().abs());
    let say = |step: &Step, rise, fall| {
        let step = [("line", context.line(&step.line)), ("amount", Text::number(step.change.clone(), Form::Unsigned))];
        context.say(if up { rise } else { fall }, &[whole.as_slice(), &step].concat())
    };
    match (against, largest) {
        (Some(step), _) => say(step, words.change_title_still_up, words.change_title_still_down),
        (None, Some(step)) if moved.len() > 1 => {
            say(step, words.change_title_up_mostly, words.change_title_down_mostly)
        }
        (None, Some(step)) if step.change.money() == change.money() => {
            say(step, words.change_title_up_all, words.change_title_down_all)
        }
        (None, Some(step)) => say(step, words.change_title_up_with, words.change_title_down_with),
        _ => context.say(if up { words.change_title_up } else { words.change_title_down }, &whole),
    }
}

fn notes(context: &RenderContext, bridge: &Bridge) -> Vec<Text> {
    let words = context.locale.words();
    let line = || ("line", context.line(&bridge.whole));
    let mut notes = vec![context.say(words.base_note, &[])];
    if !is_budget(context, bridge) {
        notes.push(context.say(words.change_not_budget, &[line()]));
    }
    if bridge.steps.is_empty() {
        notes.push(context.say(words.change_no_parts, &[]));
    }
    if let Some(gap) = &bridge.gap {
        let parts = bridge.steps.iter().map(|step| step.change.clone()).collect();
        let sum = SourcedValue::sum(bridge.whole.clone(), parts);
        let slots = [
            ("sum", Text::number(sum, Form::Plain)),
            ("total", Text::number(bridge.change.clone(), Form::Plain)),
            ("gap", Text::number(gap.clone(), Form::Unsigned)),
        ];
        notes.push(context.say(words.change_gap_note, &slots));
    }
    if let Some(rounding) = &bridge.rounding {
        let gap = Text::number(rounding.clone(), Form::Unsigned);
        notes.push(context.say(words.change_rounding, &[("gap", gap)]));
    }
    notes
}
