//! Kinds 4 to 8 and 10: what a clause says, and about what.

use super::Place::{Budget, Expenditure, Other, ThreePublic};
use super::{Row, assert_right};

#[test]
fn a_damaged_number_of_the_performance_targets_is_listed() {
    const HEAD: &str = "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款";
    let damaged = ["2O0万元", "200至201万元", "200-201万元", "200～201万元", "l00万元", "20O万元", "2 00万元"];
    let rows = damaged.map(|number| (Other, format!("{HEAD}{number}。"), format!("<{number}>")));
    assert_right(&rows);
    assert_right(&[
        (
            Other,
            "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款200①万元。",
            "?performance.project 200 <200①万元>",
        ),
        (Other, "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及社会资金30万元。", "<30万元>"),
        (Other, "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及上级补助资金30万元。", "<30万元>"),
        (Other, "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，不含财政拨款30万元。", "<30万元>"),
        (
            Other,
            "3.绩效目标设置情况。2023年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款200万元。",
            "performance.project 200",
        ),
    ]);
}

#[test]
fn a_change_behind_an_unknown_name_is_not_that_of_the_line_before() {
    const TOTAL: &str = "2023年一般公共预算财政拨款支出100万元。其中：基本支出70万元，主要用于工资";
    let names = ["项目经费", "信息化经费", "专项业务费", "党建工作", "乡村振兴"];
    let clauses = names.iter().flat_map(|name| ["；", "，", "。"].map(|mark| format!("{mark}{name}30万元")));
    let rows: Vec<Row<String>> = clauses
        .map(|clause| {
            let right = "appropriation 100|appropriation.basic 70|<30万元>|<减少2万元>";
            (Budget, format!("{TOTAL}{clause}，较2022年减少2万元。"), right.to_owned())
        })
        .collect();
    assert_right(&rows);
    assert_right(&[
        (
            ThreePublic,
            "2023年“三公”经费预算66.4万元。其中：公务接待费4万元，比2022年减少1万元，主要原因是厉行节约，\
             培训费3万元，比2022年增加2万元。",
            "three_public 66.4|three_public.reception 4|Δthree_public.reception -1\
             |?three_public.培训费 3 <3万元>|?Δthree_public.培训费 2 <增加2万元>",
        ),
        (
            ThreePublic,
            "2023年“三公”经费预算66.4万元。其中：公务接待费4万元，主要用于来宾接待，会议开支3万元，比2022年增加2万元。",
            "three_public 66.4|three_public.reception 4|<3万元>|<增加2万元>",
        ),
    ]);
}

#[test]
fn a_zero_is_stated_only_by_a_sentence_that_says_so() {
    assert_right(&[
        (Budget, "政府性基金预算支出无增减变化。", ""),
        (Budget, "2023年无新增政府性基金预算支出。", ""),
        (Budget, "2023年无新增使用政府性基金预算拨款安排的支出项目。", ""),
        (Budget, "2023年政府性基金预算拨款安排的支出不涉及政府采购。", ""),
        (Budget, "下属单位2023年无使用政府性基金预算拨款安排的支出。", ""),
        (Budget, "2023年下属单位无使用政府性基金预算拨款安排的支出。", ""),
        (Budget, "2022年无使用政府性基金预算拨款安排的支出。", ""),
        (Budget, "2022年无国有资本经营预算拨款安排的支出。", ""),
        (Budget, "国有资本经营预算支出无增减变化。", ""),
        (Budget, "2023年无新增国有资本经营预算支出。", ""),
        (Budget, "下属单位2023年无国有资本经营预算拨款安排的支出。", ""),
        (Budget, "2023年政府性基金预算拨款安排的支出无结余。", ""),
        (Budget, "2023年无使用政府性基金预算拨款安排的支出。", "government_fund 0"),
        (Budget, "某区示例单位2023年无使用政府性基金预算拨款安排的支出。", "government_fund 0"),
        (Budget, "2023年无使用国有资本经营预算拨款安排的支出。", "state_capital 0"),
    ]);
}

