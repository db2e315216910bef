//! From last year to this year: a bridge whose steps carry the document's own reasons.

use super::change_chart::draw;
use super::change_table::table;
use super::chart_style::Look;
use super::{Chart, Figure, FigureId, Form, Reading, Reason, Text, explanation, source_reference};
use crate::amount::Amount;
use crate::audit;
use crate::disclosure::LineId;
use crate::provenance::{Aspect, Cited};

/// The bridge: a whole, last year and this, and the steps between.
pub struct Bridge {
    /// The line whose change it is.
    pub whole: LineId,
    /// Last year, computed.
    pub was: Cited,
    /// This year.
    pub now: Cited,
    /// The change, stated.
    pub change: Cited,
    /// The parts of the change.
    pub steps: Vec<Step>,
    /// What the parts come to less or more than the change, beyond rounding.
    pub gap: Option<Cited>,
    /// What rounding leaves between them.
    pub rounding: Option<Cited>,
}

/// A step of the bridge.
pub struct Step {
    /// The line.
    pub line: LineId,
    /// Its name where it stands alone.
    pub name: String,
    /// Its part of the change.
    pub change: Cited,
}

/// The figure; None where the document states no change of the whole.
pub fn figure(reading: &Reading, look: &Look) -> Option<Figure> {
    let words = reading.locale.words();
    let bridge = bridge(reading)?;
    Some(Figure {
        id: FigureId::Change,
        question: words.change_question.to_owned(),
        title: title(reading, &bridge),
        subtitle: reading.say(words.change_subtitle, &[]),
        views: Vec::new(),
        chart: chart(reading, look),
        explanations: explanation::every_change(reading),
        table: table(reading, &bridge),
        notes: notes(reading, &bridge),
        sources: sources(reading),
    })
}

/// Its chart.
pub fn chart(reading: &Reading, look: &Look) -> Option<Chart> {
    Some(draw(reading, look, &bridge(reading)?))
}

/// The sentences that state any of the changes, and the amounts that they changed.
fn sources(reading: &Reading) -> Vec<source_reference::SourceRef> {
    let quotes = explanation::every_change(reading).into_iter().flat_map(|item| {
        let amount = reading.disclosure.line(item.line.as_str()).map(|line| line.quote);
        amount.into_iter().chain([item.quote])
    });
    source_reference::of_quotes(reading, quotes.collect())
}

/// The lines whose reasons stand beside the bridge: the steps that the document explains, and the whole where it has a
/// reason of its own or none of the steps has.
pub fn explained(reading: &Reading) -> Vec<LineId> {
    let Some(bridge) = bridge(reading) else { return Vec::new() };
    let steps = bridge.steps.iter().map(|step| &step.line);
    let mut lines: Vec<LineId> = steps.filter(|id| reading.disclosure.change(id.as_str()).is_some()).cloned().collect();
    let own = explanation::of_line(reading, bridge.whole.as_str());
    let own = own.is_some_and(|own| matches!(own.reason, Reason::Verbatim { .. }));
    if own || lines.is_empty() {
        lines.insert(0, bridge.whole);
    }
    lines
}

/// What changed as a whole: the budget where the document says so, else the appropriation.
fn bridge(reading: &Reading) -> Option<Bridge> {
    let d = reading.disclosure;
    let whole = ["expenditure", "income", "appropriation"].into_iter().find(|id| d.cite_change(id).is_some())?;
    let (now, was, change) = (d.cite(whole)?, d.cite_base(whole)?, d.cite_change(whole)?);
    let steps = steps(reading, whole);
    let sum = Cited::sum(change.line.clone(), steps.iter().map(|step| step.change.clone()).collect());
    let gap = Cited::less(change.line.clone(), Aspect::Difference, vec![change.clone(), sum]);
    let gap = Some(gap).filter(|gap| !steps.is_empty() && !gap.money().is_zero());
    let tolerance = audit::rounding(steps.len() + 1, d.unit);
    let (rounding, gap) = match gap {
        Some(gap) if gap.money().abs().number() <= tolerance => (Some(gap), None),
        gap => (None, gap),
    };
    Some(Bridge { whole: change.line.clone(), was, now, change, steps, gap, rounding })
}

