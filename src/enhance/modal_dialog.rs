//! A modal dialog: how it opens, and how its button, its backdrop, the Back button and Escape close it.

use crate::enhance::app_state::AppState;
use crate::enhance::overlays::Overlays;
use crate::enhance::page_attributes;
use crate::platform::history::{self, Overlay};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

/// A modal dialog.
#[derive(Clone, Copy)]
pub struct ModalDialog {
    /// The element. It calls [`on_close`](Self::on_close) and [`close_on_backdrop_press`](Self::close_on_backdrop_press).
    pub element: NodeRef<html::Dialog>,
    /// True while the dialog is open.
    pub is_open: RwSignal<bool>,
    /// Its entry in the history, if it has one.
    overlay: Option<Overlay>,
    /// True while the history goes back from the dialog's entry.
    is_going_back: StoredValue<bool, LocalStorage>,
}

impl ModalDialog {
    /// A closed dialog; with an overlay it has an entry of its own in the history, so that the Back button closes it.
    pub fn new(overlay: Option<Overlay>) -> ModalDialog {
        ModalDialog {
            element: NodeRef::new(),
            is_open: RwSignal::new(false),
            overlay,
            is_going_back: StoredValue::new_local(false),
        }
    }

    /// Opens the dialog. False if it was open already.
    pub fn show(&self) -> bool {
        let Some(element) = self.element.get_untracked().filter(|element| !element.open()) else { return false };
        if let Some(overlay) = self.overlay.filter(|_| !self.is_in_history()) {
            history::push_overlay(overlay);
        }
        page_attributes::update_viewport_first();
        let _ = element.show_modal();
        self.is_open.set(true);
        true
    }

    /// Closes the dialog; the browser returns the focus.
    pub fn close(&self) {
        if let Some(element) = self.element.get_untracked() {
            element.close();
        }
    }

    /// Called when the dialog was closed in any way: its entry in the history is left.
    pub fn on_close(&self) {
        self.is_open.set(false);
        if self.is_in_history() && !self.is_going_back.get_value() {
            self.is_going_back.set_value(true);
            history::back();
        }
    }

    /// Called for a press in the dialog: one whose target is the element itself is on the backdrop.
    pub fn close_on_backdrop_press(&self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let element = self.element.get_untracked().map(HtmlElement::from);
        if target.is_some() && target == element {
            self.close();
        }
    }

    /// Follows the history from now on: Back closes the dialog, Forward calls `reopen`.
    pub fn follow_history(self, reopen: impl Fn() + 'static) {
        Overlays::expect().on_history_move(move || {
            let is_open = self.element.get_untracked().is_some_and(|element| element.open());
            let was_going_back = self.is_going_back.try_update_value(std::mem::take).unwrap_or_default();
            match (self.is_in_history(), self.overlay) {
                (true, _) if !is_open => reopen(),
                // The reader opened it again before the history had gone back, so it stays open.
                (false, Some(overlay)) if is_open && was_going_back => history::push_overlay(overlay),
                (false, _) if is_open => self.close(),
                _ => {}
            }
        });
    }

    /// True if the present entry of the history is the dialog's.
    fn is_in_history(&self) -> bool {
        self.overlay.is_some() && history::overlay() == self.overlay
    }
}

/// The button that closes a dialog.
#[component]
pub fn CloseButton(
    /// The dialog.
    dialog: ModalDialog,
) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <button
            type="button"
            class="close"
            aria-label=move || app.render_context().locale.words().card_close
            on:click=move |_| dialog.close()
        >
            "×"
        </button>
    }
}
