//! Progressive enhancement: what a script adds to a page that is complete without one.
//!
//! The page is prerendered HTML. Here it is taken over as it is: events are delegated to the `dispatcher` at the window,
//! so parts that are rendered again need no re-binding. Most work is done by `lazy_chunks`, which are fetched when they
//! are first needed. Code outside of them neither parses a disclosure nor holds the words of the interface; a test limits
//! the size of what a first visit loads.

pub(crate) mod after_render;
pub(crate) mod app_state;
pub(crate) mod buttons;
pub(crate) mod chart;
pub(crate) mod chart_loading;
pub(crate) mod dispatcher;
pub(crate) mod document_source;
pub(crate) mod download;
pub(crate) mod draft;
pub(crate) mod drop_and_paste;
pub(crate) mod figure_views;
pub(crate) mod highlight;
pub(crate) mod keyboard_shortcuts;
pub(crate) mod kiosk;
pub(crate) mod lazy_chunks;
pub(crate) mod live_region;
pub(crate) mod modal_dialog;
pub(crate) mod motion_overlay;
pub(crate) mod moving_marks;
pub(crate) mod navigation;
pub(crate) mod opened_documents;
pub(crate) mod opening;
pub(crate) mod overlays;
pub(crate) mod page_attributes;
pub(crate) mod page_url;
pub(crate) mod popup;
pub(crate) mod popup_state;
pub(crate) mod popup_triggers;
pub(crate) mod preferences;
pub(crate) mod print;
pub(crate) mod rendering;
pub(crate) mod scroll_anchor;
pub(crate) mod search;
pub(crate) mod section_in_view;
pub(crate) mod settings;
pub(crate) mod share;
pub(crate) mod source_passage;
pub(crate) mod table_sort;
pub(crate) mod ui_state;

use any_spawner::Executor;
use app_state::AppState;
use leptos::prelude::*;
use navigation::Navigation;
use overlays::Overlays;
use popup::PopupController;
use std::time::Duration;

/// Takes the page over and sets `<html data-ready="true">`.
pub fn start() {
    // Fails only if an executor is set already, which then serves as well.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new_root(None);
    // Loading the module, adding listeners and taking the page over are three tasks, so that no task blocks input for long.
    set_timeout(
        move || {
            owner.with(enhance_page);
            // The app lives as long as the page.
            std::mem::forget(owner);
        },
        Duration::ZERO,
    );
}

fn enhance_page() {
    lazy_chunks::set_root_owner();
    let app = AppState::new();
    provide_context(app);
    let popup_controller = PopupController::new(app);
    provide_context(popup_controller);
    let overlays = Overlays::new();
    provide_context(overlays);
    let navigation = Navigation::new(app, popup_controller, overlays);
    rendering::start(app);
    live_region::start(app);
    chart_loading::start(app, popup_controller);
    settings::start(app);
    keyboard_shortcuts::start(app);
    figure_views::start(app);
    section_in_view::start(app);
    highlight::start(app);
    navigation.start();
    popup_triggers::start(app, popup_controller);
    dispatcher::start(app, popup_controller, navigation);
    drop_and_paste::start(app);
    print::start(app);
    if page_attributes::is_kiosk() {
        lazy_chunks::run_or_show_notice(app, lazy_chunks::kiosk::start(app, popup_controller));
    }
}
