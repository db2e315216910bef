//! The printed page: everything unfolded, in the light palette, with an imprint.

use super::charts::{FIGURES, SHOWN_FIGURES};
use super::harness::{Page, open, visit};
use serde_json::json;

#[test]
fn everything_is_unfolded_for_print_and_folded_afterwards() {
    let page = open("?lang=zh", 1280, 800);
    let folded = "[...document.querySelectorAll('details:not(.download-menu)')].filter((d) => !d.open).length";
    let tables = "[...document.querySelectorAll('.figure table')].filter((t) => t.checkVisibility()).length";
    let before = page.js(folded);
    assert!(before.as_u64().unwrap() > 30 && page.js(tables) == 0, "{before}");
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.wait_for("all tables", &format!("{tables} === {}", SHOWN_FIGURES.len()));
    assert_eq!(page.js(folded), 0);
    page.js("dispatchEvent(new Event('afterprint'))");
    page.wait_for("no table", &format!("{tables} === 0"));
    assert_eq!(page.js(folded), before);
}

#[test]
fn the_printed_page_has_every_table_check_and_the_full_text() {
    let page = visit("?lang=zh&theme=dark").open();
    for figure in FIGURES {
        page.chart(figure).draw();
    }
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    page.js("dispatchEvent(new Event('beforeprint'))");
    page.wait_for("the tables", "document.querySelectorAll('.figure table').length > 5 && [...document.querySelectorAll('.figure .figure-view:not([hidden]) table')].every((t) => t.checkVisibility())");
    assert!(!page.shows(".bar") && !page.shows(".fold > summary") && !page.shows(".button-row"), "no controls");
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
fn charts_that_were_drawn_for_a_screen_do_not_make_the_print_smaller() {
    let page = open("?lang=zh", 1280, 900);
    let letters = |name: &str| {
        let sheets = page.sheets(name);
        let sentence = sheets[0].lines.iter().find(|line| line.words.contains("年增加")).map(|line| line.height);
        sentence.unwrap_or_else(|| panic!("the first sentence on the first sheet of {}", sheets.len()))
    };
    let before = letters("print-before-charts");
    for figure in FIGURES {
        page.chart(figure).draw();
    }
    let after = letters("print-after-charts");
    assert!((before - after).abs() < 0.2, "{before} and {after} points");
}

/// The colour of a chart's labels, as they are seen.
pub fn ink(page: &Page) -> String {
    page.js("getComputedStyle(document.querySelector('[data-figure=nature] .chart svg text[fill*=ink]')).fill")
        .as_str()
        .unwrap()
        .to_owned()
}

/// The colour of labels in the light palette.
pub const ON_LIGHT: &str = "rgb(26, 32, 38)";
/// The colour of labels in the dark palette.
pub const ON_DARK: &str = "rgb(236, 234, 228)";

#[test]
fn a_chart_of_the_dark_theme_is_printed_in_the_light_palette() {
    let page = visit("?lang=zh&theme=dark").open();
    page.chart("nature").draw();
    page.chart("flow").draw();
    assert_eq!(ink(&page), ON_DARK);
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert_eq!(ink(&page), ON_LIGHT);
    assert_eq!(page.js(HALO), "rgb(255, 255, 255)", "the halo round words is the paper's");
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(ink(&page), ON_DARK);
}

/// The outline of the labels of the flow.
const HALO: &str = "getComputedStyle(document.querySelector('[data-figure=flow] .chart svg text')).stroke";

#[test]
fn the_printed_page_has_an_imprint_and_no_instructions_for_the_screen() {
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
    assert!(paper.contains("带 * 的数是推算数。"), "the sign is explained");
    for words in ["点任意一段", "点开可以看到算式", "方向键"] {
        assert!(!paper.contains(words), "{words}");
    }
    let split = page.js("[...document.querySelectorAll('h2, .question, .subtitle')].filter((e) => getComputedStyle(e).breakInside !== 'avoid').length");
    assert_eq!(split, 0, "a title is never divided between pages");
}

#[test]
fn no_sheet_of_paper_is_nearly_empty_and_no_chart_is_cut_off_from_its_reasons() {
    for lang in ["zh", "en"] {
        let page = open(&format!("?lang={lang}"), 1280, 800);
        for figure in SHOWN_FIGURES {
            page.chart(figure).draw();
        }
        // The heading of each figure, and the first words of its reasons: all of them if they are few.
        let figures = page.js("[...document.querySelectorAll('.figure .figure-view[data-view=\"0\"]')].map((view) => {
                const reasons = [...(view.querySelector('.chart-frame + .explanations')?.children ?? [])]
                const first = reasons.length > 3 ? reasons.slice(0, 1) : reasons
                return [view.querySelector('h2').textContent, first.map((reason) => (reason.querySelector('blockquote') ?? reason).textContent.trim().slice(0, 16))]
            }).filter(([, reasons]) => reasons.length)");
        let sheets = page.sheets(&format!("printed-{lang}"));
        assert!(sheets.len() > 5, "{} sheets", sheets.len());
        let (first, last) = (&sheets[0], &sheets[sheets.len() - 1]);
        assert!(first.filled() > 0.67, "{lang}: the first sheet ends at {}", first.filled());
        let lines: Vec<&str> = last.lines.iter().map(|line| line.words.as_str()).collect();
        assert!(lines.len() >= 6, "{lang}: the last sheet has only {lines:?}");
        let figures = figures.as_array().unwrap();
        assert!(figures.len() >= 4, "{lang}: {} figures have reasons", figures.len());
        for figure in figures {
            let heading = figure[0].as_str().unwrap();
            for reason in figure[1].as_array().unwrap() {
                let reason = reason.as_str().unwrap();
                let together = sheets.iter().any(|sheet| sheet.has(heading) && sheet.has(reason));
                assert!(together, "{lang}: “{heading}” and “{reason}” are on different sheets");
            }
        }
    }
}

#[test]
fn without_the_app_tables_are_printed_as_wide_as_the_paper() {
    let page = visit("?lang=zh").without("app-").noisy().never_ready().open();
    page.wait_for("the parsed page", "document.readyState === 'complete'");
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let widths = "[...document.querySelectorAll('.figure:not([hidden]) .figure-view:not([hidden]) .table-fold')]
        .map((fold) => fold.getBoundingClientRect().width / fold.parentElement.getBoundingClientRect().width)";
    page.wait_for(
        "folds as wide as the paper",
        &format!("{widths}.length > 3 && {widths}.every((part) => part > 0.99)"),
    );
}
