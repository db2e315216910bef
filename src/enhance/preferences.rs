//! What a reader prefers: from the address, then what the browser remembers, then what the system prefers.

use crate::enhance::{page_attributes, page_url};
use crate::platform::storage;
use leptos::prelude::*;
use mingbai_core::address::{Address, Theme};
use mingbai_core::locale::{DisplayUnit, Lang};

/// What a reader prefers.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Large text.
    pub large_text: RwSignal<bool>,
    /// The unit of money, if the reader chose one.
    pub unit: RwSignal<Option<DisplayUnit>>,
    /// True if the key / opens the search. A single-key shortcut can be turned off (WCAG 2.1.4).
    pub slash_shortcut: RwSignal<bool>,
    /// What the address itself says. Only that is written back to it.
    address: StoredValue<Address>,
}

impl Preferences {
    /// The preferences of the reader in front of this browser, and what the address says.
    pub fn load() -> (Preferences, Address) {
        let address = page_url::address();
        let theme = address.theme.unwrap_or_else(|| match remembered("theme").as_str() {
            "dark" => Theme::Dark,
            "light" => Theme::Light,
            _ => page_attributes::preferred_theme(),
        });
        // A kiosk starts with large text: its users come without their glasses.
        let large_text = address.large.unwrap_or_else(|| page_attributes::is_kiosk() || remembered("text") == "large");
        let preferences = Preferences {
            lang: RwSignal::new(address.lang.unwrap_or_else(page_attributes::lang)),
            theme: RwSignal::new(theme),
            large_text: RwSignal::new(large_text),
            unit: RwSignal::new(address.unit.or_else(|| remembered("unit").parse().ok())),
            slash_shortcut: RwSignal::new(remembered("slash") != "off"),
            address: StoredValue::new(address.clone()),
        };
        (preferences, address)
    }

    /// Chooses a language.
    pub fn set_lang(&self, lang: Lang) {
        self.lang.set(lang);
        remember("lang", lang.code());
        self.update_address(|address| address.lang = Some(lang));
    }

    /// Chooses light or dark.
    pub fn set_theme(&self, theme: Theme) {
        self.theme.set(theme);
        remember("theme", theme.as_str());
        self.update_address(|address| address.theme = Some(theme));
    }

    /// Chooses the unit of money.
    pub fn set_unit(&self, unit: DisplayUnit) {
        self.unit.set(Some(unit));
        remember("unit", unit.as_str());
        self.update_address(|address| address.unit = Some(unit));
    }

    /// Chooses the size of text.
    pub fn set_large_text(&self, large: bool) {
        self.large_text.set(large);
        remember("text", if large { "large" } else { "usual" });
        self.update_address(|address| address.large = Some(large));
    }

    /// Chooses whether the key / opens the search.
    pub fn set_slash_shortcut(&self, on: bool) {
        self.slash_shortcut.set(on);
        remember("slash", if on { "on" } else { "off" });
    }

    /// The address of the page for other readers: language, unit, and parameters that are not ours. Theme and size of text
    /// suit one reader's eyes, so they are left out.
    pub fn address_for_others(&self) -> Address {
        let Address { unit, others, .. } = self.address.get_value();
        Address { lang: Some(self.lang.get_untracked()), unit, others, ..Address::default() }
    }

    /// Changes what the address says. Links change its place too, so the place is read from it first.
    pub fn update_address(&self, change: impl FnOnce(&mut Address)) {
        self.address.update_value(|address| {
            let now = page_url::address();
            (address.place, address.line, address.term) = (now.place, now.line, now.term);
            change(address);
            page_url::replace_address(address);
        });
    }
}

/// True if nothing of a reader is remembered: in a frame of another page, and in a kiosk, where the next reader is another.
fn is_private() -> bool {
    page_attributes::is_framed() || page_attributes::is_kiosk()
}

fn remembered(key: &str) -> String {
    if is_private() { String::new() } else { storage::get(key).unwrap_or_default() }
}

fn remember(key: &str, value: &str) {
    if !is_private() {
        storage::set(key, value);
    }
}
