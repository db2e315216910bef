//! What is lit up: a line in a figure's list of changes, words in the original text.

use crate::enhance::follow::follow;
use crate::platform::event_listener::listen;
use crate::platform::kept::Kept;
use crate::platform::page::{self, around};
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::address::Spot;
use mingbai_core::disclosure::Quote;
use mingbai_core::figures::FigureId;
use std::ops::Range;
use web_sys::{Element, FocusEvent, MouseEvent, Node, PointerEvent};

/// Follows what is to be lit up, and who points at a change.
pub fn start(state: State) {
    follow(move || {
        state.written.track();
        let lit = state.lit.get();
        for change in page::find_all("[data-explains].lit") {
            let _ = change.class_list().remove_1("lit");
            let _ = change.remove_attribute("aria-current");
        }
        let Some((figure, line)) = lit else { return };
        let same = |change: &Element| change.get_attribute("data-explains").is_some_and(|id| id == line.as_str());
        for change in
            page::find_all(&format!("[data-figure={}] [data-explains]", figure.as_str())).iter().filter(|c| same(c))
        {
            let _ = change.class_list().add_1("lit");
            let _ = change.set_attribute("aria-current", "true");
        }
    });
    // Pointing at a change lights up its mark in the chart.
    let light = move |event: &web_sys::Event| {
        let Some(change) = around(event, "[data-explains]") else { return };
        let figure = change.closest("[data-figure]").ok().flatten().and_then(|card| card.get_attribute("data-figure"));
        let figure = figure.and_then(|word| word.parse::<FigureId>().ok());
        if let (Some(figure), Some(line)) = (figure, change.get_attribute("data-explains")) {
            let lit = Some((figure, line.into()));
            if state.lit.with_untracked(|before| *before != lit) {
                state.lit.set(lit);
            }
        }
    };
    // A pointer that moves, not one that the page moves under: whoever came by a link keeps what it lit. A finger that
    // moves is scrolling.
    listen(&window(), "pointermove", move |event: PointerEvent| {
        if event.pointer_type() != "touch" {
            light(&event);
        }
    });
    listen(&window(), "click", move |event: MouseEvent| light(&event));
    listen(&window(), "focusin", move |event: FocusEvent| light(&event));
    // The words of the text that are asked for, in place of those before.
    let marked = Kept::new(Vec::<Element>::new());
    follow(move || {
        state.written.track();
        let quote = state.quoted.get();
        marked.update_value(|marked| {
            marked.drain(..).for_each(|mark| unmark(&mark));
            marked.extend(quote.map(|quote| mark(&state, quote)).unwrap_or_default());
        });
    });
}

/// Marks a quote in the original text; returns the marks.
fn mark(state: &State, quote: Quote) -> Vec<Element> {
    let source = state.source();
    let mut marks = Vec::new();
    let mut start = 0;
    for (at, text) in source.split_inclusive('\n').enumerate() {
        let line = start..start + text.trim_end().len();
        start += text.len();
        let bytes = quote.start.max(line.start)..quote.end.min(line.end);
        if bytes.is_empty() {
            continue;
        }
        let spot = Spot { line: at + 1, bytes: None };
        let Some(element) = document().get_element_by_id(spot.href().trim_start_matches('#')) else { continue };
        let letters = |bytes: Range<usize>| source[bytes].encode_utf16().count() as u32;
        let from = letters(line.start..bytes.start);
        marks.extend(surround(&element, from..from + letters(bytes)));
    }
    marks
}

/// Puts a `mark` round some of an element's letters, in UTF-16 units: one in each piece of text, so that links stay what
/// they are, and keep the focus.
fn surround(element: &Element, letters: Range<u32>) -> Vec<Element> {
    let mut at = 0;
    let mut marks = Vec::new();
    for text in texts(element) {
        let len = text.text_content().unwrap_or_default().encode_utf16().count() as u32;
        let (from, to) = (letters.start.max(at), letters.end.min(at + len));
        if from < to {
            marks.extend(wrap(&text, from - at..to - at));
        }
        at += len;
    }
    marks
}

/// Puts a `mark` round some of a text's letters.
fn wrap(text: &Node, letters: Range<u32>) -> Option<Element> {
    let range = document().create_range().ok()?;
    range.set_start(text, letters.start).ok()?;
    range.set_end(text, letters.end).ok()?;
    let mark = document().create_element("mark").ok()?;
    range.surround_contents(&mark).ok()?;
    Some(mark)
}

/// Takes a `mark` away from its words.
fn unmark(mark: &Element) {
    let Some(parent) = mark.parent_node() else { return };
    while let Some(child) = mark.first_child() {
        let _ = parent.insert_before(&child, Some(mark));
    }
    mark.remove();
    parent.normalize();
}

/// The pieces of text inside a node, in order.
fn texts(node: &Node) -> Vec<Node> {
    if node.node_type() == Node::TEXT_NODE {
        return vec![node.clone()];
    }
    let children = node.child_nodes();
    (0..children.length()).filter_map(|at| children.item(at)).flat_map(|child| texts(&child)).collect()
}
