//! Rules that every stated change must satisfy: one check for all lines that do, and one for each that does not.

use super::row::Place::{Budget, Expenditure, ThreePublic};
use super::row::{Row, assert_rows, sides};
use mingbai_core::audit::Outcome::{Conflict, Pass};
use mingbai_core::audit::Rule::{BaseNotNegative, DirectionAgrees, FlatIsZero, UnitsAgree};
use mingbai_core::audit::{self, Check};
use mingbai_core::disclosure::parse;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row::of(BaseNotNegative, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年增加2万元。")],
        "-15.7 + 2 ≤ 66.3 + 9.3 (-89.3)"),
    // Last year there was nothing.
    Row::of(BaseNotNegative, Pass,
        &[(ThreePublic, "2023年“三公”经费预算9.3万元，比2022年增加9.3万元。")], "9.3 ≤ 9.3"),
    Row::of(BaseNotNegative, Pass,
        &[(ThreePublic, "2023年“三公”经费预算9.3万元，比2022年增加9.31万元。")], "9.31 ≤ 9.3 (0.01)"),
    Row::of(BaseNotNegative, Conflict,
        &[(ThreePublic, "2023年“三公”经费预算9.3万元，比2022年增加9.32万元。")], "9.32 ≤ 9.3 (0.02)").about("three_public"),
    Row::of(BaseNotNegative, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年增加27.7万元。")],
        "-15.7 ≤ 66.3 (-82)"),
    Row::of(BaseNotNegative, Conflict,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年增加27.7万元。")],
        "27.7 ≤ 9.3 (18.4)").about("three_public.reception"),

    Row::of(DirectionAgrees, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年增加2万元；\
                         公务用车购置费0万元，与2022年持平。")], "-15.7 ≤ 2 (-17.7)"),
    Row::of(DirectionAgrees, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加0万元。")], "nothing ≤ 0"),

    Row::of(FlatIsZero, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，与2022年持平。")], "nothing = 0"),
    Row::of(FlatIsZero, Pass,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加10万元，项目支出增加0万元。"),
          (Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，比2022年增加10万元；\
                    项目支出20万元，与2022年持平。")], "0 = 0"),
    Row::of(FlatIsZero, Pass,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加9.99万元，项目支出增加0.01万元。"),
          (Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，比2022年增加10万元；\
                    项目支出20万元，与2022年持平。")], "0.01 = 0 (0.01)"),
    Row::of(FlatIsZero, Conflict,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加8万元，项目支出增加2万元。"),
          (Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，比2022年增加10万元；\
                    项目支出20万元，与2022年持平。")], "2 = 0 (2)").about("appropriation.project"),

    Row::of(UnitsAgree, Pass,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。"), (ThreePublic, "2023年“三公”经费预算66.3万元。")],
        "66.3 ~ 120 (-53.7)"),
    // 66.3万元, with its 元 given as 万元; then 66.3元 for 66.3万元.
    Row::of(UnitsAgree, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。"), (ThreePublic, "2023年“三公”经费预算663000万元。")],
        "663000 ~ 120 (662880)").about("three_public"),
    Row::of(UnitsAgree, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。"), (ThreePublic, "2023年“三公”经费预算0.00663万元。")],
        "0.00663 ~ 120 (-119.99337)").about("three_public"),
];

#[test]
fn every_change_is_possible() {
    assert_rows(ROWS);
}

#[test]
fn only_what_is_stated_is_asked() {
    // No change: none of the three is asked. A change of a line without an amount has no base.
    let ids = |text: &str| -> Vec<String> { audit::run(&parse(text).unwrap()).iter().map(Check::id).collect() };
    let every_line = |ids: Vec<String>| -> Vec<String> {
        let names = ["base_not_negative", "direction_agrees", "flat_is_zero"];
        ids.into_iter().filter(|id| names.iter().any(|name| id.starts_with(name))).collect()
    };
    let three_public = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元";
    assert_eq!(every_line(ids(&format!("{three_public}。"))), [""; 0]);
    assert_eq!(
        every_line(ids(&format!("{three_public}，比2022年减少15.7万元。"))),
        ["base_not_negative", "direction_agrees"]
    );
    assert_eq!(every_line(ids(&format!("{three_public}，与2022年持平。"))), ["base_not_negative", "flat_is_zero"]);
}

#[test]
fn a_sign_that_contradicts_its_word_is_a_conflict() {
    // The parser lists 增加-5万元 as unread, so no text leads here: the sign is changed behind it.
    let text = "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，\
                比2022年增加2万元；公务用车运行维护费57万元，比2022年增加12万元。";
    let mut d = parse(text).unwrap();
    for id in ["three_public", "three_public.reception"] {
        let change = d.lines.iter_mut().find(|line| line.id == *id).unwrap().change.as_mut().unwrap();
        change.amount = -change.amount;
    }
    let checks = audit::run(&d).into_iter().filter(|check| check.rule == DirectionAgrees);
    let found: Vec<_> = checks.map(|check| (check.id(), check.outcome, sides(&d, &check))).collect();
    let right = [
        ("direction_agrees.three_public", Conflict, "15.7 ≤ nothing (15.7)"),
        ("direction_agrees.three_public.reception", Conflict, "nothing ≤ -2 (2)"),
        ("direction_agrees", Pass, "nothing ≤ 12 (-12)"),
    ];
    assert_eq!(found, right.map(|(id, outcome, sides)| (id.to_owned(), outcome, sides.to_owned())));
}
