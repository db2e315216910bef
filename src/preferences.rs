//! What a reader wishes of the page before it is there.

use crate::platform::page;
use mingbai_core::address::{Address, Theme};
use mingbai_core::locale::{Lang, MoneyUnit};
use mingbai_core::page_kind::PageKind;

/// What a reader wishes: from the address, then what was remembered, then what the system prefers.
#[derive(Clone, Debug)]
pub struct Preferences {
    /// The page.
    pub sheet: PageKind,
    /// The language that the page's file is in.
    pub filed: Lang,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// Large text.
    pub large: bool,
    /// The unit of money, where one was chosen.
    pub unit: Option<MoneyUnit>,
    /// Whether the key / opens the search.
    pub slash: bool,
    /// Whether there is a reader, in a browser.
    pub live: bool,
    /// The pictures of the charts, where there are any for as long as these are not live.
    #[cfg(not(target_arch = "wasm32"))]
    pub pictures: Option<&'static crate::prerender::Pictures>,
    /// The day since which the page does not change any more; None for one that stays up to date.
    pub frozen: Option<&'static str>,
    /// What the address says itself.
    pub address: Address,
}

impl Preferences {
    /// Those of a reader of whom nothing is known but the language: what a page is made for before anybody reads it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn none(sheet: PageKind, lang: Lang) -> Preferences {
        let (theme, address) = (Theme::Light, Address::default());
        Preferences {
            sheet,
            filed: lang,
            lang,
            theme,
            large: false,
            unit: None,
            slash: true,
            live: false,
            pictures: None,
            frozen: None,
            address,
        }
    }

    /// Those of the reader in front of this browser.
    pub fn here() -> Preferences {
        let address = page::address();
        let remembered = |key: &str| page::recall(key).unwrap_or_default();
        Preferences {
            sheet: page::sheet(),
            filed: page::lang(),
            lang: address.lang.unwrap_or_else(page::lang),
            theme: address.theme.unwrap_or_else(|| match remembered("theme").as_str() {
                "dark" => Theme::Dark,
                "light" => Theme::Light,
                _ => page::preferred_theme(),
            }),
            // Nobody brings their glasses to a kiosk.
            large: address.large.unwrap_or_else(|| page::is_kiosk() || remembered("text") == "large"),
            unit: address.unit.or_else(|| remembered("unit").parse::<MoneyUnit>().ok()),
            slash: remembered("slash") != "off",
            live: true,
            #[cfg(not(target_arch = "wasm32"))]
            pictures: None,
            // It lasts as long as the page.
            frozen: page::frozen().map(|date| &*date.leak()),
            address,
        }
    }
}
