//! What a screen reader gets, from Chromium's accessibility tree: sentences instead of drawings, names of links, few stops,
//! no signs, announcements.

use super::charts::{FIGURES, SHOWN_FIGURES};
use super::harness::{AccessibleNode, open, open_browser, visit};
use serde_json::json;
use std::collections::BTreeSet;
use thirtyfour::Key;

/// More stops or links than this, and who goes from one to the next gives up.
const MOST_STOPS: u64 = 250;

/// Every element that the Tab key stops at.
const TAB_STOPS: &str =
    "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((it) => it.tabIndex >= 0 && !it.disabled && it.checkVisibility({ visibilityProperty: true })).length";

/// The parts of the page in which a number or a term is a link where it is mentioned first.
const SCOPES: &str = "[...document.querySelectorAll('.hero, .figure-view, #checks')]";

/// What tells one number from all others.
const KEY: &str = "((it) => JSON.stringify([it.dataset.line, it.dataset.aspect, it.dataset.formula, it.getAttribute('href') ?? it.dataset.href]))";

fn names<'n>(nodes: &'n [AccessibleNode], role: &str) -> Vec<&'n str> {
    nodes.iter().filter(|node| node.role == role).map(|node| node.name.as_str()).collect()
}

fn empty() -> serde_json::Value {
    json!([])
}

#[test]
fn a_chart_is_told_in_sentences_and_not_as_it_is_drawn() {
    let page = open("?lang=zh", 1280, 900);
    for figure in SHOWN_FIGURES {
        page.chart(figure).draw();
    }
    page.wait_until_laid_out();
    let nodes = page.accessibility_tree();
    let charts: Vec<&AccessibleNode> = nodes.iter().filter(|node| node.role == "application").collect();
    assert_eq!(charts.len(), SHOWN_FIGURES.len());
    for chart in charts {
        assert_eq!(chart.children, 0, "{}: what is drawn is heard", chart.name);
        assert!(!chart.name.is_empty() && chart.description.contains("方向键"), "{chart:?}");
    }
    let sentences = page.js("[...document.querySelectorAll('.figure:not([hidden]) .figure-view:not([hidden]) .chart-sentences li')].map((it) => it.textContent)");
    let heard: String = names(&nodes, "StaticText").concat();
    assert!(sentences.as_array().unwrap().len() >= 12, "{sentences}");
    for sentence in sentences.as_array().unwrap() {
        assert!(heard.contains(sentence.as_str().unwrap()), "{sentence}");
    }
    page.figure_card("flow").show();
    let heard: String = names(&page.accessibility_tree(), "StaticText").concat().replace('\u{202f}', " ");
    assert!(heard.contains("从2023年预算到社会保障和就业：238.49 万元，占 14.2%"), "the flow from and to");
}

#[test]
fn arrow_keys_announce_the_sentences_beside_the_chart() {
    let page = open("?lang=en", 1280, 900);
    for figure in FIGURES {
        page.chart(figure).draw();
        page.chart(figure).focus();
        let list =
            format!("[...document.querySelectorAll('{}')]", page.figure_card(figure).part(".chart-sentences li"));
        let sentences = page.js(&format!("{list}.map((it) => it.textContent)"));
        page.press(Key::End);
        page.press(Key::Home);
        for sentence in sentences.as_array().unwrap() {
            let sentence = sentence.as_str().unwrap();
            assert_eq!(page.wait_for_announcement(sentence), sentence, "{figure}");
            page.press(Key::Down);
        }
    }
}

#[test]
fn without_scripts_a_chart_is_a_picture_with_the_same_sentences() {
    for (address, words) in [("", "公务接待费，2023年预算"), ("en/index.html", "Official receptions, budget 2023")]
    {
        let page = visit(address).open_scriptless();
        page.wait_until_laid_out();
        let nodes = page.accessibility_tree();
        assert!(names(&nodes, "StaticText").concat().contains(words), "{address}");
        let pictures = nodes.iter().filter(|node| node.role == "image" && !node.name.is_empty()).count();
        assert!(pictures >= SHOWN_FIGURES.len(), "{address}: {pictures}");
        assert_eq!(names(&nodes, "application"), [""; 0], "{address}");
        assert_eq!(page.js("document.querySelectorAll('.chart[tabindex]').length"), 0, "{address}");
    }
}

