//! The dialog for sharing a figure: options, what can be copied, and a preview.

use super::super::Page;

const IS_OPEN: &str = "!!document.querySelector('#reuse[open]')";
const PREVIEW: &str = "document.querySelector('#reuse iframe')";

/// The dialog, made by [`Page::share_dialog`].
pub struct ShareDialog<'a> {
    page: &'a Page,
}

impl Page {
    /// The dialog for sharing, open or not.
    pub fn share_dialog(&self) -> ShareDialog<'_> {
        ShareDialog { page: self }
    }
}

impl ShareDialog<'_> {
    /// The selector of the button that opens it for a figure.
    pub fn button_of(figure: &str) -> String {
        format!("[data-figure={figure}] .figure-view:not([hidden]) [data-choice=share]")
    }

    /// Opens it for a figure.
    #[track_caller]
    pub fn open_for(&self, figure: &str) {
        self.page.figure_card(figure).show();
        self.page.click(&ShareDialog::button_of(figure));
        self.wait_open();
        self.page.wait_for("its codes", "document.querySelector('#reuse-link')?.value");
    }

    /// Waits until it is open.
    #[track_caller]
    pub fn wait_open(&self) {
        self.page.wait_for("the dialog for sharing", IS_OPEN);
    }

    /// Waits until it is closed and its entry of the history is gone.
    #[track_caller]
    pub fn wait_closed(&self) {
        let is_gone = "history.state?.entry >= 0 && !history.state.overlay";
        self.page.wait_for("the dialog for sharing to be closed", &format!("!{IS_OPEN} && {is_gone}"));
    }

    /// Presses the button that closes it.
    #[track_caller]
    pub fn press_close(&self) {
        self.page.click("#reuse .close");
    }

    /// Presses beside what it shows.
    #[track_caller]
    pub fn press_backdrop(&self) {
        self.page.js("document.querySelector('#reuse').click()");
    }

    /// Chooses an option of a group, `form`, `lang`, `theme` or `version`, by its place in it.
    #[track_caller]
    pub fn choose(&self, group: &str, place: usize) {
        self.page.js(&format!("document.querySelectorAll('#reuse [name=reuse-{group}]')[{place}].click()"));
    }

    /// What can be copied in a format: `link`, `element`, `frame`, `picture`.
    #[track_caller]
    pub fn code(&self, format: &str) -> String {
        self.page.js(&format!("document.querySelector('#reuse-{format}').value")).as_str().unwrap().to_owned()
    }

    /// True if something can be copied in this format.
    #[track_caller]
    pub fn has_code(&self, format: &str) -> bool {
        self.page.js(&format!("!!document.querySelector('#reuse-{format}')")) == true
    }

    /// Presses the button that copies in a format.
    #[track_caller]
    pub fn press_copy(&self, format: &str) {
        self.page.click(&format!("#reuse button[data-share={format}]"));
    }

    /// Waits until a format's field is selected, to be copied by hand.
    #[track_caller]
    pub fn wait_for_selection(&self, format: &str, words: &str) {
        let has_focus = format!("document.activeElement.id === 'reuse-{format}'");
        let is_selected = format!("getSelection().toString().includes('{words}')");
        self.page.wait_for("the code selected", &format!("{has_focus} && {is_selected}"));
    }

    /// Waits until its live region contains these words.
    #[track_caller]
    pub fn wait_for_message(&self, words: &str) {
        let message = "document.querySelector('#reuse [role=status]').textContent";
        self.page.wait_for(&format!("{words:?} to be said"), &format!("{message}.includes('{words}')"));
    }

    /// The address of the picture as a file: `png` or `svg`.
    #[track_caller]
    pub fn picture_address(&self, ending: &str) -> String {
        self.page.attribute(&format!("#reuse [data-share={ending}]"), "href").expect("a link to the picture")
    }

    /// How many previews there are.
    #[track_caller]
    pub fn preview_count(&self) -> u64 {
        self.page.count("#reuse iframe")
    }

    /// Enters the preview, see [`Page::enter_frame`].
    #[track_caller]
    pub fn enter_preview(&self) {
        self.page.enter_frame(PREVIEW);
    }

    /// Waits until the preview shows what the codes say, and a condition is true in it.
    #[track_caller]
    pub fn wait_for_preview(&self, what: &str, expression: &str) {
        self.page.wait_for(
            "a preview of what is copied",
            &format!(
                "document.querySelector('#reuse-frame').value.includes(\
                 `src=\"${{{PREVIEW}?.dataset.previewAddress.replaceAll('&', '&amp;')}}\"`)"
            ),
        );
        // Where it is not seen, its app does not begin.
        self.page.js(&format!("{PREVIEW}.scrollIntoView()"));
        self.enter_preview();
        self.page.wait_until_ready();
        self.page.wait_for(what, expression);
        self.page.leave_frame();
    }

    /// How many pixels of it are cut off at its side.
    #[track_caller]
    pub fn hidden_width(&self) -> i64 {
        let [all, shown] =
            ["scrollWidth", "clientWidth"].map(|width| format!("document.querySelector('#reuse').{width}"));
        self.page.js(&format!("{all} - {shown}")).as_i64().expect("a width")
    }
}
