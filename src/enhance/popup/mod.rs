//! The one card that can be open over the page: a term, a line, or where a number comes from.
//!
//! It opens when a trigger is pointed at or has the focus, and stays when it is clicked, tapped or entered. It can be
//! pointed at itself, Escape closes it, and it goes away only when the reader leaves it (WCAG 1.4.13).

pub mod card;
pub mod position;
pub mod triggers;

use crate::enhance::follow::follow;
use crate::enhance::lazy_chunks::cards::{self, Why};
use crate::enhance::lazy_chunks::{expect, then};
use crate::enhance::popup::card::PopupCard;
use crate::enhance::popup::position::place;
use crate::platform::event_listener::listen;
use crate::platform::kept::Kept;
use crate::platform::page;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;
use mingbai_core::disclosure::LineId;
use mingbai_core::provenance::SourcedValue;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

/// What a card shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A glossary entry.
    Term(&'static str),
    /// A line of a chart.
    Line(LineId),
    /// A number with its origin.
    Number(SourcedValue),
}

/// An open card.
#[derive(Clone, Debug, PartialEq)]
pub struct Popup {
    /// What it shows.
    pub subject: Subject,
    /// What it belongs to, in the document's pixels: left, top, right, bottom.
    pub anchor: (f64, f64, f64, f64),
    /// It stays until it is closed.
    pub pinned: bool,
    /// What it showed before, where one thing in it led to another.
    pub trail: Vec<Subject>,
}

/// How long a pointer rests on a trigger before its card opens, and stays after it left.
const REST: Duration = Duration::from_millis(140);
const LEAVE: Duration = Duration::from_millis(320);

/// What a trigger does. Every trigger on the page does it the same way.
#[derive(Clone, Copy)]
pub struct PopupController {
    state: State,
    /// The element that gets the focus back.
    origin: Kept<Option<HtmlElement>>,
    /// Counts the pointer's comings and goings, so that a late timer finds itself outdated.
    turn: Kept<u32>,
    /// The focus is being given back: that opens nothing.
    returning: Kept<bool>,
}

impl PopupController {
    /// The opener of the page.
    pub fn new(state: State) -> PopupController {
        PopupController { state, origin: Kept::new(None), turn: Kept::new(0), returning: Kept::new(false) }
    }

    /// The opener of the page that this component stands in.
    pub fn here() -> PopupController {
        expect_context::<PopupController>()
    }

