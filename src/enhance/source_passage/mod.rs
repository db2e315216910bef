//! The words become the chart: step by step, each amount leaves the published passage for its bar, each reason for its place
//! beside the chart. Which step is shown is known from the page itself: captions that are not hidden.

pub mod covers;
pub mod flight;

use crate::enhance::app_state::AppState;
use crate::enhance::motion_overlay;
use crate::platform::{dom, focus, scroll};
use flight::fly;
use leptos::prelude::*;
use mingbai_core::figures::source_passage;
use mingbai_core::locale::fill;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// How long to wait before looking again whether the chart is drawn.
const RETRY_DELAY: Duration = Duration::from_millis(100);

thread_local! {
    /// The passage that is being shown step by step.
    static PLAYING: RefCell<Option<Playing>> = const { RefCell::new(None) };
}

/// A passage that is being shown step by step.
struct Playing {
    passage: Passage,
    /// What the passage stood before, to which it returns.
    next_sibling: Option<Node>,
    /// What follows the drawings of the chart.
    owner: Owner,
}

/// A passage with its chart.
#[derive(Clone)]
struct Passage {
    section: HtmlElement,
    /// The frame of the chart that the words become.
    frame: HtmlElement,
}

/// A button of a passage was pressed: `play`, `back`, `next` or `end`.
pub fn press(app: AppState, button: &HtmlElement, action: &str) {
    let Some(passage) = Passage::of(button) else { return };
    match action {
        "play" => play(app, passage),
        "end" => end(),
        "back" => passage.go(app, passage.step().saturating_sub(1), false),
        _ => passage.go(app, passage.step() + 1, true),
    }
}

/// Moves the passage above its chart, covers the chart, and shows the first step.
fn play(app: AppState, passage: Passage) {
    end();
    motion_overlay::add_style();
    passage.write_captions(app);
    let (next_sibling, parent) = (passage.section.next_sibling(), passage.section.parent_node());
    if let Some(parent) = parent {
        let _ = parent.insert_before(&passage.section, Some(&passage.frame));
    }
    let owner = Owner::new_root(None);
    owner.with(|| {
        let drawn = StoredValue::new_local(passage.clone());
        Effect::new(move |_| {
            app.ui.drawing_count.track();
            drawn.with_value(|passage| passage.cover_marks_from(passage.step() + 1));
        });
    });
    PLAYING.with_borrow_mut(|playing| *playing = Some(Playing { passage: passage.clone(), next_sibling, owner }));
    passage.set_playing(true);
    scroll::scroll_to_start(&passage.section);
    begin_once_drawn(app, passage);
}

/// Shows the first step once the chart is drawn, which it is when it has come near.
fn begin_once_drawn(app: AppState, passage: Passage) {
    let is_drawn = passage.frame.query_selector("[data-drawn]").ok().flatten().is_some();
    let is_playing = PLAYING
        .with_borrow(|playing| playing.as_ref().is_some_and(|playing| playing.passage.section == passage.section));
    if is_drawn && is_playing {
        passage.cover_marks_from(0);
        passage.go(app, 0, true);
        focus::focus_first_within(&passage.section, "[data-passage=next]");
    } else if is_playing {
        set_timeout(move || begin_once_drawn(app, passage), RETRY_DELAY);
    }
}

/// Shows the whole chart, with the passage in its place below. Does nothing if no passage is shown step by step.
pub fn end() {
    let Some(Playing { passage, next_sibling, owner }) = PLAYING.with_borrow_mut(Option::take) else { return };
    drop(owner);
    passage.set_playing(false);
    covers::remove(&passage.frame, None);
    passage.set_waiting(None);
    if let Some(parent) = passage.section.parent_node() {
        let _ = parent.insert_before(&passage.section, next_sibling.as_ref());
    }
    let focused = focus::focused_element();
    if passage.section.contains(focused.as_ref().map(|focused| focused.as_ref())) {
        focus::focus_first_within(&passage.section, ".passage-play");
    }
}

impl Passage {
    fn of(inside: &Element) -> Option<Passage> {
        let section: HtmlElement = inside.closest(".passage").ok()??.dyn_into().ok()?;
        let frame = section.closest(".figure-view").ok()??.query_selector(".chart-frame").ok()??.dyn_into().ok()?;
        Some(Passage { section, frame })
    }

    /// Writes what each step says, once for each rendering of the page.
    fn write_captions(&self, app: AppState) {
        let card = self.section.closest("[data-figure]").ok().flatten();
        let figure = card.and_then(|card| card.get_attribute("data-figure")?.parse().ok());
        let list = self.section.query_selector(".passage-captions:empty").ok().flatten();
        let (Some(figure), Some(list)) = (figure, list) else { return };
        let context = untrack(|| app.render_context());
        let steps = source_passage(&context, figure).map(|passage| passage.steps).unwrap_or_default();
        for (index, step) in steps.iter().enumerate() {
            let slots = [("n", &*(index + 1).to_string()), ("of", &steps.len().to_string())];
            let progress = fill(context.locale.words().passage_progress, &slots);
            let Some(caption) = append(&list, "li", &step.caption.plain(&context.locale)) else { return };
            if let Some(progress) = append(&caption, "small", &progress) {
                let _ = caption.prepend_with_node_1(&progress);
            }
            let _ = caption.set_attribute("data-series", &step.series.to_string());
            let _ = caption.set_attribute("data-part-of", step.line.as_str());
            let _ = caption.set_attribute("hidden", "");
        }
    }

