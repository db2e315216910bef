//! Terms: their popups by pointer, touch and keyboard, and the glossary.

use super::harness::{open, visit};
use thirtyfour::Key;

const TERM: &str = ".lede .term[data-term=basic_expenditure]";

#[test]
fn hovering_a_term_opens_a_tip_that_stays_while_hovered_and_a_press_opens_the_card() {
    let page = visit("?lang=zh").with_clock().open();
    page.hover(TERM);
    page.popup().wait_tip();
    let said = page.popup().text();
    assert!(said.contains("基本支出") && said.contains("水电和差旅"), "plain words first: {said}");
    assert!(!said.contains("原文定义"), "the definition is in the card: {said}");
    page.hover("#popup .tip-more");
    page.advance_clock(600);
    page.settle();
    assert!(page.popup().is_open(), "the tip can be read at leisure");
    page.hover("h1");
    page.popup().wait_closed();
    page.hover(TERM);
    page.popup().wait_tip();
    page.click("#popup .tip-more");
    page.popup().wait_pinned();
    let said = page.popup().text();
    assert!(said.contains("指为保障机构正常运转") && said.contains("原文定义"), "{said}");
}

#[test]
fn enter_opens_a_term_and_escape_closes_it() {
    let page = open("?lang=zh", 1280, 800);
    page.focus(TERM);
    page.press(Key::Enter);
    page.popup().wait_open();
    page.wait_for_focus_on("popup");
    page.press(Key::Escape);
    page.popup().wait_closed();
    page.wait_for("the focus back", &format!("document.activeElement === document.querySelector('{TERM}')"));
}

#[test]
fn a_tap_opens_a_term_and_a_tap_outside_closes_it() {
    let page = visit("?lang=zh").size(360, 740).touch().open();
    page.tap(TERM);
    page.popup().wait_open();
    page.tap("h1");
    page.popup().wait_closed();
}

#[test]
fn an_explanation_of_ours_is_marked_and_links_to_related_terms() {
    let page = open("?lang=en", 1280, 800);
    page.click(".lede .term[data-term=general_public_budget_appropriation]");
    page.popup().wait_open();
    assert!(page.popup().text().contains("Our explanation"));
    page.click("#popup .popup-see button");
    page.wait_for(
        "the next card",
        "!document.querySelector('#popup h3').textContent.toLowerCase().includes('appropriation一')",
    );
    assert!(page.popup().is_open());
}

#[test]
fn terms_are_marked_in_titles_reasons_and_tables() {
    let page = open("?lang=zh", 1280, 800);
    for place in ["h2", ".explanations", "table", ".notes", ".facts", ".checks"] {
        let marked = page.count(&format!("{place} [data-term]"));
        assert!(marked > 0, "no term is marked in {place}");
    }
    let nested = page.count("[data-term] [data-term]");
    assert_eq!(nested, 0, "a term inside a term does not nest");
}

#[test]
fn the_glossary_has_the_official_definitions_and_ours() {
    let page = open("?lang=zh#glossary", 1280, 800);
    page.click(".entry:has([id='glossary&term=three_public']) summary");
    page.wait_to_show("[id='glossary&term=three_public'] blockquote");
    assert!(page.text("[id='glossary&term=three_public'] blockquote").contains("因公出国（境）费"));
    page.click(".entry:has([id='glossary&term=official_reception']) summary");
    assert!(
        page.text("[id='glossary&term=official_reception'] blockquote").contains("公务接待费")
            || page.text("[id='glossary&term=official_reception'] blockquote").contains("公务接待")
    );
    for id in [
        "general_public_budget",
        "general_public_budget_appropriation",
        "government_fund",
        "state_capital",
        "institutional_income",
        "institutional_business_income",
        "operating_cost",
        "procurement",
        "performance_target",
        "second_level_unit",
        "administrative_posts",
        "institutional_posts",
        "personnel_cost",
        "public_cost",
        "initial_budget",
        "functional_class",
        "class_item_subitem",
        "overlap",
        "fiscal_appropriation",
        "other_income",
    ] {
        assert!(
            page.js(&format!("!!document.querySelector('[id=\"glossary&term={id}\"]')")) == true,
            "{id} is not in the glossary"
        );
    }
}

#[test]
fn tabbing_out_of_a_popup_continues_after_its_trigger() {
    let page = open("?lang=zh", 1280, 800);
    let opened = "document.querySelector('.lede a.amount[data-origin=stated]')";
    page.js(&format!("{opened}.focus()"));
    page.press(thirtyfour::Key::Enter);
    page.popup().wait_for_quote();
    page.js("[...document.querySelectorAll('#popup :is(button, a[href])')].at(-1).focus()");
    page.press(thirtyfour::Key::Tab);
    page.popup().wait_closed();
    let next = format!(
        "(() => {{ const stops = [...document.querySelectorAll('a[href], button, summary, [tabindex=\"0\"]')].filter((it) => it.checkVisibility() && it.tabIndex >= 0)
            return stops[stops.indexOf({opened}) + 1] === document.activeElement }})()"
    );
    assert_eq!(page.js(&next), true, "{}", page.js("document.activeElement.outerHTML"));
}
