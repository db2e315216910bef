//! The kiosk's words.

use crate::enhance::app_state::AppState;
use mingbai_core::locale::KioskWords;

/// The kiosk's words in the reader's language.
pub fn words(app: AppState) -> &'static KioskWords {
    app.render_context().locale.kiosk()
}
