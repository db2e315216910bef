//! Highlighting: a line in a figure's list of changes, and a quote in the original text.

use crate::enhance::app_state::AppState;
use crate::platform::dom;
use leptos::prelude::*;
use mingbai_core::address::SourceRange;
use mingbai_core::disclosure::{LineId, Quote, text_lines};
use mingbai_core::figures::FigureId;
use std::ops::Range;
use web_sys::{Element, Event, Node};

/// Highlights on the page what is to be highlighted, now and whenever that or the page changes.
pub fn start(app: AppState) {
    Effect::new(move |_| {
        app.ui.render_count.track();
        show_highlighted_line(app.ui.highlighted_line.get());
    });
    let marks = StoredValue::new_local(Vec::<Element>::new());
    Effect::new(move |_| {
        app.ui.render_count.track();
        let quote = app.ui.highlighted_quote.get();
        marks.update_value(|marks| {
            marks.drain(..).for_each(|mark| unwrap_mark(&mark));
            marks.extend(quote.map(|quote| mark_quote(&app, quote)).unwrap_or_default());
        });
    });
}

fn show_highlighted_line(highlighted: Option<(FigureId, LineId)>) {
    for change in dom::query_all("[data-explains].lit, [data-part-of].lit") {
        let _ = change.class_list().remove_1("lit");
        let _ = change.remove_attribute("aria-current");
    }
    let Some((figure, line)) = highlighted else { return };
    for change in dom::query_all(&format!("[data-figure={}] :is([data-explains], [data-part-of])", figure.as_str())) {
        if line_of(&change).as_deref() == Some(line.as_str()) {
            let _ = change.class_list().add_1("lit");
            let _ = change.set_attribute("aria-current", "true");
        }
    }
}

/// The reader points at, presses or focuses a change in a list: its mark in the chart is highlighted.
pub fn highlight_change_at(app: AppState, event: &Event) {
    let Some(change) = dom::closest_from_event(event, "[data-explains], [data-part-of]") else { return };
    let figure = change.closest("[data-figure]").ok().flatten().and_then(|card| card.get_attribute("data-figure"));
    let figure = figure.and_then(|name| name.parse::<FigureId>().ok());
    if let (Some(figure), Some(line)) = (figure, line_of(&change)) {
        let highlighted = Some((figure, line.into()));
        if app.ui.highlighted_line.with_untracked(|before| *before != highlighted) {
            app.ui.highlighted_line.set(highlighted);
        }
    }
}

/// The line that a change in a list, or a part of a passage, belongs to.
fn line_of(element: &Element) -> Option<String> {
    element.get_attribute("data-explains").or_else(|| element.get_attribute("data-part-of"))
}

/// Wraps a quote of the original text in `mark` elements; returns them.
fn mark_quote(app: &AppState, quote: Quote) -> Vec<Element> {
    let source = app.source_text();
    let mut marks = Vec::new();
    let mut start = 0;
    for (at, text) in text_lines(source).enumerate() {
        let line = start..start + text.trim_end().len();
        start += text.len();
        let bytes = quote.start.max(line.start)..quote.end.min(line.end);
        if bytes.is_empty() {
            continue;
        }
        let source_range = SourceRange { line: at + 1, bytes: None };
        let Some(element) = document().get_element_by_id(source_range.href().trim_start_matches('#')) else { continue };
        let letters = |bytes: Range<usize>| source[bytes].encode_utf16().count() as u32;
        let from = letters(line.start..bytes.start);
        marks.extend(mark_letters(&element, from..from + letters(bytes)));
    }
    marks
}

/// Wraps a range of an element's text, in UTF-16 units, in `mark` elements: one in each text node, so that links around
/// them stay, and keep the focus.
fn mark_letters(element: &Element, letters: Range<u32>) -> Vec<Element> {
    let mut at = 0;
    let mut marks = Vec::new();
    for text in text_nodes(element) {
        let len = text.text_content().unwrap_or_default().encode_utf16().count() as u32;
        let (from, to) = (letters.start.max(at), letters.end.min(at + len));
        if from < to {
            marks.extend(wrap_in_mark(&text, from - at..to - at));
        }
        at += len;
    }
    marks
}

/// Wraps a range of a text node, in UTF-16 units, in a `mark` element.
fn wrap_in_mark(text: &Node, letters: Range<u32>) -> Option<Element> {
    let range = document().create_range().ok()?;
    range.set_start(text, letters.start).ok()?;
    range.set_end(text, letters.end).ok()?;
    let mark = document().create_element("mark").ok()?;
    range.surround_contents(&mark).ok()?;
    Some(mark)
}

/// Replaces a `mark` element by its text.
fn unwrap_mark(mark: &Element) {
    let Some(parent) = mark.parent_node() else { return };
    while let Some(child) = mark.first_child() {
        let _ = parent.insert_before(&child, Some(mark));
    }
    mark.remove();
    parent.normalize();
}

/// The text nodes inside a node, in document order.
fn text_nodes(node: &Node) -> Vec<Node> {
    if node.node_type() == Node::TEXT_NODE {
        return vec![node.clone()];
    }
    let children = node.child_nodes();
    (0..children.length()).filter_map(|at| children.item(at)).flat_map(|child| text_nodes(&child)).collect()
}
