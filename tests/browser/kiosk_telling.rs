//! The loop of a kiosk tells the passages: the published words become the chart by themselves.

use super::harness::{Page, Visit};
use super::kiosk::{CHART_FAULTS, visit_kiosk};
use serde_json::json;

/// The figures with a passage, each with the number of its steps.
const TOLD: [(&str, u64); 2] = [("change", 4), ("three_public", 2)];

/// A kiosk that shows these figures.
fn visit_told(query: &str) -> Visit {
    visit_kiosk(&format!("&figures=change,three_public{query}"))
}

/// What is wrong with the words that are told, in words: too small, cut off, over the chart, or outside of the screen.
const WORD_FAULTS: &str = "
    (() => {
        const told = document.querySelector('.told > .telling')
        const chart = document.querySelector('.on-show .figure-view:not([hidden]) .chart-frame').getBoundingClientRect()
        return [...told.children].flatMap((words) => {
            const { left, right, top, bottom } = words.getBoundingClientRect()
            const size = parseFloat(getComputedStyle(words).fontSize)
            const isOver = left < chart.right && right > chart.left && top < chart.bottom - 1 && bottom > chart.top + 1
            return [
                size < 28 && `${size} px`, words.scrollWidth > words.clientWidth && 'cut off', isOver && 'over the chart',
                (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) && 'outside',
            ].filter(Boolean).map((fault) => `${words.textContent}: ${fault}`)
        })
    })()";

/// The published words of the step that is told; empty where none is.
fn told_words(page: &Page) -> Vec<String> {
    let words = "[...document.querySelectorAll('.told > .telling [lang=zh-CN]')].map((words) => words.textContent)";
    serde_json::from_value(page.js(words)).unwrap()
}

/// Waits until all marks but those of the first steps are covered.
#[track_caller]
fn wait_for_covered(page: &Page, count: u64, what: &str) {
    page.wait_for(
        what,
        &format!("document.querySelectorAll('.on-show .passage-cover[data-covers]').length === {count}"),
    );
}

/// Nothing of the telling is on the page.
#[track_caller]
fn wait_for_whole_chart(page: &Page, what: &str) {
    page.wait_for(what, "!document.querySelector('.told > .telling, .passage-cover, .passage-flight')");
}

#[test]
fn unattended_the_words_become_the_chart_and_the_finding_follows() {
    let published = include_str!("../../data/disclosure.txt");
    for (width, height) in [(1080, 1920), (1920, 1080)] {
        for query in ["&lang=zh", "&lang=en&text=usual"] {
            let page = visit_told(query).size(width, height).open();
            page.kiosk().wait_until_shown();
            for (figure, steps) in TOLD {
                page.kiosk().show_next();
                assert_eq!(page.kiosk().shown(), figure);
                page.kiosk().wait_for_chart();
                let finding = format!("[data-figure={figure}] .figure-view:not([hidden]) h2");
                let is_hidden =
                    format!("getComputedStyle(document.querySelector('{finding}')).visibility === 'hidden'");
                let mut before = Vec::new();
                for step in 1..=steps {
                    let what = format!("step {step} of {figure} at {width} px {query}");
                    wait_for_covered(&page, steps - step, &what);
                    page.settle();
                    let words = told_words(&page);
                    assert!(!words.is_empty() && words != before, "{what}: {words:?}");
                    for clause in &words {
                        assert!(published.contains(clause.trim_end_matches("……")), "{what}: {clause} is not published");
                    }
                    page.wait_for(
                        &format!("{what}, but: {}", page.js(&format!("[...{CHART_FAULTS}, ...{WORD_FAULTS}]"))),
                        &format!("{CHART_FAULTS}.length === 0 && {WORD_FAULTS}.length === 0"),
                    );
                    assert_eq!(page.js(&is_hidden), true, "{what}: the finding comes later");
                    before = words;
                    let mut beats = 0;
                    while told_words(&page) == before {
                        page.kiosk().pass_beat();
                        beats += 1;
                        assert!(beats < 10, "{what} for ever");
                    }
                }
                wait_for_whole_chart(&page, &format!("the whole chart of {figure}"));
                assert_eq!(page.js(&is_hidden), false, "the finding of {figure}");
                page.settle();
                assert_eq!(page.js(CHART_FAULTS), json!([]), "{figure}, whole");
                (0..2).for_each(|_| page.kiosk().pass_beat());
                assert_eq!(page.kiosk().shown(), figure, "the whole chart stays for a while");
            }
            let quiet = "[document.querySelector('#live-region').textContent, document.activeElement === document.body, scrollX, scrollY]";
            assert_eq!(page.js(quiet), json!(["", true, 0, 0]), "nothing announced, focused or scrolled");
        }
    }
}

#[test]
fn a_touch_while_words_are_told_opens_the_figure_and_leaves_nothing_of_them() {
    for (at, (figure, steps)) in TOLD.into_iter().enumerate() {
        let page = visit_told("").size(1080, 1920).open();
        page.kiosk().wait_until_shown();
        (0..=at).for_each(|_| page.kiosk().show_next());
        page.kiosk().wait_for_chart();
        wait_for_covered(&page, steps - 1, "the first step");
        page.kiosk().touch_at(540, 900);
        page.kiosk().wait_until_in_use();
        page.wait_for(figure, &format!("location.hash === '#figure={figure}'"));
        wait_for_whole_chart(&page, "nothing to be left");
        page.wait_for("nothing to be left", "!document.querySelector('.told')");
        assert!(page.shows(&format!("[data-figure={figure}] .figure-view:not([hidden]) h2")));
        // Nor does it come back while it is used.
        page.advance_clock(20_000);
        page.settle();
        assert_eq!(page.count(".told, .passage-cover, .passage-flight"), 0);
        page.kiosk().mark();
        page.kiosk().press_done();
        page.kiosk().wait_for_restart();
    }
}

#[test]
fn with_reduced_motion_or_too_little_room_the_whole_chart_is_shown_at_once() {
    for visit in [visit_told("").size(1080, 1920).reduced_motion(), visit_told("").size(360, 740)] {
        let page = visit.open();
        page.kiosk().wait_until_shown();
        for (figure, _) in TOLD {
            (0..3).for_each(|_| page.kiosk().pass_beat());
            assert_eq!(page.kiosk().shown(), figure, "twelve seconds each");
            page.kiosk().wait_for_chart();
            page.settle();
            assert_eq!(page.count(".told, .passage-cover"), 0);
            assert!(page.shows(".on-show .figure-view:not([hidden]) h2"));
        }
    }
}
