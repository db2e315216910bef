//! The page of one figure: prerendered, without any script, and live.

use super::charts::FIGURES;
use super::harness::{Page, open, open_browser, visit};
use super::system_preferences::BROKEN;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use serde_json::json;
use thirtyfour::Key;

/// The address of a figure's own page, with what follows its path.
fn alone(figure: &str, lang: Lang, rest: &str) -> String {
    PageKind::from_hook(figure).path(lang) + rest
}

#[test]
fn without_scripts_text_table_picture_terms_and_sources_are_shown() {
    for (figure, lang) in [("change", Lang::Zh), ("flow", Lang::En)] {
        let page = visit(&alone(figure, lang, "")).size(360, 900).open_scriptless();
        assert_eq!(page.js("document.documentElement.dataset.ready ?? ''"), "");
        assert_eq!(page.settings().language(), lang.tag());
        for part in ["h1", "h2", ".notes", ".source a", "#glossary summary", "#source .original > *", ".foot"] {
            assert!(page.shows(part), "{figure} {part}");
        }
        page.click(".table-fold > summary");
        page.wait_to_show(".table-fold tbody td");
        page.chart(figure).wait_for_placeholder();
        let lost = "[...document.querySelectorAll('a[href^=\"#\"]')].filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).length";
        assert_eq!(page.js(lost), 0);
        // What sorts a table is its column's name, and no more than that here.
        let buttons = "document.querySelectorAll('button:not(.sort, .needs-script, .needs-script *)').length";
        assert_eq!(page.js(buttons), 0, "a button that would do nothing");
    }
}

#[test]
fn the_app_takes_the_prerendered_page_over_without_layout_shift() {
    for (figure, lang, width, theme) in [
        ("change", Lang::Zh, 360, "light"),
        ("purpose", Lang::En, 360, "dark"),
        ("flow", Lang::Zh, 1280, "dark"),
        ("running", Lang::En, 1280, "light"),
    ] {
        let address = alone(figure, lang, &format!("?theme={theme}"));
        let page = visit(&address).size(width, 900).without("app-").never_ready().open();
        page.wait_to_show("#failed");
        page.js("(document.querySelector('#failed').remove(), delete document.documentElement.dataset.failed)");
        let places = "JSON.stringify([...document.querySelectorAll('h1, h2, .chart, .explanations li, tr, .entry, .original > *, .foot p')].filter((e) => !e.closest('[hidden]')).map((e) => Math.round(e.getBoundingClientRect().top + scrollY)))";
        let words =
            "document.querySelectorAll('#page *:not(#failed)').length - document.querySelectorAll('.chart *').length";
        let before = (page.js(places), page.js(words));
        drop(page);
        let page = open(&address, width, 900);
        page.chart(figure).draw();
        assert_eq!(page.count("a[data-bytes]"), 0, "the links lead further");
        assert_eq!((page.js(places), page.js(words)), before, "{address} {width}");
        assert_eq!(page.settings().theme(), theme);
    }
}

#[test]
fn terms_amounts_and_sources_link_within_the_page() {
    let page = open_browser();
    for (figure, lang) in [("three_public", Lang::Zh), ("change", Lang::En)] {
        page.goto_at(&alone(figure, lang, ""), 1280, 800);
        page.click(".figure .term");
        page.popup().wait_open();
        page.press(Key::Escape);
        page.click(".figure h2 .amount, .figure .explanations .amount[data-origin=stated]");
        page.popup().wait_for_quote();
        page.popup().follow_source();
        page.wait_for("the words in the source", "document.querySelector('#source mark')");
        assert!(page.js("location.pathname").as_str().unwrap().ends_with(&alone(figure, lang, "")));
        page.click(".figure .source a");
        page.wait_for("the sentence", "document.activeElement.closest('#source')");
        page.go_back();
        page.wait_for("the focus back", "document.activeElement.matches('.figure .source a')");
        // Every number's proof is here: no card on this page leads to a line that is not.
        let lost = "[...document.querySelectorAll('.figure a.amount, .figure .source a, .figure .popup-by a')].filter((a) => !a.getAttribute('href').startsWith('#source=') || !document.getElementById(a.getAttribute('href').slice(1).split('.')[0])).length";
        assert_eq!(page.js(lost), 0);
    }
}

#[test]
fn links_to_other_figures_lead_to_the_report() {
    let page = open(&alone("change", Lang::En, ""), 1280, 800);
    let away = page.attribute("#source a.cited[href*='figure=purpose']", "href").unwrap();
    assert!(away.starts_with("../../en/index.html#figure=purpose&line=expenditure."), "{away}");
    page.click("#source a.cited[href*='figure=purpose']");
    page.wait_for(
        "the whole page",
        "location.pathname.endsWith('/en/index.html') && document.documentElement.dataset.ready",
    );
    page.popup().wait_open();
    page.goto(&alone("change", Lang::Zh, ""));
    page.click(".figure-page-bar .brand");
    page.wait_for("the figure on the whole page", "location.href.endsWith('/index.html#figure=change')");
}