#[test]
fn a_number_is_a_link_where_it_is_mentioned_first() {
    let page = open_browser();
    for lang in ["zh", "en"] {
        page.goto_at(&format!("?lang={lang}"), 1280, 900);
        // In an arithmetic a number is always a link: it has no other name.
        let numbers =
            "[...scope.querySelectorAll('.amount')].filter((it) => !it.closest('.key, .chart-sentences, .arithmetic'))";
        let unlinked = page.js(&format!(
            "{SCOPES}.flatMap((scope) => {{
                const all = {numbers}
                return all.filter((it, at) => !it.matches('a') && !all.slice(0, at).some((before) => before.matches('a') && {KEY}(before) === {KEY}(it)))
            }}).map((it) => it.outerHTML)"
        ));
        assert_eq!(unlinked, empty(), "{lang}: no link to this number before");
        let again = page.js(&format!(
            "{SCOPES}.flatMap((scope) => {{
                const all = {numbers}.filter((it) => it.matches('a'))
                return all.filter((it, at) => all.slice(0, at).some((before) => {KEY}(before) === {KEY}(it)))
            }}).map((it) => it.outerHTML)"
        ));
        assert_eq!(again, empty(), "{lang}: a link twice");
        let (links, later) = (page.count("main a.amount"), page.count("main span.amount"));
        assert!(links > 100 && later > 50, "{lang}: {links} links, {later} later mentions");
        let in_chart = page.count(".key a, .chart-sentences a, .chart a");
        assert_eq!(in_chart, 0, "{lang}: legends and sentences have no links");
    }
}

#[test]
fn a_term_is_a_link_where_it_is_mentioned_first() {
    let page = open_browser();
    for lang in ["zh", "en"] {
        page.goto_at(&format!("?lang={lang}"), 1280, 900);
        let again = page.js(&format!(
            "{SCOPES}.flatMap((scope) => {{
                const all = [...scope.querySelectorAll('[data-term]')]
                return all.filter((it, at) => all.slice(0, at).some((before) => before.dataset.term === it.dataset.term))
            }}).map((it) => it.outerHTML)"
        ));
        assert_eq!(again, empty(), "{lang}");
        assert_eq!(page.count("[data-term]:not(a.term[href])"), 0, "{lang}");
    }
}

#[test]
fn each_link_of_a_number_has_a_name_of_its_own() {
    for (address, leads_to) in [("?lang=zh", "看"), ("?lang=en", "see ")] {
        let page = open(address, 1280, 900);
        page.unfold_everything();
        // What is seen is a part of the name, and the name says more (WCAG 2.5.3).
        let unnamed = page.js("[...document.querySelectorAll('main a.amount')].filter((it) => {
                const name = it.getAttribute('aria-label') ?? ''
                const seen = it.textContent.replace(/[▲▼]\\s*/, '').trim()
                return !name.includes(seen) || name.length < seen.length + 4
            }).map((it) => it.outerHTML)");
        assert_eq!(unnamed, empty(), "{address}");
        page.wait_until_laid_out();
        let nodes = page.accessibility_tree();
        let is_bare = |name: &&&str| {
            name.contains(|c: char| c.is_ascii_digit())
                && name.chars().all(|c| c.is_ascii_digit() || " \u{202f},.−%¥万元".contains(c))
        };
        // In the original text a number is part of its sentence.
        let of_text = page.js("[...document.querySelectorAll('.original a.cited')].map((it) => it.textContent)");
        let of_text: Vec<&str> = of_text.as_array().unwrap().iter().filter_map(|text| text.as_str()).collect();
        let links = names(&nodes, "link");
        let bare: Vec<&&str> = links.iter().filter(is_bare).filter(|name| !of_text.contains(name)).collect();
        assert_eq!(bare, [&""; 0], "{address}");
        assert!(links.iter().filter(|name| name.contains(leads_to)).count() > 100, "{address}");
    }
}

