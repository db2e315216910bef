//! The pages of other institutions: each document, whatever its structure, has a complete page in both languages, on a phone
//! and on a desktop.

use super::charts::FIGURES;
use super::harness::{ChartContents, Page, root, visit};
use std::fs;

/// The documents whose amounts conflict (see `tests/examples.rs`).
const CONFLICTING: [u32; 5] = [1, 3, 4, 7, 8];

pub fn example(n: u32) -> String {
    fs::read_to_string(root().join(format!("tests/examples/{n}.txt"))).unwrap()
}

/// Opens an example in both languages and at both sizes, and looks at all of it.
fn whole(n: u32) {
    let page = visit("").with_document(&example(n)).open_browser();
    for lang in ["zh", "en"] {
        for (width, theme) in [(360, "light"), (1280, "dark")] {
            page.goto_at(&format!("?lang={lang}&theme={theme}"), width, 900);
            let context = format!("{n} {lang} {width}");
            let title = page.js("document.title");
            assert!(title.as_str().unwrap().contains(&format!("某区示例单位{n}")), "{context}: {title}");
            assert_eq!(page.shows("[data-alert=conflicts]"), CONFLICTING.contains(&n), "{context}");
            assert!(!page.shows("[data-alert=unread]"), "{context}");
            for figure in FIGURES {
                if page.figure_card(figure).is_empty_state() {
                    let why = page.text(&format!("[data-figure={figure}].empty-state > p"));
                    assert!(why.ends_with(['。', '.', ':']), "{context} {figure}: {why}");
                } else {
                    page.chart(figure).draw();
                    let ChartContents { shapes, labels, labels_outside } = page.chart(figure).contents();
                    assert!(shapes > 0 && labels > 1, "{context} {figure}: {shapes} shapes, {labels} labels");
                    assert_eq!(labels_outside, 0, "{context} {figure}: labels outside the chart");
                }
            }
            assert!(!page.scrolls_sideways(), "{context} scrolls sideways");
            page.unfold_everything();
            // What axe-core finds depends on the language, the width and the theme each for itself, so two of the four do.
            if (lang == "zh") == (width == 360) {
                assert_eq!(page.axe(), [""; 0], "{context}");
            }
        }
    }
}

tests_of_examples! {
    whole:
    classes_that_fall_short_of_the_total = 1,
    no_change_of_the_total = 2,
    parts_of_a_change_that_do_not_come_to_it = 3,
    a_change_of_income_explained_by_expenditure = 4,
    a_class_that_is_the_sum_of_the_others = 5,
    an_appropriation_that_is_not_the_total = 6,
    a_class_that_stands_twice = 7,
    amounts_in_yuan = 8,
}

#[test]
fn a_conflict_alert_links_to_the_checks_which_list_it_first() {
    let page = visit("?lang=zh").with_document(&example(4)).open();
    let said = page.text("[data-alert=conflicts]");
    assert!(said.contains("3 处对不上") && said.contains("相差 5.01"), "{said}");
    page.click("[data-alert=conflicts] .fact-more");
    page.wait_for("the checks", "location.hash === '#checks'");
    let outcomes = page.js("[...document.querySelectorAll('[data-check]')].slice(0, 4).map((e) => e.dataset.outcome)");
    // What agrees within rounding is folded away with the rest that agrees.
    assert_eq!(outcomes, serde_json::json!(["conflict", "conflict", "conflict", "unchecked"]));
}

#[test]
fn a_contradiction_is_loud_in_its_own_figure() {
    let page = visit("?lang=zh").with_document(&example(4)).open();
    let flagged = page.js("[...document.querySelectorAll('[data-figure] > [data-alert=conflicts]')].map((flag) => flag.parentElement.dataset.figure)");
    let flagged: Vec<String> = serde_json::from_value(flagged).unwrap();
    assert!(!flagged.is_empty() && !flagged.contains(&"office".to_owned()), "{flagged:?}");
    page.figure_card(&flagged[0]).show();
    let flag = format!("[data-figure={}] > [data-alert=conflicts]", flagged[0]);
    assert!(page.shows(&flag) && page.text(&flag).contains("对不上"), "{}", page.text(&flag));
    page.click(&format!("{flag} .fact-more"));
    page.wait_to_show("#checks [data-outcome=conflict]");
}

/// How many diagonal lines a figure's chart has.
fn hatches(page: &Page, figure: &str) -> usize {
    page.chart(figure).draw();
    let lines = format!("[data-figure={figure}] .chart path[fill=none][stroke='var(--chart-ground)']");
    page.count(&lines) as usize
}

#[test]
fn the_bars_of_a_contradiction_are_hatched_and_no_others() {
    let wrong =
        include_str!("../../data/disclosure.txt").replace("公务用车运行维护费57万元", "公务用车运行维护费55万元");
    let page = visit("?lang=zh").size(1280, 900).with_document(&wrong).open();
    assert!(hatches(&page, "three_public") > 10, "{}", hatches(&page, "three_public"));
    assert!(page.text("[data-figure=three_public] .notes").contains("画斜线的数，和文件里别的数对不上"));
    assert_eq!(hatches(&page, "change"), 0);
    // A hatched bar is pointed at like any other.
    page.js("document.querySelector('[data-figure=three_public] .chart path[fill=none][data-hit]').id = 'row'");
    page.click("#row");
    page.popup().wait_pinned();
}

#[test]
fn a_reason_against_its_change_is_noticed_beside_it() {
    let odd = include_str!("../../data/disclosure.txt").replace("进一步规范公务接待相关要求", "新增接待任务");
    let page = visit("?lang=zh").with_document(&odd).open();
    let reception = "[data-figure=three_public] [data-explains='three_public.reception'] [data-remark=opposing-reason]";
    page.figure_card("three_public").show();
    assert_eq!(page.text(reception), "写的是减少，原因里却说“新增”。请再看一眼原文。");
    assert_eq!(page.count("[data-figure=three_public] [data-remark]"), 1);
    assert!(!page.shows("[data-alert=conflicts]"), "it is no contradiction");
}

#[test]
fn a_link_to_a_figure_in_its_empty_state_leads_to_the_reason() {
    let page = visit("?lang=zh#figure=three_public").with_document(&example(1)).open();
    assert!(!page.shows(".place-not-found"));
    assert!(page.text("[data-figure=three_public]").contains("没有写“三公”经费"));
}

#[test]
fn a_document_in_yuan_is_shown_in_yuan() {
    let page = visit("?lang=zh").with_document(&example(8)).open();
    assert!(page.text(".big").contains("11,063,429"), "{}", page.text(".big"));
    assert_eq!(
        page.js(
            "[...document.querySelectorAll('.hero, .figure, .checks')].some((e) => [...e.querySelectorAll('[data-origin]')].some((n) => n.textContent.includes('万元')))"
        ),
        false
    );
    page.figure_card("change").open_table();
    assert!(page.text("[data-figure=change] thead").contains("元"));
}
