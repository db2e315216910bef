//! The script that fetches lazy chunks: the app imports a function of it for each.

use crate::chunks::{Chunks, Plan};
use std::fmt::Write as _;

/// Generates the loader: a JavaScript module that fetches the chunks of an app whose files are named `name`. It is
/// published next to wasm-bindgen's `app.js`.
pub fn script(plan: &Plan, chunks: &Chunks, name: &str) -> String {
    let (mut files, mut needs, mut exports) = (String::new(), String::new(), String::new());
    for (chunk, _) in &chunks.files {
        // A literal, since `mingbai site` finds the files by it.
        let _ = writeln!(files, "  {chunk}: new URL('./{name}.{chunk}.wasm', import.meta.url),");
        let _ = writeln!(needs, "  {chunk}: {:?},", plan.needs[chunk].iter().collect::<Vec<_>>());
        let _ = writeln!(exports, "export const __wasm_split_load_{chunk} = load('{chunk}')");
    }
    TEMPLATE
        .replace("/*FILES*/", &files)
        .replace("/*NEEDS*/", &needs)
        .replace("/*SHARED*/", &chunks.shared.join(", "))
        .replace("/*EXPORTS*/", &exports)
}

const TEMPLATE: &str = "\
import { initSync } from './app.js'

const FILES = {
/*FILES*/}
const NEEDS = {
/*NEEDS*/}
let shared
function imports() {
  const { /*SHARED*/ } = initSync()
  return (shared ??= { app: { /*SHARED*/ } })
}
const coming = {}
// A chunk that boot.js requested before the app started is used once.
function early(chunk) {
  if (chunk !== 'figures') return
  const come = globalThis.mingbaiFigures
  delete globalThis.mingbaiFigures
  return come
}
// Browsers stream this media type only, and not every host knows it.
async function instantiate(answer) {
  const response = await answer
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`)
  return WebAssembly.instantiateStreaming && response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.instantiateStreaming(response, imports())
    : WebAssembly.instantiate(await response.arrayBuffer(), imports())
}
// A file that could not be fetched is requested again the next time.
function file(chunk) {
  const come = (coming[chunk] ??= instantiate(early(chunk) || fetch(FILES[chunk])))
  come.catch(() => delete coming[chunk])
  return come
}
const load = (chunk) => (callback, data) =>
  Promise.all(NEEDS[chunk].map(file)).then(
    () => imports().app.__indirect_function_table.get(callback)(data, true),
    () => imports().app.__indirect_function_table.get(callback)(data, false),
  )
/*EXPORTS*/";

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn each_chunk_has_a_file_its_needs_and_a_function() {
        let plan = Plan { files: Vec::new(), needs: BTreeMap::from([("cards", BTreeSet::from(["cards", "figures"]))]) };
        let shared = vec!["__indirect_function_table".to_owned(), "memory".to_owned()];
        let script = script(&plan, &Chunks { files: vec![("cards", "cards.wasm".into())], shared }, "app-1");
        assert!(script.contains("  cards: new URL('./app-1.cards.wasm', import.meta.url),\n}"), "{script}");
        assert!(script.contains("  cards: [\"cards\", \"figures\"],\n}"), "{script}");
        assert!(script.contains("app: { __indirect_function_table, memory }"), "{script}");
        assert!(script.ends_with("export const __wasm_split_load_cards = load('cards')\n"), "{script}");
    }
}
