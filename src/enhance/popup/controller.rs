//! What opens, pins and closes the popup.

use crate::enhance::app_state::AppState;
use crate::enhance::lazy_chunks::{self, cards};
use crate::enhance::popup_state::{Popup, PopupContent, Rectangle};
use crate::platform::{dom, focus, url};
use leptos::prelude::*;
use std::time::Duration;
use web_sys::{Element, Event, HtmlElement};

/// How long the pointer rests on a trigger before its popup opens.
const OPEN_DELAY: Duration = Duration::from_millis(140);

/// How long the popup stays after the pointer left it.
const CLOSE_DELAY: Duration = Duration::from_millis(320);

/// Presses on these do not close a pinned popup: they handle it themselves, or do not take the reader away from it.
const INSIDE: &str =
    ".popup, .chart, a.term, a.amount, [data-choice=theme], [data-choice=text], [data-kiosk-choice=back]";

/// What the popup's element contains that can have the focus.
const TAB_STOPS: &str = "button, a[href], summary";

/// Opens, pins and closes the popup.
#[derive(Clone, Copy)]
pub struct PopupController {
    app: AppState,
    /// The element that gets the focus back.
    origin: StoredValue<Option<HtmlElement>, LocalStorage>,
    /// Counts what happens to the popup, so that a delayed action can see that it is out of date.
    turn: StoredValue<u32>,
    /// Counts presses and closings, so that a popup whose chunk arrives late does not open over what the reader did since.
    /// Unlike `turn`, a moving pointer does not count.
    request: StoredValue<u32>,
    /// True while the focus is given back, which must not open a popup.
    is_returning_focus: StoredValue<bool>,
}

impl PopupController {
    /// The controller of a page's popup.
    pub fn new(app: AppState) -> PopupController {
        PopupController {
            app,
            origin: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            request: StoredValue::new(0),
            is_returning_focus: StoredValue::new(false),
        }
    }

    /// The controller of the page that this component is on.
    pub fn expect() -> PopupController {
        expect_context::<PopupController>()
    }

    fn next_turn(&self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    /// The reader asked for a popup that is to be pinned: earlier requests that still wait for their chunk are void.
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
        self.origin.set_value(Some(element.clone()));
        self.open_at(content, anchor, pinned);
    }

    /// Opens and pins the popup at a part of an element, or at the element if the part's place is not known.
    pub fn open_at_part(&self, content: PopupContent, element: &HtmlElement, part: Option<Rectangle>) {
        self.open(content.clone(), element, true);
        if let Some(part) = part {
            self.open_at(content, part, true);
        }
    }

