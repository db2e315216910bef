//! A check in the list of checks.

use super::super::Page;

/// A check, made by [`Page::check`].
pub struct Check<'a> {
    page: &'a Page,
    css: String,
}

impl Page {
    /// The check with this outcome, `conflict`, `rounding`, `pass` or `unchecked`, by its place among all checks, from 1.
    pub fn check(&self, place: usize, outcome: &str) -> Check<'_> {
        Check { page: self, css: format!("#checks [data-outcome={outcome}]:nth-child({place})") }
    }
}

impl Check<'_> {
    /// The selector of a part of it.
    pub fn part(&self, css: &str) -> String {
        format!("{} {css}", self.css)
    }

    /// What the document says on each side of a conflict.
    #[track_caller]
    pub fn sides(&self) -> Vec<String> {
        let sides = self.part(".sides > div");
        let sides = self.page.js(&format!("[...document.querySelectorAll('{sides}')].map((side) => side.textContent)"));
        serde_json::from_value(sides).unwrap()
    }

    /// The sentence that says which slip would explain a conflict, if one would.
    #[track_caller]
    pub fn slip(&self) -> Option<String> {
        let slip = self.part(".slip");
        (self.page.count(&slip) > 0).then(|| self.page.text(&slip))
    }
}
