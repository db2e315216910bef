//! Sums of lists, and lines that must be equal to each other.

use super::row::Place::{Budget, Expenditure, Income, Other, ThreePublic};
use super::row::{Row, assert_rows};
use mingbai_core::audit::Outcome::{Conflict, Pass, Rounding, Unchecked};
use mingbai_core::audit::Rule::{
    AppropriationBalance, AppropriationSource, ExpenditureClasses, IncomeExpenditure, IncomeSources, ListedTwice,
    PerformanceProject,
};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row::of(IncomeSources, Pass,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入20万元。")], "100 + 20 = 120"),
    Row::of(IncomeSources, Pass,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，事业收入20万元，其他收入0万元。")],
        "100 + 20 + 0 = 120"),
    Row::of(IncomeSources, Rounding,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100.01万元，其他收入20万元。")], "100.01 + 20 = 120 (0.01)"),
    Row::of(IncomeSources, Rounding,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款99.99万元，其他收入20万元。")], "99.99 + 20 = 120 (-0.01)"),
    // Half a unit of the last place for each of three numbers, and not more.
    Row::of(IncomeSources, Rounding,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100.015万元，其他收入20万元。")],
        "100.015 + 20 = 120 (0.015)"),
    Row::of(IncomeSources, Conflict,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100.016万元，其他收入20万元。")],
        "100.016 + 20 = 120 (0.016)"),
    Row::of(IncomeSources, Conflict,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入19万元。")], "100 + 19 = 120 (-1)"),
    // In yuan, three numbers may differ by 1.5 yuan.
    Row::of(IncomeSources, Rounding,
        &[(Income, "2023年年初预算数1200000元，其中：一般公共预算拨款1000001元，其他收入200000元。")],
        "100.0001 + 20 = 120 (0.0001)"),
    Row::of(IncomeSources, Conflict,
        &[(Income, "2023年年初预算数1200000元，其中：一般公共预算拨款1000002元，其他收入200000元。")],
        "100.0002 + 20 = 120 (0.0002)"),
    Row::of(IncomeSources, Unchecked, &[(Income, "2023年年初预算数120万元。")], "missing income.*"),
    Row::of(IncomeSources, Unchecked, &[(ThreePublic, "2023年“三公”经费预算66.3万元。")], "missing income"),

    Row::of(ExpenditureClasses, Pass,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出20万元。")], "100 + 20 = 120"),
    Row::of(ExpenditureClasses, Rounding,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出20.01万元。")],
        "100 + 20.01 = 120 (0.01)"),
    Row::of(ExpenditureClasses, Conflict,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出20.27万元。")],
        "100 + 20.27 = 120 (0.27)"),
    Row::of(ExpenditureClasses, Unchecked, &[(Expenditure, "2023年年初预算数120万元。")], "missing expenditure.*"),
    Row::of(ExpenditureClasses, Unchecked, &[(Income, "2023年年初预算数120万元。")], "missing expenditure"),

    Row::of(IncomeExpenditure, Pass,
        &[(Income, "2023年年初预算数120万元。"), (Expenditure, "2023年年初预算数120万元。")], "120 = 120"),
    Row::of(IncomeExpenditure, Rounding,
        &[(Income, "2023年年初预算数120.01万元。"), (Expenditure, "2023年年初预算数120万元。")], "120.01 = 120 (0.01)"),
    Row::of(IncomeExpenditure, Conflict,
        &[(Income, "2023年年初预算数120万元。"), (Expenditure, "2023年年初预算数120.02万元。")], "120 = 120.02 (-0.02)"),
    Row::of(IncomeExpenditure, Unchecked, &[(Income, "2023年年初预算数120万元。")], "missing expenditure"),
    Row::of(IncomeExpenditure, Unchecked, &[(ThreePublic, "2023年“三公”经费预算66.3万元。")],
        "missing income, missing expenditure"),

    Row::of(AppropriationBalance, Pass,
        &[(Budget, "2023年一般公共预算财政拨款收入120万元，一般公共预算财政拨款支出120万元。")], "120 = 120"),
    Row::of(AppropriationBalance, Rounding,
        &[(Budget, "2023年一般公共预算财政拨款收入120万元，一般公共预算财政拨款支出120.01万元。")], "120 = 120.01 (-0.01)"),
    Row::of(AppropriationBalance, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款收入120万元，一般公共预算财政拨款支出102万元。")], "120 = 102 (18)"),
    Row::of(AppropriationBalance, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。")], "missing appropriation.income"),

    Row::of(AppropriationSource, Pass,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入20万元。"),
          (Budget, "2023年一般公共预算财政拨款收入100万元。")], "100 = 100"),
    Row::of(AppropriationSource, Rounding,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入20万元。"),
          (Budget, "2023年一般公共预算财政拨款收入100.01万元。")], "100.01 = 100 (0.01)"),
    Row::of(AppropriationSource, Conflict,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入20万元。"),
          (Budget, "2023年一般公共预算财政拨款收入120万元。")], "120 = 100 (20)"),
    Row::of(AppropriationSource, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款收入120万元。")], "missing income.general_public_budget"),

    Row::of(PerformanceProject, Pass,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出20万元。"),
          (Other, "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款20万元。")], "20 = 20"),
    Row::of(PerformanceProject, Rounding,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出20万元。"),
          (Other, "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款20.01万元。")],
        "20.01 = 20 (0.01)"),
    Row::of(PerformanceProject, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出20万元。"),
          (Other, "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款12万元。")], "12 = 20 (-8)"),
    Row::of(PerformanceProject, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出20万元。")],
        "missing performance.project"),

    // Both are different amounts, and the list adds up with both of them.
    Row::of(ListedTwice, Pass,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出15万元，教育支出5万元。")],
        "100 + 15 + 5 = 120").about("expenditure.205"),
    // Nothing twice is still nothing.
    Row::of(ListedTwice, Pass,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款120万元，其他收入0万元，其他收入0万元。")],
        "120 + 0 + 0 = 120").about("income.other"),
    Row::of(ListedTwice, Rounding,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出15万元，教育支出5.01万元。")],
        "100 + 15 + 5.01 = 120 (0.01)").about("expenditure.205"),
    Row::of(ListedTwice, Conflict,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出20万元，教育支出20万元。")],
        "100 + 20 + 20 = 120 (20)").about("expenditure.205"),
    Row::of(ExpenditureClasses, Pass,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出20万元，教育支出20万元。")],
        "100 + 20 = 120"),
    // Both classes are there twice; without one 住房保障支出 the list adds up.
    Row::of(ListedTwice, Conflict,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出80万元，教育支出15万元，教育支出5万元，住房保障支出20万元，\
                         住房保障支出20万元。")], "80 + 15 + 5 + 20 + 20 = 120 (20)").about("expenditure.221"),
    Row::of(ListedTwice, Conflict,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入20万元，其他收入20万元。")],
        "100 + 20 + 20 = 120 (20)").about("income.other"),
];

#[test]
fn a_sum_is_compared_with_its_total() {
    assert_rows(ROWS);
}
