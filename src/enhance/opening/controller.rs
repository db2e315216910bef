//! The controller of the dialog for opening a document: what was opened, and why something was not.

use super::document_reading::{CurrentReading, LockedFile, ReadingFailure, read};
use super::kept_documents::{self, KeptDocument};
use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::ModalDialog;
use crate::enhance::opened_documents::OpenedDocument;
use crate::enhance::page_attributes;
use crate::enhance::popup::PopupController;
use crate::opened_file::OpenedFile;
use crate::platform::focus;
use crate::platform::history::Overlay;
use crate::platform::record_store;
use crate::platform::{dom, events};
use js_sys::Uint8Array;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::document_file::{DocumentFileError, SIZE_LIMIT};
use mingbai_core::locale::{OpeningWords, fill};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BeforeUnloadEvent, File, FileList};

/// How long reading may take before the dialog says what is read, and offers to stop it.
const PATIENCE: Duration = Duration::from_millis(300);

/// The controller of the dialog for opening a document.
#[derive(Clone, Copy)]
pub struct OpeningController {
    app: AppState,
    popup_controller: PopupController,
    /// The dialog.
    pub dialog: ModalDialog,
    /// The field for a text.
    pub field: NodeRef<html::Textarea>,
    /// What was pasted into it last: its words, and the source of a page with these words or nothing.
    pub pasted: StoredValue<(String, String)>,
    /// Why what was opened last holds no document; empty if it does.
    pub error: RwSignal<String>,
    /// What is being read.
    pub reading: CurrentReading,
    /// The file that waits for its password.
    pub locked: RwSignal<Option<LockedFile>, LocalStorage>,
    /// The documents that the device keeps, as far as the dialog knows.
    pub kept: RwSignal<Vec<KeptDocument>>,
    /// True while a document is being kept: a second press keeps no second copy.
    is_keeping: StoredValue<bool>,
}

impl OpeningController {
    /// The controller of a page. From now on, the browser asks before it leaves the page and loses what was opened.
    pub fn new(app: AppState) -> OpeningController {
        events::add_listener(&window(), "beforeunload", move |event: BeforeUnloadEvent| {
            let shown = untrack(|| app.ui.opened.shown_document());
            // A kiosk starts over without asking.
            if !page_attributes::is_kiosk() && shown.is_some_and(|shown| shown.file.kept_as().is_none()) {
                event.prevent_default();
                event.set_return_value("open");
            }
        });
        OpeningController {
            app,
            popup_controller: PopupController::expect(),
            dialog: ModalDialog::new(Some(Overlay::Opening)),
            field: NodeRef::new(),
            pasted: StoredValue::new(Default::default()),
            error: RwSignal::new(String::new()),
            reading: RwSignal::new_local(None),
            locked: RwSignal::new_local(None),
            kept: RwSignal::new(Vec::new()),
            is_keeping: StoredValue::new(false),
        }
    }

    /// Opens the dialog.
    pub fn show(&self) {
        self.popup_controller.close(false);
        self.dialog.show();
        self.list_kept();
    }

    /// Asks the browser what it keeps.
    fn list_kept(self) {
        // What a kiosk's profile keeps is of other people.
        if page_attributes::is_kiosk() {
            return;
        }
        spawn_local(async move { self.kept.set(kept_documents::all().await) });
    }

    /// Keeps the document that is shown on this device.
    pub fn keep(self) {
        let opened = self.app.ui.opened;
        let Some(document) = untrack(|| opened.shown_document()).filter(|_| !self.is_keeping.get_value()) else {
            return;
        };
        self.is_keeping.set_value(true);
        spawn_local(async move {
            let kept = kept_documents::keep(document).await;
            self.is_keeping.set_value(false);
            document.file.set_kept_as(kept);
            // The reader may have gone to another document meanwhile.
            if untrack(|| opened.shown_document()).is_some_and(|shown| std::ptr::eq(shown, document)) {
                tell_page(if kept.is_some() { "yes" } else { "refused" });
                // The pressed button is hidden now.
                focus::focus_first(".opened-note [data-choice=published]");
            }
        });
    }

    /// Opens a document that the device keeps, unless it is open already.
    pub fn open_kept(self, document: KeptDocument) {
        let opened = self.app.ui.opened;
        let is_it = |opened: &&OpenedDocument| opened.file.kept_as() == Some(document.id);
        if let Some(number) = opened.all.with_untracked(|all| all.iter().position(is_it)) {
            return self.choose(Some(number as u32));
        }
        self.begin();
        spawn_local(async move {
            let bytes = Uint8Array::from(document.text.as_bytes());
            let mut read = self.read_bytes(document.name, bytes, "").await;
            if let Ok(opened) = &mut read {
                (opened.file.left_out, opened.file.has_revisions) = (document.left_out, document.has_revisions);
                opened.file.set_kept_as(Some(document.id));
            }
            self.finish_one(read);
        });
    }

    /// Forgets a document that the device keeps, or all of them. What is open stays open until the page is left.
    pub fn forget(self, id: Option<u32>) {
        spawn_local(async move {
            let deleted = match id {
                Some(id) => record_store::delete(id).await,
                None => record_store::delete_all().await,
            };
            let opened = self.app.ui.opened;
            let all = opened.all.get_untracked();
            let is_forgotten = |file: &OpenedFile| deleted.is_ok() && (id.is_none() || file.kept_as() == id);
            for forgotten in all.iter().filter(|opened| is_forgotten(&opened.file)) {
                forgotten.file.set_kept_as(None);
            }
            if untrack(|| opened.shown_document()).is_some_and(|shown| shown.file.kept_as().is_none()) {
                tell_page("no");
            }
            self.list_kept();
            // The pressed button is removed: the focus goes to the heading of the dialog.
            focus::focus_first("#open-heading");
        });
    }

