//! Parts that the template names: they add up to their total, and none is more than it.

use super::row::Place::{Budget, Other, ThreePublic};
use super::row::{Row, assert_rows};
use mingbai_core::audit::Outcome::{Conflict, Pass, Rounding, Unchecked};
use mingbai_core::audit::Rule::{AppropriationParts, PartWithinWhole, ProcurementParts, ThreePublicItems};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row::of(AppropriationParts, Pass,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出20万元。")], "100 + 20 = 120"),
    Row::of(AppropriationParts, Rounding,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出19.99万元。")],
        "100 + 19.99 = 120 (-0.01)"),
    Row::of(AppropriationParts, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出22万元。")], "100 + 22 = 120 (2)"),
    Row::of(AppropriationParts, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元。")], "missing appropriation.project"),

    Row::of(PartWithinWhole, Pass,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出100万元，项目支出20万元。")],
        "100 ≤ 120 (-20)").about("appropriation.basic"),
    Row::of(PartWithinWhole, Pass,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。其中：基本支出0万元，项目支出120万元。")],
        "120 ≤ 120").about("appropriation.project"),
    Row::of(PartWithinWhole, Rounding,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。"), (ThreePublic, "2023年“三公”经费预算120.01万元。")],
        "120.01 ≤ 120 (0.01)").about("three_public"),
    Row::of(PartWithinWhole, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。"), (ThreePublic, "2023年“三公”经费预算120.02万元。")],
        "120.02 ≤ 120 (0.02)").about("three_public"),
    Row::of(PartWithinWhole, Conflict,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。"),
          (Other, "1.机关运行经费。2023年一般公共预算财政拨款运行经费311.79万元。")],
        "311.79 ≤ 120 (191.79)").about("operating"),
    Row::of(PartWithinWhole, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。")], "missing appropriation").about("three_public"),

    Row::of(ThreePublicItems, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；公务接待费9.3万元；\
                         公务用车运行维护费57万元；公务用车购置费0万元。")], "0 + 9.3 + 57 + 0 = 66.3"),
    // Vehicles as one item.
    Row::of(ThreePublicItems, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；公务接待费9.3万元；\
                         公务用车购置及运行维护费57万元。")], "0 + 9.3 + 57 = 66.3"),
    // Vehicles as one item and its two parts, which are not added to it.
    Row::of(ThreePublicItems, Pass,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：公务接待费9.3万元；公务用车购置及运行维护费57万元\
                         （公务用车运行维护费39万元，公务用车购置费18万元）。")], "9.3 + 39 + 18 = 66.3"),
    Row::of(ThreePublicItems, Rounding,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；公务接待费9.31万元；\
                         公务用车运行维护费57万元；公务用车购置费0万元。")], "0 + 9.31 + 57 + 0 = 66.3 (0.01)"),
    Row::of(ThreePublicItems, Conflict,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：因公出国（境）费用0万元；公务接待费9.3万元；\
                         公务用车运行维护费58万元；公务用车购置费0万元。")], "0 + 9.3 + 58 + 0 = 66.3 (1)"),
    Row::of(ThreePublicItems, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：公务接待费9.3万元；公务用车运行维护费50万元。")],
        "missing three_public.overseas, missing three_public.vehicle_purchase"),
    Row::of(ThreePublicItems, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。其中：公务接待费9.3万元；公务用车购置及运行维护费50万元。")],
        "missing three_public.overseas"),
    Row::of(ThreePublicItems, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。")], "missing three_public.*"),
    Row::of(ThreePublicItems, Unchecked,
        &[(Budget, "2023年一般公共预算财政拨款支出120万元。")], "missing three_public"),

    Row::of(ProcurementParts, Pass,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元：政府采购货物预算12万元、政府采购工程预算8万元、\
                   政府采购服务预算10万元。")], "12 + 8 + 10 = 30"),
    Row::of(ProcurementParts, Rounding,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元：政府采购货物预算12.02万元、政府采购工程预算8万元、\
                   政府采购服务预算10万元。")], "12.02 + 8 + 10 = 30 (0.02)"),
    Row::of(ProcurementParts, Conflict,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元：政府采购货物预算21万元、政府采购工程预算8万元、\
                   政府采购服务预算10万元。")], "21 + 8 + 10 = 30 (9)"),
    Row::of(ProcurementParts, Unchecked,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元：政府采购货物预算12万元、政府采购服务预算10万元。")],
        "missing procurement.works"),
    Row::of(ProcurementParts, Unchecked,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元。")], "missing procurement.*"),
    Row::of(ProcurementParts, Pass,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元；其中一般公共预算拨款政府采购22万元：\
                   政府采购货物预算12万元、政府采购工程预算0万元、政府采购服务预算10万元。")],
        "12 + 0 + 10 = 22").about("procurement.general_public_budget"),
    Row::of(ProcurementParts, Conflict,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元；其中一般公共预算拨款政府采购22万元：\
                   政府采购货物预算12万元、政府采购工程预算0万元、政府采购服务预算11万元。")],
        "12 + 0 + 11 = 22 (1)").about("procurement.general_public_budget"),
    Row::of(ProcurementParts, Unchecked,
        &[(Other, "2.政府采购情况。所属各预算单位政府采购预算总额30万元；其中一般公共预算拨款政府采购22万元。")],
        "missing procurement.general_public_budget.*").about("procurement.general_public_budget"),
];

#[test]
fn parts_that_the_template_names_add_up() {
    assert_rows(ROWS);
}
