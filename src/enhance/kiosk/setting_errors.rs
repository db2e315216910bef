//! The errors in a kiosk's settings, in sentences at the lower edge of the screen.

use crate::enhance::app_state::AppState;
use crate::enhance::kiosk::KioskConfig;
use crate::enhance::kiosk::words::words;
use crate::kiosk::SettingError;
use leptos::prelude::*;
use mingbai_core::locale::{KioskWords, fill};

/// How many errors are shown.
const ERRORS_SHOWN: usize = 3;

/// How many characters of each error are shown.
const ERROR_LENGTH: usize = 60;

/// The first errors in the kiosk's settings, and how many more there are.
#[component]
pub fn SettingErrors(
    /// The kiosk's settings.
    config: &'static KioskConfig,
) -> impl IntoView {
    let app = AppState::expect();
    let sentences = move || {
        let words = words(app);
        let more = config.errors.len().saturating_sub(ERRORS_SHOWN);
        let more = (more > 0).then(|| view! { <p>{fill(words.mistake_more, &[("n", &more.to_string())])}</p> });
        let first = config.errors.iter().take(ERRORS_SHOWN);
        (first.map(|error| view! { <p>{sentence(error, words)}</p> }).collect_view(), more)
    };
    view! { <div class="kiosk-mistakes">{sentences}</div> }
}

/// An error in a sentence.
fn sentence(error: &SettingError, words: &KioskWords) -> String {
    let place = match error.line {
        Some(line) => fill(words.mistake_line, &[("n", &line.to_string())]),
        None => words.mistake_address.to_owned(),
    };
    let text: String = error.text.chars().take(ERROR_LENGTH).collect();
    fill(words.mistake, &[("place", &place), ("text", &text)])
}
