//! Tests of the harness itself, on a page made for it.

use thirtyfour::Key;

use super::harness::{Visit, root, visit};

/// A visit to the page of `fixture/`.
fn fixture(address: &str) -> Visit {
    visit(address).of(root().join("tests/browser/fixture"))
}

/// Opens the fixture with one trouble and waits until that has been noticed.
fn trouble(kind: &str) {
    let page = fixture(&format!("?trouble={kind}")).open();
    page.wait_for(
        "all that the page asked for",
        "performance.getEntriesByType('resource').every((r) => r.responseEnd)",
    );
    page.settle();
}

#[test]
fn a_log_message_is_allowed() {
    trouble("log");
}

#[test]
#[should_panic = "an error in the console"]
fn an_error_in_the_console_fails_a_test() {
    trouble("console");
}

#[test]
#[should_panic = "Uncaught Error: thrown"]
fn an_uncaught_error_fails_a_test() {
    trouble("throw");
}

#[test]
#[should_panic = "asked another host: http://example.invalid/"]
fn a_request_to_another_host_fails_a_test() {
    trouble("foreign");
}

#[test]
#[should_panic = "missing file: /missing.json"]
fn a_missing_file_fails_a_test() {
    trouble("missing");
}

#[test]
fn a_noisy_visit_does_not_fail() {
    let page = fixture("").without("index.html").never_ready().open();
    assert_eq!(page.missing_files()[0], "/");
    assert_eq!(page.site().requests()[0].status, 404);
}

#[test]
fn a_window_has_the_size_asked_for() {
    let page = fixture("").size(360, 740).open();
    assert_eq!(page.js("[innerWidth, innerHeight]"), serde_json::json!([360, 740]));
    page.resize(1920, 1080);
    assert_eq!(page.js("[innerWidth, innerHeight]"), serde_json::json!([1920, 1080]));

    let file = super::harness::artifacts().join("whole.png");
    page.full_screenshot(&file);
    let picture = std::fs::read(&file).expect("a picture");
    // A PNG says its height, in big-endian bytes, at this place.
    assert!(u32::from_be_bytes(picture[20..24].try_into().unwrap()) > 3000);
}

#[test]
fn a_mouse_and_a_keyboard_work() {
    let page = fixture("").open();
    page.hover("#button");
    page.click("#button");
    page.wait_for_text("#said", "click");
    assert_eq!(page.text("#said"), "mouseenter click");

    page.click("#field");
    page.press("12");
    page.press(Key::Backspace);
    page.press("3");
    assert_eq!(page.js("document.querySelector('#field').value"), "13");

    page.press_with(Key::Shift, Key::Tab);
    assert_eq!(page.js("document.activeElement.id"), "button");

    assert_eq!(page.attribute("#button", "title").as_deref(), Some("a button"));
    assert_eq!(page.all("p").len(), 2);
    assert_eq!(page.run(page.find("p").id()).expect("a paragraph").as_deref(), Some("said"));
    assert!(!page.shows("#hidden"));
    page.js("document.querySelector('#hidden').hidden = false");
    page.wait_to_show("#hidden");
}

#[test]
fn touch_works() {
    let page = fixture("").size(360, 740).touch().open();
    assert_eq!(
        page.js("[matchMedia('(pointer: coarse)').matches, matchMedia('(hover: none)').matches]"),
        serde_json::json!([true, true])
    );
    page.tap("#field");
    page.wait_for("the tap far down", "document.querySelector('#said').textContent === 'field '");
    page.tap("#button");
    page.wait_for_text("#said", "touchstart");
    page.wait_for_text("#said", "click");
}

#[test]
fn media_features_can_be_emulated() {
    let page = fixture("").dark().reduced_motion().media("prefers-contrast", "more").open();
    for feature in ["prefers-color-scheme: dark", "prefers-reduced-motion: reduce", "prefers-contrast: more"] {
        assert_eq!(page.js(&format!("matchMedia('({feature})').matches")), true, "{feature}");
    }
}

#[test]
fn the_network_can_be_cut() {
    let page = fixture("").noisy().under("/a/b/").open();
    assert!(page.address().ends_with("/a/b/"));
    page.offline(true);
    page.js("fetch('index.html').catch((e) => { window.cut = true })");
    page.wait_for("the network to be cut", "window.cut");
    page.offline(false);
    page.reload();
}

#[test]
fn axe_says_what_it_finds() {
    assert_eq!(fixture("").open().axe(), [""; 0]);
    let found = fixture("?trouble=image").open().axe();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("image-alt (critical): "), "{}", found[0]);
    assert!(found[0].contains("<img>"), "{}", found[0]);
}

#[test]
#[should_panic = "this test has a page already"]
fn a_second_page_at_the_same_time_fails_a_test() {
    let _first = fixture("").open();
    fixture("").open();
}

#[test]
fn settling_waits_for_timers_and_requests() {
    let page = fixture("").open();
    page.js("void setTimeout(() => fetch('index.html').then(() => (window.arrived = true)), 500)");
    page.settle();
    assert_eq!(page.js("window.arrived"), true);
}

#[test]
fn a_long_timer_runs_only_when_the_clock_is_advanced() {
    let page = fixture("").with_clock().open();
    page.js("void (window.rung = 0, setTimeout(() => rung++, 1500), setInterval(() => rung++, 2000))");
    page.advance_clock(1499);
    assert_eq!(page.js("rung"), 0);
    page.advance_clock(1);
    assert_eq!(page.js("rung"), 1);
    page.advance_clock(4500);
    assert_eq!(page.js("rung"), 4);
}
