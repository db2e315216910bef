//! One chart becomes another: the marks of the lines that are in both move.

use super::harness::{Page, visit};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;

/// A place on screen with a colour: left, top, width, height in whole pixels, and the colour.
type Painted = (i64, i64, i64, i64, String);

/// The marks of a chart by line. Squares of a line are one; a row has the bars in it.
type Marks = BTreeMap<String, Vec<Painted>>;

/// A copy of a mark: its line is not known, only where it comes from and where it goes.
#[derive(Debug, Deserialize)]
struct Moved {
    from: Painted,
    to: Painted,
    /// The marks of the chart that was shown then.
    next: Marks,
    /// True if the page was wider than the screen then.
    sideways: bool,
}

/// From now on, `moved` has each copy as it begins and as it ends.
const WATCH: &str = "
    globalThis.moved = []
    globalThis.paintedAt = (e, color) => {
        const { left, top, width, height } = e.getBoundingClientRect()
        return [left, top, width, height].map(Math.round).concat(color)
    }
    globalThis.marksOf = (chart) => {
        const marks = {}
        const color = (path) => {
            const { fill, stroke } = getComputedStyle(path)
            return [fill, stroke].find((paint) => paint.startsWith('rgb('))
        }
        const bars = [...chart.querySelectorAll('path:not([data-hit])')].filter((path) => {
            const { width, height } = path.getBoundingClientRect()
            return color(path) && width * height > 0
        })
        const squares = {}
        for (const shape of chart.querySelectorAll('[data-shows]')) {
            const row = shape.getBoundingClientRect()
            const own = (marks[shape.dataset.shows] ??= [])
            if (!color(shape)) {
                const inside = bars.filter((bar) => {
                    const { left, right, top, bottom } = bar.getBoundingClientRect()
                    return left + right > 2 * row.left && left + right < 2 * row.right && top + bottom > 2 * row.top && top + bottom < 2 * row.bottom
                })
                own.push(...inside.map((bar) => paintedAt(bar, color(bar))))
                continue
            }
            const key = shape.dataset.shows + shape.dataset.hit.split(' ')[0]
            const all = (squares[key] ??= [])
            if (all.push(row) === 1) own.push(key)
            squares[key].color = color(shape)
        }
        const around = (all) => {
            const [left, top] = ['left', 'top'].map((edge) => Math.min(...all.map((one) => one[edge])))
            const [right, bottom] = ['right', 'bottom'].map((edge) => Math.max(...all.map((one) => one[edge])))
            return [left, top, right - left, bottom - top].map(Math.round).concat(all.color)
        }
        return Object.fromEntries(Object.entries(marks).map(([line, own]) => [line, own.map((one) => (squares[one] ? around(squares[one]) : one))]))
    }
    globalThis.chartShown = (figure) => document.querySelector(`[data-figure=${figure}] .figure-view:not([hidden]) .chart`)
    new MutationObserver((changes) => {
        for (const copy of changes.flatMap((change) => [...change.addedNodes])) {
            if (!copy.classList?.contains('moving-mark')) continue
            const motion = copy.getAnimations()[0]
            const at = (time) => {
                motion.currentTime = time
                return paintedAt(copy, getComputedStyle(copy).backgroundColor)
            }
            motion.pause()
            const [to, from] = [at(400), at(0)]
            motion.play()
            const next = marksOf(copy.parentElement.querySelector('.figure-view:not([hidden]) .chart'))
            moved.push({ from, to, next, sideways: document.documentElement.scrollWidth > innerWidth })
        }
    }).observe(document.body, { subtree: true, childList: true })";

/// Waits for the code of what moves, which comes when the pointer or the focus reaches a button.
fn come_near(page: &Page, button: &str) {
    page.move_pointer_away();
    page.hover(button);
    let is_here = "[...document.querySelectorAll('style')].some((style) => style.textContent.includes('moving-mark'))";
    page.wait_for("the code of what moves", is_here);
}

/// Presses a button of a figure; gives the marks of the chart before.
fn press(page: &Page, figure: &str, button: &str) -> Marks {
    let before = page.js(&format!(
        "(() => {{
            moved.length = 0
            const before = marksOf(chartShown('{figure}'))
            document.querySelector(`{button}`).click()
            return before
        }})()"
    ));
    serde_json::from_value(before).unwrap()
}

