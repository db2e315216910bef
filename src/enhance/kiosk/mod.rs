//! The kiosk: an attract loop while it is idle, a bar of buttons, the handoff to a phone. `kiosk.js` supervises it from
//! outside of the app: it starts over after each person and after an error.

mod attract_loop;
mod bar;
mod phone;
mod setting_errors;
mod settings_file;
mod stage;
mod telling;
mod words;

pub use settings_file::KioskConfig;

use crate::enhance::app_state::AppState;
use crate::enhance::page_url;
use crate::enhance::popup::PopupController;
use crate::platform::chart_bundle::{self, BundleState};
use crate::platform::{dom, events};
use attract_loop::AttractLoop;
use bar::KioskBar;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use phone::{PhoneDialog, PhoneHandoff};
use web_sys::Event;

/// Makes the page a kiosk.
pub fn start(app: AppState, popup_controller: PopupController, config: KioskConfig) {
    // Leaked once a page.
    let config: &'static KioskConfig = Box::leak(Box::new(config));
    if let Some(lang) = config.settings.lang.filter(|_| page_url::address().lang.is_none())
        && lang != app.preferences.lang.get_untracked()
    {
        app.set_lang(lang);
    }
    provide_context(PhoneHandoff::new(app, config));
    mount_to_body(move || {
        view! {
            <AttractLoop config />
            <KioskBar can_open=config.settings.open />
            <PhoneDialog />
        }
    });
    // Until the page is loaded again, nothing of the last person is on the screen.
    events::add_listener(&window(), "mingbai-forget-documents", move |_: Event| app.ui.opened.forget_all());
    // If the page cannot be loaded again because the host is down, the last person's choices are undone.
    let (lang, large) = (app.preferences.lang.get_untracked(), app.preferences.large_text.get_untracked());
    events::add_listener(&window(), "mingbai-reset-choices", move |_: Event| {
        popup_controller.close(false);
        app.preferences.unit.set(None);
        app.ui.flow_view.set(0);
        app.preferences.set_large_text(large);
        app.set_lang(lang);
        dom::query_all("main details[open]").into_iter().for_each(|open| drop(open.remove_attribute("open")));
    });
    // Before the first figure is shown, so that nobody waits, and a fault is noticed at once.
    chart_bundle::load(app.ui.chart_bundle);
    // kiosk.js loads the page again; until then placeholders stay.
    Effect::new(move |_| {
        if app.ui.chart_bundle.get() == BundleState::Failed || app.ui.chunk_failed.get() {
            events::dispatch_to_window("mingbai-load-failed");
        }
    });
    dom::set_root_attribute("data-fetched-files", &config.fetched.join(" "));
    dom::set_root_attribute("data-idle", &config.settings.idle.to_string());
}
