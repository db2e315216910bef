//! The rules, each where its lines exist.

use super::check::{Check, Relation, Rule};
use crate::disclosure::{Direction, Disclosure, Line, LineId, Role};
use crate::provenance::{Aspect, Provenance, SourcedValue, Value};

/// Every rule on a disclosure, in the order in which a reader would ask.
pub fn all(d: &Disclosure) -> Vec<Check> {
    let mut checks = Vec::new();
    checks.push(parts(d, Rule::IncomeSources, "income"));
    checks.push(parts(d, Rule::ExpenditureClasses, "expenditure"));
    checks.push(equal(d, Rule::IncomeExpenditure, &["income"], &["expenditure"]));
    checks.extend(change_components(d));
    checks.push(equal(
        d,
        Rule::AppropriationParts,
        &["appropriation.basic", "appropriation.project"],
        &["appropriation"],
    ));
    checks.extend(part_changes(d, "appropriation"));
    checks.extend(components_agree(d));
    checks.push(equal(d, Rule::AppropriationBalance, &["appropriation.income"], &["appropriation"]));
    checks.push(equal(d, Rule::AppropriationSource, &["appropriation.income"], &["income.general_public_budget"]));
    for part in ["appropriation.basic", "appropriation.project", "three_public", "operating"] {
        checks.extend(within(d, part, "appropriation"));
    }
    checks.push(complete(d, Rule::ThreePublicItems, "three_public", &three_public_items(d)));
    checks.extend(part_changes(d, "three_public"));
    checks.push(complete(
        d,
        Rule::ProcurementParts,
        "procurement",
        &["procurement.goods", "procurement.works", "procurement.services"],
    ));
    if d.line("procurement.general_public_budget").is_some() {
        let of = "procurement.general_public_budget";
        checks.push(parts(d, Rule::ProcurementParts, of).of(LineId::known(of)));
    }
    checks.push(equal(d, Rule::PerformanceProject, &["performance.project"], &["appropriation.project"]));
    for whole in ["vehicles", "vehicles_bought"] {
        checks.push(kinds(d, whole));
    }
    checks.push(vehicle_purchase(d));
    checks.extend(each_change(d));
    checks.extend(listed_twice(d));
    checks
}

/// The lines of these ids, or those that are missing.
fn cite(d: &Disclosure, ids: &[&str]) -> Result<Vec<SourcedValue>, Vec<LineId>> {
    let missing: Vec<LineId> =
        ids.iter().filter(|id| d.line(id).is_none()).map(|id| LineId::from((*id).to_owned())).collect();
    if missing.is_empty() { Ok(ids.iter().filter_map(|id| d.cite(id)).collect()) } else { Err(missing) }
}

fn equal(d: &Disclosure, rule: Rule, left: &[&str], right: &[&str]) -> Check {
    related(d, rule, Relation::Equal, left, right)
}

fn related(d: &Disclosure, rule: Rule, relation: Relation, left: &[&str], right: &[&str]) -> Check {
    match (cite(d, left), cite(d, right)) {
        (Ok(left), Ok(right)) => Check::compare(rule, relation, left, right, d.unit),
        (left, right) => Check::unchecked(rule, left.err().into_iter().chain(right.err()).flatten().collect()),
    }
}

/// A whole and its parts.
fn parts(d: &Disclosure, rule: Rule, whole: &str) -> Check {
    let left: Vec<SourcedValue> = d.parts(whole).map(stated).collect();
    match d.cite(whole) {
        Some(right) if !left.is_empty() => Check::compare(rule, Relation::Equal, left, vec![right], d.unit),
        Some(_) => Check::unchecked(rule, vec![LineId::child(whole, "*")]),
        None => Check::unchecked(rule, vec![LineId::from(whole.to_owned())]),
    }
}

/// A whole and its parts, where the template knows which parts there are: a sum that falls short for want of a part that
/// is not stated cannot be checked.
fn complete(d: &Disclosure, rule: Rule, whole: &str, expected: &[&str]) -> Check {
    let check = parts(d, rule, whole);
    let missing: Vec<LineId> =
        expected.iter().filter(|id| d.line(id).is_none()).map(|id| LineId::from((*id).to_owned())).collect();
    if check.outcome == super::Outcome::Conflict && !missing.is_empty() {
        Check::unchecked(rule, missing)
    } else {
        check
    }
}

/// The items of 三公, with vehicles as one item or as two.
fn three_public_items(d: &Disclosure) -> Vec<&'static str> {
    let together = d.line("three_public.vehicle").is_some_and(|line| line.role == Role::Part);
    let vehicles: &[&str] = if together {
        &["three_public.vehicle"]
    } else {
        &["three_public.vehicle_operation", "three_public.vehicle_purchase"]
    };
    ["three_public.overseas", "three_public.reception"].iter().chain(vehicles).copied().collect()
}