#[test]
fn a_reader_passes_at_most_250_stops_and_links() {
    for address in ["", "en/index.html"] {
        for width in [360, 1280] {
            let page = visit(address).size(width, 900).open();
            for figure in SHOWN_FIGURES {
                page.chart(figure).draw();
            }
            page.wait_until_laid_out();
            let stops = page.js(TAB_STOPS).as_u64().unwrap();
            let links = names(&page.accessibility_tree(), "link").len() as u64;
            println!("{address} {width}: {stops} tab stops, {links} links");
            assert!((80..=MOST_STOPS).contains(&stops), "{address} {width}: {stops} tab stops");
            assert!((60..MOST_STOPS).contains(&links), "{address} {width}: {links} links");
        }
    }
}

#[test]
fn a_figure_that_is_not_shown_is_no_article_and_links_tell_where_they_lead() {
    for address in ["?lang=zh", "?lang=en"] {
        let page = open(address, 1280, 900);
        page.wait_until_laid_out();
        let nodes = page.accessibility_tree();
        let articles = names(&nodes, "article");
        assert_eq!(articles.len(), SHOWN_FIGURES.len(), "{address}: {articles:?}");
        assert!(articles.iter().all(|name| !name.is_empty()), "{address}: {articles:?}");
        let more = page.js("[...document.querySelectorAll('.facts .fact-more')].map((it) => it.ariaLabel)");
        let more: BTreeSet<&str> = more.as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
        assert_eq!(more.len(), 3, "{address}: {more:?}");
    }
}

#[test]
fn signs_are_not_read() {
    for address in ["?lang=zh", "?lang=en"] {
        let page = open(address, 1280, 900);
        for figure in FIGURES {
            page.chart(figure).draw();
        }
        page.unfold_everything();
        page.click("[data-explains='appropriation.project'] .amount[data-direction]");
        page.popup().wait_open();
        page.wait_until_laid_out();
        for AccessibleNode { role, name, description, .. } in page.accessibility_tree() {
            assert!(!name.contains(['▲', '▼', '→', '←', '*', '✓']), "{address} {role}: {name}");
            assert!(!description.contains(['▲', '▼', '→', '←', '*', '✓']), "{address} {role}: {description}");
        }
        // They are there for who sees them.
        let seen = page.text("main");
        assert!(seen.contains('▼') && seen.contains('→') && seen.contains('✓'), "{address}");
    }
}

#[test]
fn a_number_that_is_no_link_opens_its_card_and_gets_the_focus_back() {
    let page = open("?lang=zh", 1280, 900);
    let later = "[data-figure=three_public] span.amount[data-line='three_public.reception'][data-origin=stated]";
    page.click(&format!(".explanations {later}, {later}:not(.chart-sentences *)"));
    page.popup().wait_for_quote();
    page.press(Key::Escape);
    page.popup().wait_closed();
    page.wait_for("the focus on the number", "document.activeElement.matches('span.amount')");
    assert_eq!(page.js("document.activeElement.tabIndex"), -1);
}

#[test]
fn what_a_setting_changed_is_announced() {
    let page = open("?lang=zh&theme=light", 1280, 900);
    let spaced = |text: String| text.replace('\u{202f}', " ");
    page.settings().press_unit("yuan");
    assert_eq!(spaced(page.wait_for_announcement("金额改用")), "金额改用元，总预算 16,758,200 元");
    page.settle();
    page.settings().press_theme();
    page.wait_for_announcement("页面改成深色了");
    page.settings().press_text_size();
    page.wait_for_announcement("文字变大了");
    page.settings().press_text_size();
    page.wait_for_announcement("文字恢复原来的大小了");
    page.settle();
    page.settings().press_language();
    page.wait_for_announcement("The page is now in English");
    assert_eq!(page.settings().language(), "en", "it is told in the language of the page");
    page.settle();
    page.settings().press_unit("million");
    assert_eq!(
        spaced(page.wait_for_announcement("Amounts are now in")),
        "Amounts are now in million yuan; the total is ¥16.7582 million"
    );
}
