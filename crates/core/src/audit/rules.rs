//! The list of rules, in the order in which a person would ask.

use super::change_rules::{change_components, components_agree, every_change, part_changes};
use super::check::{Check, Relation};
use super::rule::Rule;
use super::sum_rules::{at_most, complete_sum, equal, listed_twice, sum_of_counts, sum_of_parts, three_public_items};
use super::unit_rules::units_agree;
use crate::disclosure::{Disclosure, LineId};

/// Applies every rule to a disclosure.
pub fn all(disclosure: &Disclosure) -> Vec<Check> {
    let equal = |rule, left: &[&str], right: &[&str]| equal(disclosure, rule, left, right);
    let mut checks = vec![
        sum_of_parts(disclosure, Rule::IncomeSources, "income"),
        sum_of_parts(disclosure, Rule::ExpenditureClasses, "expenditure"),
        equal(Rule::IncomeExpenditure, &["income"], &["expenditure"]),
    ];
    checks.extend(change_components(disclosure));
    let appropriation_parts = ["appropriation.basic", "appropriation.project"];
    checks.push(equal(Rule::AppropriationParts, &appropriation_parts, &["appropriation"]));
    checks.extend(part_changes(disclosure, "appropriation"));
    checks.extend(components_agree(disclosure));
    checks.push(equal(Rule::AppropriationBalance, &["appropriation.income"], &["appropriation"]));
    checks.push(equal(Rule::AppropriationSource, &["appropriation.income"], &["income.general_public_budget"]));
    for part in ["appropriation.basic", "appropriation.project", "three_public", "operating"] {
        checks.extend(at_most(disclosure, part, "appropriation"));
    }
    checks.push(complete_sum(disclosure, Rule::ThreePublicItems, "three_public", &three_public_items(disclosure)));
    checks.extend(part_changes(disclosure, "three_public"));
    checks.extend(procurement(disclosure));
    checks.push(equal(Rule::PerformanceProject, &["performance.project"], &["appropriation.project"]));
    checks.extend(["vehicles", "vehicles_bought"].map(|total| sum_of_counts(disclosure, total)));
    checks.push(vehicle_purchase(disclosure));
    checks.extend(every_change(disclosure));
    checks.extend(listed_twice(disclosure));
    checks.extend(units_agree(disclosure));
    checks
}

/// Procurement is the sum of its parts; so is the procurement that 一般公共预算 pays, where it is stated.
fn procurement(disclosure: &Disclosure) -> Vec<Check> {
    let parts = ["procurement.goods", "procurement.works", "procurement.services"];
    let mut checks = vec![complete_sum(disclosure, Rule::ProcurementParts, "procurement", &parts)];
    let general = "procurement.general_public_budget";
    if disclosure.line(general).is_some() {
        let check = sum_of_parts(disclosure, Rule::ProcurementParts, general);
        checks.push(check.with_subject(LineId::known(general)));
    }
    checks
}

/// Money for buying vehicles is zero where no vehicles are bought, and only there.
fn vehicle_purchase(disclosure: &Disclosure) -> Check {
    let (cost_id, count_id) = ("three_public.vehicle_purchase", "vehicles_bought");
    match (disclosure.cite(cost_id), disclosure.cite_count(count_id)) {
        (Some(cost), Some(count)) => {
            Check::compare(Rule::VehiclePurchase, Relation::ZeroTogether, vec![cost], vec![count], disclosure.unit)
        }
        (cost, count) => {
            let missing = [(cost_id, cost.is_none()), (count_id, count.is_none())];
            let missing = missing.iter().filter(|(_, is_missing)| *is_missing);
            Check::unchecked(Rule::VehiclePurchase, missing.map(|(id, _)| LineId::known(id)).collect())
        }
    }
}
