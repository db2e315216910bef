//! The settings in the header, language, theme and text size, and the buttons for the unit of money.

use super::super::Page;

/// The settings, made by [`Page::settings`].
pub struct Settings<'a> {
    page: &'a Page,
}

impl Page {
    /// The settings of the page.
    pub fn settings(&self) -> Settings<'_> {
        Settings { page: self }
    }
}

impl Settings<'_> {
    /// Presses the button for the other language.
    #[track_caller]
    pub fn press_language(&self) {
        self.page.click("[data-choice=lang]");
    }

    /// Presses the button for the other theme.
    #[track_caller]
    pub fn press_theme(&self) {
        self.page.click("[data-choice=theme]");
    }

    /// Presses the button for the other text size.
    #[track_caller]
    pub fn press_text_size(&self) {
        self.page.click("[data-choice=text]");
    }

    /// Presses the button of a unit: `wan`, `yuan`, `million`.
    #[track_caller]
    pub fn press_unit(&self, unit: &str) {
        self.page.click(&format!("[data-unit={unit}]"));
    }

    /// Waits until the page says that it is in this language: `en`, `zh-CN`. Its parts may follow.
    #[track_caller]
    pub fn wait_for_language(&self, tag: &str) {
        self.page.wait_for(&format!("the language {tag}"), &format!("document.documentElement.lang === '{tag}'"));
    }

    /// Waits until the page has this theme: `light`, `dark`.
    #[track_caller]
    pub fn wait_for_theme(&self, theme: &str) {
        let has = format!("document.documentElement.dataset.theme === '{theme}'");
        self.page.wait_for(&format!("the {theme} theme"), &has);
    }

    /// Waits until the button of this unit is pressed.
    #[track_caller]
    pub fn wait_for_unit(&self, unit: &str) {
        let pressed = format!("document.querySelector('[data-unit={unit}][aria-pressed=true]')");
        self.page.wait_for(&format!("the unit {unit}"), &pressed);
    }

    /// The language of the page, as its root element has it.
    pub fn language(&self) -> String {
        self.page.js("document.documentElement.lang").as_str().unwrap_or_default().to_owned()
    }

    /// The theme of the page.
    pub fn theme(&self) -> String {
        self.page.js("document.documentElement.dataset.theme").as_str().unwrap_or_default().to_owned()
    }
}
