//! The page of other offices: each document in another shape has a page that is whole, in both languages, on a phone
//! and on a desk.

use super::figures::{FIGURES, draw, inside};
use super::harness::{Page, root, visit};
use std::fs;

/// The documents whose amounts conflict (see `tests/examples.rs`).
const CONFLICTING: [u32; 5] = [1, 3, 4, 7, 8];

pub fn example(n: u32) -> String {
    fs::read_to_string(root().join(format!("tests/examples/{n}.txt"))).unwrap()
}

/// Opens an example in both languages and at both sizes, and looks at all of it.
fn whole(n: u32) {
    let page = visit("?lang=zh").carrying(&example(n)).open();
    for lang in ["zh", "en"] {
        for (width, theme) in [(360, "light"), (1280, "dark")] {
            page.resize(width, 900);
            page.goto(&format!("?lang={lang}&theme={theme}"));
            let told = format!("{n} {lang} {width}");
            let title = page.js("document.title");
            assert!(title.as_str().unwrap().contains(&format!("某区示例单位{n}")), "{told}: {title}");
            assert_eq!(page.shows("[data-alert=conflicts]"), CONFLICTING.contains(&n), "{told}");
            assert!(!page.shows("[data-alert=unread]"), "{told}");
            for figure in FIGURES {
                if page.shows(&format!("[data-figure={figure}].aside")) {
                    let why = page.text(&format!("[data-figure={figure}].aside > p"));
                    assert!(why.ends_with(['。', '.', ':']), "{told} {figure}: {why}");
                } else {
                    draw(&page, figure);
                    let (shapes, words, outside) = inside(&page, figure);
                    assert!(shapes > 0 && words > 1, "{told} {figure}: {shapes} shapes, {words} words");
                    assert_eq!(outside, 0, "{told} {figure}: words outside the chart");
                }
            }
            assert_eq!(page.js("document.documentElement.scrollWidth <= innerWidth"), true, "{told} scrolls sideways");
            unfold(&page);
            assert_eq!(page.axe(), [""; 0], "{told}");
        }
    }
}

/// Everything that opens is open.
fn unfold(page: &Page) {
    page.js("document.querySelectorAll('details').forEach((d) => (d.open = true))");
    page.js("document.querySelectorAll('.table-fold').forEach((fold) => (fold.open = true))");
}

macro_rules! examples {
    ($($name:ident = $n:literal,)*) => {
        $(#[test]
        fn $name() {
            whole($n);
        })*
    };
}

examples! {
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
fn a_conflict_leads_to_the_checks_where_it_stands_first() {
    let page = visit("?lang=zh").carrying(&example(4)).open();
    let said = page.text("[data-alert=conflicts]");
    assert!(said.contains("3 处对不上") && said.contains("相差 5.01"), "{said}");
    page.click("[data-alert=conflicts] .fact-more");
    page.wait_for("the checks", "location.hash === '#checks'");
    let outcomes = page.js("[...document.querySelectorAll('[data-check]')].slice(0, 4).map((e) => e.dataset.outcome)");
    assert_eq!(outcomes, serde_json::json!(["conflict", "conflict", "conflict", "rounding"]));
}

#[test]
fn a_link_to_a_figure_that_steps_aside_leads_to_its_reason() {
    let page = visit("?lang=zh#figure=three_public").carrying(&example(1)).open();
    assert!(!page.shows(".lost"));
    assert!(page.text("[data-figure=three_public]").contains("没有写“三公”经费"));
}

#[test]
fn a_document_in_yuan_is_shown_in_yuan() {
    let page = visit("?lang=zh").carrying(&example(8)).open();
    assert!(page.text(".big").contains("11,063,429"), "{}", page.text(".big"));
    assert_eq!(
        page.js(
            "[...document.querySelectorAll('.hero, .figure, .checks')].some((e) => [...e.querySelectorAll('[data-origin]')].some((n) => n.textContent.includes('万元')))"
        ),
        false
    );
    page.click("[data-figure=change] .way:not([hidden]) .table-fold > summary");
    page.wait_to_show("[data-figure=change] table");
    assert!(page.text("[data-figure=change] thead").contains("元"));
}