    /// Opens the popup at a rectangle in coordinates of the viewport.
    pub fn open_at(&self, content: PopupContent, area: Rectangle, pinned: bool) {
        self.next_turn();
        let (x, y) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
        let Rectangle { left, top, right, bottom } = area;
        let anchor = Rectangle { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
        self.app.ui.popup.set(Some(Popup { content, anchor, pinned, back_stack: Vec::new() }));
    }

    /// The pointer entered a trigger, or a trigger got the focus: its popup opens after a delay.
    pub fn hover_trigger(&self, trigger: HtmlElement) {
        let turn = self.next_turn();
        let controller = *self;
        lazy_chunks::prefetch(cards::fetch());
        set_timeout(
            move || {
                if controller.is_current(turn) {
                    let cause = cards::Cause::Hover(turn);
                    lazy_chunks::prefetch(cards::open(controller.app, controller, trigger, cause));
                }
            },
            OPEN_DELAY,
        );
    }

    /// Opens the popup of a trigger unless something happened since this turn.
    pub fn open_if_current(&self, content: PopupContent, trigger: &HtmlElement, turn: u32) {
        if self.is_current(turn) {
            self.open(content, trigger, false);
        }
    }

    /// True if nothing happened to the popup since this turn, and none is pinned.
    fn is_current(&self, turn: u32) -> bool {
        self.turn.get_value() == turn && !self.is_pinned()
    }

    /// A trigger was clicked, tapped or entered. If its popup cannot be fetched, the trigger's link is followed: it leads to
    /// the sentence or the glossary.
    pub fn press_trigger(&self, trigger: HtmlElement) {
        let controller = *self;
        let request = self.next_request();
        let opened = cards::open(controller.app, controller, trigger.clone(), cards::Cause::Press(request));
        lazy_chunks::then(opened, move |outcome| {
            if outcome.is_err() && controller.is_latest_request(request) {
                url::follow_link(&trigger);
            }
        });
    }

    /// The pointer entered a mark of a chart: its popup opens after a delay.
    pub fn hover_mark(&self, content: PopupContent, area: Rectangle) {
        let turn = self.next_turn();
        let controller = *self;
        set_timeout(
            move || {
                if controller.is_current(turn) {
                    controller.open_at(content, area, false);
                }
            },
            OPEN_DELAY,
        );
    }

    /// The pointer left a trigger or the popup: an unpinned popup closes after a delay.
    pub fn leave(&self) {
        let turn = self.next_turn();
        let controller = *self;
        set_timeout(
            move || {
                if controller.turn.get_value() == turn && controller.is_open() && !controller.is_pinned() {
                    controller.app.ui.popup.set(None);
                }
            },
            CLOSE_DELAY,
        );
    }

    /// The pointer entered the popup: it does not close.
    pub fn stay(&self) {
        self.next_turn();
    }

    /// The element that the open popup belongs to.
    pub fn origin(&self) -> Option<HtmlElement> {
        self.origin.get_value().filter(|_| self.is_open())
    }

    /// Closes the popup; with `return_focus`, a pinned popup gives the focus back to its origin.
    pub fn close(&self, return_focus: bool) {
        self.next_turn();
        self.next_request();
        let was_pinned = self.is_pinned();
        self.app.ui.popup.set(None);
        if !was_pinned {
            return;
        }
        self.app.forget_line();
        if let Some(origin) = self.origin.get_value().filter(|_| return_focus) {
            self.return_focus_to(&origin);
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

    /// Pins the popup of a trigger that was pressed; closes it if it is pinned already. A trigger inside the popup leads the
    /// popup on to its content.
    pub fn toggle(&self, content: PopupContent, element: &HtmlElement) {
        let is_same =
            |popup: &Option<Popup>| popup.as_ref().is_some_and(|popup| popup.pinned && popup.content == content);
        if self.app.ui.popup.with_untracked(is_same) {
            self.close(true);
        } else if element.closest(".popup").ok().flatten().is_some() {
            self.lead_on(content);
        } else {
            self.open(content, element, true);
        }
    }

    /// Shows another content in the open popup, which remembers the one before.
    pub fn lead_on(&self, content: PopupContent) {
        self.next_turn();
        self.app.ui.popup.update(|popup| {
            if let Some(popup) = popup {
                popup.back_stack.push(std::mem::replace(&mut popup.content, content));
                popup.pinned = true;
            }
        });
    }

    /// Shows again what the open popup showed before.
    pub fn lead_back(&self) {
        self.app.ui.popup.update(|popup| {
            if let Some(popup) = popup
                && let Some(before) = popup.back_stack.pop()
            {
                popup.content = before;
            }
        });
    }

    /// The Escape key: closes the popup, or voids the request for one that still waits for its chunk. False if none is open.
    pub fn escape(&self) -> bool {
        self.next_request();
        let is_open = self.is_open();
        if is_open {
            self.close(true);
        }
        is_open
    }

    /// The Tab key: a reader who tabs out of the popup continues at its origin.
    pub fn tab(&self, backwards: bool) {
        let Some(popup) = document().get_element_by_id("popup") else { return };
        let stops = dom::query_all_within(&popup, TAB_STOPS);
        let edge = if backwards { stops.first() } else { stops.last() };
        let focused = focus::focused_element().map(Element::from);
        if focused.is_some() && focused.as_ref() == edge {
            self.close(true);
        }
    }

    /// A pointer or finger went down: outside of the popup and its triggers, the popup closes.
    pub fn pointerdown(&self, event: &Event) {
        if self.is_open() && dom::closest_from_event(event, INSIDE).is_none() {
            self.close(false);
        }
    }
}
