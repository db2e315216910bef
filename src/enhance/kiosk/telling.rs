//! The telling of a passage in the attract loop: on the stage, the published words become the chart by themselves, step by
//! step; then the whole chart and its finding are shown. Nothing is announced, focused or scrolled.

use crate::enhance::app_state::AppState;
use crate::enhance::motion_overlay;
use crate::enhance::source_passage::{covers, flight};
use crate::kiosk::told_words;
use crate::platform::{dom, environment};
use leptos::prelude::*;
use mingbai_core::figures::{FigureId, PassagePartKind, PassageSpan, RenderContext, SourcePassage, source_passage};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How long words can be read before they become a mark.
const READING_TIME: Duration = Duration::from_millis(1000);

/// How long to wait before looking again whether the chart is drawn.
const RETRY_DELAY: Duration = Duration::from_millis(100);

/// How many letters of Chinese and of English are read in a beat of the loop, by people who take their time.
const LETTERS_OF_BEAT: (usize, usize) = (24, 60);

/// The class of what is told.
const TOLD_CLASS: &str = "told";

/// The class of the step that is told.
const TELLING_CLASS: &str = "telling";

/// A passage that is told on the stage; when it is dropped, the figure is as it was.
pub struct Telling {
    stage: Rc<TellingStage>,
    /// How many beats each step is shown.
    beats: Vec<u32>,
    /// The step that is told; their number once the whole chart is shown.
    step: usize,
    /// How many beats are left of it.
    left: u32,
    /// What follows the drawings of the chart.
    _owner: Owner,
}

/// Where a passage is told.
struct TellingStage {
    card: Element,
    frame: HtmlElement,
    /// What is told, with a child for each step.
    told: HtmlElement,
    /// The series of the mark of each step.
    series: Vec<usize>,
    /// How many marks are shown; those of later steps are covered.
    shown: Cell<usize>,
}

impl Telling {
    /// Begins to tell the passage of a figure. None where the figure has none, and where nothing is to move.
    pub fn begin(app: AppState, figure: FigureId) -> Option<Telling> {
        if environment::matches_media("(prefers-reduced-motion: reduce)") {
            return None;
        }
        let context = untrack(|| app.render_context());
        let passage = source_passage(&context, figure)?;
        let view = document().query_selector(&format!("[data-figure={}] > .figure-view", figure.as_str())).ok()??;
        let frame: HtmlElement = view.query_selector(".chart-frame").ok()??.dyn_into().ok()?;
        motion_overlay::add_style();
        let told = told_element(&context, &passage)?;
        view.insert_before(&told, Some(&frame)).ok()?;
        let stage = Rc::new(TellingStage {
            card: view.closest("[data-figure]").ok()??,
            frame,
            told,
            series: passage.steps.iter().map(|step| step.series).collect(),
            shown: Cell::new(0),
        });
        let owner = Owner::new_root(None);
        let covered = stage.clone();
        owner.with(|| {
            Effect::new(move |_| {
                app.ui.drawing_count.track();
                covered.cover();
            });
        });
        let beats: Vec<u32> = (0..passage.steps.len()).map(|step| beats_of(&context, &passage, step)).collect();
        let telling = Telling { stage, left: beats[0], beats, step: 0, _owner: owner };
        telling.tell();
        Some(telling)
    }

    /// A beat of the loop has passed. False once everything was told and the whole chart was shown for `at_end` beats.
    pub fn beat(&mut self, at_end: u32) -> bool {
        self.left -= 1;
        if self.left == 0 {
            self.step += 1;
            if self.step > self.beats.len() {
                return false;
            }
            self.left = self.beats.get(self.step).copied().unwrap_or(at_end);
            self.tell();
        }
        true
    }

