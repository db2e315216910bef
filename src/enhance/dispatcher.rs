//! The event dispatcher: one listener at the window for each kind of event, and for each an ordered list of what may
//! handle it.
//!
//! Two kinds of elements listen for themselves. Dialogs and popups are Leptos components with handlers of their own; a
//! live [`chart`](crate::enhance::chart) listens at its element, since its keyboard and pointer state lives in a lazy
//! chunk. Both call `prevent_default` for what they handle. Moves of the history come to the navigation alone, which passes
//! them on to dialogs.

use crate::enhance::app_state::AppState;
use crate::enhance::navigation::Navigation;
use crate::enhance::popup::PopupController;
use crate::enhance::{buttons, figure_views, highlight, keyboard_shortcuts, popup_triggers};
use crate::platform::{events, scheduler};
use leptos::prelude::*;
use web_sys::{Event, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};

/// What handles the page's events.
#[derive(Clone, Copy)]
struct Dispatcher {
    app: AppState,
    popup_controller: PopupController,
    navigation: Navigation,
}

/// Starts to listen at the window, until the current reactive owner is cleaned up.
pub fn start(app: AppState, popup_controller: PopupController, navigation: Navigation) {
    let dispatcher = Dispatcher { app, popup_controller, navigation };
    let window = window();
    events::add_listener(&window, "click", move |event: MouseEvent| dispatcher.click(&event));
    events::add_listener(&window, "keydown", move |event: KeyboardEvent| dispatcher.keydown(&event));
    events::add_listener(&window, "pointerdown", move |event: PointerEvent| dispatcher.pointerdown(&event));
    events::add_listener(&window, "pointermove", move |event: PointerEvent| dispatcher.pointermove(&event));
    events::add_listener(&window, "pointerover", move |event: PointerEvent| dispatcher.pointerover(&event));
    events::add_listener(&window, "pointerout", move |event: PointerEvent| dispatcher.pointerout(&event));
    events::add_listener(&window, "wheel", move |_: Event| dispatcher.popup_controller.dismiss_tip());
    events::add_listener(&window, "focusin", move |event: FocusEvent| dispatcher.focusin(&event));
    events::add_listener(&window, "focusout", move |event: FocusEvent| dispatcher.focusout(&event));
    events::add_listener(&window, "beforematch", move |event: Event| figure_views::found(dispatcher.app, &event));
    events::add_listener(&window, "popstate", move |_: Event| dispatcher.navigation.popstate());
}

impl Dispatcher {
    fn click(self, event: &MouseEvent) {
        highlight::highlight_change_at(self.app, event);
        // With a modifier key a link opens in a tab or window of its own.
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.default_prevented() {
            return;
        }
        if popup_triggers::activate(self.app, self.popup_controller, event)
            || buttons::click(self.app, self.popup_controller, event)
        {
            event.prevent_default();
        } else {
            self.navigation.click(event);
        }
    }

    fn keydown(self, event: &KeyboardEvent) {
        if events::is_for_input_method(event) {
            return;
        }
        let with_control = event.ctrl_key() || event.meta_key();
        // The browser's own search needs the whole page.
        if event.key() == "F3" || with_control && event.key().eq_ignore_ascii_case("f") {
            scheduler::finish();
        }
        let handled = match event.key().as_str() {
            " " => popup_triggers::activate(self.app, self.popup_controller, event),
            "Escape" => {
                let handled = self.popup_controller.handle_escape();
                if !handled {
                    keyboard_shortcuts::close_download_menu(event);
                }
                handled
            }
            "Tab" => {
                self.popup_controller.handle_tab(event.shift_key());
                false
            }
            _ => false,
        };
        if handled || keyboard_shortcuts::open_search(self.app, self.popup_controller, event) {
            event.prevent_default();
        }
    }

    fn pointerdown(self, event: &PointerEvent) {
        popup_triggers::prefetch(event);
        buttons::prefetch(event);
        self.popup_controller.close_on_outside_press(event);
    }

    fn pointermove(self, event: &PointerEvent) {
        // The pointer moved, not the page under it: a reader who came by a link keeps what the link highlighted. A finger
        // that moves scrolls.
        if event.pointer_type() != "touch" {
            self.app.ui.pointer.follow(event);
            highlight::highlight_change_at(self.app, event);
        }
    }

    fn pointerover(self, event: &PointerEvent) {
        buttons::prefetch(event);
        if event.pointer_type() == "mouse" && self.app.ui.pointer.has_moved(event) {
            popup_triggers::open_on_hover(self.app, self.popup_controller, event);
        }
    }

    fn pointerout(self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" {
            popup_triggers::close_on_leave(self.popup_controller, event);
        }
    }

    fn focusin(self, event: &FocusEvent) {
        buttons::prefetch(event);
        highlight::highlight_change_at(self.app, event);
        popup_triggers::open_on_focus(self.app, self.popup_controller, event);
    }

    fn focusout(self, event: &FocusEvent) {
        popup_triggers::close_on_leave(self.popup_controller, event);
    }
}
