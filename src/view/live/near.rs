//! What comes when a chart is near the screen: the part that brings charts to life, and the bundle that draws them.

use crate::platform::charts;
use crate::platform::near::when_near;
use crate::platform::page;
use crate::view::follow::follow;
use crate::view::parts::{ask, figures};
use crate::view::popup::Opener;
use crate::view::state::State;
use leptos::prelude::*;

/// How many pixels from the screen a chart is near; `boot.js` looks as far.
pub const NEAR: u32 = 600;

/// Waits for the first chart that comes near.
pub fn start(state: State, opener: Opener) {
    let near = RwSignal::new(false);
    follow(move || {
        state.written.track();
        for chart in page::find_all(".chart") {
            when_near(&chart, NEAR, move || near.set(true));
        }
    });
    let mut asked = false;
    follow(move || {
        // On paper every chart is near.
        let wanted = near.get() || state.printing.get();
        if wanted
            && !std::mem::replace(&mut asked, wanted)
            && let Some(place) = document().get_element_by_id("page")
        {
            charts::load(state.bundle);
            ask(state, figures::start(state, opener, place));
        }
    });
}
