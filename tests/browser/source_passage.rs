//! The published words become the chart, step by step.

use super::harness::{Page, open, visit};
use serde_json::json;
use thirtyfour::Key;

const FIGURES: [&str; 2] = ["change", "three_public"];

/// An expression: how many marks of a figure's chart are covered, and by how much the covers miss them, in pixels.
fn covers_expression(figure: &str) -> String {
    format!(
        "(() => {{
            const view = document.querySelector('[data-figure={figure}] .figure-view:not([hidden])')
            const covers = [...view.querySelectorAll('.passage-cover[data-covers]')]
            const missed = covers.map((cover) => {{
                const series = view.querySelectorAll('.passage-captions > li')[cover.dataset.covers].dataset.series
                const [a, b] = [cover, view.querySelector(`[data-hit=\"${{series}} 0\"]`)].map((e) => e.getBoundingClientRect())
                return Math.max(Math.abs(a.left - b.left), Math.abs(a.right - b.right), a.top - b.top, b.bottom - a.bottom)
            }})
            return [covers.length, Math.max(0, ...missed)]
        }})()"
    )
}

/// How many marks of a figure's chart are covered, and by how much the covers miss them, in pixels.
fn covers(page: &Page, figure: &str) -> (u64, f64) {
    let seen = page.js(&covers_expression(figure));
    (seen[0].as_u64().expect("a count"), seen[1].as_f64().expect("pixels"))
}

/// Waits until a step is shown; returns what it says.
#[track_caller]
fn wait_for_step(page: &Page, figure: &str, step: usize) -> String {
    let caption = format!("[data-figure={figure}] .passage-captions > li:nth-child({step})");
    page.wait_to_show(&caption);
    page.text(&caption)
}

/// Waits until the first step is shown; returns how many there are.
#[track_caller]
fn wait_for_steps(page: &Page, figure: &str) -> u64 {
    wait_for_step(page, figure, 1);
    page.count(&format!("[data-figure={figure}] .passage-captions > li"))
}

#[test]
fn the_words_become_the_chart_step_by_step_by_keyboard() {
    let page = open("?lang=zh", 1280, 900);
    for figure in FIGURES {
        page.chart(figure).draw();
        let section = format!("[data-figure={figure}] .passage");
        let place =
            "(() => [...document.querySelectorAll('.passage')].map((e) => [...e.parentNode.children].indexOf(e)))()";
        let before = page.js(place);
        page.focus(&format!("{section} .passage-play"));
        page.press(Key::Enter);
        let steps = wait_for_steps(&page, figure);
        for step in 1..=steps {
            let said = wait_for_step(&page, figure, step as usize);
            assert!(said.contains(&format!("第 {step} 步，共 {steps} 步")), "{said}");
            page.wait_for_announcement(said.lines().last().expect("a caption"));
            let (covered, missed) = covers(&page, figure);
            assert_eq!(covered, steps - step, "{figure}, step {step}: the marks of later steps are covered");
            assert!(missed < 3.0, "{figure}, step {step}: a cover misses its mark by {missed} px");
            let words = page.count(&format!("{section} [data-step='{}'].telling", step - 1));
            assert!(words > 0 && words == page.count(&format!("{section} .telling")), "{figure}, step {step}");
            if step == 1 {
                page.wait_for(
                    "the focus on Next",
                    &format!("document.activeElement.matches('{section} [data-passage=next]')"),
                );
            }
            if step < steps {
                page.press(Key::Enter);
            }
        }
        assert_eq!(page.count(&format!("[data-figure={figure}] .explanations .to-come")), 0, "every reason is there");
        page.click(&format!("{section} [data-passage=back]"));
        wait_for_step(&page, figure, steps as usize - 1);
        assert_eq!(covers(&page, figure).0, 1, "a step back takes the last mark away");
        page.click(&format!("{section} [data-passage=end]"));
        page.wait_to_show(&format!("{section} .passage-play"));
        assert_eq!(page.js(place), before, "the passage is back in its place");
        assert_eq!(page.count(".passage-cover, .telling, .to-come"), 0, "nothing is left covered");
    }
}

