//! Checks that could hardly have failed are told from those that say something about the document.

use mingbai_core::audit;
use mingbai_core::disclosure::parse;

/// The ids of the checks of a text that pass and are trivial.
fn trivial(text: &str) -> Vec<String> {
    let disclosure = parse(text).unwrap();
    let checks = audit::run(&disclosure);
    checks.iter().filter(|check| check.is_trivial(&disclosure)).map(audit::Check::id).collect()
}

#[test]
fn zeros_and_one_number_twice_in_a_sentence_are_trivial() {
    assert_eq!(
        trivial(include_str!("../../../../data/disclosure.txt")),
        [
            "income_sources",
            "change_components.income",
            "appropriation_balance",
            "procurement_parts",
            "procurement_parts.procurement.general_public_budget",
            "vehicle_kinds.vehicles",
            "vehicle_kinds.vehicles_bought",
        ]
    );
}

#[test]
fn a_sum_and_a_number_from_another_sentence_are_not() {
    let text = |sources: &str, expenditure: &str| {
        format!(
            "二、部门收支总体情况\n（一）收入预算：2023年年初预算数100万元，其中：{sources}。\n\
             （二）支出预算：2023年年初预算数{expenditure}万元，其中：教育支出60万元，卫生健康支出40万元。"
        )
    };
    assert_eq!(trivial(&text("一般公共预算拨款100万元", "100")), ["income_sources"]);
    assert_eq!(trivial(&text("一般公共预算拨款60万元，事业收入40万元", "100")), [] as [&str; 0]);
    assert_eq!(trivial(&text("一般公共预算拨款90万元", "100")), [] as [&str; 0], "a conflict is none");
}