    /// Opens files, and shows the first of them that holds a document. Says of each other one why it holds none.
    pub fn open_files(self, files: &FileList) {
        let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
        self.begin();
        spawn_local(async move {
            let (mut first, mut errors) = (None, Vec::new());
            for file in files {
                match self.read_file(&file).await {
                    Ok(document) => first = first.or(Some(self.app.ui.opened.add(document))),
                    Err(None) => return,
                    Err(Some(error)) => errors.push(error),
                }
            }
            self.finish(first, errors.join("\n"));
        });
    }

    /// Opens the text in the field.
    pub fn open_field(self) {
        let Some(field) = self.field.get_untracked() else { return };
        // The field holds words only. Where they are still those that were pasted, the source that came with them is read.
        let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
        let (words, (pasted, page)) = (field.value(), self.pasted.get_value());
        let has_page = !page.is_empty() && without_spaces(&words) == without_spaces(&pasted);
        self.open_text(None, if has_page { &page } else { &words });
    }

    /// Opens a text, which may be the source of a page, under its name if it has one.
    pub fn open_text(self, name: Option<String>, text: &str) {
        self.begin();
        let name = name.unwrap_or_else(|| OpeningWords::of(self.app.locale_untracked().lang).pasted_name.to_owned());
        let bytes = Uint8Array::from(text.as_bytes());
        spawn_local(async move {
            let read = self.read_bytes(name, bytes, "").await;
            self.finish_one(read);
        });
    }

    /// Opens the file that waits for its password.
    pub fn unlock(self, password: String) {
        let Some(locked) = self.locked.get_untracked() else { return };
        self.begin();
        spawn_local(async move {
            let read = self.read_bytes(locked.name, locked.bytes, &password).await;
            self.finish_one(read);
        });
    }

    /// Shows a document that was opened before, or the published one.
    pub fn choose(self, number: Option<u32>) {
        self.finish(number, String::new());
    }

    /// Stops reading.
    pub fn stop(&self) {
        let reading = self.reading.try_update(Option::take).flatten();
        if let Some(worker) = reading.and_then(|reading| reading.worker) {
            worker.end();
        }
    }

    /// Stops what is being read, and shows after a while that the next is.
    fn begin(self) {
        self.stop();
        self.error.set(String::new());
        self.locked.set(None);
        set_timeout(
            move || {
                if self.reading.with_untracked(Option::is_some) {
                    self.show();
                }
            },
            PATIENCE,
        );
    }

    /// The document in a file; or the sentence that says why it holds none, None if the reader stopped it.
    async fn read_file(&self, file: &File) -> Result<OpenedDocument, Option<String>> {
        let words = OpeningWords::of(self.app.locale_untracked().lang);
        let name = file.name();
        if file.size() > SIZE_LIMIT as f64 {
            return Err(Some(fill(words.too_large, &[("name", &name)])));
        }
        let Ok(bytes) = JsFuture::from(file.array_buffer()).await else {
            return Err(Some(fill(words.unreadable, &[("name", &name)])));
        };
        self.read_bytes(name, Uint8Array::new(&bytes), "").await
    }

    /// The document in the bytes of a file, as [`OpeningController::read_file`].
    async fn read_bytes(
        &self,
        name: String,
        bytes: Uint8Array,
        password: &str,
    ) -> Result<OpenedDocument, Option<String>> {
        let locale = self.app.locale_untracked();
        let words = OpeningWords::of(locale.lang);
        let outcome = read(self.reading, name.clone(), bytes, password).await;
        let refused = |why: String| Some(fill(words.refused, &[("name", &name), ("why", &why)]));
        outcome.map_err(|failure| match failure {
            ReadingFailure::Stopped => None,
            ReadingFailure::NoReader => Some(locale.words().unfetched.to_owned()),
            ReadingFailure::BrokenOff => Some(fill(words.broken_off, &[("name", &name)])),
            ReadingFailure::Refused(error) => refused(error.message(locale.lang)),
            ReadingFailure::Locked(file) => {
                let error =
                    if file.is_wrong { DocumentFileError::WrongPassword } else { DocumentFileError::PasswordNeeded };
                self.locked.set(Some(file));
                refused(error.message(locale.lang))
            }
        })
    }

    /// Shows the document that was read, or why there is none.
    fn finish_one(self, read: Result<OpenedDocument, Option<String>>) {
        match read {
            Ok(document) => self.finish(Some(self.app.ui.opened.add(document)), String::new()),
            Err(None) => {}
            Err(Some(error)) => self.finish(None, error),
        }
    }

    /// Shows a document; if something is wrong, the dialog that says so.
    fn finish(self, number: Option<u32>, error: String) {
        let has_error = !error.is_empty();
        self.error.set(error);
        if has_error {
            self.show();
        } else if self.app.ui.opened.shown.get_untracked() == number {
            self.dialog.close();
        } else {
            // The dialog's entry of the history becomes that of the document, which closes the dialog.
            self.app.ui.opened.wanted.set(Some(number));
        }
    }
}

/// Tells the note on the page whether the device keeps the document that is shown: `yes`, `no`, or `refused` by the
/// browser.
fn tell_page(keeping: &str) {
    for note in dom::query_all(".opened-note") {
        let _ = note.set_attribute("data-keeping", keeping);
    }
}
