//! The kiosk's settings, fetched from their file.

use crate::kiosk::{KioskSettings, SettingError};
use crate::platform::fetch;
use leptos::prelude::*;

/// The name of the file in the site's folder.
const SETTINGS_FILE: &str = "kiosk.txt";

/// The kiosk's settings, and what was fetched for them.
pub struct KioskConfig {
    /// The settings.
    pub settings: KioskSettings,
    /// What could not be understood of them.
    pub errors: Vec<SettingError>,
    /// A blob URL of the logo; None if there is none.
    pub logo: Option<String>,
    /// The addresses of the fetched files.
    pub fetched: Vec<String>,
}

impl KioskConfig {
    /// Reads the settings from the file in the site's folder `root`, which ends with a slash, and from the page's address.
    /// Without a file they are the defaults.
    pub async fn read(root: &str) -> KioskConfig {
        let mut fetched = vec![format!("{root}{SETTINGS_FILE}")];
        let file = fetch::bytes(&fetched[0]).await.map(|bytes| fetch::decode_text(&bytes));
        // Some hosts answer with an HTML page instead of status 404.
        let file = file.filter(|text| !text.trim_start().starts_with('<')).unwrap_or_default();
        let query = window().location().search().unwrap_or_default();
        let is_own_file = window().location().protocol().is_ok_and(|scheme| scheme == "file:");
        let (settings, mut errors) = KioskSettings::parse(&file, &query, is_own_file);
        let mut logo = None;
        if let Some(name) = &settings.logo {
            fetched.push(format!("{root}{name}"));
            logo = fetch::blob_url(window().fetch_with_str(&fetched[1])).await;
            if logo.is_none() {
                errors.push(SettingError { line: None, text: format!("logo = {name}") });
            }
        }
        KioskConfig { settings, errors, logo, fetched }
    }
}
