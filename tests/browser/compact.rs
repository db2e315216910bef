//! The compact form of a figure page, which articles embed: finding, chart and source.

use super::charts::FIGURES;
use super::examples::example;
use super::harness::{ChartContents, Page, root, visit};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use std::fs;

/// The height in pixels that the compact form does not exceed in an article.
const HEIGHT: f64 = 520.0;

fn address(figure: &str, lang: Lang) -> String {
    format!("{}?compact", PageKind::from_hook(figure).path(lang))
}

/// Waits until the chart that is shown, if there is one, is drawn for the width that it has.
#[track_caller]
fn wait_until_drawn(page: &Page) {
    page.wait_for(
        "the chart",
        "[...document.querySelectorAll('.figure-view:not([hidden]) .chart')].every((it) =>
            it.dataset.drawn && Math.abs(it.querySelector('svg').getBoundingClientRect().width - it.clientWidth) < 2)",
    );
    page.settle();
}

/// What of the compact form is wrong at the width that the page has.
#[track_caller]
fn look_at(page: &Page, figure: &str, context: &str) -> f64 {
    wait_until_drawn(page);
    assert!(!page.scrolls_sideways(), "{context} scrolls sideways");
    if page.count(".figure-view:not([hidden]) .chart") > 0 {
        let ChartContents { shapes, labels, labels_outside } = page.chart(figure).contents();
        assert!(shapes > 0 && labels > 1, "{context}: {shapes} shapes, {labels} labels");
        assert_eq!(labels_outside, 0, "{context}: labels outside the chart");
    }
    let small = "[...document.querySelectorAll('#page :is(h2, p, text, a, span)')].filter((it) => it.checkVisibility()
        && parseFloat(getComputedStyle(it).fontSize) < 12).length";
    assert_eq!(page.js(small), 0, "{context}: letters of less than 12 px");
    page.js("document.body.getBoundingClientRect().height").as_f64().unwrap()
}

/// Looks at every figure of a document, in an article's column and on a phone.
fn every_figure(document: Option<u32>) {
    let visit = visit("");
    let page = match document {
        Some(n) => visit.with_document(&example(n)).open_browser(),
        None => visit.open_browser(),
    };
    for lang in Lang::ALL {
        for figure in FIGURES {
            page.goto_at(&address(figure, lang), 680, 800);
            let context = format!("{document:?} {} {figure}", lang.code());
            let height = look_at(&page, figure, &context);
            assert!((60.0..=HEIGHT).contains(&height), "{context}: {height} px high");
            page.resize(360, 800);
            let height = look_at(&page, figure, &format!("{context} 360"));
            assert!(height <= 1200.0, "{context}: {height} px high on a phone");
        }
    }
}

#[test]
fn every_figure_of_the_disclosure_fits_into_an_article() {
    every_figure(None);
}

fn every_figure_of_example(n: u32) {
    every_figure(Some(n));
}

tests_of_examples! {
    every_figure_of_example:
    every_figure_of_example_1_fits_into_an_article = 1,
    every_figure_of_example_2_fits_into_an_article = 2,
    every_figure_of_example_3_fits_into_an_article = 3,
    every_figure_of_example_4_fits_into_an_article = 4,
    every_figure_of_example_5_fits_into_an_article = 5,
    every_figure_of_example_6_fits_into_an_article = 6,
    every_figure_of_example_7_fits_into_an_article = 7,
    every_figure_of_example_8_fits_into_an_article = 8,
}

/// What the compact form leaves out.
const LEFT_OUT: [&str; 10] = [
    ".figure-page-bar .brand",
    ".figure-page-bar .choices",
    ".figure > .question",
    ".subtitle",
    ".explanations",
    ".notes",
    ".source",
    ".folds",
    "#source",
    ".foot",
];

/// The words that are seen above the chart.
const WORDS_BEFORE_THE_CHART: &str = "[...document.querySelectorAll('h1, h2')]
    .filter((it) => it.checkVisibility() && it.getBoundingClientRect().bottom <= document.querySelector('.chart').getBoundingClientRect().top)
    .map((it) => it.textContent).join('')";

#[test]
fn it_has_finding_chart_and_source_with_links_to_the_sentence_and_the_whole_figure() {
    let page = visit("figure/change.html?compact").size(680, 800).open();
    wait_until_drawn(&page);
    for part in LEFT_OUT {
        assert!(!page.shows(part), "{part}");
    }
    for part in ["h2", ".chart svg", ".compact-source"] {
        assert!(page.shows(part), "{part}");
    }
    assert_eq!(
        page.js(WORDS_BEFORE_THE_CHART),
        "重庆市大足区人民政府办公室，2023年项目支出减少 67\u{202f}万元，总预算仍增加 107.78\u{202f}万元"
    );
    let source = page.text(".compact-source");
    for words in ["2023年部门预算情况说明", "第 58、60、64、70、74 行", "不是实际花掉的钱"] {
        assert!(source.contains(words), "{words} is not in {source}");
    }
    let links = page.js("[...document.querySelectorAll('.compact-source a')].map((a) => a.href)");
    let site = page.site().url("index.html");
    assert_eq!(links, serde_json::json!([format!("{site}#source=58"), format!("{site}#figure=change")]));
    // What a card links to is not on this page either.
    page.click("h2 .amount");
    page.popup().wait_open();
    let href = page.js("document.querySelector('#popup a[href*=\"#source=\"]').getAttribute('href')");
    assert!(href.as_str().unwrap().starts_with("../index.html#source="), "{href}");
    drop(page);
    // Another view of a figure, by its address.
    let page = visit("figure/flow.html?compact#figure=flow&view=nature").size(680, 800).open();
    page.wait_for("the view", "document.querySelector('[data-view=\"1\"]:not([hidden])')");
    wait_until_drawn(&page);
    assert!(page.js("document.body.getBoundingClientRect().height").as_f64().unwrap() <= HEIGHT);
}

#[test]
fn on_a_phone_each_class_has_its_meaning() {
    for (address, meaning) in [("", "主要是替职工缴的住房公积金"), ("en/", "Mainly the housing fund of its staff")]
    {
        let page = visit(&format!("{address}figure/purpose.html?compact")).size(360, 800).open();
        wait_until_drawn(&page);
        let labels = page.js("[...document.querySelectorAll('.chart text')].map((it) => it.textContent).join(' ')");
        assert!(labels.as_str().unwrap().contains(meaning), "{address}: {labels}");
    }
}

#[test]
fn a_reason_that_opposes_its_change_is_remarked_upon() {
    let text = fs::read_to_string(root().join("data/disclosure.txt")).unwrap();
    let page = visit("figure/three_public.html?compact")
        .with_document(&text.replace("进一步规范公务接待相关要求", "新增接待任务"))
        .size(680, 800)
        .open();
    wait_until_drawn(&page);
    let remark = page.text(".compact-remark");
    assert!(remark.starts_with("公务接待费") && remark.contains("写的是减少，原因里却说“新增”"), "{remark}");
    assert!(page.js("document.body.getBoundingClientRect().height").as_f64().unwrap() <= HEIGHT);
}

#[test]
fn without_scripts_the_page_is_whole() {
    let page = visit("figure/three_public.html?compact").size(680, 800).open_scriptless();
    for part in ["h1", ".figure > .question", ".explanations", ".notes", ".source", "#source .original", ".foot"] {
        assert!(page.shows(part), "{part}");
    }
    assert!(!page.shows(".compact-source"));
}
