//! Records that a reader asked to keep on the device, in a database of the browser (IndexedDB). The database exists only
//! while a record is in it.
//!
//! Methods are called by their names: each typed binding would add to the glue that every visit loads, for what few readers
//! use.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The name of the database.
const DATABASE: &str = "mingbai";
/// The name of its only store.
const STORE: &str = "documents";
/// The property of a record that holds its number.
const KEY: &str = "id";

/// All records, in the order in which they were added.
///
/// # Errors
/// What the browser says where it lets the page keep nothing, as in a frame without an origin.
pub async fn all() -> Result<Vec<JsValue>, JsValue> {
    // Opening a database that does not exist would make it.
    if !exists().await? {
        return Ok(Vec::new());
    }
    Ok(ask("readonly", "getAll", None).await?.dyn_into::<Array>()?.to_vec())
}

/// Adds a record. Returns its number, which is its property `id` from then on.
///
/// # Errors
/// What the browser says where it lets the page keep nothing, or has no room.
pub async fn add(record: &JsValue) -> Result<u32, JsValue> {
    Ok(ask("readwrite", "add", Some(record)).await?.as_f64().unwrap_or_default() as u32)
}

/// Deletes a record; with the last one, the database.
///
/// # Errors
/// What the browser says.
pub async fn delete(id: u32) -> Result<(), JsValue> {
    ask("readwrite", "delete", Some(&id.into())).await?;
    if all().await?.is_empty() { delete_all().await } else { Ok(()) }
}

/// Deletes the database.
///
/// # Errors
/// What the browser says.
pub async fn delete_all() -> Result<(), JsValue> {
    outcome(&call(&factory()?, "deleteDatabase", &[&DATABASE.into()])?).await.map(drop)
}

/// The result of a method of the store, in a transaction of its own.
async fn ask(mode: &str, method: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let database = open().await?;
    let request = || {
        let transaction = call(&database, "transaction", &[&STORE.into(), &mode.into()])?;
        let store = call(&transaction, "objectStore", &[&STORE.into()])?;
        call(&store, method, argument.as_slice())
    };
    let result = match request() {
        Ok(request) => outcome(&request).await,
        Err(refused) => Err(refused),
    };
    // An open database could not be deleted.
    call(&database, "close", &[])?;
    result
}

/// The browser's databases; null where it has none for the page.
fn factory() -> Result<JsValue, JsValue> {
    Reflect::get(&window(), &"indexedDB".into())
}

/// True if the database exists, and in a browser that cannot say so.
async fn exists() -> Result<bool, JsValue> {
    let factory = factory()?;
    if !Reflect::has(&factory, &"databases".into())? {
        return Ok(true);
    }
    let databases: Array = JsFuture::from(Promise::resolve(&call(&factory, "databases", &[])?)).await?.dyn_into()?;
    let is_ours = |database: JsValue| {
        Reflect::get(&database, &"name".into()).is_ok_and(|name| name.as_string().as_deref() == Some(DATABASE))
    };
    Ok(databases.iter().any(is_ours))
}

async fn open() -> Result<JsValue, JsValue> {
    let request = call(&factory()?, "open", &[&DATABASE.into(), &1.into()])?;
    let opened = request.clone();
    let create = Closure::once_into_js(move || {
        let Ok(database) = Reflect::get(&opened, &"result".into()) else { return };
        let parameters = Object::new();
        let _ = Reflect::set(&parameters, &"keyPath".into(), &KEY.into());
        let _ = Reflect::set(&parameters, &"autoIncrement".into(), &true.into());
        let _ = call(&database, "createObjectStore", &[&STORE.into(), &parameters]);
    });
    Reflect::set(&request, &"onupgradeneeded".into(), &create)?;
    outcome(&request).await
}

/// What a request ends with.
async fn outcome(request: &JsValue) -> Result<JsValue, JsValue> {
    let ended = Promise::new(&mut |resolve, reject| {
        let _ = Reflect::set(request, &"onsuccess".into(), &resolve);
        let _ = Reflect::set(request, &"onerror".into(), &reject);
    });
    JsFuture::from(ended).await?;
    Reflect::get(request, &"result".into())
}

fn call(target: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    Reflect::apply(&function, target, &arguments.iter().copied().collect::<Array>())
}
