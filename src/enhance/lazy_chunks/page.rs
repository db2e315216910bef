//! The page written by the browser: in another language, in another unit, or of a text that nobody wrote a page of.
//!
//! To write all of it takes a phone most of a second. So what answers the press is written at once, and the other
//! parts each in a task of its own, those nearest to the screen first.

use crate::components::figure_page::{Alone, AloneProps};
use crate::components::report_page::{NoBook, NoBookProps, Page, PageProps, Part};
use crate::enhance;
use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::loaded_document::book;
use crate::platform::chart_bundle::Bundle;
use crate::platform::page::{self as browser, all};
use crate::platform::scheduler;
use crate::platform::scroll_anchor::{Focus, ScrollAnchor};
use crate::state::State;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use mingbai_core::figures;
use mingbai_core::page_kind::PageKind;
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What was written, with all that belongs to it; it goes from the page when it is dropped.
type Written = Box<dyn Any>;

thread_local! {
    /// The parts that were written; None for a page that was written as a whole.
    static WRITTEN: RefCell<Vec<(Option<Part>, Written)>> = const { RefCell::new(Vec::new()) };
}

/// Writes the page anew, in place of what stands there.
#[wasm_split(page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn write(state: State, place: HtmlElement) -> ChunkResult {
    within(|| {
        let whole = book().is_ok() && state.sheet == PageKind::Report;
        let standing = if whole { standing(&place) } else { Vec::new() };
        if standing.is_empty() { at_once(state, &place) } else { in_parts(state, place, standing) }
    });
    Ok(())
}

/// Writes all of it.
fn at_once(state: State, place: &HtmlElement) {
    let parts = || all(place, "main > *");
    let held = ScrollAnchor::now();
    // What was written before goes with all that belongs to it, but for the room that it took: what is far from the screen
    // is not laid out.
    let room: Vec<f64> = parts().iter().map(height).collect();
    WRITTEN.take();
    place.set_inner_html("");
    name(state);
    let page = mount(state, place, move || match (book(), state.sheet) {
        (Ok(_), PageKind::Report) => Page(PageProps { state }).into_any(),
        (Ok(_), PageKind::Figure(id)) => Alone(AloneProps { state, id }).into_any(),
        (Err(absent), _) => NoBook(NoBookProps { absent }).into_any(),
    });
    WRITTEN.with_borrow_mut(|written| written.push((None, page)));
    for (part, height) in parts().iter().zip(room) {
        browser::keep_room(part, height);
    }
    held.restore();
}

/// Writes what answers the press, which is little wherever the reader is, and begins with the rest: in another language the
/// bar alone says that it was heard, in another unit the top of the page does, where the reader is there.
fn in_parts(state: State, place: HtmlElement, standing: Vec<Standing>) {
    let before = browser::lang();
    let translated = state.lang.get_untracked() != before;
    let (mut first, mut left): (Vec<_>, Vec<_>) = standing.into_iter().partition(|old| old.part == Part::Header);
    if let Some(at) = nearest(&left).filter(|at| !translated && left[*at].part == Part::Top) {
        first.push(left.remove(at));
    }
    replace(&place, || {
        // What still stands there is in the language that it was in.
        if translated {
            for element in left.iter().flat_map(|old| &old.elements).filter(|element| !element.has_attribute("lang")) {
                let _ = element.set_attribute("lang", before.tag());
            }
        }
        name(state);
        first.into_iter().for_each(|old| old.replace(state));
    });
    scheduler::begin(Box::new(move || {
        let Some(at) = nearest(&left) else { return false };
        let old = left.remove(at);
        within(|| {
            replace(&place, || old.replace(state));
            enhance::written(state, &place);
        });
        !left.is_empty()
    }));
    // Whoever comes gets the whole page.
    if state.written.get_untracked() == 0 {
        scheduler::finish();
    }
}

/// Says on the page in which language it is, and what it is.
fn name(state: State) {
    if book().is_ok() {
        let context = untrack(|| state.context());
        browser::set_root("lang", context.locale.lang.tag());
        document().set_title(&figures::page_title(&context, state.sheet));
    }
}

