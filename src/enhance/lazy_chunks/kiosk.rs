//! The chunk of the kiosk.

use crate::enhance::app_state::AppState;
use crate::enhance::kiosk;
use crate::enhance::lazy_chunks::{ChunkResult, with_root_owner};
use crate::enhance::popup::PopupController;
use mingbai_macros::lazy_chunk;
use wasm_bindgen_futures::spawn_local;

/// Reads the kiosk's settings and makes the page a kiosk.
#[lazy_chunk(kiosk)]
pub fn start(app: AppState, popup_controller: PopupController) -> ChunkResult {
    spawn_local(async move {
        let config = kiosk::KioskConfig::read(&app.site_root()).await;
        with_root_owner(|| kiosk::start(app, popup_controller, config));
    });
    Ok(())
}
