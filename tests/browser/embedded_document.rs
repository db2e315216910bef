//! The document inside the page: shown as text whatever it contains, and reported where it is missing or no disclosure.

use super::harness::visit;
use serde_json::json;

const DISCLOSURE: &str = include_str!("../../data/disclosure.txt");

#[test]
fn markup_in_a_document_is_shown_as_text() {
    let hostile = "</script><script>document.title='stolen'</script><!-- <script> \u{2028} \\\" ]]> -->";
    // Behind the text, so that all else is read as before; the page must still show it to the letter.
    let page = visit("?lang=zh").with_document(&format!("{DISCLOSURE}\r\n\r\n{hostile}\r\n")).open();
    assert!(page.js("document.title").as_str().unwrap().contains("重庆市大足区人民政府办公室"));
    // U+2028 ends a line of the text.
    let shown =
        page.js("[...document.querySelectorAll('#source .original > *')].slice(-2).map((line) => line.textContent)");
    let lines: Vec<&str> = hostile.split('\u{2028}').map(str::trim_end).collect();
    assert_eq!(shown, json!(lines));
    assert_eq!(page.count("#source script"), 0);
}

#[test]
fn a_page_without_a_document_reports_that_in_both_languages() {
    let page = visit("?lang=zh").without_document().open();
    let said = page.text("main");
    assert!(said.contains("没有预算文件") && said.contains("carries no budget document"), "{said}");
    assert_eq!(page.axe(), [""; 0]);
}

#[test]
fn a_document_that_is_no_disclosure_is_reported_with_the_reason() {
    let page = visit("?lang=zh").with_document("").open();
    assert!(page.text("main").contains("里面没有文字"), "{}", page.text("main"));
    let page = {
        drop(page);
        visit("?lang=zh").with_document("从前有座山，山里有座庙。").open()
    };
    assert!(page.text("main").contains("没有找到收入预算"), "{}", page.text("main"));
}

#[test]
fn numbers_that_the_parser_did_not_understand_are_reported_at_the_top() {
    let (before, after) = DISCLOSURE.split_once("\n部门预算情况说明\n").unwrap();
    let text = format!("{before}\n另有某某事项77万元。\n\n部门预算情况说明\n{after}");
    let page = visit("?lang=zh").with_document(&text).open();
    page.wait_to_show("[data-alert=unread]");
    assert!(page.text("[data-alert=unread]").contains("1 个数没有读懂"), "{}", page.text("[data-alert=unread]"));
    assert!(!page.shows("[data-alert=conflicts]"));
    page.click("[data-alert=unread] a");
    page.wait_for("the original text", "location.hash === '#source'");
    assert!(page.shows("#source [data-unread]"));
}
