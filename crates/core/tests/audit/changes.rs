//! Changes: components, changes of parts, and the same change in two sections.

use super::row::Place::{Budget, Expenditure, Income, ThreePublic};
use super::row::{Row, assert_rows};
use mingbai_core::audit::Outcome::{Conflict, Pass, Rounding, Unchecked};
use mingbai_core::audit::Rule::{AppropriationChanges, ChangeComponents, ComponentAgrees, ThreePublicChanges};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row::of(ChangeComponents, Pass,
        &[(Income, "2023年年初预算数120万元。收入较去年增加10万元，主要是一般公共预算经费拨款增加6万元，其他收入增加4万元。")],
        "6 + 4 = 10").about("income"),
    Row::of(ChangeComponents, Pass,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年减少10万元，主要是基本支出增加12万元，项目支出减少22万元。")],
        "12 + -22 = -10").about("expenditure"),
    Row::of(ChangeComponents, Rounding,
        &[(Income, "2023年年初预算数120万元。收入较去年增加10万元，主要是一般公共预算经费拨款增加6.01万元，其他收入增加4万元。")],
        "6.01 + 4 = 10 (0.01)").about("income"),
    Row::of(ChangeComponents, Conflict,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加12万元，项目支出增加2万元。")],
        "12 + 2 = 10 (4)").about("expenditure"),

    Row::of(AppropriationChanges, Pass,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元，比2022年增加10万元。其中：基本支出100万元，比2022年增加12万元；\
                    项目支出20万元，比2022年减少2万元。")], "12 + -2 = 10"),
    Row::of(AppropriationChanges, Rounding,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元，比2022年增加10万元。其中：基本支出100万元，比2022年增加12万元；\
                    项目支出20万元，比2022年减少2.01万元。")], "12 + -2.01 = 10 (-0.01)"),
    Row::of(AppropriationChanges, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元，比2022年增加10万元。其中：基本支出100万元，比2022年增加12万元；\
                    项目支出20万元，比2022年增加2万元。")], "12 + 2 = 10 (4)"),
    Row::of(AppropriationChanges, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元，比2022年增加10万元。其中：基本支出100万元，比2022年增加12万元；\
                    项目支出20万元。")], "missing appropriation.project"),
    Row::of(AppropriationChanges, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，比2022年增加12万元；项目支出20万元。")],
        "missing appropriation.project, missing appropriation"),

    Row::of(ThreePublicChanges, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：因公出国（境）费用0万元，与2022年持平；\
                         公务接待费9.3万元，比2022年减少27.7万元；公务用车运行维护费57万元，比2022年增加12万元；\
                         公务用车购置费0万元，与2022年持平。")], "0 + -27.7 + 12 + 0 = -15.7"),
    Row::of(ThreePublicChanges, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：因公出国（境）费用0万元，与2022年持平；\
                         公务接待费9.3万元，比2022年减少27.7万元；公务用车购置及运行维护费57万元，比2022年增加12万元。")],
        "0 + -27.7 + 12 = -15.7"),
    Row::of(ThreePublicChanges, Rounding,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：因公出国（境）费用0万元，与2022年持平；\
                         公务接待费9.3万元，比2022年减少27.7万元；公务用车运行维护费57万元，比2022年增加12.02万元；\
                         公务用车购置费0万元，与2022年持平。")], "0 + -27.7 + 12.02 + 0 = -15.7 (0.02)"),
    Row::of(ThreePublicChanges, Conflict,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：因公出国（境）费用0万元，与2022年持平；\
                         公务接待费9.3万元，比2022年减少27.7万元；公务用车运行维护费57万元，比2022年减少12万元；\
                         公务用车购置费0万元，与2022年持平。")], "0 + -27.7 + -12 + 0 = -15.7 (-24)"),
    Row::of(ThreePublicChanges, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：公务接待费9.3万元，比2022年减少27.7万元；\
                         公务用车运行维护费57万元，比2022年增加12万元。")],
        "missing three_public.overseas, missing three_public.vehicle_purchase"),

    Row::of(ComponentAgrees, Pass,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加12万元，项目支出减少2万元。"),
          (Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，比2022年增加12万元；项目支出20万元。")],
        "12 = 12").about("appropriation.basic"),
    Row::of(ComponentAgrees, Rounding,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加12万元，项目支出减少2万元。"),
          (Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，比2022年增加11.99万元；项目支出20万元。")],
        "12 = 11.99 (0.01)").about("appropriation.basic"),
    Row::of(ComponentAgrees, Conflict,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加12万元，项目支出减少2万元。"),
          (Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元；项目支出20万元，比2022年增加2万元。")],
        "-2 = 2 (-4)").about("appropriation.project"),
    Row::of(ComponentAgrees, Unchecked,
        &[(Expenditure, "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出增加12万元，项目支出减少2万元。"),
          (Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，比2022年增加12万元；项目支出20万元。")],
        "missing appropriation.project").about("appropriation.project"),
];

#[test]
fn changes_add_up_and_agree() {
    assert_rows(ROWS);
}
