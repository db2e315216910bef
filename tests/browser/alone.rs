//! A figure's own page: still, without any script, and live.

use super::figures::{FIGURES, draw};
use super::harness::{Page, open, visit};
use super::paper::BROKEN;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use serde_json::json;
use thirtyfour::Key;

/// The address of a figure's own page, with what follows its path.
fn alone(figure: &str, lang: Lang, rest: &str) -> String {
    PageKind::from_hook(figure).path(lang) + rest
}

#[test]
fn without_scripts_words_table_picture_terms_and_sources_are_there() {
    for (figure, lang) in [("change", Lang::Zh), ("flow", Lang::En)] {
        let page = visit(&alone(figure, lang, "")).size(360, 900).open_scriptless();
        assert_eq!(page.js("document.documentElement.dataset.ready ?? ''"), "");
        assert_eq!(page.js("document.documentElement.lang"), lang.tag());
        for part in ["h1", "h2", ".notes", ".source a", "#glossary summary", "#source .original > *", ".foot"] {
            assert!(page.shows(part), "{figure} {part}");
        }
        page.click(".table-fold > summary");
        page.wait_to_show(".table-fold tbody td");
        page.wait_for(
            "the picture",
            "[...document.querySelectorAll('.way:not([hidden]) .chart img')].some((img) => img.checkVisibility() && img.complete && img.naturalWidth > 0)",
        );
        let lost = "[...document.querySelectorAll('a[href^=\"#\"]')].filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).length";
        assert_eq!(page.js(lost), 0);
        // What sorts a table is its column's name, and no more than that here.
        let buttons = "document.querySelectorAll('button:not(.sort, .needs-script, .needs-script *)').length";
        assert_eq!(page.js(buttons), 0, "a button that would do nothing");
    }
}

#[test]
fn the_app_takes_it_over_as_it_stands_and_nothing_moves() {
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
        draw(&page, figure);
        assert_eq!(page.js("document.querySelectorAll('a[data-bytes]').length"), 0, "the links lead further");
        assert_eq!((page.js(places), page.js(words)), before, "{address} {width}");
        assert_eq!(page.js("document.documentElement.dataset.theme"), theme);
    }
}

#[test]
fn terms_amounts_and_sources_work_inside() {
    for (figure, lang) in [("three_public", Lang::Zh), ("change", Lang::En)] {
        let page = open(&alone(figure, lang, ""), 1280, 800);
        page.click(".figure .term");
        page.wait_to_show("#popup");
        page.press(Key::Escape);
        page.click(".figure h2 .amount, .figure .explanations .amount[data-origin=stated]");
        page.wait_to_show("#popup mark");
        page.click("#popup .popup-by a");
        page.wait_for("the words in the source", "document.querySelector('#source mark')");
        assert!(page.js("location.pathname").as_str().unwrap().ends_with(&alone(figure, lang, "")));
        page.click(".figure .source a");
        page.wait_for("the sentence", "document.activeElement.closest('#source')");
        page.js("history.back()");
        page.wait_for("the focus back", "document.activeElement.matches('.figure .source a')");
        // Every number's proof is here: no card on this page leads to a line that is not.
        let lost = "[...document.querySelectorAll('.figure a.amount, .figure .source a, .figure .popup-by a')].filter((a) => !a.getAttribute('href').startsWith('#source=') || !document.getElementById(a.getAttribute('href').slice(1).split('.')[0])).length";
        assert_eq!(page.js(lost), 0);
    }
}

#[test]
fn what_it_does_not_hold_is_on_the_whole_page() {
    let page = open(&alone("change", Lang::En, ""), 1280, 800);
    let away = page.attribute("#source a.cited[href*='figure=purpose']", "href").unwrap();
    assert!(away.starts_with("../../en/index.html#figure=purpose&line=expenditure."), "{away}");
    page.click("#source a.cited[href*='figure=purpose']");
    page.wait_for(
        "the whole page",
        "location.pathname.endsWith('/en/index.html') && document.documentElement.dataset.ready",
    );
    page.wait_to_show("#popup");
    page.goto(&alone("change", Lang::Zh, ""));
    page.click(".alone-bar .brand");
    page.wait_for("the figure on the whole page", "location.href.endsWith('/index.html#figure=change')");
}

#[test]
fn the_other_language_is_one_press_away_before_the_app_and_after() {
    let page = visit(&alone("nature", Lang::Zh, "")).size(360, 900).open_scriptless();
    assert_eq!(page.attribute("[data-choice=lang]", "href").as_deref(), Some("../en/figure/nature.html"));
    drop(page);
    let page = open(&alone("nature", Lang::Zh, "?theme=dark"), 360, 800);
    page.click("[data-choice=lang]");
    page.wait_for("English", "document.documentElement.lang === 'en'");
    assert_eq!(page.js("document.querySelectorAll('[data-figure]').length"), 1, "it stays the page of one figure");
    assert_eq!(page.attribute(".alone-bar .brand", "href").as_deref(), Some("../en/index.html#figure=nature"));
    assert!(page.js("document.title").as_str().unwrap().contains("Mingbai"));
    draw(&page, "nature");
    page.reload();
    assert!(page.address().contains("/en/figure/nature.html?lang=en&theme=dark"), "{}", page.address());
}

