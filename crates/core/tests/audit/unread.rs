//! Sums with a number that was not understood: they are not conflicts.

use super::row::Place::{Budget, Expenditure, Income, Other, ThreePublic};
use super::row::{Row, assert_rows};
use mingbai_core::audit::Outcome::{Conflict, Pass, Unchecked};
use mingbai_core::audit::Rule::{
    AppropriationChanges, AppropriationParts, ChangeComponents, ExpenditureClasses, IncomeExpenditure, IncomeSources,
    ListedTwice, ProcurementParts, ThreePublicChanges, ThreePublicItems, VehicleKinds,
};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row::of(IncomeSources, Unchecked,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，事业收入约10万元，其他收入10万元。")],
        "missing income.*, unread 10"),
    Row::of(ExpenditureClasses, Unchecked,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出约10万元，住房保障支出10万元。")],
        "missing expenditure.*, unread 10"),
    // The last one of a list, behind all that is compared.
    Row::of(ExpenditureClasses, Unchecked,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出约20万元。")],
        "missing expenditure.*, unread 20"),
    // Two of them.
    Row::of(ExpenditureClasses, Unchecked,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出约8万元，住房保障支出约11万元。")],
        "missing expenditure.*, unread 8, unread 11"),
    // It adds up without the number that was not understood.
    Row::of(ExpenditureClasses, Pass,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出约10万元，住房保障支出20万元。")],
        "100 + 20 = 120"),
    // A number that was not understood in another paragraph excuses nothing.
    Row::of(IncomeSources, Conflict,
        &[(Income, "2023年年初预算数120万元，其中：一般公共预算拨款100万元，其他收入10万元。"),
          (Expenditure, "2023年年初预算数120万元，其中：教育支出约10万元。")], "100 + 10 = 120 (-10)"),
    // Nor does one between two totals that must be equal.
    Row::of(IncomeExpenditure, Conflict,
        &[(Income, "2023年年初预算数120万元，其中：其他收入约10万元。"), (Expenditure, "2023年年初预算数130万元。")],
        "120 = 130 (-10)"),
    Row::of(ChangeComponents, Unchecked,
        &[(Income, "2023年年初预算数120万元。收入较去年增加10万元，主要是一般公共预算经费拨款增加6万元。其他收入增加约40万元。")],
        "unread 40").about("income"),
    Row::of(AppropriationParts, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出130万元。其中：基本支出100万元，上年结转约10万元，项目支出20万元。")],
        "missing appropriation.*, unread 10"),
    Row::of(AppropriationChanges, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元，比2022年增加10万元。其中：基本支出100万元，比2022年增加12万元；\
                    上年结转约10万元；项目支出20万元，比2022年减少3万元。")], "missing appropriation.*, unread 10"),
    Row::of(ThreePublicItems, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；公务接待费9.3万元；培训费约30万元；\
                         公务用车运行维护费27万元；公务用车购置费0万元。")], "missing three_public.*, unread 30"),
    Row::of(ThreePublicChanges, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少15.7万元。其中：因公出国（境）费用0万元，与2022年持平；\
                         公务接待费9.3万元，比2022年减少27.7万元；培训费约30万元；公务用车运行维护费57万元，比2022年增加10万元；\
                         公务用车购置费0万元，与2022年持平。")], "missing three_public.*, unread 30"),
    Row::of(ProcurementParts, Unchecked,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元；其中一般公共预算拨款政府采购22万元：\
                   政府采购货物预算12万元、政府采购工程预算约10万元、政府采购服务预算0万元。")],
        "missing procurement.general_public_budget.*, unread 10").about("procurement.general_public_budget"),
    Row::of(VehicleKinds, Unchecked,
        &[(Other, "4.国有资产占有使用情况。截至2022年12月，所属各预算单位共有车辆7辆，其中一般公务用车5辆、执勤执法用车约20辆。")],
        "missing vehicles.*, unread 20").about("vehicles"),
    Row::of(ListedTwice, Unchecked,
        &[(Expenditure, "2023年年初预算数120万元，其中：一般公共服务支出100万元，教育支出15万元，住房保障支出约10万元，教育支出6万元。")],
        "missing expenditure.*, unread 10").about("expenditure.205"),
];

#[test]
fn what_was_not_understood_contradicts_nothing() {
    assert_rows(ROWS);
}
