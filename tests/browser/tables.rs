//! Tables: on a phone each row is laid out as a list, but remains a table for screen readers; sorting works in both layouts.

use super::harness::{Page, open, open_browser};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How many parts of each role a screen reader finds in a figure's table.
fn roles(page: &Page, figure: &str) -> BTreeMap<String, usize> {
    page.wait_until_laid_out();
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
fn on_a_phone_each_number_is_shown_with_its_column_name() {
    let page = open_browser();
    for (lang, unit) in [("zh", "wan"), ("en", "yuan"), ("en", "wan")] {
        page.goto_at(&format!("?lang={lang}&unit={unit}"), 360, 740);
        page.unfold_everything();
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
fn the_accessibility_tree_is_the_same_on_phone_and_desktop() {
    let wide = open("?lang=zh", 1280, 800);
    wide.unfold_everything();
    let as_table = roles(&wide, "three_public");
    drop(wide);
    let narrow = open("?lang=zh", 360, 740);
    narrow.unfold_everything();
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
fn rows_can_be_sorted_on_a_phone() {
    let page = open("?lang=zh", 360, 740);
    page.unfold_everything();
    let rows = "[...document.querySelectorAll('[data-figure=three_public] tbody th')].map((head) => head.textContent)";
    let before = page.js(rows);
    page.click("[data-figure=three_public] .sort[data-column=\"1\"]");
    page.wait_for_text("[data-figure=three_public] tbody th", "公务用车运行");
    assert_ne!(page.js(rows), before);
    let arrow = page.js(
        "getComputedStyle(document.querySelector('[data-figure=three_public] [aria-sort] .sort'), '::after').content",
    );
    assert!(arrow.as_str().unwrap().contains('↓'), "{arrow}");
}

#[test]
fn a_table_with_enough_room_is_laid_out_as_a_table() {
    let page = open("?lang=zh", 1280, 800);
    page.unfold_everything();
    let blocks = "[...document.querySelectorAll('.figure-view:not([hidden]) table')].filter((e) => getComputedStyle(e).display !== 'table').length";
    assert_eq!(page.js(blocks), 0);
    // Parts are indented below their total, and such a table cannot be sorted.
    let indent = "(row) => parseFloat(getComputedStyle(document.querySelector(`[data-figure=running] tbody ${row} > th`)).paddingLeft)";
    assert_eq!(page.js(&format!("({indent})('[data-depth]') > ({indent})('tr:not([data-depth])')")), true);
    assert_eq!(page.count("[data-figure=running] .sort"), 0);
}
