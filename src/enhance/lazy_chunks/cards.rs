//! The cards: of words that are explained, of numbers that can be proved, of lines.

use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::enhance::popup::{PopupController, PopupLayer, Subject};
use crate::platform::page;
use crate::state::State;
use leptos::mount::mount_to_body;
use leptos::wasm_split::wasm_split;
use mingbai_core::address::{Address, Place};
use mingbai_core::disclosure::LineId;
use mingbai_core::figures::{ChartMark, line_card, spoken_mark};
use mingbai_core::formula;
use mingbai_core::glossary;
use mingbai_core::provenance::Aspect;
use std::cell::Cell;
use web_sys::HtmlElement;

/// Why a card is to open.
#[derive(Clone, Copy, Debug)]
pub enum Why {
    /// A pointer rests on its trigger, or the focus is there; in this turn of the opener.
    Rest(u32),
    /// Its trigger was clicked, tapped or entered.
    Press,
}

/// Makes the place in which cards stand, once.
#[wasm_split(cards, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
pub fn lay() -> ChunkResult {
    lay_now();
    Ok(())
}

/// Opens the card of a trigger, a word or a number of the page.
#[wasm_split(cards, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn show(state: State, popup_controller: PopupController, trigger: HtmlElement, why: Why) -> ChunkResult {
    within(|| {
        lay_now();
        match (subject(&state, &trigger), why) {
            (Some(subject), Why::Rest(turn)) => popup_controller.rest(subject, &trigger, turn),
            (Some(subject), Why::Press) => popup_controller.press(subject, &trigger),
            (None, Why::Rest(_)) => {}
            (None, Why::Press) => page::follow(&trigger),
        }
    });
    Ok(())
}

/// Tells a screen reader what a mark of a chart is.
#[wasm_split(cards, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn tell(state: State, mark: ChartMark) -> ChunkResult {
    within(|| state.said.set(spoken_mark(&state.context(), &mark)));
    Ok(())
}

/// Opens the card of a line at an element; false where the disclosure says nothing of that line.
#[wasm_split(cards, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn show_line(
    state: State,
    popup_controller: PopupController,
    line: LineId,
    anchor: HtmlElement,
) -> ChunkResult<bool> {
    Ok(within(|| {
        lay_now();
        let known = line_card(&state.context(), &line).is_some();
        if known {
            popup_controller.open(Subject::Line(line), &anchor, true);
        }
        known
    }))
}

fn lay_now() {
    thread_local! {
        static LAID: Cell<bool> = const { Cell::new(false) };
    }
    if !LAID.replace(true) {
        within(|| mount_to_body(PopupLayer));
    }
}

/// What the card of a word or a number shows.
fn subject(state: &State, element: &HtmlElement) -> Option<Subject> {
    let of = |name: &str| element.get_attribute(name);
    if let Some(id) = of("data-term") {
        return Some(Subject::Term(glossary::by_id(&id)?.id));
    }
    let disclosure = &state.book().disclosure;
    if let Some(formula) = of("data-formula") {
        return formula::parse(&formula, disclosure).map(Subject::Number);
    }
    let href = of("href")?;
    let Place::Text(spot) = Address::parse("", &href[href.find('#')?..]).place? else { return None };
    let (line, aspect) = (of("data-line")?, of("data-aspect")?.parse::<Aspect>().ok()?);
    disclosure.stated(&line.into(), aspect, spot.quote(&disclosure.source)?).map(Subject::Number)
}
