//! Kinds 1, 2, 3, 11, 14 and 15, and numerals in words: how a number is written.

use super::Place::{Budget, Expenditure, Income, ThreePublic, Units, Whole};
use super::assert_right;

/// A document whose lines are separated otherwise.
const LINES: &str = "income 120|three_public 66.3|Δthree_public -15.7";

#[test]
fn a_number_on_a_line_of_its_own_is_not_part_of_another() {
    assert_right(&[
        (Income, "2023年年初预算数1675.82\n3\n万元。", "?income 1675.82 <1675.82>"),
        (Income, "2023年年初预算数1675.82\n3\n100万元。", "<1675.82>|<100万元>"),
        (Income, "2023年年初预算数\n3\n100万元。", "?income 100 <100万元>"),
        (Income, "2023年年初预算数1675.\n3\n82万元。", "?income 1675.82 <1675.>"),
        (Income, "2023年年初预算数1675\n3\n.82万元。", "?income 1675.82 <1675>"),
        (Income, "2023年年初预算数16\n3\n75.82万元。", "?income 1675.82 <75.82>"),
        (
            Income,
            "2023年年初预算数1675.82万元，其中：一般公共预算拨款\n2\n1675.82万元。",
            "income 1675.82|?income.general_public_budget 1675.82 <1675.82万元。>",
        ),
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，比2022年减少15\n4\n.7万元。",
            "three_public 66.3|?Δthree_public -15.7 <15>",
        ),
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，比2022年减少\n4\n15.7万元。",
            "three_public 66.3|?Δthree_public -15.7 <15.7>",
        ),
        (Units, "某区示例单位，行政编制数33\n5\n人。", "?#staff.administrative 33 <33>"),
        (Units, "某区示例单位，行政编制数\n5\n33人。", "?#staff.administrative 33 <33>"),
    ]);
}

#[test]
fn a_page_number_that_says_what_it_is_is_read_through() {
    assert_right(&[
        (Income, "2023年年初预算数1675.82\n- 3 -\n万元。", "income 1675.82"),
        (Income, "2023年年初预算数1675.82\n—3—\n万元。", "income 1675.82"),
        (Income, "2023年年初预算数1675.82\n第3页 共9页\n万元。", "income 1675.82"),
        (Income, "2023年年初预算数\n第 3 页\n1675.82万元。", "income 1675.82"),
        (Income, "2023年年初预算数1675.\n- 3 -\n82万元。", "income 1675.82"),
        (Income, "2023年年初预算数\n- 3 -\n\u{c}1675.82万元。", "income 1675.82"),
        (Income, "2023年年初预算数1675.82\n\u{c}万元。", "income 1675.82"),
        (Units, "某区示例单位，行政编制数33\n- 5 -\n人。", "#staff.administrative 33"),
    ]);
}

#[test]
fn a_running_head_or_a_line_number_is_not_part_of_the_sentence() {
    assert_right(&[
        (Income, "2023年年初预算数1675.82\n某区示例单位2023年部门预算情况说明\n万元。", "?income 1675.82 <1675.82>"),
        (
            Whole,
            "1 某区示例单位\n2 2023年部门预算情况说明\n3 四、“三公”经费情况说明\n4 2023年“三公”经费预算66.3\n\
             5 万元，比2022年减少15.7万元，其中：公务接待费\n6 9.3万元，比2022年减少\n7 27.7万元。",
            "?three_public 66.3 <66.3>|?Δthree_public -15.7 <15.7>|?three_public.reception 9.3 <9.3>\
             |?Δthree_public.reception -27.7 <27.7>",
        ),
    ]);
}

