//! Vehicles: their number, their kinds, and the money for new ones.

use super::row::Place::{Other, ThreePublic};
use super::row::{Row, assert_rows};
use mingbai_core::audit::Outcome::{Conflict, Pass, Unchecked};
use mingbai_core::audit::Rule::{VehicleKinds, VehiclePurchase};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row::of(VehicleKinds, Pass,
        &[(Other, "4.国有资产占有使用情况。截至2022年12月，所属各预算单位共有车辆7辆，其中一般公务用车5辆、执勤执法用车2辆。")],
        "5 + 2 = 7").about("vehicles"),
    Row::of(VehicleKinds, Conflict,
        &[(Other, "4.国有资产占有使用情况。截至2022年12月，所属各预算单位共有车辆7辆，其中一般公务用车5辆、执勤执法用车3辆。")],
        "5 + 3 = 7 (1)").about("vehicles"),
    Row::of(VehicleKinds, Unchecked,
        &[(Other, "4.国有资产占有使用情况。截至2022年12月，所属各预算单位共有车辆7辆。")],
        "missing vehicles.*").about("vehicles"),
    Row::of(VehicleKinds, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。")], "missing vehicles").about("vehicles"),
    Row::of(VehicleKinds, Pass,
        &[(Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆2辆，其中一般公务用车1辆、执勤执法用车1辆。")],
        "1 + 1 = 2").about("vehicles_bought"),
    Row::of(VehicleKinds, Conflict,
        &[(Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆2辆，其中一般公务用车1辆、执勤执法用车0辆。")],
        "1 + 0 = 2 (-1)").about("vehicles_bought"),
    Row::of(VehicleKinds, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算66.3万元。")], "missing vehicles_bought").about("vehicles_bought"),

    Row::of(VehiclePurchase, Pass,
        &[(ThreePublic, "2023年“三公”经费预算0万元。其中：公务用车购置费0万元。"),
          (Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆0辆。")], "0 ⇔ 0"),
    Row::of(VehiclePurchase, Pass,
        &[(ThreePublic, "2023年“三公”经费预算18万元。其中：公务用车购置费18万元。"),
          (Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆1辆。")], "18 ⇔ 1 (17)"),
    Row::of(VehiclePurchase, Conflict,
        &[(ThreePublic, "2023年“三公”经费预算18万元。其中：公务用车购置费18万元。"),
          (Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆0辆。")], "18 ⇔ 0 (18)"),
    Row::of(VehiclePurchase, Conflict,
        &[(ThreePublic, "2023年“三公”经费预算0万元。其中：公务用车购置费0万元。"),
          (Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆2辆。")], "0 ⇔ 2 (-2)"),
    // The smallest amount is money, not rounding.
    Row::of(VehiclePurchase, Conflict,
        &[(ThreePublic, "2023年“三公”经费预算0.01万元。其中：公务用车购置费0.01万元。"),
          (Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆0辆。")], "0.01 ⇔ 0 (0.01)"),
    Row::of(VehiclePurchase, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算18万元。其中：公务用车购置费18万元。")], "missing vehicles_bought"),
    Row::of(VehiclePurchase, Unchecked,
        &[(ThreePublic, "2023年“三公”经费预算18万元。"),
          (Other, "4.国有资产占有使用情况。2023年一般公共预算安排购置车辆1辆。")], "missing three_public.vehicle_purchase"),
    Row::of(VehiclePurchase, Unchecked, &[(ThreePublic, "2023年“三公”经费预算18万元。")],
        "missing three_public.vehicle_purchase, missing vehicles_bought"),
];

#[test]
fn vehicles_are_counted_exactly() {
    assert_rows(ROWS);
}