#[test]
fn covers_keep_to_their_marks_when_the_chart_is_drawn_again() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("three_public").draw();
    page.click("[data-figure=three_public] [data-passage=play]");
    wait_for_step(&page, "three_public", 1);
    page.resize(700, 900);
    let drawn = "document.querySelector('[data-figure=three_public] .chart svg').clientWidth === document.querySelector('[data-figure=three_public] .chart').clientWidth";
    page.wait_for("the chart drawn for the new width", drawn);
    page.wait_for(
        "the cover over its mark",
        &format!("(([covered, missed]) => covered === 1 && missed < 3)({})", covers_expression("three_public")),
    );
}

#[test]
fn on_a_phone_the_words_and_the_buttons_are_on_screen() {
    let page = visit("?lang=en").size(360, 740).touch().open();
    for figure in FIGURES {
        page.chart(figure).draw();
        page.tap(&format!("[data-figure={figure}] [data-passage=play]"));
        let steps = wait_for_steps(&page, figure);
        for step in 1..=steps {
            wait_for_step(&page, figure, step as usize);
            page.wait_for(
                "words and button on screen",
                &format!(
                    "[...document.querySelectorAll('[data-figure={figure}] :is(.telling, [data-passage=end])')].every((e) => {{
                        const box = e.getBoundingClientRect()
                        const text = document.querySelector('[data-figure={figure}] .passage-text').getBoundingClientRect()
                        const inside = !e.matches('.telling') || (box.bottom > text.top && box.top < text.bottom)
                        return inside && box.top >= 0 && box.bottom <= innerHeight
                    }})"
                ),
            );
            if step < steps {
                page.tap(&format!("[data-figure={figure}] [data-passage=next]"));
            }
        }
        page.tap(&format!("[data-figure={figure}] [data-passage=end]"));
    }
}

#[test]
fn words_and_bars_light_each_other() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("three_public").draw();
    page.hover("[data-figure=three_public] .passage-text [data-part-of='three_public.reception'][data-part=amount]");
    page.wait_to_show("[data-figure=three_public] .chart .lit");
    page.wait_to_show("[data-figure=three_public] [data-explains='three_public.reception'].lit");
    let rows = "[...document.querySelectorAll('[data-figure=three_public] .chart path[fill=none][data-hit]')]";
    page.js(&format!("{rows}[1].id = 'row'"));
    page.move_pointer_away();
    page.hover("#row");
    page.wait_to_show(".passage-text [data-part-of='three_public.vehicle_operation'].lit");
}

#[test]
fn with_reduced_motion_or_without_scripts_both_states_stand_side_by_side() {
    let page = visit("?lang=zh").size(1280, 900).reduced_motion().open();
    for figure in FIGURES {
        page.chart(figure).draw();
        assert!(page.shows(&format!("[data-figure={figure}] .passage-text")));
        assert!(!page.shows(&format!("[data-figure={figure}] .passage-play")), "nothing that moves is offered");
    }
    drop(page);
    let page = visit("").open_scriptless();
    for figure in FIGURES {
        assert!(page.shows_without_scripts(&format!("[data-figure={figure}] .passage-text [data-part=amount], [data-figure={figure}] .passage-text [data-part=change]")));
    }
}

#[test]
fn the_chunk_comes_when_a_reader_comes_near_its_button() {
    let page = open("?lang=zh", 1280, 900);
    page.chart("change").draw();
    page.settle();
    let fetched = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('.motion.')).length";
    assert_eq!(page.js(fetched), json!(0), "who only reads does not load it");
    page.hover("[data-figure=change] .passage-play");
    page.wait_for("the chunk", &format!("{fetched} === 1"));
}
