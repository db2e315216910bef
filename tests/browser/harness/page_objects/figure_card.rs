//! The card of a figure: question, finding, chart, table, notes and downloads.

use super::super::Page;

/// A figure's card, made by [`Page::figure_card`].
pub struct FigureCard<'a> {
    page: &'a Page,
    id: &'a str,
}

impl Page {
    /// The card of a figure, by its id.
    pub fn figure_card<'a>(&'a self, id: &'a str) -> FigureCard<'a> {
        FigureCard { page: self, id }
    }
}

impl FigureCard<'_> {
    /// The selector of a part of the view that is shown.
    pub fn part(&self, css: &str) -> String {
        format!("[data-figure={}] .figure-view:not([hidden]) {css}", self.id)
    }

    /// Shows it where another figure of its group is shown instead: presses its button there.
    #[track_caller]
    pub fn show(&self) {
        let hidden = format!("[data-figure={}][hidden]", self.id);
        if self.page.count(&hidden) > 0 {
            self.page.js(&format!(
                "document.querySelector('.figure:not([hidden]) > .tabs [data-choose-figure={}]').click()",
                self.id
            ));
            self.page.wait_for(&format!("{} shown", self.id), &format!("!document.querySelector('{hidden}')"));
        }
    }

    /// The selector of the button of one of its views, counted from 1.
    pub fn view_button(&self, number: usize) -> String {
        self.part(&format!(".views button:nth-child({number})"))
    }

    /// Presses the button of one of its views, counted from 1.
    #[track_caller]
    pub fn choose_view(&self, number: usize) {
        self.show();
        self.page.click(&self.view_button(number));
    }

    /// Unfolds its table.
    #[track_caller]
    pub fn open_table(&self) {
        self.show();
        self.page.click(&self.part(".table-fold > summary"));
        self.page.wait_to_show(&self.part("table"));
    }

    /// Draws its chart and unfolds the list of its downloads.
    #[track_caller]
    pub fn open_downloads(&self) {
        self.page.chart(self.id).draw();
        self.page.click(&self.part(".download-menu > summary"));
        self.page.wait_to_show(&self.part(".download-menu .button-row"));
    }

    /// Presses a button in the list of its downloads: `png`, `svg`, `csv`, `json`, `link`, `cite-zh`, `cite-en`.
    #[track_caller]
    pub fn download(&self, what: &str) {
        self.page.click(&self.part(&format!("[data-download={what}]")));
    }

    /// Waits until its top is on the screen, or was scrolled out of it only a little.
    #[track_caller]
    pub fn wait_on_screen(&self) {
        let top = format!("document.querySelector('[data-figure={}]').getBoundingClientRect().top", self.id);
        self.page.wait_for(&format!("{} on the screen", self.id), &format!("{top} < innerHeight && {top} > -600"));
    }

    /// True where it has no answer, and gives the reason.
    pub fn is_empty_state(&self) -> bool {
        self.page.shows(&format!("[data-figure={}].empty-state", self.id))
    }
}
