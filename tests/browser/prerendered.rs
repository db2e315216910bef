//! The prerendered page, without any script, and how the app takes it over.

use super::harness::{open, visit};
use serde_json::json;

#[test]
fn without_scripts_text_tables_terms_and_sources_are_shown() {
    for (address, lang, other) in [("", "zh-CN", "en/index.html"), ("en/index.html", "en", "../index.html")] {
        let page = visit(address).open_scriptless();
        assert_eq!(page.settings().language(), lang);
        assert_eq!(page.js("document.documentElement.dataset.ready ?? ''"), "");
        for part in
            ["#figure-flow", "#figure-office", "#glossary details", "#checks [data-check]", "#source .original p"]
        {
            assert!(page.shows_without_scripts(part), "{address} {part}");
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
fn the_app_takes_the_prerendered_page_over_without_rendering_it_again() {
    for address in ["", "en/index.html"] {
        let page = visit(address).never_ready().without("app-").open();
        page.wait_to_show("#failed");
        let words = "document.querySelectorAll('#page *').length - document.querySelectorAll('.chart *').length";
        let before = page.js(words);
        drop(page);
        let page = open(address, 1280, 900);
        page.settle();
        // The links of what was taken over have been led further.
        assert_eq!(page.count("a[data-bytes]"), 0);
        assert_eq!(page.js(words), before, "{address}");
        page.click(".lede .amount[data-origin=stated]");
        page.popup().wait_for_quote();
        page.press(thirtyfour::Key::Escape);
        page.click(".lede .amount[data-origin=computed]");
        page.popup().wait_for_formula();
    }
}

#[test]
fn a_language_in_the_address_redirects_before_the_first_paint() {
    let page = open("?lang=en#figure=change", 1280, 800);
    assert!(page.address().contains("/en/index.html?lang=en#figure=change"), "{}", page.address());
    page.click_by_script("[data-choice=lang]");
    page.settings().wait_for_language("zh-CN");
    page.reload();
    assert!(!page.address().contains("/en/"), "{}", page.address());
    assert_eq!(page.settings().language(), "zh-CN");
}

#[test]
fn the_page_has_title_description_and_structured_data() {
    let page = open("", 1280, 800);
    let content = |name: &str| page.attribute(name, "content").unwrap_or_default();
    assert!(page.js("document.title").as_str().unwrap().contains("重庆市大足区人民政府办公室"));
    assert!(content("meta[name=description]").contains("1,675.82"), "{}", content("meta[name=description]"));
    assert_eq!(content("meta[property='og:title']"), page.js("document.title").as_str().unwrap());
    let data = page.js("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph'].map((it) => it['@type'])");
    assert_eq!(data, json!(["Report", "Dataset"]));
}

#[test]
fn each_chart_has_a_placeholder_picture_and_causes_no_layout_shift() {
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
            "[...document.querySelectorAll('.figure:not([hidden]) .figure-view:not([hidden]) .chart')].every((chart) => [...chart.querySelectorAll('img')].filter((img) => img.checkVisibility() && img.complete && img.naturalWidth > 0).length === 1)",
        );
        let places = "JSON.stringify([...document.querySelectorAll('h2, .chart, .explanations li, tr')].filter((e) => !e.closest('[hidden]')).map((e) => Math.round(e.getBoundingClientRect().top + scrollY)))";
        page.wait_until_laid_out();
        let before = page.js(places);
        drop(page);
        let page = visit(address).size(width, 900).open();
        page.wait_until_laid_out();
        for figure in super::charts::SHOWN_FIGURES {
            page.chart(figure).draw();
        }
        assert_eq!(page.count(".figure:not([hidden]) .figure-view:not([hidden]) .chart img"), 0);
        assert_eq!(page.js(places), before, "{address} {width}");
    }
}

#[test]
fn without_scripts_the_theme_follows_the_system() {
    for dark in [false, true] {
        let page = if dark { visit("").dark() } else { visit("") }.open_scriptless();
        let ground = if dark { "rgb(20, 23, 26)" } else { "rgb(251, 250, 246)" };
        assert_eq!(page.js("getComputedStyle(document.body).backgroundColor"), ground);
        let shown = "[...document.querySelectorAll('[data-figure=purpose] .figure-view:not([hidden]) picture')].filter((it) => it.checkVisibility()).map((it) => it.dataset.pictureTheme)";
        assert_eq!(page.js(shown), json!([if dark { "dark" } else { "light" }]));
    }
}

#[test]
fn without_scripts_a_term_link_opens_its_entry_and_tables_are_printed() {
    let page = visit("#glossary&term=three_public").open_scriptless();
    assert!(page.shows("[id='glossary&term=three_public'] blockquote"), "what it means");
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert!(page.shows("[data-figure=change] .table-fold tbody td"), "the table");
}

#[test]
fn the_placeholder_picture_has_the_height_of_the_chart_at_every_width() {
    let page = visit("").never_ready().without("app-").open();
    for (width, size) in [(360, "narrow"), (768, "middle"), (900, "middle"), (1280, "wide")] {
        page.resize(width, 900);
        page.load("");
        page.js("document.querySelector('[data-figure=purpose]').scrollIntoView()");
        let img =
            "[...document.querySelectorAll('[data-figure=purpose] .chart img')].find((it) => it.checkVisibility())";
        page.wait_for("the picture", &format!("{img}?.naturalWidth > 0"));
        let source = page.js(&format!("{img}.currentSrc"));
        assert!(source.as_str().unwrap().contains(size), "{width}: {source}");
        // As high as drawn: within a pixel or two, nothing above it or below.
        let scale = page.js(&format!(
            "{img}.naturalHeight * Math.min(1, {img}.clientWidth / {img}.naturalWidth) / {img}.clientHeight"
        ));
        assert!(scale.as_f64().unwrap() > 0.95, "{width}: {scale} of its room");
    }
}

#[test]
fn with_large_text_charts_fit_the_room_of_their_placeholders() {
    for address in ["?text=large", "figure/three_public.html?text=large"] {
        let heights = "[...document.querySelectorAll('.figure:not([hidden]) .figure-view:not([hidden]) .chart')].map((it) => it.getBoundingClientRect().height)";
        let page = visit(address).size(1280, 900).never_ready().without("app-").open();
        let kept = page.js(heights);
        drop(page);
        let page = visit(address).size(1280, 900).open();
        for at in 0..kept.as_array().unwrap().len() {
            page.js(&format!("document.querySelectorAll('.figure:not([hidden]) .figure-view:not([hidden]) .chart')[{at}].scrollIntoView()"));
            page.wait_for(
                "the chart",
                &format!("document.querySelectorAll('.figure:not([hidden]) .figure-view:not([hidden]) .chart')[{at}].dataset.drawn"),
            );
        }
        assert_eq!(page.js(heights), kept, "{address}");
    }
}

#[test]
fn the_whole_page_is_laid_out_in_idle_time_for_the_accessibility_tree() {
    for address in ["", "en/index.html"] {
        let page = visit(address).open();
        let card = "(() => { const card = getComputedStyle(document.querySelector('[data-figure=purpose]')); return [card.backgroundColor, card.borderTopWidth] })()";
        assert_eq!(page.js(card), json!(["rgb(255, 255, 255)", "1px"]));
        page.wait_until_laid_out();
        let headings = page.accessibility_tree().iter().filter(|node| node.role == "heading").count();
        let there =
            page.js("[...document.querySelectorAll('h1, h2, h3, h4')].filter((it) => it.checkVisibility()).length");
        assert_eq!(Some(headings as u64), there.as_u64(), "{address}");
    }
}

#[test]
fn off_screen_sections_are_not_laid_out_before_idle_time() {
    // A browser that is never idle.
    let page = visit("").before("window.requestIdleCallback = () => 0").open();
    for far in ["[data-figure=office]", "#glossary", "#source"] {
        assert_eq!(
            page.js(&format!("getComputedStyle(document.querySelector('{far}')).contentVisibility")),
            "auto",
            "{far}"
        );
    }
    assert_eq!(page.js("getComputedStyle(document.querySelector('.hero')).contentVisibility"), "visible");
}
