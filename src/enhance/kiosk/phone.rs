//! The address of what is seen, as a QR code: the one way out of a kiosk.

use crate::enhance::follow::follow;
use crate::enhance::kiosk::{Set, words};
use crate::kiosk::{Code, code, for_phones};
use crate::platform::kept::KeptSignal;
use crate::platform::page;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;
use mingbai_core::address::{Place, SECTIONS};
use mingbai_core::figures::FigureId;

/// The way to one's own phone.
#[derive(Clone, Copy)]
pub struct Phone {
    state: State,
    set: &'static Set,
    dialog: NodeRef<html::Dialog>,
    /// The address that is shown, with its code.
    shown: KeptSignal<Option<(String, Code)>>,
}

impl Phone {
    /// None is shown yet.
    pub fn new(state: State, set: &'static Set) -> Phone {
        Phone { state, set, dialog: NodeRef::new(), shown: KeptSignal::new(None) }
    }

    /// True where the site has an address that phones can open.
    pub fn reaches(&self) -> bool {
        self.address().is_some()
    }

    /// Shows the address of what is seen now.
    pub fn show(&self) {
        self.chart_style();
        if let Some(dialog) = self.dialog.get_untracked().filter(|dialog| !dialog.open()) {
            page::change_seen_first();
            let _ = dialog.show_modal();
        }
    }

    fn chart_style(&self) {
        self.shown.set(self.address().and_then(|address| Some((address.clone(), code(&address)?))));
    }

    fn close(&self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    fn address(&self) -> Option<String> {
        let of = |element: &web_sys::Element, name: &str| element.get_attribute(name);
        let place = page::in_view().and_then(|heading| {
            let around = heading.closest("[data-figure], section[id]").ok().flatten()?;
            let figure = of(&around, "data-figure").and_then(|word| word.parse::<FigureId>().ok()).map(Place::Figure);
            let section = || SECTIONS.into_iter().find(|known| Some(*known) == around.get_attribute("id").as_deref());
            figure.or_else(|| section().map(Place::Section))
        });
        let view = untrack(|| match place {
            Some(place) => self.state.address_of(place),
            None => self.state.address_for_others(),
        });
        let canonical = page::find_all("link[rel=canonical]").first().and_then(|link| link.get_attribute("href"));
        let here = page::absolute(&Default::default());
        for_phones(self.set.settings.site.as_deref(), canonical.as_deref(), here.as_deref(), view)
    }
}

/// The dialog with the code, closed until it is asked for.
#[component]
pub fn PhoneDialog(
    /// What it shows.
    phone: Phone,
) -> impl IntoView {
    let state = phone.state;
    // It is the address of the language that is chosen meanwhile.
    follow(move || {
        state.lang.track();
        if phone.dialog.get_untracked().is_some_and(|dialog| dialog.open()) {
            phone.chart_style();
        }
    });
    let shown = move || {
        phone.shown.get().map(|(address, code)| {
            let side = code.size;
            view! {
                <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=words(state).phone shape-rendering="crispEdges">
                    <rect width=side height=side fill="#fff" />
                    <path d=code.path fill="#000" />
                </svg>
                <p class="kiosk-address">{address}</p>
            }
        })
    };
    view! {
        <dialog node_ref=phone.dialog class="kiosk-phone" aria-labelledby="kiosk-phone-heading">
            <h2 id="kiosk-phone-heading" tabindex="-1" autofocus>
                {move || words(state).phone_heading}
            </h2>
            {shown}
            <button type="button" class="kiosk-close" on:click=move |_| phone.close()>
                {move || state.context().locale.words().card_close}
            </button>
        </dialog>
    }
}
