//! Short names between the app's script and its first WebAssembly file.
//!
//! wasm-bindgen gives each function that passes between the two a name with a hash, and both files contain it. Nobody
//! else uses these names, and hashes do not compress: short ones save a reader 7 kB.

use anyhow::{Result, bail};
use std::collections::{HashMap, HashSet};
use walrus::Module;

/// The module from which wasm-bindgen's output imports what its script provides.
const GLUE_MODULE: &str = "./app_bg.js";

/// What the names of exported functions begin with that only the script calls.
const CALLED_BY_GLUE: &str = "wasm_bindgen_";

/// Gives short names to what a module imports from its script, and to what only the script calls; returns the script
/// with the same names.
///
/// # Errors
/// Where the script uses one of the short names already, or lacks one of the long ones.
pub fn shorten(module: &mut Module, glue: &str) -> Result<String> {
    let mut short = HashMap::new();
    for import in module.imports.iter_mut().filter(|import| import.module == GLUE_MODULE) {
        let next = format!("i${}", short.len());
        import.name = short.entry(import.name.clone()).or_insert(next).clone();
    }
    for export in module.exports.iter_mut().filter(|export| export.name.starts_with(CALLED_BY_GLUE)) {
        let next = format!("x${}", short.len());
        export.name = short.entry(export.name.clone()).or_insert(next).clone();
    }
    with_names(glue, &short)
}

/// A script in which each of these identifiers has its other name.
fn with_names(script: &str, short: &HashMap<String, String>) -> Result<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let (mut renamed, mut rest, mut found) = (String::with_capacity(script.len()), script, HashSet::new());
    while let Some(start) = rest.find(is_part) {
        renamed.push_str(&rest[..start]);
        rest = &rest[start..];
        let (word, behind) = rest.split_at(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        rest = behind;
        if short.values().any(|name| name == word) {
            bail!("shortening names: the script has an identifier {word} of its own; choose others in {}", file!());
        }
        renamed.push_str(short.get(word).map_or(word, |name| {
            found.insert(word);
            name
        }));
    }
    renamed.push_str(rest);
    match short.keys().find(|name| !found.contains(name.as_str())) {
        Some(name) => bail!("shortening names: the module has {name}, which wasm-bindgen's script does not mention"),
        None => Ok(renamed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module() -> Module {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        let (imported, _) = module.add_import_func(GLUE_MODULE, "__wbg_then_f1", ty);
        module.add_import_func("./__wasm_split.js", "__wasm_split_load_cards", ty);
        module.exports.add("wasm_bindgen_12___invoke", imported);
        module.exports.add("main", imported);
        module
    }

    #[test]
    fn both_files_have_the_same_short_names() {
        let glue = "const i = { './app_bg.js': { __wbg_then_f1: () => wasm.wasm_bindgen_12___invoke(), __wbg_then_f12: 0 } }; main()";
        let mut module = module();
        let script = shorten(&mut module, glue).unwrap();
        assert_eq!(script, "const i = { './app_bg.js': { i$0: () => wasm.x$1(), __wbg_then_f12: 0 } }; main()");
        let imports: Vec<&str> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(imports, ["i$0", "__wasm_split_load_cards"]);
        let exports: Vec<&str> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["x$1", "main"]);
    }

    #[test]
    fn a_name_that_is_taken_or_missing_is_reported() {
        let taken = "__wbg_then_f1; wasm_bindgen_12___invoke; i$0".to_owned();
        assert!(shorten(&mut module(), &taken).unwrap_err().to_string().contains("i$0"));
        let error = shorten(&mut module(), "__wbg_then_f1").unwrap_err().to_string();
        assert!(error.contains("wasm_bindgen_12___invoke"), "{error}");
    }
}