/// True where both are the same, but for a pixel of rounding.
fn is_at(one: &Painted, other: &Painted) -> bool {
    let near = |a: i64, b: i64| (a - b).abs() <= 1;
    near(one.0, other.0) && near(one.1, other.1) && near(one.2, other.2) && near(one.3, other.3) && one.4 == other.4
}

#[test]
fn the_marks_of_lines_that_are_in_both_charts_move() {
    // So high that both charts are on the screen.
    let page = visit("?lang=zh").size(1280, 1700).open();
    page.js(&format!("void (() => {{{WATCH}}})()"));
    for (figure, choice) in [
        ("flow", "[data-choose-figure=purpose]"),
        ("purpose", "[data-choose-figure=flow]"),
        ("flow", "[data-choose-view='1']"),
        ("flow", "[data-choose-view='0']"),
        ("change", "[data-choose-figure=nature]"),
        ("nature", "[data-choose-figure=change]"),
    ] {
        let button = format!(
            ".figure[data-figure={figure}]:not([hidden]) :is(.tabs, .figure-view:not([hidden]) > .views) > {choice}"
        );
        page.chart(figure).draw();
        come_near(&page, &button);
        page.settle();
        let before = press(&page, figure, &button);
        page.wait_for(&format!("marks of {figure} to move to {choice}"), "moved.length > 0");
        page.settle();
        assert_eq!(page.count(".moving-mark"), 0, "nothing is left of {figure} to {choice}");
        assert!(page.js("document.activeElement.matches('[aria-pressed=true]')") == true, "the focus is on the button");
        let moved: Vec<Moved> = serde_json::from_value(page.js("moved")).unwrap();
        let next = &moved[0].next;
        let both: Vec<&String> = before.keys().filter(|line| next.contains_key(*line)).collect();
        let expected: usize = both.iter().map(|line| before[*line].len().max(next[*line].len())).sum();
        assert!(expected > 0 && moved.len() == expected, "{figure} to {choice}: {both:?}, {moved:?}");
        for copy in &moved {
            let is_of = |line: &&&String| {
                before[**line].iter().any(|mark| is_at(mark, &copy.from))
                    && next[**line].iter().any(|mark| is_at(mark, &copy.to))
            };
            assert!(both.iter().any(|line| is_of(&line)), "{figure} to {choice}: {copy:?} of {before:?} to {next:?}");
            assert!(!copy.sideways);
        }
    }
}

#[test]
fn a_second_press_ends_the_motion_of_the_first_and_nothing_stays() {
    let page = visit("?lang=zh").size(1280, 1000).open();
    page.js(&format!("void (() => {{{WATCH}}})()"));
    for figure in ["flow", "purpose", "flow"] {
        page.chart(figure).draw();
    }
    let button = |figure: &str, other: &str| format!("[data-figure={figure}] > .tabs > [data-choose-figure={other}]");
    come_near(&page, &button("flow", "purpose"));
    press(&page, "flow", &button("flow", "purpose"));
    page.wait_for("marks to move", "moved.length > 0");
    page.js(&format!("void document.querySelector('{}').click()", button("purpose", "flow")));
    page.js(&format!("void document.querySelector('{}').click()", button("flow", "purpose")));
    page.settle();
    assert_eq!(page.count(".moving-mark"), 0);
    assert!(page.shows("[data-figure=purpose] h2") && !page.shows("[data-figure=flow] h2"));
}

#[test]
fn with_reduced_motion_or_off_screen_nothing_moves() {
    for (visit, top) in [(visit("?lang=zh").reduced_motion(), 0), (visit("?lang=zh"), 1)] {
        let page = visit.size(1280, 1000).open();
        page.js(&format!("void (() => {{{WATCH}}})()"));
        page.chart("purpose").draw();
        page.chart("flow").draw();
        let button = "[data-figure=flow] > .tabs > [data-choose-figure=purpose]";
        come_near(&page, button);
        if top > 0 {
            page.js("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        }
        page.settle();
        press(&page, "flow", button);
        page.settle();
        assert!(page.js("document.querySelector('[data-figure=purpose]').hasAttribute('hidden')") == false);
        assert_eq!(page.js("moved"), json!([]));
    }
}
