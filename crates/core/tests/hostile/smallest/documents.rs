//! Kind 9, silent losses and false charges: what a whole document says about its numbers.

use super::Place::{Expenditure, Income, ThreePublic, Whole};
use super::{assert_not_charged, assert_right};

#[test]
fn the_unit_of_a_section_counts_for_the_section() {
    assert_right(&[
        (
            ThreePublic,
            "单位：元\n2023年“三公”经费预算663000，其中：公务接待费93000，公务用车运行维护费570000。",
            "three_public 66.3|three_public.reception 9.3|three_public.vehicle_operation 57",
        ),
        (
            ThreePublic,
            "（单位：元）\n2023年“三公”经费预算663000，其中：公务接待费93000，公务用车运行维护费570000。",
            "three_public 66.3|three_public.reception 9.3|three_public.vehicle_operation 57",
        ),
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n二、部门收支总体情况\n（一）收入预算：2023年年初预算数120万元。\n\
             四、“三公”经费情况说明（单位：元）\n2023年“三公”经费预算663000，其中：公务接待费93000。",
            "income 120|three_public 66.3|three_public.reception 9.3",
        ),
        (ThreePublic, "单位：元\n2023年“三公”经费预算663000万元。", "<663000万元>"),
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n四、“三公”经费情况说明\n单位：元\n2023年“三公”经费预算663000。\n\
             五、其他重要事项的情况说明\n1.机关运行经费。2023年机关运行经费20万元。",
            "three_public 66.3|operating 20",
        ),
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n单位：万元\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3，其中：公务接待费9.3。",
            "three_public 66.3|three_public.reception 9.3",
        ),
    ]);
}

#[test]
fn a_unit_behind_a_number_is_not_replaced_by_another() {
    let rows = [
        ("（千元）", "?three_public.reception 0.93 <9.3>"),
        ("（美元）", "<9.3>"),
        ("（%）", "<9.3>"),
        ("（元）", "?three_public.reception 0.00093 <9.3>"),
        ("（万元）", "?three_public.reception 9.3 <9.3>"),
        ("（百万元）", "?three_public.reception 930 <9.3>"),
        ("千元", "?three_public.reception 0.93 <9.3>"),
        ("百元", "?three_public.reception 0.093 <9.3>"),
        ("美元", "<9.3>"),
        ("万美元", "<9.3>"),
        ("万港元", "<9.3>"),
        ("欧元", "<9.3>"),
        ("％", "<9.3>"),
        ("万万元", "?three_public.reception 93000 <9.3>"),
        ("万 万元", "?three_public.reception 93000 <9.3>"),
        ("万亿元", "<9.3>"),
        ("元万元", "<9.3>"),
    ]
    .map(|(unit, right)| {
        let sentence = format!("2023年“三公”经费预算66.3万元，其中：公务接待费9.3{unit}。");
        (ThreePublic, sentence, format!("three_public 66.3|{right}"))
    });
    assert_right(&rows);
}

#[test]
fn money_under_another_heading_is_not_swallowed() {
    assert_right(&[
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。\n\
             一、单位基本情况\n（一）职能职责\n负责日常工作。\n2023年年初预算数120万元，其中：一般公共预算拨款120万元。\n",
            "three_public 66.3|?income 120 <年初预算数120万元>|?income.general_public_budget 120 <预算拨款120万元>",
        ),
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n一、单位基本情况\n（一）职能职责\n1.负责日常工作。\n2.2023年机关运行经费20万元。\n\
             四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。",
            "three_public 66.3|?operating 20 <20万元>",
        ),
    ]);
}

#[test]
fn a_damaged_component_is_listed() {
    const HEAD: &str = "2023年年初预算数1675.82万元。支出较去年增加107.78万元，主要是基本支出增加";
    let damaged =
        ["17□.78", "174..78", "174.7.8", "17?.78", "1 74.78", "174,78", "l74.78", "174.7O", "17478.", "17*.78"];
    let rows = damaged.map(|number| {
        let right = "expenditure 1675.82|Δexpenditure 107.78|?Δexpenditure:项目支出 -67 <67万元>";
        (Expenditure, format!("{HEAD}{number}万元，项目支出减少67万元。"), format!("{right}|<{number}>"))
    });
    assert_right(&rows);
    assert_not_charged(&rows);
}

#[test]
fn what_was_not_understood_contradicts_nothing() {
    const HEAD: &str = "2023年年初预算数1675.82万元，其中：教育支出";
    const TAIL: &str = "万元，社会保障和就业支出238.49万元，卫生健康支出84.58万元，住房保障支出99.43万元。";
    let rows = [
        ("1253·32", "?expenditure.205 1253.32 <1253·32>"),
        ("1253。32", "?expenditure.205 1253.32 <1253。32>"),
        ("1253.32\u{202f}", "?expenditure.205 1253.32 <1253.32>"),
        ("1253.32\u{202e}", "?expenditure.205 1253.32 <1253.32>"),
        ("1253.32\u{2009}", "?expenditure.205 1253.32 <1253.32>"),
        ("12 53.32", "<12 53.32>"),
        ("1253,32", "<1253,32>"),
        ("l253.32", "<l253.32>"),
        ("1253.3Z", "<1253.3Z>"),
        ("125?.32", "<125?.32>"),
    ]
    .map(|(number, right)| {
        let rest = "expenditure 1675.82|expenditure.208 238.49|expenditure.210 84.58|expenditure.221 99.43";
        (Expenditure, format!("{HEAD}{number}{TAIL}"), format!("{rest}|{right}"))
    });
    assert_right(&rows);
    assert_not_charged(&rows);
    let rows = [(
        Income,
        "2023年年初预算数1675.82万元，其中：一般公共预算拨款1675。82万元，政府性基金预算拨款0万元。",
        "income 1675.82|?income.government_fund 0 <0万元>|?income.general_public_budget 1675.82 <1675。82>",
    )];
    assert_right(&rows);
    assert_not_charged(&rows);
}
