//! What makes the page a kiosk.

use crate::enhance::kiosk;
use crate::enhance::lazy_chunks::{ChunkResult, within};
use crate::enhance::popup::PopupController;
use crate::state::State;
use mingbai_macros::lazy_chunk;
use wasm_bindgen_futures::spawn_local;

/// Makes the page a kiosk, as it is set.
#[lazy_chunk(kiosk)]
pub fn start(state: State, popup_controller: PopupController) -> ChunkResult {
    spawn_local(async move {
        let set = kiosk::Set::read(&state.root()).await;
        within(|| kiosk::start(state, popup_controller, set));
    });
    Ok(())
}