    /// Shows the words of the step, which then become its mark; or the whole chart behind the last step.
    fn tell(&self) {
        let Telling { stage, step, .. } = self;
        stage.shown.set(*step);
        covers::remove(&stage.frame, Some(*step));
        for (index, told) in dom::query_all_within(&stage.told, ".told > div").iter().enumerate() {
            let _ = told.class_list().toggle_with_force(TELLING_CLASS, index == *step);
        }
        if let Some(words) = stage.told.query_selector(".telling").ok().flatten() {
            let (stage, step) = (stage.clone(), *step);
            set_timeout(move || stage.become_mark(step, words), READING_TIME);
        }
    }
}

impl Drop for Telling {
    fn drop(&mut self) {
        self.stage.told.remove();
        covers::remove(&self.stage.frame, None);
    }
}

impl TellingStage {
    /// Covers the marks that are not shown yet.
    fn cover(&self) {
        for step in self.shown.get()..self.series.len() {
            if let Some(mark) = covers::mark_of(&self.frame, self.series[step]) {
                covers::cover(&self.frame, step, &mark);
            }
        }
    }

    /// Lets the amounts of a step fly to its mark, which grows, once the chart is drawn; unless the loop has gone on.
    fn become_mark(self: Rc<Self>, step: usize, words: Element) {
        if !words.is_connected() || !words.class_list().contains(TELLING_CLASS) {
            return;
        }
        let is_drawn = self.frame.query_selector("[data-drawn]").ok().flatten().is_some();
        let Some(mark) = covers::mark_of(&self.frame, self.series[step]).filter(|_| is_drawn) else {
            return set_timeout(move || self.become_mark(step, words), RETRY_DELAY);
        };
        for amount in dom::query_all_within(&words, "[data-part=amount], [data-part=change]") {
            flight::fly(&amount, &mark, &self.card);
        }
        self.shown.set(step + 1);
        covers::open(&self.frame, step);
    }
}

/// What is told of a passage: a heading, and for each step its words; for who does not read Chinese, also what they say.
fn told_element(context: &RenderContext, passage: &SourcePassage) -> Option<HtmlElement> {
    let told = new_element("div", TOLD_CLASS)?;
    told.set_attribute("aria-hidden", "true").ok()?;
    for (index, step) in passage.steps.iter().enumerate() {
        let told_step = new_element("div", "")?;
        let heading = new_element("h3", "")?;
        heading.set_text_content(Some(context.locale.words().passage_title));
        told_step.append_child(&heading).ok()?;
        for clause in told_words(passage, index) {
            told_step.append_child(&*words_element(clause)?).ok()?;
        }
        if context.locale.english() {
            let caption = new_element("p", "")?;
            caption.set_text_content(Some(&step.caption.plain(&context.locale)));
            told_step.append_child(&caption).ok()?;
        }
        told.append_child(&told_step).ok()?;
    }
    Some(told)
}

/// Words of the document, with their amounts marked.
fn words_element(clause: Vec<PassageSpan>) -> Option<HtmlElement> {
    let words = new_element("p", "")?;
    words.set_attribute("lang", "zh-CN").ok()?;
    for PassageSpan { text, part } in clause {
        let span = new_element("span", "")?;
        span.set_text_content(Some(&text));
        if let Some(part) = part.filter(|part| part.kind != PassagePartKind::Reason) {
            span.set_attribute("data-part", part.kind.as_str()).ok()?;
        }
        words.append_child(&span).ok()?;
    }
    Some(words)
}

fn new_element(name: &str, class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document().create_element(name).ok()?.dyn_into().ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Some(element)
}

/// How many beats the words of a step are shown.
fn beats_of(context: &RenderContext, passage: &SourcePassage, step: usize) -> u32 {
    let (chinese, english) = LETTERS_OF_BEAT;
    let extra = match context.locale.english() {
        true => passage.steps[step].caption.plain(&context.locale).chars().count() / english,
        false => {
            let clauses = told_words(passage, step);
            clauses.iter().flatten().map(|span| span.text.chars().count()).sum::<usize>() / chinese
        }
    };
    1 + extra as u32
}
