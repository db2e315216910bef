//! The cards: of words that are explained, of numbers that can be proved, of lines.

use crate::enhance::lazy_chunks::{Fetched, within};
use crate::enhance::popup::{Opener, PopupLayer, Subject};
use crate::platform::page;
use crate::state::State;
use leptos::mount::mount_to_body;
use leptos::wasm_split::wasm_split;
use mingbai_core::address::{Address, Place};
use mingbai_core::disclosure::LineId;
use mingbai_core::figures::{Mark, card, told};
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
pub fn lay() -> Fetched {
    lay_now();
    Ok(())
}

/// Opens the card of a trigger, a word or a number of the page.
#[wasm_split(cards, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn show(state: State, opener: Opener, trigger: HtmlElement, why: Why) -> Fetched {
    within(|| {
        lay_now();
        match (subject(&state, &trigger), why) {
            (Some(subject), Why::Rest(turn)) => opener.rest(subject, &trigger, turn),
            (Some(subject), Why::Press) => opener.press(subject, &trigger),
            (None, Why::Rest(_)) => {}
            (None, Why::Press) => page::follow(&trigger),
        }
    });
    Ok(())
}

/// Tells a screen reader what a mark of a chart is.
#[wasm_split(cards, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn tell(state: State, mark: Mark) -> Fetched {
    within(|| state.said.set(told(&state.reading(), &mark)));
    Ok(())
}

/// Opens the card of a line at an element; false where the disclosure says nothing of that line.
#[wasm_split(cards, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn show_line(state: State, opener: Opener, line: LineId, anchor: HtmlElement) -> Fetched<bool> {
    Ok(within(|| {
        lay_now();
        let known = card(&state.reading(), &line).is_some();
        if known {
            opener.open(Subject::Line(line), &anchor, true);
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
    let (line, aspect) = (of("data-line")?, Aspect::of_word(&of("data-aspect")?)?);
    disclosure.stated(&line.into(), aspect, spot.quote(&disclosure.source)?).map(Subject::Number)
}
