//! The page as a kiosk: what it shows while nobody touches it, its bar of buttons, the way to one's own phone. What watches
//! over it, `kiosk.js`, stands beside the app.

mod attract_loop;
mod bar;
mod phone;
mod settings_file;

pub use settings_file::Set;

use crate::enhance::follow::follow;
use crate::enhance::popup::PopupController;
use crate::platform::chart_bundle::Bundle;
use crate::platform::event_listener::listen;
use crate::platform::page;
use crate::state::State;
use attract_loop::{Show, ShowProps};
use bar::{Bar, BarProps};
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use mingbai_core::locale::KioskWords;
use phone::{Phone, PhoneDialog, PhoneDialogProps};
use web_sys::Event;

/// Makes the page a kiosk.
pub fn start(state: State, popup_controller: PopupController, set: Set) {
    // It lasts as long as the page.
    let set: &'static Set = Box::leak(Box::new(set));
    if let Some(lang) = set.settings.lang.filter(|_| page::address().lang.is_none())
        && lang != state.lang.get_untracked()
    {
        state.set_lang(lang);
    }
    let phone = Phone::new(state, set);
    mount_to_body(move || {
        [
            Show(ShowProps { state, set }).into_any(),
            Bar(BarProps { state, popup_controller, phone }).into_any(),
            PhoneDialog(PhoneDialogProps { phone }).into_any(),
        ]
    });
    // Where the page cannot be opened anew (the host is away), what the last person chose is undone.
    let (lang, large) = (state.lang.get_untracked(), state.large.get_untracked());
    listen(&window(), "mingbai-forget", move |_: Event| {
        popup_controller.close(false);
        state.unit.set(None);
        state.flow_view.set(0);
        state.set_large(large);
        state.set_lang(lang);
        page::find_all("main details[open]").into_iter().for_each(|open| drop(open.remove_attribute("open")));
    });
    // Pictures stand in for charts; what watches over the page opens it anew.
    follow(move || {
        if state.bundle.get() == Bundle::Failed || state.unfetched.get() {
            page::announce("mingbai-lost");
        }
    });
    page::set_root("data-asked", &set.asked.join(" "));
    page::set_root("data-idle", &set.settings.idle.to_string());
}

/// The words of a kiosk, in the reader's language.
fn words(state: State) -> &'static KioskWords {
    state.context().locale.kiosk()
}
