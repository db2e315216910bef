//! What a reader is told where something does not come.

use super::harness::visit;

#[test]
fn without_the_chart_bundle_words_and_tables_stay_and_a_sentence_says_so() {
    let page = visit("?lang=zh").without("charts-").open();
    page.js("document.querySelector('.chart').scrollIntoView()");
    page.wait_to_show("[data-figure=flow] .failed");
    assert!(page.text("[data-figure=flow] .failed").contains("图没有加载成功"));
    assert!(page.text("[data-figure=flow] h2").contains("一般公共预算拨款"));
    page.click("[data-figure=flow] .way:not([hidden]) .table-fold > summary");
    page.wait_to_show("[data-figure=flow] table");
}

#[test]
fn without_webassembly_one_sentence_says_so_in_both_languages() {
    let page = visit("?lang=zh").without(".wasm").never_ready().open();
    page.wait_to_show("#waiting [data-while=failed]");
    let said = page.text("#waiting");
    assert!(said.contains("没能打开明白账") && said.contains("could not start"), "{said}");
    assert!(!said.contains("正在打开"), "{said}");
}

#[test]
fn without_the_apps_script_one_sentence_says_so() {
    let page = visit("?lang=zh").without("app-").never_ready().open();
    page.wait_to_show("#waiting [data-while=failed]");
}
