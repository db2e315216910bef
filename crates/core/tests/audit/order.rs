//! The list of checks, and what can be asked of one.

use super::row::Place::{Budget, Expenditure, Income, Other, ThreePublic};
use super::row::Row;
use mingbai_core::amount::AmountUnit;
use mingbai_core::amount::rounding;
use mingbai_core::audit::{self, Check, Outcome, Rule};
use mingbai_core::disclosure::{Disclosure, parse};

fn wan(text: &str) -> rust_decimal::Decimal {
    text.parse().unwrap()
}

fn checks(text: &'static [(super::row::Place, &'static str)]) -> (Disclosure, Vec<Check>) {
    let row = Row::of(Rule::IncomeSources, Outcome::Pass, text, "");
    let d = parse(&row.document()).unwrap();
    let checks = audit::run(&d);
    (d, checks)
}

#[test]
fn conflicts_come_first_and_what_cannot_be_checked_last() {
    let (_, checks) = checks(&[
        (Income, "2023年年初预算数120万元，其中：一般公共预算拨款100.01万元，其他收入20万元。"),
        (Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出21万元。"),
        (Budget, "2023年一般公共预算财政拨款收入100.02万元，一般公共预算财政拨款支出100.02万元。"),
    ]);
    let found: Vec<(String, Outcome)> = checks.iter().map(|check| (check.id(), check.outcome)).collect();
    let right = [
        ("expenditure_classes", Outcome::Conflict),
        ("income_sources", Outcome::Rounding),
        ("appropriation_source", Outcome::Rounding),
        ("income_expenditure", Outcome::Pass),
        ("appropriation_balance", Outcome::Pass),
        ("units_agree", Outcome::Pass),
        ("appropriation_parts", Outcome::Unchecked),
        ("appropriation_changes", Outcome::Unchecked),
        ("three_public_items", Outcome::Unchecked),
        ("three_public_changes", Outcome::Unchecked),
        ("procurement_parts", Outcome::Unchecked),
        ("performance_project", Outcome::Unchecked),
        ("vehicle_kinds.vehicles", Outcome::Unchecked),
        ("vehicle_kinds.vehicles_bought", Outcome::Unchecked),
        ("vehicle_purchase", Outcome::Unchecked),
    ];
    assert_eq!(found, right.map(|(id, outcome)| (id.to_owned(), outcome)));
}

#[test]
fn rounding_is_half_a_unit_of_the_last_place_for_each_number() {
    assert_eq!(rounding(3, AmountUnit::Wan), wan("0.015"));
    assert_eq!(rounding(1, AmountUnit::Yi), wan("50"));
    assert_eq!(rounding(4, AmountUnit::Yuan), wan("0.0002"));
    assert_eq!(rounding(0, AmountUnit::Wan), wan("0"));
}

#[test]
fn only_changes_without_any_explanation_are_unexplained() {
    let (d, _) = checks(&[
        (Income, "2023年年初预算数120万元。收入较去年增加10万元，主要是一般公共预算经费拨款增加10万元。"),
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年减少27.7万元，\
             主要原因是厉行节约；公务用车运行维护费57万元，比2022年增加12万元；公务用车购置费0万元，与2022年持平。",
        ),
    ]);
    let unexplained: Vec<String> = audit::unexplained(&d).iter().map(ToString::to_string).collect();
    assert_eq!(unexplained, ["three_public", "three_public.vehicle_operation"]);
}

#[test]
fn every_line_whose_reason_speaks_against_its_change_is_named() {
    let (d, _) = checks(&[(
        ThreePublic,
        "2023年“三公”经费预算66.3万元，比2022年减少15.7万元，主要原因是厉行节约。其中：公务接待费9.3万元，比2022年减少27.7万元，\
         主要原因是人员增加；公务用车运行维护费57万元，比2022年增加12万元，主要原因是压减一般性支出；公务用车购置费0万元，\
         与2022年持平。",
    )]);
    let opposing: Vec<String> = audit::opposing_reasons(&d).iter().map(ToString::to_string).collect();
    assert_eq!(opposing, ["three_public.reception", "three_public.vehicle_operation"]);
}

#[test]
fn a_check_knows_whether_it_counts_and_whether_it_covers_many_lines() {
    let (_, checks) = checks(&[
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年增加27.7万元；\
             公务用车购置费0万元，与2022年持平。",
        ),
        (Other, "4.国有资产占有使用情况。共有车辆7辆，其中一般公务用车7辆。2023年一般公共预算安排购置车辆0辆。"),
    ]);
    let ids = |is: fn(&Check) -> bool| -> Vec<String> {
        let mut ids: Vec<String> = checks.iter().filter(|check| is(check)).map(Check::id).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(Check::covers_many_lines), ["base_not_negative", "direction_agrees", "flat_is_zero"]);
    assert_eq!(ids(Check::counts), ["vehicle_kinds.vehicles", "vehicle_purchase"]);
    assert!(checks.iter().any(|check| check.id() == "base_not_negative.three_public.reception"));
}

#[test]
fn the_lines_of_numbers_that_were_not_understood_are_named_once() {
    let text = "二、部门收支总体情况\n（二）支出预算：2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出1O万元，\
                住房保障支出l0万元，\n卫生健康支出1O万元。\n";
    let d = parse(text).unwrap();
    let check = audit::run(&d).into_iter().find(|check| check.id() == "expenditure_classes").unwrap();
    assert_eq!((check.outcome, check.unread.len(), check.unread_lines()), (Outcome::Unchecked, 3, vec![2, 3]));
}

#[test]
fn only_the_appropriation_and_the_three_public_expenses_have_changes_of_parts() {
    let (d, _) = checks(&[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。")]);
    let rule = |total: &str| audit::part_changes(&d, total).map(|check| check.rule);
    assert_eq!(rule("appropriation"), Some(Rule::AppropriationChanges));
    assert_eq!(rule("three_public"), Some(Rule::ThreePublicChanges));
    assert_eq!(rule("income"), None);
}