#[test]
fn the_language_can_be_switched_with_and_without_the_app() {
    let page = visit(&alone("nature", Lang::Zh, "")).size(360, 900).open_scriptless();
    assert_eq!(page.attribute("[data-choice=lang]", "href").as_deref(), Some("../en/figure/nature.html"));
    drop(page);
    let page = open(&alone("nature", Lang::Zh, "?theme=dark"), 360, 800);
    page.settings().press_language();
    page.settings().wait_for_language("en");
    assert_eq!(page.count("[data-figure]"), 1, "it stays the page of one figure");
    assert_eq!(page.attribute(".figure-page-bar .brand", "href").as_deref(), Some("../en/index.html#figure=nature"));
    assert!(page.js("document.title").as_str().unwrap().contains("Mingbai"));
    page.chart("nature").draw();
    page.reload();
    assert!(page.address().contains("/en/figure/nature.html?lang=en&theme=dark"), "{}", page.address());
}

#[test]
fn a_line_in_the_address_opens_its_popup_and_an_unknown_one_does_no_harm() {
    let page = open(&alone("change", Lang::Zh, "?line=appropriation.project"), 1280, 800);
    page.popup().wait_open();
    assert!(page.popup().text().contains("项目支出"));
    assert!(page.shows("[data-explains='appropriation.project'].lit"));
    page.press(Key::Escape);
    page.wait_for("the line forgotten", "!location.search.includes('line=')");
    for unknown in ["?line=no.such", "?line=%00%FF", "?line=", "?line=%3Cscript%3E", "#source=9999", "#figure=flow"] {
        page.goto("figure/office.html");
        page.goto(&alone("change", Lang::Zh, unknown));
        page.settle();
        assert!(!page.popup().is_open(), "{unknown}");
        assert!(page.shows(".figure h2") && page.shows("#source"), "{unknown}");
    }
    page.goto(&alone("change", Lang::Zh, "?line=no.such"));
    page.wait_to_show(".place-not-found");
    // The same question on the whole page.
    page.goto("?line=three_public.reception");
    page.popup().wait_open();
    assert!(page.shows("[data-figure=three_public] [data-explains='three_public.reception'].lit"));
}

#[test]
fn the_unit_and_the_text_size_of_the_address_are_applied() {
    let page = open(&alone("nature", Lang::Zh, "?unit=yuan&text=large"), 768, 900);
    page.wait_for_text(".figure", "14,758,200");
    assert_eq!(page.js("document.documentElement.dataset.text"), "large");
    assert_eq!(page.count("[data-figure]"), 1);
    page.chart("nature").draw();
}

#[test]
fn it_requests_the_same_files_as_the_report_and_no_others() {
    let files = |page: &Page| {
        let mut files: Vec<String> = page.site().requests().into_iter().map(|request| request.path).collect();
        files.retain(|file| file.contains("/app-") || file.contains("/charts-"));
        files.sort();
        files.dedup();
        files
    };
    // A figure that is shown first: whoever chooses another one of its group fetches what moves the marks.
    let page = open("?lang=zh", 1280, 800);
    page.chart("purpose").draw();
    let whole = files(&page);
    drop(page);
    let page = open(&alone("purpose", Lang::Zh, ""), 1280, 800);
    page.chart("purpose").draw();
    assert_eq!(files(&page), whole);
    // What was read comes with a file of its own: nothing here reads.
    let carried = page.site().requests().into_iter().filter(|request| request.path.contains("/carried-"));
    assert_eq!(carried.count(), 1, "fetched ahead, and not again");
    assert_eq!((page.foreign_requests(), page.missing_files()), (vec![], vec![]));
    // A manifest is asked for only where a page is kept.
    let manifest = page.attribute("link[rel=manifest]", "href").unwrap();
    assert_eq!(page.js(&format!("fetch('{manifest}').then((answer) => answer.json()).then((it) => it.lang)")), "zh-CN");
}

#[test]
fn axe_finds_nothing() {
    let page = open_browser();
    for (lang, theme, width) in [(Lang::Zh, "light", 360), (Lang::En, "dark", 1280)] {
        for figure in FIGURES {
            page.goto_at(&alone(figure, lang, &format!("?theme={theme}")), width, 800);
            page.chart(figure).draw();
            page.unfold_everything();
            assert_eq!(page.axe(), [""; 0], "{figure} {lang:?} {width}");
        }
    }
}

#[test]
fn nothing_is_cut_off_at_any_width() {
    let page = open_browser();
    for lang in Lang::ALL {
        for figure in FIGURES {
            page.goto_at(&alone(figure, lang, ""), 280, 900);
            page.unfold_everything();
            for width in [280, 360, 768, 1200] {
                page.resize(width, 900);
                page.chart(figure).draw();
                page.settle();
                assert_eq!(page.js(BROKEN), json!([]), "{figure} {lang:?} {width}");
            }
        }
    }
}

#[test]
fn conflicting_amounts_are_reported_on_the_page_that_shows_them() {
    let page = visit("figure/change.html?lang=zh").with_document(&super::examples::example(1)).open();
    page.wait_to_show("[data-alert=conflicts]");
    assert!(page.attribute("[data-alert=conflicts] .fact-more", "href").unwrap().ends_with("index.html#checks"));
    page.goto("figure/office.html?lang=zh");
    assert!(!page.shows("[data-alert=conflicts]"), "no number of that figure conflicts");
}

#[test]
fn a_figure_in_its_empty_state_gives_the_reason_on_its_page() {
    let page = visit("figure/three_public.html?lang=zh").with_document(&super::examples::example(3)).open();
    assert!(page.shows(".figure[data-empty-state] h2") && page.shows(".foot"));
    assert_eq!(page.js("document.documentElement.dataset.sheet"), "three_public");
    assert_eq!(page.axe(), [""; 0]);
}
