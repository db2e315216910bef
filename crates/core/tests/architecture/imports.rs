//! Which module of a crate depends on which, from the text of its source files.

mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use tokens::{branches, is_word, tokens, without_tests};

/// The path of a module or an item inside its crate: `["disclosure", "model", "Line"]`. The root is empty.
type ItemPath = Vec<String>;

/// Modules with the modules that they depend on.
pub type Dependencies = BTreeMap<String, BTreeSet<String>>;

/// The modules of a crate.
pub struct Crate {
    modules: BTreeMap<ItemPath, Module>,
}

/// What a module defines, re-exports and refers to.
#[derive(Default)]
struct Module {
    /// Names of its items at the top level.
    defined: BTreeSet<String>,
    /// Re-exported names with the paths that they stand for.
    reexported: BTreeMap<String, ItemPath>,
    /// Modules whose items it re-exports all together.
    reexported_globs: Vec<ItemPath>,
    /// Paths that it refers to.
    references: Vec<ItemPath>,
    /// Paths that it refers to without `crate`, `super` or `self`, as if below it: only those of its own child modules
    /// are.
    relative_references: Vec<ItemPath>,
}

impl Crate {
    /// Reads all source files below `folder`.
    pub fn read(folder: &str) -> Crate {
        let mut modules = BTreeMap::new();
        read_folder(Path::new(folder), &[], &mut modules);
        Crate { modules }
    }

    /// The modules directly inside `folder`, such as `disclosure/lexicon`, and what they depend on among themselves.
    /// The items of the folder's own `mod.rs` are a module called `mod.rs`.
    pub fn dependencies_inside(&self, folder: &str) -> Dependencies {
        let folder: ItemPath = folder.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let mut dependencies = Dependencies::new();
        for (path, module) in &self.modules {
            let Some(user) = self.child(&folder, path) else { continue };
            let used = dependencies.entry(user.clone()).or_default();
            let below = module
                .relative_references
                .iter()
                .filter(|reference| self.modules.contains_key(&reference[..=path.len()]));
            let targets = module.references.iter().chain(below).map(|reference| self.resolve(reference));
            used.extend(targets.filter_map(|target| self.child(&folder, &target)).filter(|target| *target != user));
        }
        dependencies
    }

    /// Which of the modules directly inside `folder` the module at `path` belongs to; None outside of the folder.
    fn child(&self, folder: &[String], path: &[String]) -> Option<String> {
        let rest = path.strip_prefix(folder)?;
        Some(rest.first().cloned().unwrap_or_else(|| "mod.rs".to_owned()))
    }

    /// The module that defines what `path` names, through any number of re-exports.
    fn resolve(&self, path: &[String]) -> ItemPath {
        let depth = (0..=path.len()).rev().find(|&depth| self.modules.contains_key(&path[..depth])).unwrap_or(0);
        let (module_path, rest) = path.split_at(depth);
        let (Some(module), Some(name)) = (self.modules.get(module_path), rest.first()) else {
            return module_path.to_vec();
        };
        if let Some(target) = module.reexported.get(name).filter(|target| **target != *path) {
            return self.resolve(target);
        }
        if !module.defined.contains(name) {
            let defines =
                |glob: &&ItemPath| self.modules.get(*glob).is_some_and(|module| module.defined.contains(name));
            if let Some(glob) = module.reexported_globs.iter().find(defines) {
                return glob.clone();
            }
        }
        module_path.to_vec()
    }
}

/// The shortest cycle through each module that is on one: `a → b → a`.
pub fn cycles(dependencies: &Dependencies) -> Vec<String> {
    let shortest = dependencies.keys().filter_map(|start| {
        let mut paths = vec![vec![start.clone()]];
        let mut seen = BTreeSet::new();
        while !paths.is_empty() {
            let mut longer = Vec::new();
            for path in paths {
                for next in path.last().and_then(|last| dependencies.get(last)).into_iter().flatten() {
                    if next == start {
                        return Some(path.join(" → ") + " → " + start);
                    }
                    if seen.insert(next.clone()) {
                        longer.push(path.iter().chain([next]).cloned().collect());
                    }
                }
            }
            paths = longer;
        }
        None
    });
    shortest.collect()
}

fn read_folder(folder: &Path, path: &[String], modules: &mut BTreeMap<ItemPath, Module>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.map(|entry| entry.unwrap().path()) {
        let name = entry.file_stem().unwrap().to_string_lossy().into_owned();
        let child = || path.iter().cloned().chain([name.clone()]).collect::<ItemPath>();
        if entry.is_dir() {
            read_folder(&entry, &child(), modules);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            let path = if matches!(name.as_str(), "lib" | "main" | "mod") { path.to_vec() } else { child() };
            let tokens = without_tests(tokens(&fs::read_to_string(&entry).unwrap()));
            modules.entry(path.clone()).or_default().read(&path, &tokens);
        }
    }
}

