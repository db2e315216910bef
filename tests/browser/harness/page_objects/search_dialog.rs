//! The search: a text box and its results.

use super::super::Page;
use thirtyfour::Key;

const IS_OPEN: &str = "!!document.querySelector('#find')?.open";
const HAS_FOCUS: &str = "document.activeElement.matches('#find input[role=combobox]')";

/// The search, made by [`Page::search_dialog`].
pub struct SearchDialog<'a> {
    page: &'a Page,
}

impl Page {
    /// The search, open or not.
    pub fn search_dialog(&self) -> SearchDialog<'_> {
        SearchDialog { page: self }
    }
}

impl SearchDialog<'_> {
    /// Opens it by its keys and types.
    #[track_caller]
    pub fn search_for(&self, typed: &str) {
        self.page.press_with(Key::Control, 'k');
        self.wait_for_focus();
        self.page.press(typed);
    }

    /// Presses its button in the header.
    #[track_caller]
    pub fn press_button(&self) {
        self.page.click("[data-choice=find]");
    }

    /// True while it is open.
    pub fn is_open(&self) -> bool {
        self.page.js(IS_OPEN) == true
    }

    /// Waits until it is open.
    #[track_caller]
    pub fn wait_open(&self) {
        self.page.wait_for("the search to be open", IS_OPEN);
    }

    /// Waits until it is closed and its entry of the history is gone: going back takes a moment, and would undo a
    /// navigation that begins meanwhile.
    #[track_caller]
    pub fn wait_closed(&self) {
        self.page.wait_for("the search to be closed", &format!("!({IS_OPEN}) && !history.state?.overlay"));
    }

    /// True while its text box has the focus.
    pub fn has_focus(&self) -> bool {
        self.page.js(HAS_FOCUS) == true
    }

    /// Waits until its text box has the focus.
    #[track_caller]
    pub fn wait_for_focus(&self) {
        self.page.wait_for("the text box of the search to have the focus", HAS_FOCUS);
    }

    /// What is in its text box.
    pub fn query(&self) -> String {
        self.page.js("document.querySelector('#find input').value").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until there is a result of a kind: `line`, `term`, `duty`, `reason`, `text`, or the option for `all`.
    #[track_caller]
    pub fn wait_for_result(&self, kind: &str) {
        self.page.wait_to_show(&format!("#find [data-kind={kind}]"));
    }

    /// How many options there are.
    pub fn option_count(&self) -> u64 {
        self.page.count("#find [role=option]")
    }

    /// The id of the option that is active for screen readers.
    pub fn active_option(&self) -> String {
        let active = "document.querySelector('#find input').getAttribute('aria-activedescendant')";
        self.page.js(active).as_str().unwrap_or_default().to_owned()
    }

    /// The text of the option that Enter takes; `not one` where it is not exactly one, or not the active one.
    pub fn selected(&self) -> String {
        let selected = self.page.js(
            "(() => {
                const box = document.querySelector('#find input')
                const selected = document.querySelectorAll('#find [role=option][aria-selected=true]')
                if (selected.length !== 1 || selected[0].id !== box.getAttribute('aria-activedescendant')) return 'not one'
                return selected[0].innerText
            })()",
        );
        selected.as_str().unwrap_or_default().to_owned()
    }
}
