//! Rules about changes: sums of components, changes of parts, signs and bases.

use super::check::{Check, Outcome, Relation};
use super::rule::Rule;
use super::sum_rules::{any_part, three_public_items};
use crate::disclosure::{Change, Direction, Disclosure, Line, LineId, Role};
use crate::provenance::SourcedValue;

/// The lines that are parts and have a stated change.
fn changed_lines(disclosure: &Disclosure) -> impl Iterator<Item = (&Line, &Change)> {
    let parts = disclosure.lines.iter().filter(|line| line.role == Role::Part);
    parts.filter_map(|line| Some((line, line.change.as_ref()?)))
}

/// The rule that the changes of the parts of `total` add up to its own change; None where there is no such rule.
pub fn part_changes(disclosure: &Disclosure, total: &str) -> Option<Check> {
    match total {
        "appropriation" => {
            let parts = ["appropriation.basic", "appropriation.project"];
            Some(sum_of_changes(disclosure, Rule::AppropriationChanges, total, &parts))
        }
        "three_public" => {
            let known = three_public_items(disclosure);
            let stated = disclosure.parts(total).map(|line| line.id.as_str());
            let items: Vec<&str> = known.iter().copied().chain(stated.filter(|id| !known.contains(id))).collect();
            Some(sum_of_changes(disclosure, Rule::ThreePublicChanges, total, &items))
        }
        _ => None,
    }
}

/// The changes of `parts` add up to the change of `total`, where all of them are stated.
fn sum_of_changes(disclosure: &Disclosure, rule: Rule, total: &str, parts: &[&str]) -> Check {
    let ids = parts.iter().chain([&total]);
    let mut missing: Vec<LineId> =
        ids.filter(|id| disclosure.change(id).is_none()).map(|&id| LineId::from(id)).collect();
    if parts.is_empty() {
        missing.push(any_part(total));
    }
    if !missing.is_empty() {
        return Check::unchecked(rule, missing);
    }
    let changes = parts.iter().filter_map(|id| disclosure.cite_change(id)).collect();
    let stated = disclosure.cite_change(total).into_iter().collect();
    Check::compare(rule, Relation::Equal, changes, stated, disclosure.unit)
}

/// The components of a change add up to it, where the explanation is only a list of components.
pub fn change_components(disclosure: &Disclosure) -> Vec<Check> {
    let listed =
        changed_lines(disclosure).filter(|(_, change)| !change.components.is_empty() && change.reason.is_none());
    let check = |(line, change): (&Line, &Change)| {
        let components = change.components.iter();
        let components = components.map(|component| SourcedValue::component(&line.id, component)).collect();
        let stated = disclosure.cite_change(line.id.as_str()).into_iter().collect();
        let check = Check::compare(Rule::ChangeComponents, Relation::Equal, components, stated, disclosure.unit);
        check.with_subject(line.id.clone())
    };
    listed.map(check).collect()
}

/// 基本支出 and 项目支出 as components of section two's change are equal to their own changes in section three.
pub fn components_agree(disclosure: &Disclosure) -> Vec<Check> {
    let Some(change) = disclosure.change("expenditure") else { return Vec::new() };
    let parent = LineId::known("expenditure");
    let named = change.components.iter().filter_map(|component| Some((component, component.id.clone()?)));
    named
        .filter(|(_, id)| id.parent() == Some("appropriation"))
        .map(|(component, id)| {
            let check = match disclosure.cite_change(id.as_str()) {
                Some(own) => {
                    let left = vec![SourcedValue::component(&parent, component)];
                    Check::compare(Rule::ComponentAgrees, Relation::Equal, left, vec![own], disclosure.unit)
                }
                None => Check::unchecked(Rule::ComponentAgrees, vec![id.clone()]),
            };
            check.with_subject(id)
        })
        .collect()
}

/// The rules that every stated change must satisfy.
pub fn every_change(disclosure: &Disclosure) -> Vec<Check> {
    let mut checks = for_every_line(disclosure, Rule::BaseNotNegative, Relation::AtMost, bases(disclosure));
    checks.extend(for_every_line(disclosure, Rule::DirectionAgrees, Relation::AtMost, directions(disclosure)));
    checks.extend(for_every_line(disclosure, Rule::FlatIsZero, Relation::Equal, unchanged_lines(disclosure)));
    checks
}

/// The two sides of a rule for one line.
struct SidesOfLine {
    line: LineId,
    left: Vec<SourcedValue>,
    right: Vec<SourcedValue>,
}

/// One check for all lines that satisfy the rule, and one for each line that does not.
fn for_every_line(disclosure: &Disclosure, rule: Rule, relation: Relation, lines: Vec<SidesOfLine>) -> Vec<Check> {
    let (mut left, mut right, mut conflicts) = (Vec::new(), Vec::new(), Vec::new());
    for sides in lines {
        let check = Check::compare(rule, relation, sides.left, sides.right, disclosure.unit);
        if check.outcome == Outcome::Conflict {
            conflicts.push(check.with_subject(sides.line));
        } else {
            left.extend(check.left);
            right.extend(check.right);
        }
    }
    let mut checks = Vec::new();
    if !(left.is_empty() && right.is_empty()) {
        let mut satisfied = Check::compare(rule, relation, left, right, disclosure.unit);
        satisfied.outcome = Outcome::Pass;
        checks.push(satisfied);
    }
    checks.extend(conflicts);
    checks
}

/// A base is not negative: the change is at most as much as this year's amount.
fn bases(disclosure: &Disclosure) -> Vec<SidesOfLine> {
    let sides = changed_lines(disclosure).filter_map(|(line, _)| {
        let (change, amount) = (disclosure.cite_change(line.id.as_str())?, disclosure.cite(line.id.as_str())?);
        Some(SidesOfLine { line: line.id.clone(), left: vec![change], right: vec![amount] })
    });
    sides.collect()
}

/// A sign agrees with its word: an increase is not below zero, a decrease not above. The parser lists 增加-5万元 as unread,
/// so that no text breaks this rule; a disclosure that was changed behind the parser may.
fn directions(disclosure: &Disclosure) -> Vec<SidesOfLine> {
    let sides = changed_lines(disclosure).filter_map(|(line, change)| {
        let stated = disclosure.cite_change(line.id.as_str())?;
        // The other side is zero, which no words state.
        let (left, right) = match change.direction {
            Direction::Up => (Vec::new(), vec![stated]),
            Direction::Down => (vec![stated], Vec::new()),
            Direction::Flat => return None,
        };
        Some(SidesOfLine { line: line.id.clone(), left, right })
    });
    sides.collect()
}

/// A line with 持平 is not a component of another line's change, unless of zero.
fn unchanged_lines(disclosure: &Disclosure) -> Vec<SidesOfLine> {
    let unchanged = changed_lines(disclosure).filter(|(_, change)| change.direction == Direction::Flat);
    let sides = unchanged.filter_map(|(line, _)| {
        let others = disclosure.lines.iter().filter_map(|other| Some((other, other.change.as_ref()?)));
        let components = others.flat_map(|(other, change)| change.components.iter().map(move |part| (other, part)));
        let named = components.filter(|(_, component)| component.id.as_ref() == Some(&line.id));
        let left = named.map(|(other, component)| SourcedValue::component(&other.id, component)).collect();
        let right = vec![disclosure.cite_change(line.id.as_str())?];
        Some(SidesOfLine { line: line.id.clone(), left, right })
    });
    sides.collect()
}