impl Module {
    /// Reads the tokens of the module at `path`. Modules written inside it in braces count as part of it.
    fn read(&mut self, path: &[String], tokens: &[String]) {
        const ITEMS: [&str; 9] = ["struct", "enum", "fn", "type", "const", "static", "trait", "union", "macro"];
        let (mut at, mut depth) = (0, 0usize);
        while at < tokens.len() {
            let token = tokens[at].as_str();
            let before = if at == 0 { "" } else { tokens[at - 1].as_str() };
            match token {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                "use" => {
                    let public = depth == 0 && matches!(before, "pub" | ")");
                    let end = tokens[at..].iter().position(|token| token == ";").map_or(tokens.len(), |len| at + len);
                    self.read_use(path, &[], &tokens[at + 1..end], public);
                    at = end;
                }
                _ if before != "::" && is_word(token) && tokens.get(at + 1).is_some_and(|next| next == "::") => {
                    let mut named = vec![tokens[at].clone()];
                    while tokens.get(at + 1).is_some_and(|next| next == "::")
                        && tokens.get(at + 2).is_some_and(|next| is_word(next))
                    {
                        named.push(tokens[at + 2].clone());
                        at += 2;
                    }
                    self.refer(path, &named);
                }
                _ if depth == 0 && ITEMS.contains(&before) => {
                    self.defined.insert(token.to_owned());
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads a `use` tree behind the path `prefix`: `a::{b, c::d as e, f::*}`.
    fn read_use(&mut self, path: &[String], prefix: &[String], tree: &[String], public: bool) {
        let mut named = prefix.to_vec();
        let mut at = 0;
        while at < tree.len() && tree[at] != "{" {
            if tree[at] != "::" && tree[at] != "as" {
                named.push(tree[at].clone());
            }
            if tree[at] == "as" {
                break;
            }
            at += 1;
        }
        if tree.get(at).is_some_and(|token| token == "{") {
            for branch in branches(&tree[at + 1..tree.len() - 1]) {
                self.read_use(path, &named, branch, public);
            }
            return;
        }
        let renamed = tree.get(at + 1).filter(|_| at < tree.len()).cloned();
        if named.last().is_some_and(|last| last == "self") && named.len() > 1 {
            named.pop();
        }
        let glob = named.last().is_some_and(|last| last == "*");
        if glob {
            named.pop();
        }
        if !public {
            return self.refer(path, &named);
        }
        let target = absolute(path, &named).unwrap_or_else(|| [path, &named].concat());
        if glob {
            self.reexported_globs.push(target);
        } else {
            let name = renamed.or_else(|| named.last().cloned()).unwrap_or_default();
            self.reexported.insert(name, target);
        }
    }

    /// Notes a path that the module at `path` refers to.
    fn refer(&mut self, path: &[String], named: &[String]) {
        match absolute(path, named) {
            Some(target) => self.references.push(target),
            None if !named.is_empty() => self.relative_references.push([path, named].concat()),
            None => {}
        }
    }
}

/// The path from the crate's root, for one that begins with `crate`, `super` or `self` in the module at `module`.
fn absolute(module: &[String], named: &[String]) -> Option<ItemPath> {
    let mut base = module.to_vec();
    let mut rest = named;
    match rest.first()?.as_str() {
        "crate" => {
            base.clear();
            rest = &rest[1..];
        }
        "self" => rest = &rest[1..],
        "super" => {
            while rest.first().is_some_and(|name| name == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        _ => return None,
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn krate(files: &[(&str, &str)]) -> Crate {
        let mut modules = BTreeMap::new();
        for (path, text) in files {
            let path: ItemPath = path.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
            modules.entry(path.clone()).or_insert_with(Module::default).read(&path, &without_tests(tokens(text)));
        }
        Crate { modules }
    }

    #[test]
    fn a_cycle_is_found_through_re_exports_and_inline_paths() {
        let found = krate(&[
            ("", "mod a; mod b; mod c;"),
            ("a", "pub use inner::Thing; mod inner;"),
            ("a::inner", "use crate::b::{self, Other as Same}; pub struct Thing;"),
            ("b", "fn f(x: &'static str) -> char { crate::c::g(\"crate::a::Thing\"); '\"' }"),
            (
                "c",
                "/* use crate::b; */ pub fn g() { let a: super::a::Thing; } #[cfg(test)] mod tests { use crate::b; }",
            ),
        ]);
        assert_eq!(cycles(&found.dependencies_inside("")), ["a → b → c → a", "b → c → a → b", "c → a → b → c"]);
    }

    #[test]
    fn what_a_folder_re_exports_counts_as_the_module_that_defines_it() {
        let found = krate(&[
            ("f", "mod one; mod two; pub use one::*; pub fn own() { other::thing() }"),
            ("f::one", "pub struct One;"),
            ("f::two", "use super::One; use super::own;"),
            ("f::three", "use super::own;"),
        ]);
        let dependencies = found.dependencies_inside("f");
        assert_eq!(dependencies["two"], BTreeSet::from(["mod.rs".to_owned(), "one".to_owned()]));
        assert!(cycles(&dependencies).is_empty());
        let found = krate(&[("f", "mod one; pub fn own() { one::thing() }"), ("f::one", "use super::own;")]);
        assert_eq!(cycles(&found.dependencies_inside("f")), ["mod.rs → one → mod.rs", "one → mod.rs → one"]);
    }
}