/// The steps: the components that the change itself names, else the changes of 基本支出 and 项目支出.
fn steps(reading: &Reading, whole: &str) -> Vec<Step> {
    let d = reading.disclosure;
    let Some(line) = d.line(whole) else { return Vec::new() };
    let named = line.change.as_ref().map(|change| change.components.as_slice()).unwrap_or_default();
    if !named.is_empty() {
        let step = |part| {
            let change = Cited::component(&line.id, part);
            let name = reading
                .locale
                .line(&change.line)
                .map_or_else(|| reading.gloss(&part.label), super::rich_text::capitalised);
            Step { line: change.line.clone(), name, change }
        };
        return named.iter().map(step).collect();
    }
    let own = d.parts("appropriation").filter_map(|part| {
        let change = d.cite_change(part.id.as_str())?;
        Some(Step { line: part.id.clone(), name: reading.heading_name(&part.id), change })
    });
    let own: Vec<Step> = own.collect();
    // They explain this change only where they come to it.
    let sum: Amount = own.iter().map(|step| step.change.money()).sum();
    if d.cite_change(whole).is_some_and(|change| change.money() == sum) { own } else { Vec::new() }
}

/// The budget as a whole, or the line that stands for it.
fn whole_name(reading: &Reading, bridge: &Bridge) -> Text {
    if is_budget(reading, bridge) { reading.locale.words().change_budget.into() } else { reading.line(&bridge.whole) }
}

/// Last year's and this year's end of the bridge.
pub fn ends(reading: &Reading, bridge: &Bridge) -> (Text, Text) {
    let labels = reading.locale.labels;
    if is_budget(reading, bridge) {
        return (reading.say(labels.change_was, &[]), reading.say(labels.change_now, &[]));
    }
    let say = |template| reading.say(template, &[("line", reading.line(&bridge.whole))]).sentence(reading.locale.lang);
    (say(labels.last_line), say(labels.year_line))
}

fn is_budget(reading: &Reading, bridge: &Bridge) -> bool {
    let total = reading.disclosure.amount("expenditure");
    bridge.whole == "expenditure" || bridge.whole == "income" && total.is_none_or(|total| total == bridge.now.money())
}

fn title(reading: &Reading, bridge: &Bridge) -> Text {
    let words = reading.locale.words();
    let change = &bridge.change;
    let whole = [("whole", whole_name(reading, bridge)), ("total", Text::cited(change.clone(), Form::Unsigned))];
    if change.money().is_zero() {
        return reading.say(words.change_title_flat, &whole);
    }
    let up = !change.money().is_negative();
    let moved: Vec<&Step> = bridge.steps.iter().filter(|step| !step.change.money().is_zero()).collect();
    // A step against the tide is the finding; without one, the largest step is.
    let against = moved.iter().filter(|step| step.change.money().is_negative() == up);
    let against = against.max_by_key(|step| step.change.money().abs());
    let largest = moved.iter().max_by_key(|step| step.change.money().abs());
    let say = |step: &Step, rise, fall| {
        let step = [("line", reading.line(&step.line)), ("amount", Text::cited(step.change.clone(), Form::Unsigned))];
        reading.say(if up { rise } else { fall }, &[whole.as_slice(), &step].concat())
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
        _ => reading.say(if up { words.change_title_up } else { words.change_title_down }, &whole),
    }
}

fn notes(reading: &Reading, bridge: &Bridge) -> Vec<Text> {
    let words = reading.locale.words();
    let line = || ("line", reading.line(&bridge.whole));
    let mut notes = vec![reading.say(words.base_note, &[])];
    if !is_budget(reading, bridge) {
        notes.push(reading.say(words.change_not_budget, &[line()]));
    }
    if bridge.steps.is_empty() {
        notes.push(reading.say(words.change_no_parts, &[]));
    }
    if let Some(gap) = &bridge.gap {
        let parts = bridge.steps.iter().map(|step| step.change.clone()).collect();
        let sum = Cited::sum(bridge.whole.clone(), parts);
        let slots = [
            ("sum", Text::cited(sum, Form::Plain)),
            ("total", Text::cited(bridge.change.clone(), Form::Plain)),
            ("gap", Text::cited(gap.clone(), Form::Unsigned)),
        ];
        notes.push(reading.say(words.change_gap_note, &slots));
    }
    if let Some(rounding) = &bridge.rounding {
        let gap = Text::cited(rounding.clone(), Form::Unsigned);
        notes.push(reading.say(words.change_rounding, &[("gap", gap)]));
    }
    notes
}
