//! The page before, and without, any script; and how the app takes it over.

use super::harness::{open, visit};
use serde_json::json;

#[test]
fn without_scripts_all_words_tables_terms_and_sources_are_there() {
    for (address, lang, other) in [("", "zh-CN", "en/index.html"), ("en/index.html", "en", "../index.html")] {
        let page = visit(address).open_scriptless();
        assert_eq!(page.js("document.documentElement.lang"), lang);
        assert_eq!(page.js("document.documentElement.dataset.ready ?? ''"), "");
        for part in
            ["#figure-flow", "#figure-office", "#glossary details", "#checks [data-check]", "#source .original p"]
        {
            assert!(page.shows(part), "{address} {part}");
        }
        let folded =
            "[...document.querySelectorAll('.table-fold')].every((fold) => fold.querySelector('table tbody tr'))";
        assert_eq!(page.js(folded), true);
        // Every way within the page leads somewhere, and the other language is one link away.
        let lost = "[...document.querySelectorAll('a[href^=\"#\"]')].filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).length";
        assert_eq!(page.js(lost), 0);
        assert_eq!(page.attribute("[data-choice=lang]", "href").as_deref(), Some(other));
    }
}

#[test]
fn the_app_takes_over_what_is_there_and_writes_nothing_anew() {
    for address in ["", "en/index.html"] {
        let page = visit(address).never_ready().without("app-").open();
        page.wait_to_show("#failed");
        let words = "document.querySelectorAll('#page *').length - document.querySelectorAll('.chart *').length";
        let before = page.js(words);
        drop(page);
        let page = open(address, 1280, 900);
        page.settle();
        // The links of what was taken over have been led further.
        assert_eq!(page.js("document.querySelectorAll('a[data-bytes]').length"), 0);
        assert_eq!(page.js(words), before, "{address}");
        page.click(".lede .amount[data-origin=stated]");
        page.wait_to_show("#popup mark");
        page.press(thirtyfour::Key::Escape);
        page.click(".lede .amount[data-origin=computed]");
        page.wait_to_show("#popup .formula");
    }
}

#[test]
fn another_language_that_is_asked_for_is_another_page_before_anything_is_painted() {
    let page = open("?lang=en#figure=change", 1280, 800);
    assert!(page.address().contains("/en/index.html?lang=en#figure=change"), "{}", page.address());
    page.js("document.querySelector('[data-choice=lang]').click()");
    page.wait_for("Chinese", "document.documentElement.lang === 'zh-CN'");
    page.reload();
    assert!(!page.address().contains("/en/"), "{}", page.address());
    assert_eq!(page.js("document.documentElement.lang"), "zh-CN");
}

#[test]
fn the_page_says_what_it_is_about() {
    let page = open("", 1280, 800);
    let content = |name: &str| page.attribute(name, "content").unwrap_or_default();
    assert!(page.js("document.title").as_str().unwrap().contains("重庆市大足区人民政府办公室"));
    assert!(content("meta[name=description]").contains("1,675.82"), "{}", content("meta[name=description]"));
    assert_eq!(content("meta[property='og:title']"), page.js("document.title").as_str().unwrap());
    let data = page.js("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph'].map((it) => it['@type'])");
    assert_eq!(data, json!(["Report", "Dataset"]));
}

#[test]
fn a_picture_stands_in_for_each_chart_and_nothing_moves_when_it_comes_to_life() {
    for (address, width) in
        [("?theme=light", 360), ("?theme=dark", 360), ("?theme=light", 1280), ("en/index.html?theme=dark", 768)]
    {
        let page = visit(address).size(width, 900).without("app-").never_ready().open();
        page.wait_to_show("#failed");
        // What is said of the fault is not on the other page.
        page.js("(document.querySelector('#failed').remove(), delete document.documentElement.dataset.failed)");
        page.js("document.querySelectorAll('img').forEach((img) => (img.loading = 'eager'))");
        page.wait_for(
            "a picture in every chart",
            "[...document.querySelectorAll('.way:not([hidden]) .chart')].every((chart) => [...chart.querySelectorAll('img')].filter((img) => img.checkVisibility() && img.complete && img.naturalWidth > 0).length === 1)",
        );
        let places = "JSON.stringify([...document.querySelectorAll('h2, .chart, .explanations li, tr')].filter((e) => !e.closest('[hidden]')).map((e) => Math.round(e.getBoundingClientRect().top + scrollY)))";
        let before = page.js(places);
        drop(page);
        let page = visit(address).size(width, 900).open();
        for figure in super::figures::FIGURES {
            super::figures::draw(&page, figure);
        }
        assert_eq!(page.js("document.querySelectorAll('.way:not([hidden]) .chart img').length"), 0);
        assert_eq!(page.js(places), before, "{address} {width}");
    }
}
