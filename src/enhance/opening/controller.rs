//! The controller of the dialog for opening a document: what was opened, and why something was not.

use super::reader::{document_of_bytes, document_of_text};
use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::ModalDialog;
use crate::enhance::opened_documents::OpenedDocument;
use crate::enhance::popup::PopupController;
use crate::loaded_document::LoadedDocument;
use crate::platform::history::Overlay;
use js_sys::Uint8Array;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::document_file::{DocumentFileError, SIZE_LIMIT};
use mingbai_core::locale::fill;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

/// The controller of the dialog for opening a document.
#[derive(Clone, Copy)]
pub struct OpeningController {
    app: AppState,
    popup_controller: PopupController,
    /// The dialog.
    pub dialog: ModalDialog,
    /// The field for a text.
    pub field: NodeRef<html::Textarea>,
    /// Why what was opened last holds no document; empty if it does.
    pub error: RwSignal<String>,
}

impl OpeningController {
    /// The controller of a page.
    pub fn new(app: AppState) -> OpeningController {
        OpeningController {
            app,
            popup_controller: PopupController::expect(),
            dialog: ModalDialog::new(Some(Overlay::Opening)),
            field: NodeRef::new(),
            error: RwSignal::new(String::new()),
        }
    }

    /// Opens the dialog.
    pub fn show(&self) {
        self.popup_controller.close(false);
        self.dialog.show();
    }

    /// Opens files, and shows the first of them that holds a document. Says of each other one why it holds none.
    pub fn open_files(self, files: &FileList) {
        let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
        self.error.set(String::new());
        spawn_local(async move {
            let (mut first, mut errors) = (None, Vec::new());
            for file in files {
                match self.read(&file).await {
                    Ok(document) => {
                        let number = self.app.ui.opened.add(OpenedDocument { name: file.name(), document });
                        first = first.or(Some(number));
                    }
                    Err(error) => errors.push(error),
                }
            }
            self.finish(first, errors.join("\n"));
        });
    }

    /// Opens a text.
    pub fn open_text(self, text: &str) {
        self.error.set(String::new());
        let words = self.app.locale_untracked().words();
        let name = words.open_pasted_name.to_owned();
        match document_of_text(text) {
            Ok(document) => {
                let number = self.app.ui.opened.add(OpenedDocument { name, document });
                self.finish(Some(number), String::new());
            }
            Err(error) => self.finish(None, self.refusal(&name, &error)),
        }
    }

    /// Shows a document that was opened before, or the published one.
    pub fn choose(self, number: Option<u32>) {
        self.finish(number, String::new());
    }

    /// The document in a file, or the sentence that says why it holds none.
    async fn read(&self, file: &File) -> Result<LoadedDocument, String> {
        let words = self.app.locale_untracked().words();
        let name = file.name();
        if file.size() > SIZE_LIMIT as f64 {
            return Err(fill(words.open_too_large, &[("name", &name)]));
        }
        let Ok(bytes) = JsFuture::from(file.array_buffer()).await else {
            return Err(fill(words.open_unreadable, &[("name", &name)]));
        };
        document_of_bytes(Uint8Array::new(&bytes).to_vec()).map_err(|error| self.refusal(&name, &error))
    }

    fn refusal(&self, name: &str, error: &DocumentFileError) -> String {
        let locale = self.app.locale_untracked();
        fill(locale.words().open_refused, &[("name", name), ("why", &error.message(locale.lang))])
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
