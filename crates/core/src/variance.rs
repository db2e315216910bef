//! Changes against last year: base, percent, reason, and how much of a change its stated components cover.

use crate::amount::Amount;
use crate::disclosure::{Direction, Disclosure, LineId, Passage, Role};
use crate::provenance::SourcedValue;

/// A line's change against last year, worked out.
#[derive(Clone, Debug)]
pub struct Variance {
    /// The line.
    pub line: LineId,
    /// Its name as published.
    pub label: String,
    /// This year's amount; absent where it was lost.
    pub amount: Option<SourcedValue>,
    /// The change, stated.
    pub change: SourcedValue,
    /// Last year's amount, computed; absent where this year's is.
    pub base: Option<SourcedValue>,
    /// The change as parts of a hundred of the base; absent where there is none, or one of zero.
    pub percent: Option<SourcedValue>,
    /// The direction as worded.
    pub direction: Direction,
    /// The comparison as worded.
    pub worded: String,
    /// The year compared with.
    pub base_year: Option<i32>,
    /// Why, as far as the document says.
    pub because: Because,
    /// The parts of the change that the document names, with their published labels.
    pub components: Vec<(String, SourcedValue)>,
}

/// What the document says of a change's cause.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// A reason, verbatim.
    Reason(Passage),
    /// No reason of its own, but the parts that it is made of.
    Components(Passage),
    /// Nothing changed, so there is nothing to explain.
    Flat,
    /// The document gives no reason.
    Unexplained,
}

impl Variance {
    /// The sum of the stated components.
    pub fn covered(&self) -> Amount {
        self.components.iter().map(|(_, part)| part.money()).sum()
    }
}

/// Every stated change, in the order of the text.
pub fn of(disclosure: &Disclosure) -> Vec<Variance> {
    let stated = disclosure.lines.iter().filter(|line| line.role == Role::Part).map(|line| &line.id);
    let lone = disclosure.lone_changes.iter().map(|lone| &lone.id);
    stated.chain(lone).filter_map(|id| one(disclosure, id.as_str())).collect()
}

/// The change of one line, if the document states one.
pub fn one(disclosure: &Disclosure, id: &str) -> Option<Variance> {
    let change = disclosure.change(id)?;
    let cited = disclosure.cite_change(id)?;
    let label = match disclosure.line(id) {
        Some(line) => &line.label,
        None => &disclosure.lone_change(id)?.label,
    };
    let because = match (&change.reason, &change.explanation) {
        (Some(reason), _) => Because::Reason(reason.clone()),
        (None, Some(components)) => Because::Components(components.clone()),
        _ if change.amount.is_zero() => Because::Flat,
        _ => Because::Unexplained,
    };
    Some(Variance {
        line: cited.line.clone(),
        label: label.clone(),
        amount: disclosure.cite(id),
        base: disclosure.cite_base(id),
        percent: disclosure.cite_percent(id),
        direction: change.direction,
        worded: change.base.clone(),
        base_year: change.base_year,
        because,
        components: change
            .components
            .iter()
            .map(|part| (part.label.clone(), SourcedValue::component(&cited.line, part)))
            .collect(),
        change: cited,
    })
}
