//! What comes when a chart is near the screen: the part that brings charts to life, and the bundle that draws them.

use crate::enhance::follow::follow;
use crate::enhance::lazy_chunks::{figures, then};
use crate::enhance::popup::PopupController;
use crate::platform::chart_bundle::{self, Bundle};
use crate::platform::intersection::when_near;
use crate::platform::page;
use crate::platform::small::SmallSignal;
use crate::state::State;
use leptos::prelude::*;

/// How many pixels from the screen a chart is near; `boot.js` looks as far.
pub const NEAR: u32 = 600;

/// Waits for the first chart that comes near.
pub fn start(state: State, popup_controller: PopupController) {
    let near = SmallSignal::new(false);
    follow(move || {
        state.written.track();
        // One is enough.
        for chart in page::find_all(".chart").iter().filter(|_| !near.get_untracked()) {
            when_near(chart, NEAR, move |here| {
                if here {
                    near.set(true);
                }
            });
        }
    });
    let mut asked = false;
    follow(move || {
        let wanted = near.get();
        if wanted
            && !std::mem::replace(&mut asked, wanted)
            && let Some(place) = document().get_element_by_id("page")
        {
            chart_bundle::load(state.bundle);
            then(figures::start(state, popup_controller, place), move |came| {
                if came.is_err() {
                    state.bundle.set(Bundle::Failed);
                }
            });
        }
    });
    // Where either did not come, pictures stay, and nothing promises that they can be pressed.
    follow(move || {
        state.written.track();
        let failed = state.bundle.get() == Bundle::Failed;
        page::show_all(".subtitle > .on-screen", !failed);
        page::show_all(".chart-frame > .failed", failed);
        let said = page::find_all(".chart-frame > .failed").into_iter().next().filter(|_| failed);
        if let Some(said) = said.and_then(|said| said.text_content()) {
            state.said.set(said);
        }
    });
}
