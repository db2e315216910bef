//! The layer over the page in which the popup is rendered.

use super::PopupController;
use super::card::{PopupCard, label};
use super::dock::dock;
use super::position::place;
use super::tip::PopupTip;
use crate::components::page_context::PageContext;
use crate::enhance::app_state::AppState;
use crate::enhance::popup_state::Popup;
use crate::platform::focus;
use leptos::html;
use leptos::prelude::*;

/// Comes with the popup's chunk, so that no page waits for it.
const STYLE: &str =
    concat!(include_str!(concat!(env!("OUT_DIR"), "/close.css")), include_str!(concat!(env!("OUT_DIR"), "/popup.css")));

/// The layer over the page in which the popup is rendered.
#[component]
pub fn PopupLayer() -> impl IntoView {
    let app = AppState::expect();
    let popup_controller = PopupController::expect();
    let card = NodeRef::<html::Div>::new();
    // The size of the card is known once it is in the document.
    Effect::new(move |_| {
        let (Some(element), Some(popup)) = (card.get(), app.ui.popup.get()) else { return };
        match popup_controller.dock() {
            Some(frame) => dock(&element, &frame),
            None => place(&element, &popup),
        }
        if popup.pinned {
            focus::focus_without_scrolling(&element);
        }
    });
    let popup = move || {
        let popup = app.ui.popup.get()?;
        provide_context(app.page_context());
        if popup.pinned { Some(pinned_card(popup, card)) } else { Some(tip(popup, card)) }
    };
    view! {
        <style>{STYLE}</style>
        <div class="popup-layer">{popup}</div>
    }
}

/// The card that stays until it is closed.
fn pinned_card(popup: Popup, card: NodeRef<html::Div>) -> AnyView {
    let popup_controller = PopupController::expect();
    let name = label(&PageContext::expect().render_context(), &popup.content);
    view! {
        <div
            node_ref=card
            id="popup"
            class="popup"
            class:docked=popup_controller.dock().is_some()
            role="dialog"
            aria-label=name
            tabindex="-1"
            data-pinned="true"
        >
            <PopupCard content=popup.content />
        </div>
    }
    .into_any()
}

/// The tip that goes when the pointer does. It can be pointed at, and pressing it opens the card.
fn tip(popup: Popup, card: NodeRef<html::Div>) -> AnyView {
    let popup_controller = PopupController::expect();
    view! {
        <div
            node_ref=card
            id="popup"
            class="popup tip"
            role="tooltip"
            data-pinned="false"
            on:click=move |_| popup_controller.pin()
            on:pointerenter=move |_| popup_controller.cancel_hover_intent()
            on:pointerleave=move |event| {
                if event.pointer_type() == "mouse" {
                    popup_controller.close_after_delay();
                }
            }
        >
            <PopupTip content=popup.content />
        </div>
    }
    .into_any()
}
