//! The handoff to a phone: the address of what is on screen as a QR code, the only link out of a kiosk.

use crate::components::qr_code::QrCodeImage;
use crate::enhance::app_state::AppState;
use crate::enhance::kiosk::KioskConfig;
use crate::enhance::kiosk::words::words;
use crate::enhance::modal_dialog::ModalDialog;
use crate::enhance::page_url;
use crate::kiosk::{QrCodeDrawing, draw_qr_code, phone_address};
use crate::platform::dom;
use crate::platform::focus;
use leptos::prelude::*;
use mingbai_core::address::{Address, Place, SECTIONS};
use mingbai_core::figures::FigureId;

/// The handoff to a phone.
#[derive(Clone, Copy)]
pub struct PhoneHandoff {
    app: AppState,
    config: &'static KioskConfig,
    dialog: ModalDialog,
    /// The address on show, with its QR code.
    shown: RwSignal<Option<(String, QrCodeDrawing)>>,
}

impl PhoneHandoff {
    /// A handoff that shows nothing yet.
    pub fn new(app: AppState, config: &'static KioskConfig) -> PhoneHandoff {
        PhoneHandoff { app, config, dialog: ModalDialog::new(None), shown: RwSignal::new(None) }
    }

    /// The handoff of the kiosk that this component is on.
    pub fn expect() -> PhoneHandoff {
        expect_context::<PhoneHandoff>()
    }

    /// True if the site has an address that phones can open.
    pub fn has_address(&self) -> bool {
        self.address().is_some()
    }

    /// Shows the address of what is on screen.
    pub fn show(&self) {
        self.refresh();
        self.dialog.show();
    }

    fn refresh(&self) {
        self.shown.set(self.address().and_then(|address| Some((address.clone(), draw_qr_code(&address)?))));
    }

    fn address(&self) -> Option<String> {
        let of = |element: &web_sys::Element, name: &str| element.get_attribute(name);
        let place = focus::heading_in_view().and_then(|heading| {
            let around = heading.closest("[data-figure], section[id]").ok().flatten()?;
            let figure = of(&around, "data-figure").and_then(|word| word.parse::<FigureId>().ok()).map(Place::Figure);
            let section = || SECTIONS.into_iter().find(|known| Some(*known) == around.get_attribute("id").as_deref());
            figure.or_else(|| section().map(Place::Section))
        });
        let view = untrack(|| match place {
            Some(place) => self.app.address_of(place),
            None => self.app.address_for_others(),
        });
        let canonical = dom::query_all("link[rel=canonical]").first().and_then(|link| link.get_attribute("href"));
        let here = page_url::absolute(Address::default());
        phone_address(self.config.settings.site.as_deref(), canonical.as_deref(), here.as_deref(), view)
    }
}

/// The dialog with the QR code, closed until it is opened.
#[component]
pub fn PhoneDialog() -> impl IntoView {
    let phone = PhoneHandoff::expect();
    let (app, dialog) = (phone.app, phone.dialog);
    // The address follows the language while the dialog is open.
    Effect::new(move |_| {
        app.preferences.lang.track();
        if dialog.is_open.get_untracked() {
            phone.refresh();
        }
    });
    let shown = move || {
        phone.shown.get().map(|(address, code)| {
            view! {
                <QrCodeImage code label=words(app).phone />
                <p class="kiosk-address">{address}</p>
            }
        })
    };
    view! {
        <dialog
            node_ref=dialog.element
            class="kiosk-phone"
            aria-labelledby="kiosk-phone-heading"
            on:close=move |_| dialog.on_close()
        >
            <h2 id="kiosk-phone-heading" tabindex="-1" autofocus>
                {move || words(app).phone_heading}
            </h2>
            {shown}
            <button type="button" class="kiosk-close" on:click=move |_| dialog.close()>
                {move || app.render_context().locale.words().card_close}
            </button>
        </dialog>
    }
}
