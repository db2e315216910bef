//! The original text of the document.

use super::super::Page;

/// The original text, made by [`Page::source_text`].
pub struct SourceText<'a> {
    page: &'a Page,
}

impl Page {
    /// The original text at the end of the report.
    pub fn source_text(&self) -> SourceText<'_> {
        SourceText { page: self }
    }
}

impl SourceText<'_> {
    /// The selector of a line, by its number.
    pub fn line(number: u32) -> String {
        format!("[id=\"source={number}\"]")
    }

    /// Waits until a line is on the screen.
    #[track_caller]
    pub fn wait_for_line(&self, number: u32) {
        let line = SourceText::line(number);
        self.page.wait_for(
            &format!("line {number} on the screen"),
            &format!(
                "(() => {{ const {{ top }} = document.querySelector('{line}').getBoundingClientRect(); return top > 0 && top < innerHeight }})()"
            ),
        );
    }

    /// Waits until these words of a line are marked.
    #[track_caller]
    pub fn wait_for_mark(&self, number: u32, words: &str) {
        let line = SourceText::line(number);
        let marked = format!("[...document.querySelectorAll('{line} mark')].map((mark) => mark.textContent).join('')");
        self.page.wait_for(&format!("{words} marked"), &format!("{marked}.includes('{words}')"));
    }

    /// Waits until something is marked.
    #[track_caller]
    pub fn wait_for_any_mark(&self) {
        self.page.wait_to_show("#source .original mark");
    }
}
