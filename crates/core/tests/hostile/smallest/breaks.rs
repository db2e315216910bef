//! Breaks inside of a sentence, and what stands behind words that were not understood.

use super::Place::{Budget, Expenditure, Income, Other, ThreePublic, Units, Whole};
use super::assert_right;
use mingbai_core::disclosure::parse;

#[test]
fn furniture_that_says_what_it_is_is_read_through() {
    assert_right(&[
        (Income, "2023年年初预算数1675.82\n某区示例单位\n万元。", "income 1675.82"),
        (Income, "2023年年初预算数1675.\n2023年部门预算情况说明\n82万元。", "income 1675.82"),
        (
            Whole,
            "> 某区示例单位\n> 2023年部门预算情况说明\n> 四、“三公”经费情况说明\n> 2023年“三公”经费预算66.\n> 3万元。",
            "three_public 66.3",
        ),
        (
            Whole,
            "│某区示例单位\n│2023年部门预算情况说明\n│四、“三公”经费情况说明\n│2023年“三公”经费预算6\n│6.3万元。",
            "three_public 66.3",
        ),
        (
            Whole,
            "1 某区示例单位\n2 2023年部门预算情况说明\n3 四、“三公”经费情况说明\n4 2023年“三公”经费预算66.3\n\
             5 万元，其中：公务接待费\n6 9.3万元，比2022年减少\n7 27.7万元。",
            "three_public 66.3|three_public.reception 9.3|Δthree_public.reception -27.7",
        ),
    ]);
}

#[test]
fn the_rest_of_a_torn_name_is_not_another_name() {
    assert_right(&[
        (
            Budget,
            "2023年一般公共预算财政拨款支出120万元，其中：项目\n3\n支出25万元，比2022年减少2万元。",
            "appropriation 120|?appropriation.project 25 <25万元>|?Δappropriation.project -2 <减少2万元>",
        ),
        (
            Units,
            "某区示例单位，内设科室1个，行政编制\n2\n数33人。",
            "#offices.内设科室 1|?#staff.administrative 33 <33人>",
        ),
        (
            Other,
            "4.国有资产占有使用情况。2022年共有车辆7辆，其中一般公务\n2\n用车7辆。",
            "#vehicles 7|?#vehicles.general 7 <用车7辆>",
        ),
        // A mark at the start of a line tells that nothing is torn.
        (
            Other,
            "2.政府采购情况。政府采购预算总额18万元：政府采购货物预算18万元\n\n；其中一般公共预算拨款政府采购8万元：\
             政府采购货物预算8万元。",
            "procurement 18|procurement.goods 18|procurement.general_public_budget 8|\
             procurement.general_public_budget.goods 8",
        ),
    ]);
}

#[test]
fn parts_belong_to_their_total_even_where_it_was_not_understood() {
    assert_right(&[
        (
            Other,
            "2.政府采购情况。政府采购预算总额18万元：政府采购货物预算18万元；其中一般公共预算拨款政府采购约8万元：\
             政府采购货物预算8万元。",
            "procurement 18|procurement.goods 18|<约8万元>|procurement.general_public_budget.goods 8",
        ),
        (
            Other,
            "4.国有资产占有使用情况。2022年共有车辆7辆。2023年安排购置车辆逾2辆，其中一般公务用车2辆。",
            "#vehicles 7|<逾2辆>|#vehicles_bought.general 2",
        ),
        (
            Budget,
            "2023年一般公共预算财政拨款收入120万元，一般公共预算财政拨款支出120吨，比2022年增加7万元。",
            "appropriation.income 120|<120吨>|?Δappropriation 7 <7万元>",
        ),
    ]);
}

#[test]
fn a_total_without_a_name_is_stated_once() {
    assert_right(&[(
        Income,
        "2023年年初预算数120万元，其中：一般公共预算拨款120万元。\n2023年年初预算数120万元，其中：教育支出120万元。",
        "income 120|income.general_public_budget 120|?expenditure 120 <120万元，其中：教>|\
         ?expenditure.205 120 <教育支出120万元>",
    )]);
}

#[test]
fn what_contradicts_a_standstill_is_not_settled() {
    assert_right(&[
        (ThreePublic, "2023年“三公”经费预算66.3万元，与2022年持平，减少3.21万元。", "three_public 66.3|<3.21>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，与2022年持平，实际增加3.21万元。", "three_public 66.3|<3.21>"),
    ]);
}

#[test]
fn the_first_words_of_another_paragraph_are_no_unit() {
    for unit in ["元", "万元", "亿元"] {
        let text = format!("（一）收入预算：2024年年初预算数120万元，其他收入100,000.00\n{unit}\n2024部门预算情况");
        assert_right(&[(Whole, text, "income 120|<100,000.00>".to_owned())]);
    }
}

#[test]
fn marks_between_digits_make_a_number_doubtful() {
    let rows = ["2。,155.26", "2;,155.26", "2 ,155.26", "2,i55.26", "2,#55.26", "2,…55.26", "■,155.26", "2，,155.26"]
        .map(|number| (Income, format!("2023年年初预算数{number}万元。"), format!("<{number}>")));
    assert_right(&rows);
}

#[test]
fn a_hyphen_at_the_end_of_a_paragraph_is_no_sign_of_the_next_number() {
    assert_right(&[(
        Whole,
        "四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元。\n附表-\n2023年乙项5万元。",
        "three_public 66.3|<5万元>",
    )]);
}

#[test]
fn invisible_characters_are_not_there() {
    for c in ['\u{34f}', '\u{115f}', '\u{3164}', '\u{ffa0}', '\u{200b}', '\u{e0020}'] {
        let sentence = format!("2023年“三{c}公”经{c}费预算{c}6{c}6.3{c}万元。");
        assert_right(&[(ThreePublic, sentence.as_str(), "three_public 66.3")]);
    }
}

#[test]
fn a_number_behind_a_character_that_turns_the_direction_is_listed() {
    // Displayed, it may be another number: 66.3 is 3.66 behind U+202E.
    for c in ['\u{202e}', '\u{202b}', '\u{2067}', '\u{200f}', '\u{61c}'] {
        for sentence in [format!("2023年“三公”经费预算{c}66.3万元。"), format!("2023年“三公”经费预算66{c}.3万元。")]
        {
            let disclosure = parse(&format!("四、“三公”经费情况说明\n{sentence}\n2023年公务接待费5万元。")).unwrap();
            assert_eq!(disclosure.amount("three_public"), None, "{sentence:?}");
            assert!(disclosure.unread.iter().any(|unread| unread.text.contains(['⇐', '¬'])), "{sentence:?}");
        }
    }
}

#[test]
fn a_percentage_or_brackets_in_the_place_of_an_amount_are_listed() {
    let head = "2023年年初预算数120万元，其中：教育支出120万元。支出较去年增加7万元，主要是";
    let right = "expenditure 120|expenditure.205 120|Δexpenditure 7";
    for (clause, listed) in
        [("基本支出增加174.78%", "174.78"), ("项目支出减少（67）万元", "67"), ("项目支出减少67*万元", "67")]
    {
        let (sentence, right) = (format!("{head}{clause}。"), format!("{right}|<{listed}>"));
        assert_right(&[(Expenditure, sentence, right)]);
    }
}