#[test]
fn another_mark_is_not_the_end_of_a_number() {
    const RIGHT: &str = "three_public 66.3|?Δthree_public 107.78 <107>";
    assert_right(&[
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107。78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107：78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107；78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107！78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107｡78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107·78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107‚78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107,78万元。", RIGHT),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加107、78万元。", "three_public 66.3|<107>|<78万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少1、3万元。", "three_public 66.3|<1、3万元>"),
        (ThreePublic, "2023年“三公”经费预算66。3万元。", "?three_public 66.3 <66>"),
        (ThreePublic, "2023年“三公”经费预算66·3万元。", "?three_public 66.3 <66>"),
        (ThreePublic, "2023年“三公”经费预算66；3万元。", "?three_public 66.3 <66>"),
        (ThreePublic, "2023年“三公”经费预算66：3万元。", "?three_public 66.3 <66>"),
        (ThreePublic, "2023年“三公”经费预算66、3万元。", "<66、3万元>"),
        (
            Expenditure,
            "2023年年初预算数120万元。支出较去年增加107万元，主要是基本支出增加174。78万元，项目支出减少67万元。",
            "expenditure 120|Δexpenditure 107|?Δexpenditure:基本支出 174.78 <174>|?Δexpenditure:项目支出 -67 <67万元>",
        ),
    ]);
}

#[test]
fn a_quotation_mark_inside_a_number_does_not_vanish() {
    assert_right(&[
        (ThreePublic, "2023年“三公”经费预算9’3万元。", "<9’3>"),
        (ThreePublic, "2023年“三公”经费预算9‘3万元。", "<9‘3>"),
        (ThreePublic, "2023年“三公”经费预算9'3万元。", "<9'3>"),
        (ThreePublic, "2023年“三公”经费预算9\"3万元。", "<9\"3>"),
        (ThreePublic, "2023年“三公”经费预算9”3万元。", "<9”3>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少1’5.7万元。", "three_public 66.3|<1’5.7>"),
        (Units, "某区示例单位，行政编制数3’3人。", "<3’3>"),
    ]);
}

#[test]
fn two_signs_that_contradict_are_listed() {
    assert_right(&[
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少-67万元。", "three_public 66.3|<67万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年减少－15.7万元。", "three_public 66.3|<15.7万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加-15.7万元。", "three_public 66.3|<15.7万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，比2022年增加−15.7万元。", "three_public 66.3|<15.7万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，其中：公务接待费 - 9.3万元。", "three_public 66.3|<9.3万元>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元，其中：公务接待费—9.3万元。", "three_public 66.3|<9.3万元>"),
        (
            Expenditure,
            "2023年年初预算数120万元。支出较去年增加107万元，主要是基本支出增加174万元，项目支出减少-67万元。",
            "expenditure 120|Δexpenditure 107|?Δexpenditure:基本支出 174 <174万元>|<67万元>",
        ),
    ]);
}

#[test]
fn an_amount_that_is_not_exact_is_not_shown_as_exact() {
    assert_right(&[
        (ThreePublic, "2023年“三公”经费预算66.3万元，与2022年持平（减少1万元）。", "three_public 66.3|<减少1万元>"),
        (
            Income,
            "2023年年初预算数1675.82499999999999999999999999999999万元。",
            "?income 1675.82499999999999999999999999999999 <1675.82>",
        ),
        (
            Expenditure,
            "2023年年初预算数120万元。支出较去年增加10万元，主要是基本支出、项目支出各增加5万元。",
            "expenditure 120|Δexpenditure 10|?Δexpenditure:基本支出 5 <5万元>|?Δexpenditure:项目支出 5 <5万元>",
        ),
        (ThreePublic, "2023年“三公”经费预算约66.3万元。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算近66.3万元。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元左右。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元以内。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算上限66.3万元。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元（上限）。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算暂定66.3万元。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元（暂定）。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算66.3？万元。", "?three_public ~66.3 <66.3>"),
        (ThreePublic, "2023年“三公”经费预算66.3万元？", "?three_public ~66.3 <66.3>"),
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，比2022年减少约15.7万元。",
            "three_public 66.3|?Δthree_public ~-15.7 <15.7>",
        ),
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，比2022年减少15.7万元左右。",
            "three_public 66.3|?Δthree_public ~-15.7 <15.7>",
        ),
    ]);
}

