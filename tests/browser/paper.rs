//! Print, large type, and what the reader's system asks for.

use super::figures::FIGURES;
use super::harness::{open, visit};
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

#[test]
fn at_twice_the_size_of_type_nothing_is_cut_or_scrolls_sideways() {
    for width in [360, 1280] {
        let page = open("?lang=zh", width, 900);
        // As a reader sets it in the browser: the style sheet's own sizes and breaks follow.
        page.cdp("Page.setFontSizes", json!({ "fontSizes": { "standard": 32, "fixed": 26 } }));
        page.wait_for("large type", "parseFloat(getComputedStyle(document.documentElement).fontSize) === 32");
        for figure in FIGURES {
            super::figures::draw(&page, figure);
        }
        assert_eq!(page.js("document.documentElement.scrollWidth <= innerWidth"), true, "{width}");
        let cut = page.js(
            "[...document.querySelectorAll('main p, main h1, main h2, main li, main button')].filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible').map((e) => e.textContent.slice(0, 40))",
        );
        assert_eq!(cut, json!([]), "{width}");
        assert_eq!(page.axe(), [""; 0], "{width}");
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