#[test]
fn a_line_can_be_asked_for_and_one_that_is_not_there_does_no_harm() {
    let page = open(&alone("change", Lang::Zh, "?line=appropriation.project"), 1280, 800);
    page.wait_to_show("#popup");
    assert!(page.text("#popup").contains("项目支出"));
    assert!(page.shows("[data-explains='appropriation.project'].lit"));
    page.press(Key::Escape);
    page.wait_for("the line forgotten", "!location.search.includes('line=')");
    for unknown in ["?line=no.such", "?line=%00%FF", "?line=", "?line=%3Cscript%3E", "#source=9999", "#figure=flow"] {
        page.goto("figure/office.html");
        page.goto(&alone("change", Lang::Zh, unknown));
        page.settle();
        assert!(!page.shows("#popup"), "{unknown}");
        assert!(page.shows(".figure h2") && page.shows("#source"), "{unknown}");
    }
    page.goto(&alone("change", Lang::Zh, "?line=no.such"));
    page.wait_to_show(".lost");
    // The same question on the whole page.
    page.goto("?line=three_public.reception");
    page.wait_to_show("#popup");
    assert!(page.shows("[data-figure=three_public] [data-explains='three_public.reception'].lit"));
}

#[test]
fn a_unit_that_was_chosen_before_and_large_text_are_kept_to() {
    let page = open(&alone("nature", Lang::Zh, "?unit=yuan&text=large"), 768, 900);
    page.wait_for("yuan", "document.querySelector('.figure').textContent.includes('14,758,200')");
    assert_eq!(page.js("document.documentElement.dataset.text"), "large");
    assert_eq!(page.js("document.querySelectorAll('[data-figure]').length"), 1);
    draw(&page, "nature");
}

#[test]
fn it_asks_for_the_whole_pages_own_files_and_no_others() {
    let files = |page: &Page| {
        let mut files: Vec<String> = page.site().requests().into_iter().map(|request| request.path).collect();
        files.retain(|file| file.contains("/app-") || file.contains("/charts-"));
        files.sort();
        files.dedup();
        files
    };
    let page = open("?lang=zh", 1280, 800);
    draw(&page, "flow");
    let whole = files(&page);
    drop(page);
    let page = open(&alone("flow", Lang::Zh, ""), 1280, 800);
    draw(&page, "flow");
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
    for (lang, theme, width) in [(Lang::Zh, "light", 360), (Lang::En, "dark", 1280)] {
        for figure in FIGURES {
            let page = open(&alone(figure, lang, &format!("?theme={theme}")), width, 800);
            draw(&page, figure);
            page.js("document.querySelectorAll('details').forEach((d) => (d.open = true))");
            assert_eq!(page.axe(), [""; 0], "{figure} {lang:?} {width}");
        }
    }
}

#[test]
fn nothing_is_cut_at_any_width() {
    for lang in Lang::ALL {
        let page = open(&alone("flow", lang, ""), 280, 900);
        for figure in FIGURES {
            for width in [280, 360, 768, 1200] {
                page.resize(width, 900);
                page.goto(&alone(figure, lang, ""));
                page.js("document.querySelectorAll('details').forEach((d) => (d.open = true))");
                draw(&page, figure);
                page.settle();
                assert_eq!(page.js(BROKEN), json!([]), "{figure} {lang:?} {width}");
            }
        }
    }
}

#[test]
fn amounts_that_conflict_are_named_where_they_are_shown() {
    let page = visit("figure/change.html?lang=zh").carrying(&super::examples::example(1)).open();
    page.wait_to_show("[data-alert=conflicts]");
    assert!(page.attribute("[data-alert=conflicts] .fact-more", "href").unwrap().ends_with("index.html#checks"));
    page.goto("figure/office.html?lang=zh");
    assert!(!page.shows("[data-alert=conflicts]"), "no number of that figure conflicts");
}

#[test]
fn a_figure_that_steps_aside_says_why_on_its_own_page() {
    let page = visit("figure/three_public.html?lang=zh").carrying(&super::examples::example(3)).open();
    assert!(page.shows(".figure[data-aside] h2") && page.shows(".foot"));
    assert_eq!(page.js("document.documentElement.dataset.sheet"), "three_public");
    assert_eq!(page.axe(), [""; 0]);
}
