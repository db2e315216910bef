//! What opens, pins and closes the popup.

use crate::enhance::app_state::AppState;
use crate::enhance::popup_state::{Popup, PopupContent, Rectangle};
use crate::platform::{dom, focus};
use leptos::prelude::*;
use mingbai_core::disclosure::LineId;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// How long the pointer rests on a trigger before its popup opens.
const OPEN_DELAY: Duration = Duration::from_millis(140);

/// How long the popup stays after the pointer left it.
const CLOSE_DELAY: Duration = Duration::from_millis(320);

/// Presses outside of the popup that do not close it: what is pressed closes it itself, or does not take the reader away
/// from it.
const OUTSIDE_PRESS_EXCEPTIONS: &str =
    ".popup, .chart, a.term, .amount, [data-choice=theme], [data-choice=text], [data-kiosk-choice=back]";

/// What the popup's element contains that can have the focus.
const TAB_STOPS: &str = "button, a[href], summary";

/// Opens, pins and closes the popup.
#[derive(Clone, Copy)]
pub struct PopupController {
    app: AppState,
    /// The element that the popup was opened from, which gets the focus back.
    invoker: StoredValue<Option<HtmlElement>, LocalStorage>,
    /// The frame of a chart under which a pinned popup is docked, so that it covers nothing of the chart; None for a popup
    /// next to its anchor.
    dock: StoredValue<Option<HtmlElement>, LocalStorage>,
    /// The number of the latest hover intent: what opens or closes the popup after a delay. Whatever else opens or closes it
    /// takes the next number, which cancels the delayed action.
    hover_intent: StoredValue<u32>,
    /// The number of the latest request for a pinned popup. Closing takes the next number, so that a popup whose chunk
    /// arrives late does not open over what the reader did since. Unlike with hover intents, a moving pointer does not count.
    request: StoredValue<u32>,
    /// True while the focus is given back, which must not open a popup.
    is_returning_focus: StoredValue<bool>,
}

impl PopupController {
    /// The controller of a page's popup.
    pub fn new(app: AppState) -> PopupController {
        PopupController {
            app,
            invoker: StoredValue::new_local(None),
            dock: StoredValue::new_local(None),
            hover_intent: StoredValue::new(0),
            request: StoredValue::new(0),
            is_returning_focus: StoredValue::new(false),
        }
    }

    /// The controller of the page that this component is on.
    pub fn expect() -> PopupController {
        expect_context::<PopupController>()
    }

    /// The number of a new hover intent, which cancels the one before.
    fn next_hover_intent(&self) -> u32 {
        self.hover_intent.update_value(|intent| *intent = intent.wrapping_add(1));
        self.hover_intent.get_value()
    }

    /// Cancels what was to open or close the popup after a delay.
    pub fn cancel_hover_intent(&self) {
        self.next_hover_intent();
    }

    /// True if this hover intent was not cancelled, and no popup is pinned.
    fn is_current_hover_intent(&self, intent: u32) -> bool {
        self.hover_intent.get_value() == intent && !self.is_pinned()
    }

    /// The number of a new request for a pinned popup. Earlier ones that still wait for their chunk are cancelled.
    pub fn next_request(&self) -> u32 {
        self.request.update_value(|request| *request = request.wrapping_add(1));
        self.request.get_value()
    }

    /// True if the reader neither asked for another popup nor closed one since this request.
    pub fn is_latest_request(&self, request: u32) -> bool {
        self.request.get_value() == request
    }

    fn is_pinned(&self) -> bool {
        self.app.ui.popup.with_untracked(|popup| popup.as_ref().is_some_and(|popup| popup.pinned))
    }

    fn is_open(&self) -> bool {
        self.app.ui.popup.with_untracked(Option::is_some)
    }

    /// Opens the popup at an element.
    pub fn open(&self, content: PopupContent, element: &HtmlElement, pinned: bool) {
        let area = element.get_bounding_client_rect();
        let anchor = Rectangle { left: area.left(), top: area.top(), right: area.right(), bottom: area.bottom() };
        self.invoker.set_value(Some(element.clone()));
        self.dock.set_value(dock_of(&content, element));
        self.show(content, anchor, pinned);
    }

