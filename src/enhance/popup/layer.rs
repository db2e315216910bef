//! The layer over the page in which the popup is rendered.

use super::PopupController;
use super::card::{PopupCard, label};
use super::position::place;
use crate::enhance::app_state::AppState;
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
        place(&element, &popup);
        if popup.pinned {
            focus::focus_without_scrolling(&element);
        }
    });
    let popup = move || {
        let popup = app.ui.popup.get()?;
        provide_context(app.page_context());
        let name = label(&app.render_context(), &popup.content);
        Some(view! {
            <div
                node_ref=card
                id="popup"
                class="popup"
                role="dialog"
                aria-label=name
                tabindex="-1"
                data-pinned=popup.pinned.to_string()
                on:pointerenter=move |_| popup_controller.cancel_hover_intent()
                on:pointerleave=move |event| {
                    if event.pointer_type() == "mouse" {
                        popup_controller.close_after_delay();
                    }
                }
            >
                <PopupCard content=popup.content />
            </div>
        })
    };
    view! {
        <style>{STYLE}</style>
        <div class="popup-layer">{popup}</div>
    }
}
