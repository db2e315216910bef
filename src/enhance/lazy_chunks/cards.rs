//! The chunk of the popup: terms, numbers and lines.

use super::{ChunkResult, with_root_owner};
use crate::enhance::app_state::AppState;
use crate::enhance::popup::PopupController;
use crate::enhance::popup::layer::PopupLayer;
use crate::enhance::popup_state::PopupContent;
use crate::platform::url;
use leptos::mount::mount_to_body;
use mingbai_core::address::{Address, Place};
use mingbai_core::disclosure::LineId;
use mingbai_core::figures::line_card;
use mingbai_core::provenance::Aspect;
use mingbai_core::{formula, glossary};
use mingbai_macros::lazy_chunk;
use std::cell::Cell;
use web_sys::HtmlElement;

/// Why a popup opens.
#[derive(Clone, Copy, Debug)]
pub enum Cause {
    /// The pointer rests on its trigger, or the trigger has the focus; with the number of the hover intent.
    Hover(u32),
    /// Its trigger was clicked, tapped or entered; with the number of the request.
    Press(u32),
}

/// Mounts the layer of the popup, once.
#[lazy_chunk(cards, preload(fetch))]
pub fn mount() -> ChunkResult {
    mount_layer();
    Ok(())
}

/// Opens the popup of a trigger, a term or a number of the page.
#[lazy_chunk(cards)]
pub fn open(app: AppState, popup_controller: PopupController, trigger: HtmlElement, cause: Cause) -> ChunkResult {
    with_root_owner(|| {
        mount_layer();
        match (content_of_trigger(&app, &trigger), cause) {
            (Some(content), Cause::Hover(intent)) => popup_controller.open_for_hover_intent(content, &trigger, intent),
            (None, Cause::Hover(_)) => {}
            (_, Cause::Press(request)) if !popup_controller.is_latest_request(request) => {}
            (Some(content), Cause::Press(_)) => popup_controller.toggle_pinned(content, &trigger),
            (None, Cause::Press(_)) => url::follow_link(&trigger),
        }
    });
    Ok(())
}

/// Opens and pins the popup of a line at an element, unless the request was cancelled; false if
/// the document does not state the line.
#[lazy_chunk(cards)]
pub fn open_line(
    app: AppState,
    popup_controller: PopupController,
    line: LineId,
    anchor: HtmlElement,
    request: u32,
) -> ChunkResult<bool> {
    Ok(with_root_owner(|| {
        mount_layer();
        let is_known = line_card(&app.render_context(), &line).is_some();
        if is_known && popup_controller.is_latest_request(request) {
            popup_controller.open(PopupContent::Line(line), &anchor, true);
        }
        is_known
    }))
}

fn mount_layer() {
    thread_local! {
        static IS_MOUNTED: Cell<bool> = const { Cell::new(false) };
    }
    if !IS_MOUNTED.replace(true) {
        with_root_owner(|| mount_to_body(PopupLayer));
    }
}

/// What the popup of a term or a number shows, from the trigger's hooks.
fn content_of_trigger(app: &AppState, trigger: &HtmlElement) -> Option<PopupContent> {
    let attribute = |name: &str| trigger.get_attribute(name);
    if let Some(id) = attribute("data-term") {
        return Some(PopupContent::Term(glossary::term_by_id(&id)?.id));
    }
    let disclosure = &app.document().disclosure;
    if let Some(formula) = attribute("data-formula") {
        return formula::parse(&formula, disclosure).map(PopupContent::Number);
    }
    let href = url::target_of_link(trigger)?;
    let Place::Text(source_range) = Address::parse("", &href[href.find('#')?..]).place? else { return None };
    let (line, aspect) = (attribute("data-line")?, attribute("data-aspect")?.parse::<Aspect>().ok()?);
    disclosure.stated(&line.into(), aspect, source_range.quote(&disclosure.source)?).map(PopupContent::Number)
}
