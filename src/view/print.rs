//! Printing: what is folded away on the screen is open on paper, and folded again afterwards.

use super::state::State;
use crate::platform::page;
use leptos::prelude::*;

/// Opens everything before the page is printed, and restores it afterwards.
pub fn open_for_print(state: State) {
    let opened = StoredValue::new_local(Vec::new());
    let before = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("beforeprint"), move |_| {
        state.popup.set(None);
        state.printing.set(true);
        opened.set_value(page::unfold_all());
    });
    let after = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("afterprint"), move |_| {
        state.printing.set(false);
        opened.update_value(|opened: &mut Vec<web_sys::Element>| {
            for details in opened.drain(..) {
                let _ = details.remove_attribute("open");
            }
        });
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