    fn captions(&self) -> Vec<Element> {
        dom::query_all_within(&self.section, ".passage-captions > li")
    }

    /// The step that is shown.
    fn step(&self) -> usize {
        self.captions().iter().position(|caption| !caption.has_attribute("hidden")).unwrap_or(0)
    }

    /// Shows a step: its caption, its words, and its mark; those of later steps wait.
    fn go(&self, app: AppState, step: usize, moves: bool) {
        let captions = self.captions();
        let step = step.min(captions.len().saturating_sub(1));
        for (index, caption) in captions.iter().enumerate() {
            let _ = caption.toggle_attribute_with_force("hidden", index != step);
        }
        for part in dom::query_all_within(&self.section, "[data-step]") {
            let _ = part.class_list().toggle_with_force("telling", step_of(&part) == Some(step));
            let _ = part.class_list().toggle_with_force("to-come", step_of(&part) > Some(step));
        }
        for (action, is_unusable) in [("back", step == 0), ("next", step + 1 == captions.len())] {
            for button in dom::query_all_within(&self.section, &format!("[data-passage={action}]")) {
                let _ = button.toggle_attribute_with_force("disabled", is_unusable);
            }
        }
        let words = dom::query_all_within(&self.section, ".telling");
        // On a phone the words scroll in a box: the whole clause, from its beginning.
        for part in words.last().into_iter().chain(words.first()) {
            scroll::make_visible(part);
        }
        if moves {
            words.iter().for_each(|words| self.send(words));
        }
        covers::remove(&self.frame, Some(step));
        self.cover_marks_from(step + 1);
        covers::open(&self.frame, step);
        self.set_waiting(Some(step));
        app.ui.announcement.set(captions.get(step).and_then(|caption| caption.text_content()).unwrap_or_default());
    }

    /// Lets words fly to what they become.
    fn send(&self, words: &Element) {
        let line = words.get_attribute("data-part-of").unwrap_or_default();
        let target = match words.get_attribute("data-part").as_deref() {
            Some("reason") => self.reason_of(&line),
            _ => step_of(words).and_then(|step| self.mark_of(step)),
        };
        if let (Some(target), Some(article)) = (target, self.section.closest("article").ok().flatten()) {
            fly(words, &target, &article);
        }
    }

    /// The shape of the mark of a step.
    fn mark_of(&self, step: usize) -> Option<Element> {
        let series = self.captions().get(step)?.get_attribute("data-series")?.parse().ok()?;
        covers::mark_of(&self.frame, series)
    }

    /// The change in the list beside the chart.
    fn reason_of(&self, line: &str) -> Option<Element> {
        let view = self.section.closest(".figure-view").ok()??;
        let changes = dom::query_all_within(&view, "[data-explains]");
        changes.into_iter().find(|change| change.get_attribute("data-explains").as_deref() == Some(line))
    }

    /// Covers the marks of this step and of those after it.
    fn cover_marks_from(&self, step: usize) {
        for later in step..self.captions().len() {
            if let Some(mark) = self.mark_of(later) {
                covers::cover(&self.frame, later, &mark);
            }
        }
    }

    /// Reasons of steps after this one wait; with None, none does.
    fn set_waiting(&self, step: Option<usize>) {
        for (index, caption) in self.captions().iter().enumerate() {
            let line = caption.get_attribute("data-part-of").unwrap_or_default();
            if let Some(reason) = self.reason_of(&line) {
                let _ = reason.class_list().toggle_with_force("to-come", step.is_some_and(|step| index > step));
            }
        }
    }

    fn set_playing(&self, is_playing: bool) {
        let _ = self.section.class_list().toggle_with_force("playing", is_playing);
        for (selector, hidden) in [(".passage-controls", !is_playing), (".passage-play", is_playing)] {
            for part in dom::query_all_within(&self.section, selector) {
                let _ = part.toggle_attribute_with_force("hidden", hidden);
            }
        }
        if !is_playing {
            for part in dom::query_all_within(&self.section, "[data-step]") {
                let _ = part.class_list().remove_2("telling", "to-come");
            }
        }
    }
}

/// The step that words belong to.
fn step_of(words: &Element) -> Option<usize> {
    words.get_attribute("data-step")?.parse().ok()
}

/// Adds an element with this text at the end of another.
fn append(parent: &Element, name: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}
