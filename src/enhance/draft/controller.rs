//! The controller of the dialog for drafts: the text as it is edited, and what was found in it.

use crate::components::draft_findings::DraftVerdict;
use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::ModalDialog;
use crate::loaded_document::LoadedDocument;
use crate::platform::document_worker::DocumentWorker;
use crate::platform::history::Overlay;
use js_sys::Uint8Array;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::document_file::decode_answer;
use mingbai_core::draft::{DraftFinding, findings};
use mingbai_core::glossary::Translations;
use mingbai_core::locale::Lang;

/// What was found in a text, or the sentence that says why nothing could be.
pub type DraftResult = Result<(DraftVerdict, Vec<DraftFinding>), String>;

/// The controller of the dialog for drafts.
#[derive(Clone, Copy)]
pub struct DraftController {
    /// The page.
    pub app: AppState,
    /// The dialog.
    pub dialog: ModalDialog,
    /// The field with the text.
    pub field: NodeRef<html::Textarea>,
    /// The list of what was found.
    pub result_list: NodeRef<html::Div>,
    /// The name of the file.
    pub name: RwSignal<String>,
    /// What was found in the text; None until the first answer.
    pub result: RwSignal<Option<DraftResult>>,
    /// The document whose text is in the field, by its number.
    number: StoredValue<Option<u32>>,
    /// The worker that reads the text, for as long as the dialog is open.
    worker: StoredValue<Option<DocumentWorker>, LocalStorage>,
    /// What the worker does.
    activity: StoredValue<Activity>,
}

/// What the worker does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Activity {
    /// It waits for a text.
    Idle,
    /// It reads the text in the field.
    Reading,
    /// It reads a text that has been edited since.
    ReadingOldText,
}

impl DraftController {
    /// The controller of a page.
    pub fn new(app: AppState) -> DraftController {
        DraftController {
            app,
            dialog: ModalDialog::new(Some(Overlay::Draft)),
            field: NodeRef::new(),
            result_list: NodeRef::new(),
            name: RwSignal::new(String::new()),
            result: RwSignal::new(None),
            number: StoredValue::new(None),
            worker: StoredValue::new_local(None),
            activity: StoredValue::new(Activity::Idle),
        }
    }

    /// Opens the dialog with the text of the document that is shown. What was edited in it before is still there.
    pub fn show(self) {
        let opened = self.app.ui.opened;
        let (Some(number), Some(field)) = (opened.shown.get_untracked(), self.field.get_untracked()) else { return };
        let Some(document) = untrack(|| opened.shown_document()) else { return };
        if self.number.get_value() != Some(number) {
            self.number.set_value(Some(number));
            self.name.set(document.file.name.clone());
            self.result.set(None);
            field.set_value(&document.document.disclosure.source);
        }
        self.dialog.show();
        self.check();
    }

    /// The text as it is now.
    pub fn text(self) -> String {
        self.field.get_untracked().map(|field| field.value()).unwrap_or_default()
    }

    /// Checks the text as it is now; again as soon as the worker is free, if it is edited meanwhile.
    pub fn check(self) {
        if self.activity.get_value() != Activity::Idle {
            self.activity.set_value(Activity::ReadingOldText);
            return;
        }
        self.activity.set_value(Activity::Reading);
        spawn_local(async move {
            loop {
                let result = self.answer().await;
                if self.activity.get_value() == Activity::ReadingOldText {
                    self.activity.set_value(Activity::Reading);
                    continue;
                }
                self.activity.set_value(Activity::Idle);
                // Closing the dialog ends the worker, which is no answer.
                if self.dialog.is_open.get_untracked() {
                    self.result.set(Some(result));
                }
                return;
            }
        });
    }

    /// What the worker finds in the text as it is now.
    async fn answer(self) -> DraftResult {
        let locale = self.app.locale_untracked();
        if self.worker.with_value(Option::is_none) {
            self.worker.set_value(DocumentWorker::start().await);
        }
        let Some(worker) = self.worker.get_value() else { return Err(locale.words().unfetched.to_owned()) };
        let bytes = Uint8Array::from(self.text().as_bytes());
        match worker.answer(&bytes, "").await.as_deref().and_then(decode_answer) {
            Some(Ok(read)) => {
                let document = LoadedDocument::new(read.disclosure, Translations::NONE).checked();
                Ok(found(&document, locale.lang))
            }
            Some(Err(error)) => Err(error.message(locale.lang)),
            None => {
                self.end();
                Err(locale.words().unfetched.to_owned())
            }
        }
    }

    /// The dialog was closed: ends the worker.
    pub fn end(self) {
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.end();
        }
    }
}

fn found(document: &LoadedDocument, lang: Lang) -> (DraftVerdict, Vec<DraftFinding>) {
    let context = document.render_context(lang);
    (DraftVerdict::of(&context, document.checks()), findings(&context, document.checks()))
}
