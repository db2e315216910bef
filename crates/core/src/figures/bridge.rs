//! The bridge from last year's whole to this year's: both ends, and the steps between them.

use super::explained_change::{ReasonText, explained_change};
use super::{RenderContext, RichText, rich_text};
use crate::amount::{Amount, rounding};
use crate::disclosure::LineId;
use crate::provenance::{Aspect, SourcedValue};

/// The bridge from last year to this year.
pub struct Bridge {
    /// The line whose change it is.
    pub whole: LineId,
    /// Last year's amount, computed.
    pub was: SourcedValue,
    /// This year's amount.
    pub now: SourcedValue,
    /// The change as the document states it.
    pub change: SourcedValue,
    /// The parts of the change.
    pub steps: Vec<BridgeStep>,
    /// The difference between the change and the sum of its steps, if it is more than rounding explains.
    pub gap: Option<SourcedValue>,
    /// The same difference, if rounding explains it.
    pub rounding: Option<SourcedValue>,
}

/// A step of the bridge.
pub struct BridgeStep {
    /// The line.
    pub line: LineId,
    /// Its name as a heading.
    pub name: String,
    /// Its part of the change.
    pub change: SourcedValue,
}

/// The bridge of the budget if the document states its change, else of the appropriation. None if it states neither.
pub fn bridge(context: &RenderContext) -> Option<Bridge> {
    let d = context.disclosure;
    let whole = ["expenditure", "income", "appropriation"].into_iter().find(|id| d.cite_change(id).is_some())?;
    let (now, was, change) = (d.cite(whole)?, d.cite_base(whole)?, d.cite_change(whole)?);
    let steps = steps(context, whole);
    let sum = SourcedValue::sum(change.line.clone(), steps.iter().map(|step| step.change.clone()).collect());
    let gap = SourcedValue::less(change.line.clone(), Aspect::Difference, vec![change.clone(), sum]);
    let gap = Some(gap).filter(|gap| !steps.is_empty() && !gap.money().is_zero());
    let tolerance = rounding(steps.len() + 1, d.unit);
    let (rounding, gap) = match gap {
        Some(gap) if gap.money().abs().number() <= tolerance => (Some(gap), None),
        gap => (None, gap),
    };
    Some(Bridge { whole: change.line.clone(), was, now, change, steps, gap, rounding })
}

/// The components that the change itself names; else the changes of 基本支出 and 项目支出, if they add up to it.
fn steps(context: &RenderContext, whole: &str) -> Vec<BridgeStep> {
    let d = context.disclosure;
    let Some(line) = d.line(whole) else { return Vec::new() };
    let components = line.change.as_ref().map(|change| change.components.as_slice()).unwrap_or_default();
    if !components.is_empty() {
        let step = |component| {
            let change = SourcedValue::component(&line.id, component);
            let known = context.locale.line(&change.line);
            let name = known.map_or_else(|| context.translated(&component.label), rich_text::capitalised);
            BridgeStep { line: change.line.clone(), name, change }
        };
        return components.iter().map(step).collect();
    }
    let parts = d.parts("appropriation").filter_map(|part| {
        let change = d.cite_change(part.id.as_str())?;
        Some(BridgeStep { line: part.id.clone(), name: context.heading_name(&part.id), change })
    });
    let parts: Vec<BridgeStep> = parts.collect();
    let sum: Amount = parts.iter().map(|step| step.change.money()).sum();
    if d.cite_change(whole).is_some_and(|change| change.money() == sum) { parts } else { Vec::new() }
}

/// True if the bridge shows the whole budget, and not only the appropriation.
pub fn is_budget(context: &RenderContext, bridge: &Bridge) -> bool {
    let total = context.disclosure.amount("expenditure");
    bridge.whole == "expenditure" || bridge.whole == "income" && total.is_none_or(|total| total == bridge.now.money())
}

/// The names of last year's and this year's end of the bridge.
pub fn ends(context: &RenderContext, bridge: &Bridge) -> (RichText, RichText) {
    let labels = context.locale.labels;
    if is_budget(context, bridge) {
        return (context.fill(labels.change_was, &[]), context.fill(labels.change_now, &[]));
    }
    let name =
        |template| context.fill(template, &[("line", context.line(&bridge.whole))]).sentence(context.locale.lang);
    (name(labels.last_line), name(labels.year_line))
}

/// The lines whose changes the bridge draws: steps whose change the document states, and the whole if it has a reason
/// of its own or if there is no such step. Empty where the document states no change of the whole.
pub fn drawn_changes(context: &RenderContext) -> Vec<LineId> {
    let Some(bridge) = bridge(context) else { return Vec::new() };
    let steps = bridge.steps.iter().map(|step| &step.line);
    let mut lines: Vec<LineId> = steps.filter(|id| context.disclosure.change(id.as_str()).is_some()).cloned().collect();
    let own = explained_change(context, bridge.whole.as_str());
    let has_reason = own.is_some_and(|own| matches!(own.reason, ReasonText::Verbatim { .. }));
    if has_reason || lines.is_empty() {
        lines.insert(0, bridge.whole);
    }
    lines
}
