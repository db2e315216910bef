//! A QR code as a picture.

use crate::kiosk::QrCodeDrawing;
use leptos::prelude::*;

/// The picture of a QR code, dark on white in every theme, as scanners expect it.
#[component]
pub fn QrCodeImage(
    /// The code.
    code: QrCodeDrawing,
    /// Its text alternative.
    #[prop(into)]
    label: Signal<&'static str>,
) -> impl IntoView {
    let side = code.size;
    view! {
        <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=side height=side fill="#fff" />
            <path d=code.path fill="#000" />
        </svg>
    }
}
