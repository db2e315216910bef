//! The popup of a term, a number or a line. There is at most one.

use super::super::Page;

/// The popup, made by [`Page::popup`].
pub struct Popup<'a> {
    page: &'a Page,
}

impl Page {
    /// The popup, open or not.
    pub fn popup(&self) -> Popup<'_> {
        Popup { page: self }
    }
}

impl Popup<'_> {
    /// True while it is shown.
    pub fn is_open(&self) -> bool {
        self.page.shows("#popup")
    }

    /// Waits until it is shown.
    #[track_caller]
    pub fn wait_open(&self) {
        self.page.wait_to_show("#popup");
    }

    /// Waits until a tip is shown, the two lines while the pointer rests on something.
    #[track_caller]
    pub fn wait_tip(&self) {
        self.page.wait_to_show("#popup[data-pinned=false]");
    }

    /// Waits until it stays open wherever the pointer goes.
    #[track_caller]
    pub fn wait_pinned(&self) {
        self.page.wait_to_show("#popup[data-pinned=true]");
    }

    /// Waits until it is gone.
    #[track_caller]
    pub fn wait_closed(&self) {
        self.page.wait_for("the popup to be closed", "!document.querySelector('#popup')?.checkVisibility()");
    }

    /// Waits until it quotes the source, with the words that state the number marked.
    #[track_caller]
    pub fn wait_for_quote(&self) {
        self.page.wait_to_show("#popup mark");
    }

    /// Waits until it shows how a number was computed.
    #[track_caller]
    pub fn wait_for_formula(&self) {
        self.page.wait_to_show("#popup .formula");
    }

    /// All of its text.
    #[track_caller]
    pub fn text(&self) -> String {
        self.page.text("#popup")
    }

    /// Its heading: the number or the term.
    #[track_caller]
    pub fn title(&self) -> String {
        self.page.text("#popup h3")
    }

    /// The line and the year that its number is of.
    #[track_caller]
    pub fn line_name(&self) -> String {
        self.page.text("#popup .popup-name").trim().to_owned()
    }

    /// The words of the source that state its number.
    #[track_caller]
    pub fn quote(&self) -> String {
        self.page.text("#popup mark")
    }

    /// How its number was computed.
    #[track_caller]
    pub fn formula(&self) -> String {
        self.page.text("#popup .formula")
    }

    /// How many checks find its number right, and how many wrong; and the sentence that says so.
    #[track_caller]
    pub fn corroboration(&self) -> (u32, u32, String) {
        let note = "#popup [data-agreeing]";
        let count = |name: &str| self.page.attribute(note, name).unwrap_or_default().parse().expect("a count");
        (count("data-agreeing"), count("data-conflicting"), self.page.text(note))
    }

    /// Follows the link to the line of the source.
    #[track_caller]
    pub fn follow_source(&self) {
        self.page.click("#popup .popup-by a");
    }

    /// Goes back to what it showed before.
    #[track_caller]
    pub fn back(&self) {
        self.page.click("#popup .popup-back");
    }
}
