//! From last year to this year: a bridge whose steps carry the document's own reasons.

use super::bridge::{Bridge, BridgeStep, bridge, is_budget};
use super::change_chart::draw;
use super::change_table::table;
use super::chart_style::ChartStyle;
use super::{Figure, FigureChart, FigureId, Form, RenderContext, Text, explanation, source_reference};
use crate::provenance::SourcedValue;

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
pub fn chart(context: &RenderContext, chart_style: &ChartStyle) -> Option<FigureChart> {
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

/// The budget as a whole, or the line that stands for it.
fn whole_name(context: &RenderContext, bridge: &Bridge) -> Text {
    if is_budget(context, bridge) { context.locale.words().change_budget.into() } else { context.line(&bridge.whole) }
}

fn title(context: &RenderContext, bridge: &Bridge) -> Text {
    let words = context.locale.words();
    let change = &bridge.change;
    let whole = [("whole", whole_name(context, bridge)), ("total", Text::number(change.clone(), Form::Unsigned))];
    if change.money().is_zero() {
        return context.say(words.change_title_flat, &whole);
    }
    let up = !change.money().is_negative();
    let moved: Vec<&BridgeStep> = bridge.steps.iter().filter(|step| !step.change.money().is_zero()).collect();
    // A step against the tide is the finding; without one, the largest step is.
    let against = moved.iter().filter(|step| step.change.money().is_negative() == up);
    let against = against.max_by_key(|step| step.change.money().abs());
    let largest = moved.iter().max_by_key(|step| step.change.money().abs());
    let say = |step: &BridgeStep, rise, fall| {
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