/// Holds the reader's place and the focus while something is replaced. What is measured is measured before anything changes,
/// and once after: a browser lays out anew for each look between changes.
fn replace(place: &HtmlElement, change: impl FnOnce()) {
    let (held, focus) = (ScrollAnchor::now(), Focus::within(place));
    change();
    held.restore();
    if let Some(focus) = focus {
        focus.restore(place);
    }
}

/// A part as it stands there.
struct Standing {
    part: Part,
    /// Never none.
    elements: Vec<Element>,
}

/// The parts of the whole page as it stands there, in order; none where another page does, or nothing.
fn standing(place: &Element) -> Vec<Standing> {
    let parts: Vec<Part> = Part::of_main().collect();
    let mut elements = all(place, "main > *").into_iter();
    // Only the first part is more than one element.
    let top = elements.len().saturating_sub(parts.len() - 1);
    let (header, foot) = (all(place, ".bar"), all(place, ".foot"));
    if header.is_empty() || foot.is_empty() || top == 0 {
        return Vec::new();
    }
    let of = |part, elements| Standing { part, elements };
    let mut standing = vec![of(Part::Header, header), of(Part::Foot, foot)];
    for part in parts {
        let count = if part == Part::Top { top } else { 1 };
        standing.push(of(part, elements.by_ref().take(count).collect()));
    }
    standing
}

/// Which part is nearest to the screen; the first of those that are on it.
fn nearest(left: &[Standing]) -> Option<usize> {
    let mut found: Option<(usize, f64)> = None;
    for (at, old) in left.iter().enumerate() {
        let gap = old.elements.iter().map(browser::from_screen).fold(f64::INFINITY, f64::min);
        if found.is_none_or(|(_, least)| gap < least) {
            found = Some((at, gap));
        }
    }
    found.map(|(at, _)| at)
}

impl Standing {
    /// Writes the part in place of what stands there.
    fn replace(self, state: State) {
        let Standing { part, elements } = self;
        let nest = document().create_element("div").map(|nest| nest.unchecked_into::<HtmlElement>());
        let (Ok(nest), Some(first)) = (nest, elements.first()) else { return };
        let Some(around) = first.parent_node() else { return };
        let written = mount(state, &nest, move || part.write());
        // Where nothing draws any more it would stay for good.
        if state.bundle.get_untracked() != Bundle::Failed {
            keep_drawn(&nest, &elements);
        }
        // What is far from the screen is not laid out: it takes the room that it took.
        if let (Some(new), true) = (nest.first_element_child(), first.matches("article, section").unwrap_or(false)) {
            browser::keep_room(&new, height(first));
        }
        while let Some(node) = nest.first_child() {
            let _ = around.insert_before(&node, Some(first));
        }
        elements.iter().for_each(Element::remove);
        WRITTEN.with_borrow_mut(|all| {
            all.retain(|(known, _)| *known != Some(part));
            all.push((Some(part), written));
        });
    }
}

/// Leaves what was drawn where a chart will stand until that is drawn: nothing moves, and nothing is empty meanwhile.
fn keep_drawn(new: &Element, old: &[Element]) {
    for chart in all(new, ".chart") {
        let drawn = format!("[id=\"{}\"][data-drawn]", chart.id());
        let Some(drawn) = old.iter().find_map(|old| old.query_selector(&drawn).ok().flatten()) else { continue };
        if let (Some(chart), Some(drawn)) = (chart.dyn_ref::<HtmlElement>(), drawn.dyn_ref::<HtmlElement>()) {
            let height = drawn.style().get_property_value("height").unwrap_or_default();
            let _ = chart.style().set_property("height", &height);
        }
        while let Some(node) = drawn.first_child() {
            let _ = chart.append_child(&node);
        }
    }
}

/// Writes a view into a place. What belongs to it is its own, so that nothing of it stays when it goes.
fn mount(state: State, place: &HtmlElement, view: impl FnOnce() -> AnyView + 'static) -> Written {
    let view: Box<dyn FnOnce() -> AnyView> = Box::new(view);
    let owner = Owner::new_root(None);
    let mounted = owner.with(|| {
        provide_context(state);
        untrack(|| mount_to(place.clone(), view))
    });
    Box::new((mounted, owner))
}

fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}
