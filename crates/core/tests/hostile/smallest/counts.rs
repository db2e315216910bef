//! Kind 13: counts of posts and vehicles.

use super::Place::{Other, Units};
use super::assert_right;

#[test]
fn only_vehicles_that_we_have_are_counted() {
    let rows = [
        "2022年减少车辆7辆",
        "报废车辆7辆",
        "处置车辆7辆",
        "无车辆7辆",
        "2021年共有车辆7辆",
        "全区共有车辆7辆",
        "租用车辆7辆",
        "拟报废一般公务用车7辆",
        "不含车辆7辆",
        "封存车辆7辆",
    ]
    .map(|clause| (Other, format!("4.国有资产占有使用情况。{clause}。"), "<7辆>".to_owned()));
    assert_right(&rows);
    assert_right(&[(
        Other,
        "4.国有资产占有使用情况。截至2022年12月，所属各预算单位共有车辆7辆，其中一般公务用车7辆。",
        "#vehicles 7|#vehicles.general 7",
    )]);
}

#[test]
fn only_posts_that_we_have_are_counted() {
    let rows = [
        "空缺行政编制数33人",
        "非行政编制33人",
        "减少行政编制数33人",
        "增加行政编制数33人",
        "2021年行政编制数33人",
        "全区行政编制数33人",
        "超行政编制33人",
        "不含行政编制33人",
        "收回行政编制33人",
    ]
    .map(|clause| (Units, format!("某区示例单位，{clause}。"), "<33人>".to_owned()));
    assert_right(&rows);
    assert_right(&[
        (Units, "某区示例单位，事业编制数3万人。", "?#staff.institutional 30000 <3万人>"),
        (Units, "某区示例单位，事业编制数3千人。", "?#staff.institutional 3000 <3千人>"),
        (Units, "某区示例单位，事业编制数约33人。", "<33人>"),
        (Units, "某区示例单位，事业编制数3.3人。", "<3.3人>"),
        (Units, "某区示例单位，事业编制数3O人。", "<3O人>"),
        (Units, "某区示例单位，事业编制数三十三人。", "?#staff.institutional 33 <三十三人>"),
        (Units, "某区示例单位，行政编制数33人，事业编制数22人。", "#staff.administrative 33|#staff.institutional 22"),
    ]);
}
