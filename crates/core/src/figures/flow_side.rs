//! One side of the flow: a whole that is divided into its parts.

use super::list_balance::{self, Balance, balance};
use super::{RenderContext, RichText};
use crate::disclosure::Line;
use crate::insertion_sort::sorted_by_key;
use crate::provenance::{self, SourcedValue};

/// One side of the flow: income by source, or expenditure by class.
pub struct FlowSide {
    /// The line that is divided.
    pub id: &'static str,
    /// The whole to which shares refer: the published total, or the sum of the parts if that is more.
    pub whole: SourcedValue,
    /// The parts in the order of the document, including zeros; at the end what the document does not list.
    pub parts: Vec<SourcedValue>,
    /// How the sum of the parts compares with the published total.
    pub balance: Balance,
}

impl FlowSide {
    /// The side of a line. None if the document does not state its amount or its parts, or if all parts are zero.
    pub fn of(context: &RenderContext, id: &'static str) -> Option<FlowSide> {
        let d = context.disclosure;
        let mut parts: Vec<SourcedValue> = d.parts(id).map(Line::cite).collect();
        let (stated, balance) = (d.cite(id)?, balance(d, id));
        if parts.iter().all(|part| part.money().is_zero()) {
            return None;
        }
        let whole = if balance.over() { SourcedValue::sum(stated.line, parts.clone()) } else { stated };
        parts.extend(balance.missing().cloned());
        Some(FlowSide { id, whole, parts, balance })
    }

    /// The parts that are not zero, in the order of the document.
    pub fn nonzero_parts(&self) -> Vec<&SourcedValue> {
        self.parts.iter().filter(|part| !part.money().is_zero()).collect()
    }

    /// The parts that are not zero, the largest first, so that a class has the same colour in every figure. What the
    /// document does not list is last.
    pub fn ranked_parts(&self) -> Vec<&SourcedValue> {
        sorted_by_key(self.nonzero_parts(), |part| (self.is_unlisted(part), std::cmp::Reverse(part.money())))
    }

    /// The parts below zero. Where there is one, the whole cannot be divided: the other parts are more than it.
    pub fn negative_parts(&self) -> impl Iterator<Item = &SourcedValue> {
        self.parts.iter().filter(|part| part.money().is_negative())
    }

    /// True if the whole can be divided into the parts, so that each has a share of it.
    pub fn is_divisible(&self) -> bool {
        self.negative_parts().next().is_none()
    }

    /// The share of a part in the whole, where the whole can be divided.
    pub fn share(&self, part: &SourcedValue) -> Option<SourcedValue> {
        provenance::share(part.clone(), self.whole.clone()).filter(|_| self.is_divisible())
    }

    /// True for the part that the document does not list.
    pub fn is_unlisted(&self, part: &SourcedValue) -> bool {
        part.line == list_balance::unlisted(self.id)
    }
}

/// The name of the whole in the chart: 2023年预算, or the name of the line if that is only a part of the budget.
pub fn total_name(context: &RenderContext, side: &FlowSide) -> RichText {
    let d = context.disclosure;
    if side.balance.over() {
        return context.locale.labels.flow_sum.into();
    }
    let all = d.amount("expenditure").or(d.amount("income")).is_none_or(|total| total == side.whole.money());
    if all {
        return context.fill(context.locale.labels.flow_total, &[]);
    }
    context
        .fill(context.locale.labels.year_line, &[("line", context.line(&side.whole.line))])
        .sentence(context.locale.lang)
}