#[test]
fn brackets_behind_an_amount_are_not_always_a_part_of_it() {
    let rows = [
        "上年3万元",
        "上年为3万元",
        "去年3万元",
        "去年预算3万元",
        "2022年3万元",
        "原3万元",
        "原预算3万元",
        "决算数3万元",
        "限额3万元",
        "另有3万元",
        "另有上级资金3万元",
        "全区3万元",
        "不含上年结转3万元",
        "不包括上年结转3万元",
        "控制数3万元",
        "人均3万元",
    ]
    .map(|inside| {
        let sentence = format!("2023年“三公”经费预算66.4万元。其中：公务接待费2万元（{inside}）。");
        (ThreePublic, sentence, "three_public 66.4|three_public.reception 2|<3万元>".to_owned())
    });
    assert_right(&rows);
    assert_right(&[
        (
            ThreePublic,
            "2023年“三公”经费预算66.4万元。其中：公务接待费2万元（公务用车运行维护费9万元），公务用车运行维护费4万元。",
            "three_public 66.4|three_public.reception 2|<9万元>|?three_public.vehicle_operation 4 <4万元>",
        ),
        (
            ThreePublic,
            "2023年“三公”经费预算66.4万元。其中：公务用车运行维护费4万元（上年公务用车运行维护费9万元）。",
            "three_public 66.4|three_public.vehicle_operation 4|<9万元>",
        ),
    ]);
}

#[test]
fn a_change_against_another_year_is_not_one_against_last_year() {
    const HEAD: &str = "2023年“三公”经费预算66.3万元";
    let rows = [
        ("，比2021年减少3万元，比2022年增加1万元。", "?Δthree_public 1 <增加1万元>|<减少3万元>"),
        ("，比2021年减少3万元。", "<减少3万元>"),
        ("，比2022年增加1万元，比2021年减少3万元。", "?Δthree_public 1 <增加1万元>|<减少3万元>"),
        ("。2022年比2021年减少1万元。", "<减少1万元>"),
        ("。2022年“三公”经费比2021年减少1万元。", "<减少1万元>"),
        ("，2022年比2021年减少1万元。", "<减少1万元>"),
        ("，比前年减少1万元。", "<减少1万元>"),
        ("，比疫情前减少1万元。", "<减少1万元>"),
        ("，比2019年至2022年平均数减少1万元。", "<减少1万元>"),
        ("，比年初减少1万元。", "<减少1万元>"),
        ("，比2022年决算减少1万元。", "<减少1万元>"),
    ]
    .map(|(tail, right)| (ThreePublic, format!("{HEAD}{tail}"), format!("three_public 66.3|{right}")));
    assert_right(&rows);
}

#[test]
fn a_direction_inside_a_name_is_none() {
    const HEAD: &str = "2023年年初预算数120万元。支出较去年增加10万元，主要是";
    let rows = [
        "少数民族发展资金5万元",
        "减灾救灾资金5万元",
        "多媒体设备5万元",
        "增值税5万元",
        "多项工作经费5万元",
        "未增加5万元",
        "不增加5万元",
        "2022年公用经费增加5万元",
        "上年公用经费增加5万元",
        "减负增效专项5万元",
        "减税降费补助5万元",
        "增殖放流5万元",
        "少年宫运行5万元",
        "压减任务5万元",
        "提高标准后补助5万元",
    ]
    .map(|clause| {
        let right = "expenditure 120|Δexpenditure 10|?Δexpenditure:基本支出 15 <15万元>|<，CLAUSE>";
        (Expenditure, format!("{HEAD}基本支出增加15万元，{clause}。"), right.replace("CLAUSE", clause))
    });
    assert_right(&rows);
    assert_right(&[
        (Expenditure, "2023年年初预算数120万元，未增加5万元。", "expenditure 120|<5万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年并未减少5万元。", "three_public 66.3|<5万元>"),
    ]);
}
