//! The chunk that renders the page in the browser: in another language or unit, or for a document without a prerendered
//! page.
//!
//! Rendering the whole page takes a phone most of a second. So the part that answers the press is rendered at once, and
//! each other part in a task of its own, the nearest to the viewport first.

use super::{ChunkResult, with_root_owner};
use crate::components::figure_page::FigurePage;
use crate::components::report_page::{NoDocument, ReportPage, ReportPart};
use crate::enhance::app_state::AppState;
use crate::enhance::scroll_anchor::ScrollAnchor;
use crate::enhance::{after_render, document_source, page_attributes};
use crate::platform::chart_bundle::BundleState;
use crate::platform::focus_path::FocusPath;
use crate::platform::{dom, scheduler, scroll};
use leptos::mount::mount_to;
use leptos::prelude::*;
use mingbai_core::figures;
use mingbai_core::page_kind::PageKind;
use mingbai_macros::lazy_chunk;
use std::any::Any;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A mounted view with its reactive owner; it leaves the page when it is dropped.
type MountedView = Box<dyn Any>;

thread_local! {
    /// What is mounted: each part of the report, or a whole page (None).
    static MOUNTED: RefCell<Vec<(Option<ReportPart>, MountedView)>> = const { RefCell::new(Vec::new()) };
    /// The number of the opened document that is on the page; None for the published one.
    static RENDERED_DOCUMENT: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Renders the page in place of the one on screen.
#[lazy_chunk(page)]
pub fn render(app: AppState, root: HtmlElement) -> ChunkResult {
    with_root_owner(|| {
        let shown = app.ui.opened.shown.get_untracked();
        let is_same = RENDERED_DOCUMENT.replace(shown) == shown;
        let is_report = app.has_document() && app.page_kind == PageKind::Report;
        // Another document is rendered at once, so that the page never mixes numbers of two documents.
        let on_screen = if is_report && is_same { parts_on_screen(&root) } else { Vec::new() };
        if !is_same {
            scroll::scroll_to_y(0.0);
        }
        if on_screen.is_empty() { render_at_once(app, &root) } else { render_in_parts(app, root, on_screen) }
    });
    Ok(())
}

fn render_at_once(app: AppState, root: &HtmlElement) {
    let children = || dom::query_all_within(root, "main > *");
    let anchor = ScrollAnchor::capture();
    // Off-screen parts are not laid out at first: the new ones take the height of the old ones until then.
    let heights: Vec<f64> = children().iter().map(height).collect();
    MOUNTED.take();
    root.set_inner_html("");
    set_language_and_title(app);
    let page = mount(app, root, move || {
        let page = app.page_context();
        match (document_source::document(), app.page_kind) {
            (Err(missing), _) if !app.has_document() => view! { <NoDocument missing /> }.into_any(),
            (_, PageKind::Report) => view! { <ReportPage page /> }.into_any(),
            (_, PageKind::Figure(id)) => view! { <FigurePage page id /> }.into_any(),
        }
    });
    MOUNTED.with_borrow_mut(|mounted| mounted.push((None, page)));
    for (child, height) in children().iter().zip(heights) {
        dom::set_intrinsic_height(child, height);
    }
    anchor.restore();
}

/// Renders at once what answers the press, and schedules the rest. In another language that is the bar; in another unit
/// also the top of the page, if the reader is there.
fn render_in_parts(app: AppState, root: HtmlElement, on_screen: Vec<PartOnScreen>) {
    let before = page_attributes::lang();
    let is_translated = app.preferences.lang.get_untracked() != before;
    let (mut first, mut rest): (Vec<_>, Vec<_>) =
        on_screen.into_iter().partition(|part| part.part == ReportPart::Header);
    if let Some(at) = nearest(&rest).filter(|at| !is_translated && rest[*at].part == ReportPart::Top) {
        first.push(rest.remove(at));
    }
    keep_place_and_focus(&root, || {
        // Until it is rendered again, a part names the language that it is in.
        if is_translated {
            let elements = rest.iter().flat_map(|part| &part.elements);
            for element in elements.filter(|element| !element.has_attribute("lang")) {
                let _ = element.set_attribute("lang", before.tag());
            }
        }
        set_language_and_title(app);
        first.into_iter().for_each(|part| part.replace(app));
    });
    scheduler::schedule(Box::new(move || {
        let Some(at) = nearest(&rest) else { return false };
        let part = rest.remove(at);
        with_root_owner(|| {
            keep_place_and_focus(&root, || part.replace(app));
            after_render::finish(app, &root);
        });
        !rest.is_empty()
    }));
    // A page that was just opened is shown complete.
    if app.ui.render_count.get_untracked() == 0 {
        scheduler::finish();
    }
}

/// Sets the page's language and title.
fn set_language_and_title(app: AppState) {
    if app.has_document() {
        let context = untrack(|| app.render_context());
        dom::set_root_attribute("lang", context.locale.lang.tag());
        document().set_title(&figures::page_title(&context, app.page_kind));
    }
}

/// Keeps the scroll position and the focus during a change. All measuring is done before the change and once after it,
/// since a browser lays the page out for each measurement between changes.
fn keep_place_and_focus(root: &HtmlElement, change: impl FnOnce()) {
    let (anchor, focus) = (ScrollAnchor::capture(), FocusPath::capture(root));
    change();
    anchor.restore();
    if let Some(focus) = focus {
        focus.restore(root);
    }
}

/// A part of the report that is on screen.
struct PartOnScreen {
    part: ReportPart,
    /// At least one element.
    elements: Vec<Element>,
}

/// The parts of the report on screen, in order; empty if another page is on screen, or none.
fn parts_on_screen(root: &Element) -> Vec<PartOnScreen> {
    let parts: Vec<ReportPart> = ReportPart::in_main().collect();
    let mut elements = dom::query_all_within(root, "main > *").into_iter();
    // Only the first part has several elements.
    let of_first = elements.len().saturating_sub(parts.len() - 1);
    let (header, foot) = (dom::query_all_within(root, ".bar"), dom::query_all_within(root, ".foot"));
    if header.is_empty() || foot.is_empty() || of_first == 0 {
        return Vec::new();
    }
    let mut on_screen = vec![
        PartOnScreen { part: ReportPart::Header, elements: header },
        PartOnScreen { part: ReportPart::Footer, elements: foot },
    ];
    for part in parts {
        let count = if part == ReportPart::Top { of_first } else { 1 };
        on_screen.push(PartOnScreen { part, elements: elements.by_ref().take(count).collect() });
    }
    on_screen
}

/// The index of the part nearest to the viewport; of those in it, the first.
fn nearest(parts: &[PartOnScreen]) -> Option<usize> {
    let mut found: Option<(usize, f64)> = None;
    for (index, part) in parts.iter().enumerate() {
        let distance = part.elements.iter().map(scroll::distance_from_viewport).fold(f64::INFINITY, f64::min);
        if found.is_none_or(|(_, least)| distance < least) {
            found = Some((index, distance));
        }
    }
    found.map(|(index, _)| index)
}

impl PartOnScreen {
    /// Renders the part in place of what is on screen.
    fn replace(self, app: AppState) {
        let PartOnScreen { part, elements } = self;
        let container = document().create_element("div").map(|div| div.unchecked_into::<HtmlElement>());
        let (Ok(container), Some(first)) = (container, elements.first()) else { return };
        let Some(parent) = first.parent_node() else { return };
        let view = mount(app, &container, move || part.render());
        // A drawing would stay for good if charts cannot be drawn.
        if app.ui.chart_bundle.get_untracked() != BundleState::Failed {
            move_drawings(&container, &elements);
        }
        let is_block = first.matches("article, section").unwrap_or(false);
        // A figure that a reader chose from its group, or did not, stays so: the place is kept before effects run.
        if let Some(new) = container.first_element_child().filter(|_| is_block) {
            let _ = match first.get_attribute("hidden") {
                Some(hidden) => new.set_attribute("hidden", &hidden),
                None => new.remove_attribute("hidden"),
            };
        }
        if let Some(new) = container.first_element_child().filter(|_| is_block) {
            dom::set_intrinsic_height(&new, height(first));
        }
        while let Some(node) = container.first_child() {
            let _ = parent.insert_before(&node, Some(first));
        }
        elements.iter().for_each(Element::remove);
        MOUNTED.with_borrow_mut(|mounted| {
            mounted.retain(|(known, _)| *known != Some(part));
            mounted.push((Some(part), view));
        });
    }
}

/// Moves the drawings of the old charts into the new ones, so that nothing is empty and nothing moves until these are
/// drawn.
fn move_drawings(new: &Element, old: &[Element]) {
    for chart in dom::query_all_within(new, ".chart") {
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

/// Mounts a view in an element, under a reactive owner of its own.
fn mount(app: AppState, parent: &HtmlElement, view: impl FnOnce() -> AnyView + 'static) -> MountedView {
    let view: Box<dyn FnOnce() -> AnyView> = Box::new(view);
    let owner = Owner::new_root(None);
    let handle = owner.with(|| {
        untrack(|| {
            provide_context(app.page_context());
            mount_to(parent.clone(), view)
        })
    });
    Box::new((handle, owner))
}

fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}
