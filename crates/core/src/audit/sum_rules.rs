//! Rules about amounts: sums of lists, equal lines, parts that are at most as much as their total.

use super::check::{Check, Outcome, Relation};
use super::rule::Rule;
use crate::disclosure::{Disclosure, Line, LineId, Role};
use crate::provenance::SourcedValue;

/// The id of the missing parts of a line: `income.*`.
pub fn any_part(parent: &str) -> LineId {
    LineId::child(parent, "*")
}

/// Those of `ids` that no line states.
fn missing_lines(disclosure: &Disclosure, ids: &[&str]) -> Vec<LineId> {
    ids.iter().filter(|id| disclosure.line(id).is_none()).map(|&id| LineId::from(id)).collect()
}

/// The lines `left` add up to the lines `right`.
pub fn equal(disclosure: &Disclosure, rule: Rule, left: &[&str], right: &[&str]) -> Check {
    compare_lines(disclosure, rule, Relation::Equal, left, right)
}

/// The line `part` is at most as much as `total`; None where there is no such part.
pub fn at_most(disclosure: &Disclosure, part: &str, total: &str) -> Option<Check> {
    disclosure.line(part)?;
    let check = compare_lines(disclosure, Rule::PartWithinWhole, Relation::AtMost, &[part], &[total]);
    Some(check.with_subject(LineId::from(part)))
}

fn compare_lines(disclosure: &Disclosure, rule: Rule, relation: Relation, left: &[&str], right: &[&str]) -> Check {
    let missing = missing_lines(disclosure, &[left, right].concat());
    if !missing.is_empty() {
        return Check { relation, ..Check::unchecked(rule, missing) };
    }
    let amounts = |ids: &[&str]| ids.iter().filter_map(|id| disclosure.cite(id)).collect();
    Check::compare(rule, relation, amounts(left), amounts(right), disclosure.unit)
}

/// The parts of a line add up to it.
pub fn sum_of_parts(disclosure: &Disclosure, rule: Rule, total: &str) -> Check {
    let parts: Vec<SourcedValue> = disclosure.parts(total).map(Line::cite).collect();
    match disclosure.cite(total) {
        Some(stated) if !parts.is_empty() => {
            Check::compare(rule, Relation::Equal, parts, vec![stated], disclosure.unit)
        }
        Some(_) => Check::unchecked(rule, vec![any_part(total)]),
        None => Check::unchecked(rule, vec![LineId::from(total)]),
    }
}

/// The parts of a line add up to it, where the template has exactly the `expected` parts: a sum that falls short
/// because a part is not stated cannot be checked.
pub fn complete_sum(disclosure: &Disclosure, rule: Rule, total: &str, expected: &[&str]) -> Check {
    let check = sum_of_parts(disclosure, rule, total);
    let missing = missing_lines(disclosure, expected);
    if check.outcome == Outcome::Conflict && !missing.is_empty() { Check::unchecked(rule, missing) } else { check }
}

/// The items of “三公”经费, with vehicles as one item or as two.
pub fn three_public_items(disclosure: &Disclosure) -> Vec<&'static str> {
    let one_item = disclosure.line("three_public.vehicle").is_some_and(|line| line.role == Role::Part);
    let vehicles: &[&str] = if one_item {
        &["three_public.vehicle"]
    } else {
        &["three_public.vehicle_operation", "three_public.vehicle_purchase"]
    };
    ["three_public.overseas", "three_public.reception"].iter().chain(vehicles).copied().collect()
}

/// A number of vehicles is the sum of its kinds.
pub fn sum_of_counts(disclosure: &Disclosure, total: &str) -> Check {
    let counts = disclosure.counts_below(total);
    let kinds: Vec<SourcedValue> = counts.filter_map(|count| disclosure.cite_count(count.id.as_str())).collect();
    let check = match disclosure.cite_count(total) {
        Some(stated) if !kinds.is_empty() => {
            Check::compare(Rule::VehicleKinds, Relation::Equal, kinds, vec![stated], disclosure.unit)
        }
        Some(_) => Check::unchecked(Rule::VehicleKinds, vec![any_part(total)]),
        None => Check::unchecked(Rule::VehicleKinds, vec![LineId::from(total)]),
    };
    check.with_subject(LineId::from(total))
}

/// A line that is listed twice: with the repetition, the list adds up to more than its total.
pub fn listed_twice(disclosure: &Disclosure) -> Vec<Check> {
    ["income", "expenditure"].into_iter().filter_map(|root| listed_twice_in(disclosure, root)).collect()
}

fn listed_twice_in(disclosure: &Disclosure, root: &str) -> Option<Check> {
    let list = disclosure.lines.iter().filter(|line| line.id.parent() == Some(root));
    let list: Vec<&Line> = list.filter(|line| matches!(line.role, Role::Part | Role::Repeated)).collect();
    let mut ids: Vec<&LineId> = list.iter().map(|line| &line.id).collect();
    ids.sort_unstable();
    let twice: Vec<&LineId> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    let is_twice = |line: &&&Line| twice.binary_search(&&line.id).is_ok();
    let repeated = list.iter().find(|line| line.role == Role::Repeated && is_twice(line));
    let subject = repeated.or_else(|| list.iter().find(is_twice))?;
    let amounts: Vec<SourcedValue> = list.iter().map(|line| line.cite()).collect();
    let stated = vec![disclosure.cite(root)?];
    let check = Check::compare(Rule::ListedTwice, Relation::Equal, amounts, stated, disclosure.unit);
    Some(check.with_subject(subject.id.clone()))
}