fn stated(line: &Line) -> SourcedValue {
    SourcedValue {
        line: line.id.clone(),
        aspect: Aspect::Amount,
        value: Value::Money(line.amount),
        origin: Provenance::Stated(line.quote),
    }
}

/// The change of a whole and those of its parts; only where all of them are stated.
fn changes(d: &Disclosure, rule: Rule, whole: &str, parts: &[&str]) -> Check {
    let silent = |id: &str| d.change(id).is_none();
    let mut missing: Vec<LineId> =
        parts.iter().chain([&whole]).filter(|id| silent(id)).map(|id| LineId::from((*id).to_owned())).collect();
    if parts.is_empty() {
        missing.push(LineId::child(whole, "*"));
    }
    if !missing.is_empty() {
        return Check::unchecked(rule, missing);
    }
    let left = parts.iter().filter_map(|id| d.cite_change(id)).collect();
    let right = d.cite_change(whole).into_iter().collect();
    Check::compare(rule, Relation::Equal, left, right, d.unit)
}

/// The rule that the change of this whole is that of its parts together; None where there is no such rule.
pub fn part_changes(d: &Disclosure, whole: &str) -> Option<Check> {
    match whole {
        "appropriation" => {
            let parts = ["appropriation.basic", "appropriation.project"];
            Some(changes(d, Rule::AppropriationChanges, whole, &parts))
        }
        "three_public" => {
            let known = three_public_items(d);
            let others = d.parts(whole).map(|line| line.id.as_str()).filter(|id| !known.contains(id));
            let items: Vec<&str> = known.iter().copied().chain(others).collect();
            Some(changes(d, Rule::ThreePublicChanges, whole, &items))
        }
        _ => None,
    }
}

/// Changes whose explanation is a list of components and nothing else.
fn change_components(d: &Disclosure) -> Vec<Check> {
    let explained = d.lines.iter().filter(|line| line.role == Role::Part);
    explained
        .filter_map(|line| {
            let change = line.change.as_ref()?;
            if change.components.is_empty() || change.reason.is_some() {
                return None;
            }
            let left = change.components.iter().map(|part| SourcedValue::component(&line.id, part)).collect();
            let right = d.cite_change(line.id.as_str()).into_iter().collect();
            Some(Check::compare(Rule::ChangeComponents, Relation::Equal, left, right, d.unit).of(line.id.clone()))
        })
        .collect()
}

/// 基本支出 and 项目支出 as components of section two's change, against their own changes in section three.
fn components_agree(d: &Disclosure) -> Vec<Check> {
    let Some(change) = d.change("expenditure") else { return Vec::new() };
    let parent = LineId::known("expenditure");
    let own =
        change.components.iter().filter(|part| part.id.as_ref().is_some_and(|id| id.parent() == Some("appropriation")));
    own.filter_map(|part| {
        let id = part.id.clone()?;
        let left = vec![SourcedValue::component(&parent, part)];
        let check = match d.cite_change(id.as_str()) {
            Some(right) => Check::compare(Rule::ComponentAgrees, Relation::Equal, left, vec![right], d.unit),
            None => Check::unchecked(Rule::ComponentAgrees, vec![id.clone()]),
        };
        Some(check.of(id))
    })
    .collect()
}

/// A part no greater than its whole; silent where the document has no such part.
fn within(d: &Disclosure, part: &str, whole: &str) -> Option<Check> {
    d.line(part)?;
    Some(related(d, Rule::PartWithinWhole, Relation::AtMost, &[part], &[whole]).of(LineId::from(part.to_owned())))
}

/// A number of vehicles and its kinds.
fn kinds(d: &Disclosure, whole: &str) -> Check {
    let left: Vec<SourcedValue> = d.counts_below(whole).filter_map(|count| d.cite_count(count.id.as_str())).collect();
    let check = match d.cite_count(whole) {
        Some(right) if !left.is_empty() => {
            Check::compare(Rule::VehicleKinds, Relation::Equal, left, vec![right], d.unit)
        }
        Some(_) => Check::unchecked(Rule::VehicleKinds, vec![LineId::child(whole, "*")]),
        None => Check::unchecked(Rule::VehicleKinds, vec![LineId::from(whole.to_owned())]),
    };
    check.of(LineId::from(whole.to_owned()))
}

