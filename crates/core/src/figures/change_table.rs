//! Every change as a table: first those of the bridge, then all others.

use super::bridge::{Bridge, BridgeStep};
use super::comparison_table::comparison_table;
use super::explained_change::explained_changes;
use super::{NumberFormat, RenderContext, RichText, Table, TableRow};
use crate::disclosure::LineId;
use crate::provenance::SourcedValue;

/// This year, last year, the change and its percentage for each line that changed: the whole, its steps, and all
/// others, the largest first.
///
/// A step that the document names only as a part of the whole's change has no amount of last year: the line may have
/// changed for other reasons, too.
pub fn table(context: &RenderContext, bridge: &Bridge) -> Table {
    let (d, words) = (context.disclosure, context.locale.words());
    let own =
        |step: &&BridgeStep| d.cite_change(step.line.as_str()).is_some_and(|own| own.money() == step.change.money());
    let mut ids: Vec<LineId> = vec![bridge.whole.clone()];
    ids.extend(bridge.steps.iter().filter(own).map(|step| step.line.clone()));
    let others = explained_changes(context).into_iter().map(|item| item.line);
    let others: Vec<LineId> = others.filter(|line| !ids.contains(line)).collect();
    ids.extend(others);
    let caption = context.fill(words.change_caption, &[]).plain(&context.locale);
    let mut table = comparison_table(context, &ids, None, &caption);
    let part = |head: RichText, amount: Option<SourcedValue>, change: &SourcedValue| {
        let amount = amount.map_or(RichText::default(), |amount| RichText::number(amount, NumberFormat::Number));
        let change = RichText::number(change.clone(), NumberFormat::ArrowNumber);
        TableRow { head, cells: vec![amount, RichText::default(), change, RichText::default()] }
    };
    for (at, step) in bridge.steps.iter().enumerate().filter(|(_, step)| !own(step)) {
        let known = d.line(step.line.as_str()).is_some() || context.locale.line(&step.line).is_some();
        let head = if known { context.line(&step.line) } else { RichText::text(step.name.clone()) };
        table.rows.insert(1 + at, part(head, d.cite(step.line.as_str()), &step.change));
    }
    if let Some(gap) = &bridge.gap {
        table.rows.insert(1 + bridge.steps.len(), part(context.locale.labels.change_gap.into(), None, gap));
    }
    table
}
