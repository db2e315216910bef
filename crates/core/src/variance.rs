//! Variances: a line's change against last year, with base, percentage, reason and components.

use crate::disclosure::{Direction, Disclosure, LineId, Passage, Role};
use crate::provenance::SourcedValue;

/// A line's change against last year.
///
/// The change is stated; base and percentage are computed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Variance {
    /// The line's id.
    pub line: LineId,
    /// The line's name as published.
    pub label: String,
    /// This year's amount; None where it is not stated.
    pub amount: Option<SourcedValue>,
    /// The stated change.
    pub change: SourcedValue,
    /// Last year's amount: this year's amount less the change. None where this year's amount is not stated.
    pub base: Option<SourcedValue>,
    /// The change as a percentage of the base; None without a base or with one of zero.
    pub percent: Option<SourcedValue>,
    /// The direction as worded.
    pub direction: Direction,
    /// The comparison as worded, such as 比2022年.
    pub comparison: String,
    /// The year of the comparison.
    pub base_year: Option<i32>,
    /// The reason, as far as the document states one.
    pub reason: ChangeReason,
    /// The components of the change that the document names, with their published names.
    pub components: Vec<(String, SourcedValue)>,
}

/// The reason of a change, as far as the document states one.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeReason {
    /// A reason, verbatim.
    Verbatim(Passage),
    /// No reason, but a list of components.
    Components(Passage),
    /// Nothing changed, so there is nothing to explain.
    Flat,
    /// The document gives no reason.
    Unexplained,
}

/// The variances of all stated changes, in the order of the text.
///
/// ```
/// use mingbai_core::disclosure::parse;
/// use mingbai_core::variance::{ChangeReason, variances};
///
/// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算60万元，比2022年减少15万元。";
/// let three_public = &variances(&parse(text)?)[0];
/// assert_eq!(three_public.base.as_ref().unwrap().money().to_string(), "75.00");
/// assert_eq!(three_public.percent.as_ref().unwrap().number(), "-20".parse().ok());
/// assert_eq!(three_public.reason, ChangeReason::Unexplained);
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn variances(disclosure: &Disclosure) -> Vec<Variance> {
    let counted = disclosure.changes().filter(|stated| stated.line.is_none_or(|line| line.role == Role::Part));
    counted.filter_map(|stated| variance_of(disclosure, stated.id.as_str())).collect()
}

/// The variance of one line; None where the document states no change of it.
pub fn variance_of(disclosure: &Disclosure, id: &str) -> Option<Variance> {
    let stated = disclosure.change(id)?;
    let change = disclosure.cite_change(id)?;
    let label = match disclosure.line(id) {
        Some(line) => &line.label,
        None => &disclosure.orphaned_change(id)?.label,
    };
    let reason = match (&stated.reason, &stated.explanation) {
        (Some(reason), _) => ChangeReason::Verbatim(reason.clone()),
        (None, Some(components)) => ChangeReason::Components(components.clone()),
        _ if stated.amount.is_zero() => ChangeReason::Flat,
        _ => ChangeReason::Unexplained,
    };
    let components = stated.components.iter();
    let components =
        components.map(|component| (component.label.clone(), SourcedValue::component(&change.line, component)));
    Some(Variance {
        line: change.line.clone(),
        label: label.clone(),
        amount: disclosure.cite(id),
        base: disclosure.cite_base(id),
        percent: disclosure.cite_percent(id),
        direction: stated.direction,
        comparison: stated.comparison.clone(),
        base_year: stated.base_year,
        reason,
        components: components.collect(),
        change,
    })
}
