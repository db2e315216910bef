//! What the reader's system asks for: a larger font, forced colours, more contrast. And the page's own large text.

use super::charts::FIGURES;
use super::harness::{Page, open, open_browser, visit};
use super::print::{ON_DARK, ON_LIGHT, ink};
use serde_json::json;

/// An expression of JavaScript: everything that is cut off, leaves its chart or makes the page scroll sideways.
pub const BROKEN: &str = "(() => {
    const broken = []
    const root = document.documentElement
    if (root.scrollWidth > innerWidth || visualViewport.scale < 1) broken.push(`the page is ${root.scrollWidth} wide`)
    for (const svg of document.querySelectorAll('.chart svg')) {
        const frame = svg.getBoundingClientRect()
        for (const words of svg.querySelectorAll('text')) {
            const box = words.getBoundingClientRect()
            if (frame.width && (box.left < frame.left - 2 || box.right > frame.right + 2)) broken.push(words.textContent)
        }
    }
    for (const table of document.querySelectorAll('.table-scroll')) {
        if (table.scrollWidth > table.clientWidth) broken.push(table.ariaLabel)
    }
    for (const e of document.querySelectorAll('main :is(p, h1, h2, li, button, dd, td)')) {
        if (e.offsetParent && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible') broken.push(e.textContent.slice(0, 40))
    }
    return broken
})()";

/// Unfolds everything and draws every chart.
fn show_all(page: &Page) {
    page.unfold_everything();
    for figure in FIGURES {
        page.chart(figure).draw();
    }
    page.settle();
}

#[test]
fn large_text_is_never_cut_off_and_never_scrolls_sideways() {
    let page = open_browser();
    for (width, lang, unit) in [
        (320, "zh", "yuan"),
        (320, "en", "wan"),
        (360, "en", "million"),
        (768, "en", "wan"),
        (1024, "en", "wan"),
        (1280, "zh", "wan"),
    ] {
        page.goto_at(&format!("?lang={lang}&unit={unit}&text=large"), width, 900);
        show_all(&page);
        assert_eq!(page.js(BROKEN), json!([]), "{width} {lang} {unit}");
    }
}

#[test]
fn with_a_doubled_font_size_nothing_is_cut_off_or_scrolls_sideways() {
    let page = open_browser();
    for (width, lang, unit) in
        [(320, "en", "million"), (360, "zh", "wan"), (768, "en", "yuan"), (1280, "en", "wan"), (1280, "zh", "wan")]
    {
        page.goto_at(&format!("?lang={lang}&unit={unit}&text=usual"), width, 900);
        // As a reader sets it in the browser: the style sheet's own sizes and breaks follow, and so do the charts.
        page.cdp("Page.setFontSizes", json!({ "fontSizes": { "standard": 32, "fixed": 26 } }));
        page.wait_for("large type", "parseFloat(getComputedStyle(document.documentElement).fontSize) === 32");
        show_all(&page);
        assert_eq!(page.js(BROKEN), json!([]), "{width} {lang} {unit}");
        let words =
            "parseFloat(getComputedStyle(document.querySelector('[data-figure=nature] .chart svg text')).fontSize)";
        if width > 360 {
            assert_eq!(page.js(words), 30, "{width}: labels of a chart are as large as the text around it");
        }
        assert_eq!(page.axe(), [""; 0], "{width}");
    }
}

#[test]
fn charts_follow_forced_colours() {
    for (scheme, chosen, wanted) in [("dark", "light", ON_DARK), ("light", "dark", ON_LIGHT)] {
        let page = visit(&format!("?theme={chosen}"))
            .media("forced-colors", "active")
            .media("prefers-color-scheme", scheme)
            .open();
        page.chart("nature").draw();
        // On the ground that is forced, whatever the page would have.
        assert_eq!(ink(&page), wanted);
        page.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
        );
        assert_eq!(ink(&page), if chosen == "dark" { ON_DARK } else { ON_LIGHT });
    }
}

#[test]
fn every_control_is_visible_with_forced_colours() {
    let page = open("?lang=zh", 1280, 800);
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": [{ "name": "forced-colors", "value": "active" }] }));
    assert_eq!(page.js("matchMedia('(forced-colors: active)').matches"), true);
    let bare = page.js(
        "[...document.querySelectorAll('.choices button, .views button')].filter((b) => getComputedStyle(b).borderStyle === 'none').length",
    );
    assert_eq!(bare, 0);
    let pressed = page.js("getComputedStyle(document.querySelector('.views [aria-pressed=true]')).backgroundColor");
    let other = page.js("getComputedStyle(document.querySelector('.views [aria-pressed=false]')).backgroundColor");
    assert_ne!(pressed, other, "the pressed button differs from the others");
}

#[test]
fn a_preference_for_more_contrast_is_followed() {
    let page = open("?lang=zh", 1280, 800);
    let muted = "getComputedStyle(document.querySelector('.kick')).color";
    let usual = page.js(muted);
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": [{ "name": "prefers-contrast", "value": "more" }] }));
    assert_ne!(page.js(muted), usual);
    assert_eq!(page.axe(), [""; 0]);
}
