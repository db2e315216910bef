//! The worker that reads a document: the bytes of a file go in, the parsed document comes out. Each document has a worker
//! of its own, which can be ended at any time.

use super::fetch;
use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::prelude::document;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Url, Worker};

thread_local! {
    /// What a worker compiled from the program.
    static COMPILED: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

fn compiled_program() -> Option<JsValue> {
    COMPILED.with_borrow(Option::clone)
}

/// A worker that reads a document. Dropping all of its handles does not end it.
#[derive(Clone)]
pub struct DocumentWorker {
    worker: Worker,
    /// The bytes of the program, or what an earlier worker compiled from them.
    program: JsValue,
    /// Ends the wait for the answer.
    finish: Rc<RefCell<Option<Function>>>,
}

impl DocumentWorker {
    /// Starts a worker; None if its files could not be fetched, or the browser allows none.
    pub async fn start() -> Option<DocumentWorker> {
        let element = document().get_element_by_id("document-reader")?;
        let (script, program) = (element.get_attribute("src")?, element.get_attribute("data-program")?);
        let program = match compiled_program() {
            Some(compiled) => compiled,
            None => Uint8Array::from(fetch::bytes(&program).await?.as_slice()).into(),
        };
        // From a blob for the same reason as the charts' worker: a sandboxed frame and a page from a disk have no origin.
        let blob = fetch::blob_url(leptos::prelude::window().fetch_with_str(&script)).await?;
        let worker = Worker::new(&blob).ok()?;
        let _ = Url::revoke_object_url(&blob);
        Some(DocumentWorker { worker, program, finish: Rc::default() })
    }

    /// Fetches the files of workers, so that the first one starts at once. Does nothing when it is called again.
    pub async fn prefetch() {
        thread_local! {
            static IS_FETCHED: Cell<bool> = const { Cell::new(false) };
        }
        if IS_FETCHED.replace(true) {
            return;
        }
        if let Some(element) = document().get_element_by_id("document-reader") {
            for file in ["src", "data-program"].into_iter().filter_map(|name| element.get_attribute(name)) {
                fetch::bytes(&file).await;
            }
        }
    }

    /// What the worker answers for the bytes of a file and its password; None if it failed or was ended. Ends it.
    pub async fn read(&self, bytes: &Uint8Array, password: &str) -> Option<Vec<u8>> {
        let answer = self.answer(bytes, password).await;
        self.end();
        answer
    }

    /// The same for one of several files, one after the other: does not end the worker.
    pub async fn answer(&self, bytes: &Uint8Array, password: &str) -> Option<Vec<u8>> {
        let answer = Promise::new(&mut |resolve, _| {
            let (on_answer, on_failure) = (resolve.clone(), resolve.clone());
            let on_message =
                Closure::once_into_js(move |event: MessageEvent| on_answer.call1(&JsValue::NULL, &event.data()));
            let on_error = Closure::once_into_js(move || on_failure.call0(&JsValue::NULL));
            self.worker.set_onmessage(Some(on_message.unchecked_ref()));
            self.worker.set_onerror(Some(on_error.unchecked_ref()));
            *self.finish.borrow_mut() = Some(resolve);
        });
        let request = Array::of3(&self.program, bytes, &password.into());
        self.worker.post_message(&request).ok()?;
        let answer: Array = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
        COMPILED.set(Some(answer.get(1)));
        answer.get(0).dyn_into::<Uint8Array>().ok().map(|answer| answer.to_vec())
    }

    /// Ends the worker, and the wait for its answer.
    pub fn end(&self) {
        self.worker.terminate();
        if let Some(finish) = self.finish.take() {
            let _ = finish.call0(&JsValue::NULL);
        }
    }
}