    fn next_turn(&self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    /// Opens a card at an element.
    pub fn open(&self, subject: Subject, element: &HtmlElement, pinned: bool) {
        let rect = element.get_bounding_client_rect();
        self.origin.set_value(Some(element.clone()));
        self.open_at(subject, (rect.left(), rect.top(), rect.right(), rect.bottom()), pinned);
    }

    /// Opens a card that stays, of a part of an element: beside that part where it is known.
    pub fn open_beside(&self, subject: Subject, element: &HtmlElement, part: Option<(f64, f64, f64, f64)>) {
        self.open(subject.clone(), element, true);
        if let Some(part) = part {
            self.open_at(subject, part, true);
        }
    }

    /// Opens a card at a place in the window.
    pub fn open_at(&self, subject: Subject, place: (f64, f64, f64, f64), pinned: bool) {
        self.next_turn();
        let (x, y) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
        let anchor = (place.0 + x, place.1 + y, place.2 + x, place.3 + y);
        self.state.popup.set(Some(Popup { subject, anchor, pinned, trail: Vec::new() }));
    }

    /// The pointer came over a trigger, or the focus did.
    pub fn point(&self, element: HtmlElement) {
        let turn = self.next_turn();
        let popup_controller = *self;
        expect(cards::fetch());
        set_timeout(
            move || {
                if popup_controller.waits(turn) {
                    expect(cards::show(popup_controller.state, popup_controller, element, Why::Rest(turn)));
                }
            },
            REST,
        );
    }

    /// Opens the card of a trigger on which the pointer still rests.
    pub fn rest(&self, subject: Subject, element: &HtmlElement, turn: u32) {
        if self.waits(turn) {
            self.open(subject, element, false);
        }
    }

    /// True where nothing happened since this turn, and no card is held open.
    fn waits(&self, turn: u32) -> bool {
        let pinned = self.state.popup.with_untracked(|open| open.as_ref().is_some_and(|open| open.pinned));
        self.turn.try_get_value() == Some(turn) && !pinned
    }

    /// A trigger was clicked, tapped or entered. Where no card can be had its link is followed: that leads to the sentence
    /// or to the glossary.
    pub fn enter(&self, element: HtmlElement) {
        let popup_controller = *self;
        then(cards::show(popup_controller.state, popup_controller, element.clone(), Why::Press), move |came| {
            if came.is_err() {
                page::follow(&element);
            }
        });
    }

    /// The pointer came over a mark of a chart.
    pub fn hover_at(&self, subject: Subject, place: (f64, f64, f64, f64)) {
        let turn = self.next_turn();
        let popup_controller = *self;
        set_timeout(
            move || {
                if popup_controller.waits(turn) {
                    popup_controller.open_at(subject, place, false);
                }
            },
            REST,
        );
    }

    /// The pointer left a trigger or the card.
    pub fn leave(&self) {
        let turn = self.next_turn();
        let popup_controller = *self;
        set_timeout(
            move || {
                if popup_controller.turn.try_get_value() == Some(turn) {
                    popup_controller.state.popup.update(|open| {
                        if open.as_ref().is_some_and(|open| !open.pinned) {
                            *open = None;
                        }
                    });
                }
            },
            LEAVE,
        );
    }

    /// The pointer came over the card: it stays.
    pub fn stay(&self) {
        self.next_turn();
    }

    /// The element that an open card belongs to.
    pub fn origin(&self) -> Option<HtmlElement> {
        let open = self.state.popup.with_untracked(Option::is_some);
        self.origin.try_get_value().flatten().filter(|_| open)
    }

    /// Closes the card; with `back`, the focus returns to where it came from.
    pub fn close(&self, back: bool) {
        self.next_turn();
        let was_pinned = self.state.popup.with_untracked(|open| open.as_ref().is_some_and(|open| open.pinned));
        self.state.popup.set(None);
        if was_pinned {
            self.state.forget_line();
        }
        if back
            && was_pinned
            && let Some(origin) = self.origin.try_get_value().flatten()
        {
            self.give_back(&origin);
        }
    }

    /// Gives the focus back to what a card was opened from, or what led away.
    pub fn give_back(&self, element: &HtmlElement) {
        self.returning.set_value(true);
        page::focus_still(element);
        self.returning.set_value(false);
    }

    /// True while the focus is being given back.
    pub fn returning(&self) -> bool {
        self.returning.get_value()
    }

    /// The card of a trigger that was pressed stays; a second time closes it.
    pub fn press(&self, subject: Subject, element: &HtmlElement) {
        let same = |open: &Option<Popup>| open.as_ref().is_some_and(|open| open.pinned && open.subject == subject);
        if self.state.popup.with_untracked(same) {
            self.close(true);
        } else if element.closest(".popup").ok().flatten().is_some() {
            self.lead_on(subject);
        } else {
            self.open(subject, element, true);
        }
    }

    /// Something in the card leads to another: the card shows that, and knows the way back.
    pub fn lead_on(&self, subject: Subject) {
        self.next_turn();
        self.state.popup.update(|open| {
            if let Some(open) = open {
                open.trail.push(std::mem::replace(&mut open.subject, subject));
                open.pinned = true;
            }
        });
    }

    /// The card shows again what it showed before.
    pub fn lead_back(&self) {
        self.state.popup.update(|open| {
            if let Some(open) = open
                && let Some(before) = open.trail.pop()
            {
                open.subject = before;
            }
        });
    }
}

/// The layer in which the card stands.
#[component]
pub fn PopupLayer() -> impl IntoView {
    let state = State::here();
    let popup_controller = PopupController::here();
    let card = NodeRef::<html::Div>::new();

    listen(&window(), "keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape" && state.popup.with_untracked(Option::is_some) {
            event.prevent_default();
            popup_controller.close(true);
        }
        // Whoever tabs out of the card goes on from where it was opened.
        if event.key() == "Tab"
            && let Some(card) = card.get_untracked()
        {
            let stops = page::all(&card, "button, a[href], summary");
            let edge = if event.shift_key() { stops.first() } else { stops.last() };
            let here = page::focused().map(web_sys::Element::from);
            if here.is_some() && here.as_ref() == edge {
                popup_controller.close(true);
            }
        }
    });
    listen(&window(), "pointerdown", move |event: PointerEvent| {
        let inside =
            event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).is_some_and(|element| {
                element
                    .closest(".popup, .chart, a.term, a.amount, [data-choice=theme], [data-choice=text], [data-kiosk-choice=back]")
                    .ok()
                    .flatten()
                    .is_some()
            });
        if !inside && state.popup.with_untracked(Option::is_some) {
            popup_controller.close(false);
        }
    });

    // Once it is in the document its size is known: it goes below its anchor, or above where there is no room.
    follow(move || {
        let (Some(element), Some(open)) = (card.get(), state.popup.get()) else { return };
        place(&element, &open);
        if open.pinned {
            // The card stands where it was put: the page must not jump for it.
            page::focus_still(&element);
        }
    });

    view! {
        <style>{concat!(include_str!(concat!(env!("OUT_DIR"), "/close.css")), include_str!(concat!(env!("OUT_DIR"), "/popup.css")))}</style>
        <div class="popup-layer">
            {move || {
                state
                    .popup
                    .get()
                    .map(|open| {
                        view! {
                            <div
                                node_ref=card
                                id="popup"
                                class="popup"
                                role="dialog"
                                aria-label=crate::enhance::popup::card::label(&state.context(), &open.subject)
                                tabindex="-1"
                                data-pinned=open.pinned.to_string()
                                on:pointerenter=move |_| popup_controller.stay()
                                on:pointerleave=move |event| {
                                    if event.pointer_type() == "mouse" {
                                        popup_controller.leave();
                                    }
                                }
                            >
                                <PopupCard subject=open.subject.clone() />
                            </div>
                        }
                    })
            }}
        </div>
    }
}
