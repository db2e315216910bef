//! What the kiosk is set to, fetched.

use crate::kiosk::{Mistake, Settings};
use crate::platform::fetch;
use leptos::prelude::*;

/// The name of the file beside the page.
const FILE: &str = "kiosk.txt";

/// What the kiosk is set to.
pub struct Set {
    /// The settings.
    pub settings: Settings,
    /// What of them could not be understood.
    pub mistakes: Vec<Mistake>,
    /// The address of the logo's picture in this page; None where there is none.
    pub logo: Option<String>,
    /// The addresses of what was fetched.
    pub asked: Vec<String>,
}

impl Set {
    /// Reads the file in the site's folder `root`, which ends with a slash, and the page's address. Where there is no file,
    /// or none that comes, the kiosk is as usual.
    pub async fn read(root: &str) -> Set {
        let mut asked = vec![format!("{root}{FILE}")];
        let file = fetch::bytes(&asked[0]).await.map(|bytes| fetch::text(&bytes));
        // Some hosts answer with a page where there is no file.
        let file = file.filter(|text| !text.trim_start().starts_with('<')).unwrap_or_default();
        let query = window().location().search().unwrap_or_default();
        let (settings, mut mistakes) = Settings::parse(&file, &query);
        let mut logo = None;
        if let Some(name) = &settings.logo {
            asked.push(format!("{root}{name}"));
            logo = fetch::inside(window().fetch_with_str(&asked[1])).await;
            if logo.is_none() {
                mistakes.push(Mistake { line: None, text: format!("logo = {name}") });
            }
        }
        Set { settings, mistakes, logo, asked }
    }
}