fn vehicle_purchase(d: &Disclosure) -> Check {
    match (d.cite("three_public.vehicle_purchase"), d.cite_count("vehicles_bought")) {
        (Some(cost), Some(bought)) => {
            Check::compare(Rule::VehiclePurchase, Relation::ZeroTogether, vec![cost], vec![bought], d.unit)
        }
        (cost, bought) => {
            let missing = [("three_public.vehicle_purchase", cost.is_none()), ("vehicles_bought", bought.is_none())];
            Check::unchecked(
                Rule::VehiclePurchase,
                missing.iter().filter(|(_, missing)| *missing).map(|(id, _)| LineId::known(id)).collect(),
            )
        }
    }
}

/// The rules that every stated change must keep: one check for all that keep it, and one for each that does not.
fn each_change(d: &Disclosure) -> Vec<Check> {
    let changed: Vec<&Line> = d.lines.iter().filter(|line| line.role == Role::Part && line.change.is_some()).collect();
    let mut checks = Vec::new();
    let mut keep = |rule: Rule, relation: Relation, sides: Vec<(LineId, Vec<SourcedValue>, Vec<SourcedValue>)>| {
        if sides.is_empty() {
            return;
        }
        let (mut left, mut right, mut broken) = (Vec::new(), Vec::new(), Vec::new());
        for (line, l, r) in sides {
            let check = Check::compare(rule, relation, l, r, d.unit);
            if check.outcome == super::Outcome::Conflict {
                broken.push(check.of(line));
            } else {
                left.extend(check.left);
                right.extend(check.right);
            }
        }
        if !right.is_empty() {
            let mut all = Check::compare(rule, relation, left, right, d.unit);
            all.outcome = super::Outcome::Pass;
            checks.push(all);
        }
        checks.extend(broken);
    };

    // A base below zero: the fall is greater than what there was.
    let bases = changed.iter().filter_map(|line| {
        let (change, amount) = (d.cite_change(line.id.as_str())?, d.cite(line.id.as_str())?);
        Some((line.id.clone(), vec![change], vec![amount]))
    });
    keep(Rule::BaseNotNegative, Relation::AtMost, bases.collect());

    // 增加-5万元: the sign contradicts the word. A fall must not be above zero, a rise not below.
    let zero = |line: &Line, quote| SourcedValue {
        line: line.id.clone(),
        aspect: Aspect::Change,
        value: Value::Money(Default::default()),
        origin: Provenance::Stated(quote),
    };
    let signs = changed.iter().filter_map(|line| {
        let change = line.change.as_ref()?;
        let (stated, zero) = (d.cite_change(line.id.as_str())?, zero(line, change.quote));
        match change.direction {
            Direction::Up => Some((line.id.clone(), vec![zero], vec![stated])),
            Direction::Down => Some((line.id.clone(), vec![stated], vec![zero])),
            Direction::Flat => None,
        }
    });
    keep(Rule::DirectionAgrees, Relation::AtMost, signs.collect());

    // 持平 here, and a component elsewhere that says the line changed.
    let flat =
        changed.iter().filter(|line| line.change.as_ref().is_some_and(|change| change.direction == Direction::Flat));
    let flat = flat.filter_map(|line| {
        let elsewhere = d.lines.iter().filter_map(|other| Some((other, other.change.as_ref()?)));
        let named: Vec<SourcedValue> = elsewhere
            .flat_map(|(other, change)| change.components.iter().map(move |part| (other, part)))
            .filter(|(_, part)| part.id.as_ref() == Some(&line.id))
            .map(|(other, part)| SourcedValue::component(&other.id, part))
            .collect();
        Some((line.id.clone(), named, vec![d.cite_change(line.id.as_str())?]))
    });
    keep(Rule::FlatIsZero, Relation::Equal, flat.collect());
    checks
}

/// A line listed twice: with the repetition the list comes to more than the whole.
fn listed_twice(d: &Disclosure) -> Vec<Check> {
    let repeated = |root: &str| {
        let twice = |line: &&Line| {
            d.lines
                .iter()
                .filter(|other| other.id == line.id && matches!(other.role, Role::Part | Role::Repeated))
                .count()
                > 1
        };
        let listed = d
            .lines
            .iter()
            .filter(|line| line.id.parent() == Some(root) && matches!(line.role, Role::Part | Role::Repeated));
        let lines: Vec<&Line> = listed.collect();
        let subject = lines
            .iter()
            .find(|line| line.role == Role::Repeated && twice(line))
            .or_else(|| lines.iter().find(|line| twice(line)))?;
        let left: Vec<SourcedValue> = lines.iter().map(|line| stated(line)).collect();
        let check = Check::compare(Rule::ListedTwice, Relation::Equal, left, vec![d.cite(root)?], d.unit);
        Some(check.of(subject.id.clone()))
    };
    ["income", "expenditure"].into_iter().filter_map(repeated).collect()
}
