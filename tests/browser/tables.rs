//! Tables: on a phone each row is a list, and yet it is a table to those who listen; sorting works in both shapes.

use super::harness::{Page, open};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn unfold(page: &Page) {
    page.js("document.querySelectorAll('.table-fold').forEach((fold) => (fold.open = true))");
}

/// How many parts of each role a screen reader finds in a figure's table.
fn roles(page: &Page, figure: &str) -> BTreeMap<String, usize> {
    page.wait_for("all laid out", "!('near' in document.documentElement.dataset)");
    let table = page
        .js(&format!("document.querySelector('[data-figure={figure}] table').setAttribute('id', 'table-under-test')"));
    assert_eq!(table, Value::Null);
    let root = page.cdp("DOM.getDocument", json!({}))["root"]["nodeId"].clone();
    let node =
        page.cdp("DOM.querySelector", json!({ "nodeId": root, "selector": "#table-under-test" }))["nodeId"].clone();
    let tree = page.cdp("Accessibility.queryAXTree", json!({ "nodeId": node }));
    let mut roles = BTreeMap::new();
    for node in tree["nodes"].as_array().unwrap() {
        if node["ignored"] != true {
            *roles.entry(node["role"]["value"].as_str().unwrap_or_default().to_owned()).or_insert(0) += 1;
        }
    }
    roles
}

#[test]
fn on_a_phone_no_number_is_cut_and_each_stands_beside_its_columns_name() {
    for (lang, unit) in [("zh", "wan"), ("en", "yuan"), ("en", "wan")] {
        let page = open(&format!("?lang={lang}&unit={unit}"), 360, 740);
        unfold(&page);
        let wide = "[...document.querySelectorAll('.table-scroll')].filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.ariaLabel)";
        assert_eq!(page.js(wide), json!([]), "{lang} {unit}");
        let cell = page.js("(() => {
                const cell = document.querySelector('[data-figure=three_public] tbody td')
                const head = document.querySelector('[data-figure=three_public] thead th:nth-child(2)')
                return [getComputedStyle(cell, '::before').content.includes(head.textContent), cell.getBoundingClientRect().width > 250]
            })()");
        assert_eq!(cell, json!([true, true]), "{lang} {unit}");
        assert_eq!(page.axe(), [""; 0], "{lang} {unit}");
    }
}

#[test]
fn in_both_shapes_it_is_the_same_table_to_those_who_listen() {
    let wide = open("?lang=zh", 1280, 800);
    unfold(&wide);
    let as_table = roles(&wide, "three_public");
    drop(wide);
    let narrow = open("?lang=zh", 360, 740);
    unfold(&narrow);
    assert_eq!(
        narrow.js("getComputedStyle(document.querySelector('[data-figure=three_public] table')).display"),
        "block"
    );
    let as_list = roles(&narrow, "three_public");
    for role in ["table", "row", "columnheader", "rowheader", "cell"] {
        assert!(as_table[role] > 0 && as_list.get(role) == Some(&as_table[role]), "{role}: {as_table:?} {as_list:?}");
    }
}

#[test]
fn rows_are_sorted_on_a_phone_too() {
    let page = open("?lang=zh", 360, 740);
    unfold(&page);
    let rows = "[...document.querySelectorAll('[data-figure=three_public] tbody th')].map((head) => head.textContent)";
    let before = page.js(rows);
    page.click("[data-figure=three_public] .sort[data-column=\"1\"]");
    page.wait_for(
        "the greatest first",
        "document.querySelector('[data-figure=three_public] tbody th').textContent.includes('公务用车运行')",
    );
    assert_ne!(page.js(rows), before);
    let arrow = page.js(
        "getComputedStyle(document.querySelector('[data-figure=three_public] [aria-sort] .sort'), '::after').content",
    );
    assert!(arrow.as_str().unwrap().contains('↓'), "{arrow}");
}

#[test]
fn a_table_that_has_room_stays_one_whatever_else_the_page_holds() {
    let page = open("?lang=zh", 1280, 800);
    unfold(&page);
    let blocks = "[...document.querySelectorAll('.way:not([hidden]) table')].filter((e) => getComputedStyle(e).display !== 'table').length";
    assert_eq!(page.js(blocks), 0);
    // The parts of a whole stand under it, and nobody takes them apart.
    let indent = "(row) => parseFloat(getComputedStyle(document.querySelector(`[data-figure=running] tbody ${row} > th`)).paddingLeft)";
    assert_eq!(page.js(&format!("({indent})('[data-depth]') > ({indent})('tr:not([data-depth])')")), true);
    assert_eq!(page.js("document.querySelectorAll('[data-figure=running] .sort').length"), 0);
}
