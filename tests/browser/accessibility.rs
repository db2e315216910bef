//! Accessibility: axe-core, keyboard and announcements.

use super::charts::FIGURES;
use super::harness::{Page, open, open_browser};
use thirtyfour::Key;

/// Everything that opens is open, and every chart is drawn.
fn unfold(page: &Page) {
    page.unfold_everything();
    for figure in FIGURES {
        page.chart(figure).draw();
    }
}

#[test]
fn axe_finds_nothing_at_any_width_language_or_theme() {
    let page = open_browser();
    for (lang, theme, width) in [("zh", "light", 360), ("zh", "dark", 1280), ("en", "dark", 360), ("en", "light", 1280)]
    {
        page.goto_at(&format!("?lang={lang}&theme={theme}"), width, 800);
        assert_eq!(page.axe(), [""; 0], "{lang} {theme} {width}, as it opens");
        unfold(&page);
        assert_eq!(page.axe(), [""; 0], "{lang} {theme} {width}, unfolded");
    }
}

#[test]
fn axe_finds_nothing_in_an_open_popup() {
    let page = open_browser();
    for (address, width) in [
        ("?lang=zh#figure=change&line=appropriation.project", 360),
        ("?lang=en&theme=dark#figure=three_public&line=three_public.reception", 1280),
    ] {
        page.goto_at(address, width, 800);
        page.popup().wait_open();
        assert_eq!(page.axe(), [""; 0], "{address}");
    }
}

#[test]
fn the_first_tab_stop_skips_the_header() {
    let page = open("?lang=zh", 1280, 800);
    page.press(Key::Tab);
    page.wait_for("the skip link has the focus", "document.activeElement.matches('.skip')");
    page.press(Key::Enter);
    page.wait_for_focus_on("main");
}

#[test]
fn the_focus_stays_on_a_view_button_and_the_view_is_announced() {
    let page = open("?lang=zh", 1280, 800);
    page.figure_card("flow").show();
    page.focus("[data-figure=flow] .figure-view:not([hidden]) .views button:nth-child(2)");
    page.press(Key::Enter);
    page.wait_for(
        "the other view",
        "document.querySelector('[data-figure=flow] .figure-view:not([hidden]) .views button:nth-child(2)').ariaPressed === 'true'",
    );
    page.wait_for(
        "the focus on it",
        "document.activeElement === document.querySelector('[data-figure=flow] .figure-view:not([hidden]) .views button:nth-child(2)')",
    );
    page.wait_for_announcement(&page.text("[data-figure=flow] .figure-view:not([hidden]) .views button:nth-child(2)"));
}

#[test]
fn arrow_keys_move_through_a_chart_and_each_mark_is_announced() {
    let page = open("?lang=zh", 1280, 800);
    page.chart("three_public").draw();
    page.chart("three_public").focus();
    page.press(Key::Right);
    let announced = page.wait_for_announcement("公务接待费");
    assert!(announced.contains("9.3\u{202f}万元"), "{announced}");
    page.press(Key::Enter);
    page.popup().wait_pinned();
    page.press(Key::Escape);
    page.wait_for(
        "the chart has the focus again",
        "document.activeElement.matches('[data-figure=three_public] .chart')",
    );
}
