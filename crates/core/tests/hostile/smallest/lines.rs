//! Kind 12: amounts of somebody else, and of another year.

use super::Place::{Budget, Income, Other, ThreePublic, Whole};
use super::assert_right;

#[test]
fn an_amount_of_somebody_else_is_not_ours() {
    assert_right(&[
        (Budget, "某区信息中心2023年项目支出18万元。", "<18万元>"),
        (Budget, "下属单位2023年项目支出18万元。", "<18万元>"),
        (Budget, "各预算单位2023年项目支出18万元。", "<18万元>"),
        (Budget, "区本级2023年项目支出18万元。", "<18万元>"),
        (Budget, "全区2023年项目支出18万元。", "<18万元>"),
        (Budget, "某区示例单位2023年项目支出18万元。", "?appropriation.project 18 <18万元>"),
        (Budget, "本单位2023年项目支出18万元。", "?appropriation.project 18 <18万元>"),
        (Budget, "2022年项目支出18万元。", "<18万元>"),
        (Budget, "如项目支出18万元。", "<18万元>"),
        (Budget, "不含项目支出18万元。", "<18万元>"),
        (Budget, "项目支出超过18万元。", "<18万元>"),
        (Budget, "项目支出不超过18万元。", "<18万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，不含公务接待费2万元。", "three_public 66.3|<2万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，如公务接待费2万元。", "three_public 66.3|<2万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，其中：公务接待费超过2万元。", "three_public 66.3|<2万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，某区信息中心公务接待费2万元。", "three_public 66.3|<2万元>"),
        (ThreePublic, "某区信息中心2023年“三公”经费预算18万元。", "<18万元>"),
        (Income, "某区信息中心2023年年初预算数18万元。", "<18万元>"),
        (Income, "2022年年初预算数18万元，2023年年初预算数120万元。", "<18万元>|?income 120 <120万元>"),
        (Other, "1.机关运行经费。某区信息中心2023年机关运行经费18万元。", "<18万元>"),
    ]);
}

#[test]
fn two_budgets_in_one_file_are_not_added() {
    assert_right(&[
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n二、部门收支总体情况\n（二）支出预算：2023年年初预算数100万元，其中：教育支出100万元。\n\
             某区另一单位\n2023年部门预算情况说明\n二、部门收支总体情况\n（二）支出预算：2023年年初预算数50万元，其中：卫生健康支出50万元。\n",
            "?expenditure 100 <100万元>|?expenditure.205 100 <教育支出100万元>|<50万元>|<卫生健康支出50万元>",
        ),
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。\n\
             某区示例单位\n2022年部门预算情况说明\n四、“三公”经费情况说明\n2022年“三公”经费预算70万元，其中：公务接待费5万元。\n",
            "three_public 66.3|<70万元>|<5万元>",
        ),
    ]);
}

#[test]
fn last_years_table_is_not_this_years_budget() {
    assert_right(&[
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n2022年预算执行情况\n收入预算100万元，支出预算100万元，其中：教育支出90万元。\n\
             四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。\n",
            "three_public 66.3|<收入预算100万元>|<支出预算100万元>|<90万元>",
        ),
        (
            Whole,
            "某区示例单位\n2023年部门预算情况说明\n附：2022年“三公”经费预算表\n公务接待费5万元\n公务用车运行维护费8万元\n\
             四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。其中：公务接待费2万元。\n",
            "three_public 66.3|?three_public.reception 2 <2万元>|<5万元>|<8万元>",
        ),
    ]);
}

#[test]
fn a_section_that_is_stated_twice_is_counted_once() {
    const SECTION: &str = "2023年年初预算数100万元，其中：教育支出30万元，卫生健康支出70万元。";
    let text = format!(
        "某区示例单位\n2023年部门预算情况说明\n二、部门收支总体情况\n（二）支出预算：{SECTION}\n\
         二、部门收支总体情况\n（二）支出预算：{SECTION}\n"
    );
    assert_right(&[(Whole, text.as_str(), "expenditure 100|expenditure.205 30|expenditure.210 70")]);
}