    /// Opens and pins the popup at a part of an element, or at the element if the part's place is not known. The part is
    /// in coordinates of the viewport.
    pub fn open_at_part(&self, content: PopupContent, element: &HtmlElement, part: Option<Rectangle>) {
        self.open(content.clone(), element, true);
        if let Some(part) = part {
            self.show(content, part, true);
        }
    }

    /// Shows the popup at a rectangle in coordinates of the viewport.
    fn show(&self, content: PopupContent, area: Rectangle, pinned: bool) {
        self.cancel_hover_intent();
        let (x, y) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
        let Rectangle { left, top, right, bottom } = area;
        let anchor = Rectangle { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
        self.app.ui.popup.set(Some(Popup { content, anchor, pinned, back_stack: Vec::new() }));
    }

    /// The frame of a chart under which the pinned popup is docked; None where it is next to its anchor.
    pub fn dock(&self) -> Option<HtmlElement> {
        self.dock.get_value().filter(|_| self.is_pinned())
    }

    /// True if the figure in whose chart the popup is docked shows an element of this hook for a line, such as its reason.
    pub fn is_beside(&self, hook: &str, line: &LineId) -> bool {
        let figure = self.dock().and_then(|frame| frame.closest(".figure-view").ok().flatten());
        let shown = figure.map(|figure| dom::query_all_within(&figure, &format!("[{hook}]"))).unwrap_or_default();
        shown.iter().any(|shown| {
            shown.get_attribute(hook).is_some_and(|id| id == line.as_str())
                && shown.closest("details:not([open])").ok().flatten().is_none()
        })
    }

    /// Pins the tip that is open: the reader pressed it.
    pub fn pin(&self) {
        self.cancel_hover_intent();
        self.app.ui.popup.update(|popup| popup.iter_mut().for_each(|popup| popup.pinned = true));
    }

    /// Calls `open` with the number of a new hover intent after a delay, unless the intent was cancelled until then.
    pub fn begin_hover_intent(&self, open: impl FnOnce(u32) + 'static) {
        let intent = self.next_hover_intent();
        let controller = *self;
        set_timeout(
            move || {
                if controller.is_current_hover_intent(intent) {
                    open(intent);
                }
            },
            OPEN_DELAY,
        );
    }

    /// Opens the popup of a trigger unless this hover intent was cancelled.
    pub fn open_for_hover_intent(&self, content: PopupContent, trigger: &HtmlElement, intent: u32) {
        if self.is_current_hover_intent(intent) {
            self.open(content, trigger, false);
        }
    }

    /// Opens the tip of a part of a chart after a delay, at a rectangle in coordinates of the viewport, unless that is
    /// cancelled until then.
    pub fn open_tip_after_delay(&self, content: PopupContent, chart: &HtmlElement, area: Rectangle) {
        let (controller, chart) = (*self, chart.clone());
        self.begin_hover_intent(move |_| {
            controller.dock.set_value(dock_of(&content, &chart));
            controller.show(content, area, false);
        });
    }

    /// The page is scrolled by a wheel: what the pointer happens to be over opens nothing, and a tip closes.
    pub fn dismiss_tip(&self) {
        self.cancel_hover_intent();
        if self.is_open() && !self.is_pinned() {
            self.app.ui.popup.set(None);
        }
    }

    /// Closes an unpinned popup after a delay, unless that is cancelled until then.
    pub fn close_after_delay(&self) {
        let intent = self.next_hover_intent();
        let controller = *self;
        set_timeout(
            move || {
                if controller.is_current_hover_intent(intent) && controller.is_open() {
                    controller.app.ui.popup.set(None);
                }
            },
            CLOSE_DELAY,
        );
    }

    /// The element that the open popup was opened from.
    pub fn invoker(&self) -> Option<HtmlElement> {
        self.invoker.get_value().filter(|_| self.is_open())
    }

    /// Closes the popup; with `return_focus`, a pinned popup gives the focus back to its invoker.
    pub fn close(&self, return_focus: bool) {
        self.cancel_hover_intent();
        self.next_request();
        let was_pinned = self.is_pinned();
        self.app.ui.popup.set(None);
        if !was_pinned {
            return;
        }
        self.app.remove_line_from_address();
        if let Some(invoker) = self.invoker.get_value().filter(|_| return_focus) {
            self.return_focus_to(&invoker);
        }
    }

    /// Gives the focus back to an element without opening its popup.
    pub fn return_focus_to(&self, element: &HtmlElement) {
        self.is_returning_focus.set_value(true);
        focus::focus_without_scrolling(element);
        self.is_returning_focus.set_value(false);
    }

    /// True while the focus is given back.
    pub fn is_returning_focus(&self) -> bool {
        self.is_returning_focus.get_value()
    }

    /// Pins the popup of a trigger that was pressed; closes it if it is pinned already. A trigger inside the popup replaces the
    /// popup's content.
    pub fn toggle_pinned(&self, content: PopupContent, element: &HtmlElement) {
        let is_same =
            |popup: &Option<Popup>| popup.as_ref().is_some_and(|popup| popup.pinned && popup.content == content);
        if self.app.ui.popup.with_untracked(is_same) {
            self.close(true);
        } else if element.closest(".popup").ok().flatten().is_some() {
            self.navigate_to(content);
        } else {
            self.open(content, element, true);
        }
    }

    /// Shows other content in the open popup and pins it; [`go_back`](Self::go_back) returns to the content before.
    pub fn navigate_to(&self, content: PopupContent) {
        self.cancel_hover_intent();
        self.app.ui.popup.update(|popup| {
            if let Some(popup) = popup {
                popup.back_stack.push(std::mem::replace(&mut popup.content, content));
                popup.pinned = true;
            }
        });
    }

    /// Shows again what the open popup showed before.
    pub fn go_back(&self) {
        self.app.ui.popup.update(|popup| {
            if let Some(popup) = popup
                && let Some(before) = popup.back_stack.pop()
            {
                popup.content = before;
            }
        });
    }

    /// The Escape key: closes the popup, or cancels the request for one that still waits for its chunk. False if none is open.
    pub fn handle_escape(&self) -> bool {
        self.next_request();
        let is_open = self.is_open();
        if is_open {
            self.close(true);
        }
        is_open
    }

    /// The Tab key: a reader who tabs out of the popup continues at its invoker.
    pub fn handle_tab(&self, backwards: bool) {
        let Some(popup) = document().get_element_by_id("popup") else { return };
        let stops = dom::query_all_within(&popup, TAB_STOPS);
        let edge = if backwards { stops.first() } else { stops.last() };
        let focused = focus::focused_element().map(Element::from);
        if focused.is_some() && focused.as_ref() == edge {
            self.close(true);
        }
    }

    /// A pointer or finger went down: outside of the popup and its triggers, the popup closes.
    pub fn close_on_outside_press(&self, event: &Event) {
        if self.is_open() && dom::closest_from_event(event, OUTSIDE_PRESS_EXCEPTIONS).is_none() {
            self.close(false);
        }
    }
}

/// The frame of the chart that a popup belongs to: of the chart that it opens from, or for a line, of the chart in the same
/// figure. In a kiosk a popup opens next to the finger.
fn dock_of(content: &PopupContent, element: &HtmlElement) -> Option<HtmlElement> {
    if dom::root_attribute("data-mode").as_deref() == Some("kiosk") {
        return None;
    }
    let frame = element.closest(".chart-frame").ok().flatten();
    let of_line = || {
        let figure = element.closest("[data-figure]").ok().flatten()?;
        figure.query_selector(".figure-view:not([hidden]) .chart-frame").ok().flatten()
    };
    frame.or_else(|| matches!(content, PopupContent::Line(_)).then(of_line).flatten())?.dyn_into().ok()
}