#[test]
fn characters_that_pdfs_put_for_others_are_read_as_what_they_are() {
    assert_right(&[
        (Expenditure, "2023年年初预算数120万元，其中：教育⽀出100万元。", "expenditure 120|expenditure.205 100"),
        (
            Budget,
            "2023年一般公共预算财政拨款⽀出100万元，⽐2022年增加5万元。其中：基本⽀出70万元。",
            "appropriation 100|Δappropriation 5|appropriation.basic 70",
        ),
        (Income, "2023年年初预算数𝟏𝟔𝟕𝟓.𝟖𝟐万元。", "income 1675.82"),
        (Income, "2023年年初预算数𝟷𝟼𝟽𝟻.𝟾𝟸万元。", "income 1675.82"),
        (Income, "２０２３年年初预算数１６７５．８２万元。", "income 1675.82"),
        (Income, "2023\u{f98e}年初预算数1675.82万元。", "income 1675.82"),
        (Income, "2023年年初预算数1675.82万元。\u{2f84}2022年12月，占地20092㎡。", "income 1675.82"),
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，其中：公务接待费9.3万元，公务⽤⻋运⾏维护费57万元。",
            "three_public 66.3|three_public.reception 9.3|three_public.vehicle_operation 57",
        ),
    ]);
}

#[test]
fn numerals_in_words_are_read_or_listed() {
    assert_right(&[
        (Income, "2023年年初预算数一千六百七十五点八二万元。", "?income 1675.82 <一千六百七十五点八二>"),
        (Income, "2023年年初预算数两百万元。", "?income 200 <两百万元>"),
        (Income, "2023年年初预算数伍拾柒万元。", "?income 57 <伍拾柒万元>"),
        (Income, "2023年年初预算数2百万元。", "?income 200 <2百万元>"),
        (Income, "2023年年初预算数3千万元。", "?income 3000 <3千万元>"),
        (Income, "2023年年初预算数١٦٧٥.٨٢万元。", "?income 1675.82 <١٦٧٥.٨٢>"),
        (
            ThreePublic,
            "2023年“三公”经费预算66.3万元，比2022年减少十五点七万元。",
            "three_public 66.3|?Δthree_public -15.7 <十五点七>",
        ),
        (
            Expenditure,
            "2023年年初预算数120万元。支出较去年增加5万元，主要是基本支出增加五万元。",
            "expenditure 120|Δexpenditure 5|?Δexpenditure:基本支出 5 <五万元。>",
        ),
    ]);
}

#[test]
fn every_mark_that_ends_a_line_ends_it() {
    assert_right(&[
        (
            Whole,
            "某区示例单位\r2023年部门预算情况说明\r二、部门收支总体情况\r（一）收入预算：2023年年初预算数120万元。\r四、“三公”经费情况说明\r2023年“三公”经费预算66.3万元，比2022年减少15.7万元。",
            LINES,
        ),
        (
            Whole,
            "某区示例单位\u{b}2023年部门预算情况说明\u{b}二、部门收支总体情况\u{b}（一）收入预算：2023年年初预算数120万元。\u{b}四、“三公”经费情况说明\u{b}2023年“三公”经费预算66.3万元，比2022年减少15.7万元。",
            LINES,
        ),
        (
            Whole,
            "某区示例单位\u{2028}2023年部门预算情况说明\u{2028}二、部门收支总体情况\u{2028}（一）收入预算：2023年年初预算数120万元。\u{2028}四、“三公”经费情况说明\u{2028}2023年“三公”经费预算66.3万元，比2022年减少15.7万元。",
            LINES,
        ),
        (
            Whole,
            "某区示例单位\u{2029}2023年部门预算情况说明\u{2029}二、部门收支总体情况\u{2029}（一）收入预算：2023年年初预算数120万元。\u{2029}四、“三公”经费情况说明\u{2029}2023年“三公”经费预算66.3万元，比2022年减少15.7万元。",
            LINES,
        ),
        (
            Whole,
            "某区示例单位\u{85}2023年部门预算情况说明\u{85}二、部门收支总体情况\u{85}（一）收入预算：2023年年初预算数120万元。\u{85}四、“三公”经费情况说明\u{85}2023年“三公”经费预算66.3万元，比2022年减少15.7万元。",
            LINES,
        ),
    ]);
}
