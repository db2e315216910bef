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
fn without_webassembly_the_page_stays_readable_and_one_sentence_says_what_is_missing() {
    for (address, said) in [("", "图不能点开"), ("en/index.html", "charts cannot be opened")] {
        let page = visit(address).without(".wasm").never_ready().open();
        page.wait_to_show("#failed");
        assert!(page.text("#failed").contains(said), "{}", page.text("#failed"));
        assert!(page.shows("#figure-flow") && page.shows("#source .original p"));
        assert!(!page.shows("[data-choice=find]"), "no button that does nothing");
        page.click("[data-figure=flow] .table-fold > summary");
        page.wait_to_show("[data-figure=flow] table");
    }
}

#[test]
fn without_the_apps_script_one_sentence_says_so() {
    let page = visit("?lang=zh").without("app-").never_ready().open();
    page.wait_to_show("#failed");
}
