//! Nothing that axe-core knows of keeps anyone out.

use super::harness::{Page, open};
use thirtyfour::Key;

/// Everything that opens is open, and every chart is drawn.
fn unfold(page: &Page) {
    page.js("document.querySelectorAll('details').forEach((d) => (d.open = true))");
    page.js("document.querySelectorAll('.table-fold').forEach((fold) => (fold.open = true))");
    for figure in ["flow", "purpose", "nature", "change", "three_public", "running", "office"] {
        page.js(&format!(
            "document.querySelector('[data-figure={figure}] .chart').scrollIntoView({{ behavior: 'instant' }})"
        ));
        page.wait_for(figure, &format!("!!document.querySelector('[data-figure={figure}] .chart[data-drawn] svg')"));
    }
}

#[test]
fn axe_finds_nothing_at_any_size_in_either_language_and_light() {
    for (lang, theme, width) in [("zh", "light", 360), ("zh", "dark", 1280), ("en", "dark", 360), ("en", "light", 1280)]
    {
        let page = open(&format!("?lang={lang}&theme={theme}"), width, 800);
        assert_eq!(page.axe(), [""; 0], "{lang} {theme} {width}, as it opens");
        unfold(&page);
        assert_eq!(page.axe(), [""; 0], "{lang} {theme} {width}, unfolded");
    }
}

#[test]
fn axe_finds_nothing_in_an_open_card() {
    for (address, width) in [
        ("?lang=zh#figure=change&line=appropriation.project", 360),
        ("?lang=en&theme=dark#figure=three_public&line=three_public.reception", 1280),
    ] {
        let page = open(address, width, 800);
        page.wait_to_show("#popup");
        assert_eq!(page.axe(), [""; 0], "{address}");
    }
}

#[test]
fn the_first_tab_leads_past_the_bar() {
    let page = open("?lang=zh", 1280, 800);
    page.press(Key::Tab);
    page.wait_for("the skip link has the focus", "document.activeElement.matches('.skip')");
    page.press(Key::Enter);
    page.wait_for("the content has the focus", "document.activeElement.id === 'main'");
}

#[test]
fn a_choice_that_draws_a_figure_anew_keeps_the_focus_and_is_told() {
    let page = open("?lang=zh", 1280, 800);
    page.js("document.querySelector('[data-figure=flow] .way:not([hidden]) .views button:nth-child(2)').focus()");
    page.press(Key::Enter);
    page.wait_for(
        "the other view",
        "document.querySelector('[data-figure=flow] .way:not([hidden]) .views button:nth-child(2)').ariaPressed === 'true'",
    );
    page.wait_for(
        "the focus on it",
        "document.activeElement === document.querySelector('[data-figure=flow] .way:not([hidden]) .views button:nth-child(2)')",
    );
    assert_eq!(page.text("#said"), page.text("[data-figure=flow] .way:not([hidden]) .views button:nth-child(2)"));
}

#[test]
fn a_chart_is_gone_through_by_keyboard_and_told_in_words() {
    let page = open("?lang=zh", 1280, 800);
    super::figures::draw(&page, "three_public");
    let label = page.attribute("[data-figure=three_public] .chart", "aria-label").unwrap();
    assert!(label.contains("公务接待费减少 27.70") && label.contains("方向键") && label.contains("表格"), "{label}");
    page.js("document.querySelector('[data-figure=three_public] .chart').focus()");
    page.press(Key::Right);
    page.wait_for("the mark in words", "document.querySelector('#said').textContent.includes('公务接待费')");
    assert!(page.text("#said").contains("9.30"), "{}", page.text("#said"));
    page.press(Key::Enter);
    page.wait_to_show("#popup[data-pinned=true]");
    page.press(Key::Escape);
    page.wait_for(
        "the chart has the focus again",
        "document.activeElement.matches('[data-figure=three_public] .chart')",
    );
}
