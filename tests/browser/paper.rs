//! Print, large type, and what the reader's system asks for.

use super::figures::FIGURES;
use super::harness::{Page, open, visit};
use serde_json::json;

#[test]
fn on_paper_everything_is_open_and_afterwards_folded_again() {
    let page = open("?lang=zh", 1280, 800);
    let folded = "[...document.querySelectorAll('details:not(.take-fold)')].filter((d) => !d.open).length";
    let tables = "[...document.querySelectorAll('.figure table')].filter((t) => t.checkVisibility()).length";
    let before = page.js(folded);
    assert!(before.as_u64().unwrap() > 30 && page.js(tables) == 0, "{before}");
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.wait_for("all tables", &format!("{tables} === {}", FIGURES.len()));
    assert_eq!(page.js(folded), 0);
    page.js("dispatchEvent(new Event('afterprint'))");
    page.wait_for("no table", &format!("{tables} === 0"));
    assert_eq!(page.js(folded), before);
}

#[test]
fn a_print_is_a_document_of_pages_with_every_table_check_and_the_whole_text() {
    let page = visit("?lang=zh&theme=dark").open();
    for figure in FIGURES {
        super::figures::draw(&page, figure);
    }
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.wait_for("the tables", "document.querySelectorAll('.figure table').length > 5 && [...document.querySelectorAll('.figure .way:not([hidden]) table')].every((t) => t.checkVisibility())");
    assert!(!page.shows(".bar") && !page.shows(".fold > summary") && !page.shows(".take"), "no controls");
    for part in ["#checks [data-check]", "#source [id='source=70']", ".figure .source", "#glossary .entry p"] {
        assert!(page.shows(part), "{part}");
    }
    assert_eq!(page.js("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
    let pdf = page.cdp("Page.printToPDF", json!({ "printBackground": true, "preferCSSPageSize": true }));
    let pdf = pdf["data"].as_str().unwrap();
    assert!(pdf.starts_with("JVBERi0"), "a PDF");
    assert!(pdf.len() > 200_000, "{}", pdf.len());
}

/// The ink of a chart's words, as they are seen.
fn ink(page: &Page) -> String {
    page.js("getComputedStyle(document.querySelector('[data-figure=nature] .chart svg text[fill*=ink]')).fill")
        .as_str()
        .unwrap()
        .to_owned()
}

/// The palettes' ink.
const ON_LIGHT: &str = "rgb(26, 32, 38)";
const ON_DARK: &str = "rgb(236, 234, 228)";

#[test]
fn a_chart_of_the_dark_page_is_dark_on_light_on_paper() {
    let page = visit("?lang=zh&theme=dark").open();
    super::figures::draw(&page, "nature");
    super::figures::draw(&page, "flow");
    assert_eq!(ink(&page), ON_DARK);
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert_eq!(ink(&page), ON_LIGHT);
    assert_eq!(page.js(HALO), "rgb(255, 255, 255)", "the halo round words is the paper's");
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(ink(&page), ON_DARK);
}

/// The ground that stands round the words of the flow.
const HALO: &str = "getComputedStyle(document.querySelector('[data-figure=flow] .chart svg text')).stroke";

#[test]
fn paper_says_where_it_comes_from_and_when_and_nothing_that_only_a_screen_can_do() {
    let page = visit("?lang=zh&theme=dark&text=large&unit=yuan#figure=change").open();
    assert!(!page.shows(".on-paper"));
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.wait_to_show(".on-paper");
    let (said, today) = (page.text(".on-paper"), page.js("new Date().toLocaleDateString('sv')"));
    for part in [
        format!("打印于 {}", today.as_str().unwrap()),
        format!("{}/?lang=zh&unit=yuan", page.site().origin()),
        "sha256:d4921cf4ca42".to_owned(),
    ] {
        assert!(said.contains(&part), "{part} is not in: {said}");
    }
    assert!(!said.contains("theme"), "{said}");
    let paper = page.text("main");
    assert!(paper.contains("带 * 的数是推算值。"), "the sign is explained");
    for words in ["点任意一段", "点开可以看到算法", "方向键"] {
        assert!(!paper.contains(words), "{words}");
    }
    let split = page.js("[...document.querySelectorAll('h2, .question, .subtitle')].filter((e) => getComputedStyle(e).breakInside !== 'avoid').length");
    assert_eq!(split, 0, "a title stands on one page");
}

/// What is cut off, runs into something else or makes the page scroll sideways.
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

/// Opens everything and draws every chart.
fn show_all(page: &Page) {
    page.js("document.querySelectorAll('details').forEach((folded) => (folded.open = true))");
    for figure in FIGURES {
        super::figures::draw(page, figure);
    }
    page.settle();
}

#[test]
fn large_text_is_never_cut_and_never_scrolls_sideways() {
    for (width, lang, unit) in [
        (320, "zh", "yuan"),
        (320, "en", "wan"),
        (360, "en", "million"),
        (768, "en", "wan"),
        (1024, "en", "wan"),
        (1280, "zh", "wan"),
    ] {
        let page = open(&format!("?lang={lang}&unit={unit}&text=large"), width, 900);
        show_all(&page);
        assert_eq!(page.js(BROKEN), json!([]), "{width} {lang} {unit}");
    }
}

#[test]
fn at_twice_the_size_of_type_nothing_is_cut_or_scrolls_sideways() {
    for (width, lang, unit) in
        [(320, "en", "million"), (360, "zh", "wan"), (768, "en", "yuan"), (1280, "en", "wan"), (1280, "zh", "wan")]
    {
        let page = open(&format!("?lang={lang}&unit={unit}"), width, 900);
        // As a reader sets it in the browser: the style sheet's own sizes and breaks follow, and so do the charts.
        page.cdp("Page.setFontSizes", json!({ "fontSizes": { "standard": 32, "fixed": 26 } }));
        page.wait_for("large type", "parseFloat(getComputedStyle(document.documentElement).fontSize) === 32");
        show_all(&page);
        assert_eq!(page.js(BROKEN), json!([]), "{width} {lang} {unit}");
        let words =
            "parseFloat(getComputedStyle(document.querySelector('[data-figure=nature] .chart svg text')).fontSize)";
        if width > 360 {
            assert_eq!(page.js(words), 30, "{width}: words in a chart are as large as those beside it");
        }
        assert_eq!(page.axe(), [""; 0], "{width}");
    }
}

#[test]
fn charts_follow_the_colours_that_the_system_forces() {
    for (scheme, chosen, wanted) in [("dark", "light", ON_DARK), ("light", "dark", ON_LIGHT)] {
        let page = visit(&format!("?theme={chosen}"))
            .media("forced-colors", "active")
            .media("prefers-color-scheme", scheme)
            .open();
        super::figures::draw(&page, "nature");
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
fn colours_that_the_system_forces_leave_every_control_to_be_seen() {
    let page = open("?lang=zh", 1280, 800);
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": [{ "name": "forced-colors", "value": "active" }] }));
    assert_eq!(page.js("matchMedia('(forced-colors: active)').matches"), true);
    let bare = page.js(
        "[...document.querySelectorAll('.choices button, .views button')].filter((b) => getComputedStyle(b).borderStyle === 'none').length",
    );
    assert_eq!(bare, 0);
    let pressed = page.js("getComputedStyle(document.querySelector('.views [aria-pressed=true]')).backgroundColor");
    let other = page.js("getComputedStyle(document.querySelector('.views [aria-pressed=false]')).backgroundColor");
    assert_ne!(pressed, other, "what is chosen can be told from what is not");
}

#[test]
fn a_reader_who_asks_for_more_contrast_gets_it() {
    let page = open("?lang=zh", 1280, 800);
    let muted = "getComputedStyle(document.querySelector('.kick')).color";
    let usual = page.js(muted);
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": [{ "name": "prefers-contrast", "value": "more" }] }));
    assert_ne!(page.js(muted), usual);
    assert_eq!(page.axe(), [""; 0]);
}
