//! One file for each lazy chunk, made of the pieces that the splitter leaves.
//!
//! The splitter makes a piece for each chunk and one for each set of chunks that share something: some forty. A
//! reader's browser is to fetch one file for one feature, so a shared piece goes into the first chunk that a reader
//! needs.

use crate::binaryen;
use crate::split::Split;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, thread};
use walrus::{ImportKind, Module, ModuleConfig};

/// The chunks in the order in which a reader comes to need them.
pub const ORDER: [&str; 12] = [
    "figures",
    "motion",
    "cards",
    "tables",
    "search",
    "downloads",
    "sharing",
    "page",
    "parsing",
    "opening",
    "draft",
    "kiosk",
];

/// The module from which a piece imports what it shares with the app's first file.
const SHARED: &str = "__wasm_split";

/// Which pieces are in which chunk's file.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// The pieces of each chunk's file, in the order of [`ORDER`].
    pub files: Vec<(&'static str, Vec<String>)>,
    /// The chunks whose files a chunk needs: its own, and those that hold pieces of it.
    pub needs: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Plan {
    /// Gives each piece to the first chunk that needs it.
    ///
    /// # Errors
    /// Where the app has other chunks than `order` names.
    pub fn new(order: &[&'static str], pieces: &BTreeMap<String, Vec<String>>) -> Result<Plan> {
        let (known, found): (BTreeSet<&str>, BTreeSet<&str>) =
            (order.iter().copied().collect(), pieces.keys().map(String::as_str).collect());
        if known != found {
            bail!(
                "the app's chunks are {found:?}, but xtask/src/chunks.rs puts {known:?} in order: \
                 add or remove the name there that #[lazy_chunk] has or lacks"
            );
        }
        let mut homes: BTreeMap<&str, &'static str> = BTreeMap::new();
        let mut plan = Plan { files: Vec::new(), needs: BTreeMap::new() };
        for &chunk in order {
            let of_chunk = &pieces[chunk];
            let new: Vec<String> =
                of_chunk.iter().filter(|piece| !homes.contains_key(piece.as_str())).cloned().collect();
            homes.extend(
                of_chunk
                    .iter()
                    .map(|piece| (piece.as_str(), chunk))
                    .filter(|(piece, _)| new.iter().any(|new| new == piece)),
            );
            plan.needs.insert(chunk, of_chunk.iter().map(|piece| homes[piece.as_str()]).collect());
            plan.files.push((chunk, new));
        }
        Ok(plan)
    }
}

/// The chunks' files, and what the loader must hand to each.
pub struct Chunks {
    /// The optimised file of each chunk, in the order of [`ORDER`].
    pub files: Vec<(&'static str, PathBuf)>,
    /// The exports of the app's first file that the chunks import.
    pub shared: Vec<String>,
}

/// Makes the file of each chunk.
///
/// # Errors
/// Where a piece cannot be read, or binaryen fails.
pub fn merge(split: &Split, plan: &Plan) -> Result<Chunks> {
    let mut shared: BTreeMap<String, String> = BTreeMap::new();
    for piece in plan.files.iter().flat_map(|(_, pieces)| pieces) {
        shared.extend(shared_imports(&piece_file(split, piece))?);
    }
    let handing = split.folder.join("shared.wat");
    fs::write(&handing, handing_module(&shared)).with_context(|| format!("writing {}", handing.display()))?;
    let files = in_parallel(&plan.files, |(chunk, pieces)| {
        let [merged, optimised] = ["merged", "optimised"].map(|step| split.folder.join(format!("{chunk}.{step}.wasm")));
        let files: Vec<PathBuf> = pieces.iter().map(|piece| piece_file(split, piece)).collect();
        let modules = files.iter().map(PathBuf::as_path).zip(pieces.iter().map(String::as_str));
        binaryen::merge(std::iter::once((handing.as_path(), SHARED)).chain(modules), &merged)?;
        binaryen::optimise(&merged, &optimised)?;
        Ok((*chunk, optimised))
    })?;
    Ok(Chunks { files, shared: shared.into_keys().collect() })
}

fn piece_file(split: &Split, piece: &str) -> PathBuf {
    split.folder.join(format!("{piece}.wasm"))
}

/// What a piece imports of the app's first file, each with its type as WebAssembly's text format writes it.
fn shared_imports(piece: &Path) -> Result<BTreeMap<String, String>> {
    let module = ModuleConfig::new().strict_validate(false).parse_file(piece);
    let module = module.with_context(|| format!("reading {}", piece.display()))?;
    let imports = module.imports.iter().filter(|import| import.module == SHARED);
    imports
        .map(|import| {
            Ok((
                import.name.clone(),
                type_of(&module, &import.kind).with_context(|| format!("{}: {}", piece.display(), import.name))?,
            ))
        })
        .collect()
}

fn type_of(module: &Module, kind: &ImportKind) -> Result<String> {
    Ok(match *kind {
        ImportKind::Memory(memory) => format!("memory $0 {}", module.memories.get(memory).initial),
        ImportKind::Table(table) => format!("table $0 {} funcref", module.tables.get(table).initial),
        ImportKind::Global(global) => {
            let global = module.globals.get(global);
            let (before, behind) = if global.mutable { ("(mut ", ")") } else { ("", "") };
            format!("global $0 {before}{}{behind}", global.ty)
        }
        ImportKind::Function(_) | ImportKind::Tag(_) => {
            bail!("a memory, a table or a global was expected: the splitter shares functions by the table")
        }
    })
}

/// A module that only hands on what it imports of the app. Merged with pieces that import it each for itself, it makes
/// them use the same.
fn handing_module(shared: &BTreeMap<String, String>) -> String {
    let mut module = "(module\n".to_owned();
    for (name, kind) in shared {
        let _ = writeln!(module, "(import \"app\" \"{name}\" ({}))", kind.replacen("$0", &format!("${name}"), 1));
    }
    for (name, kind) in shared {
        let kind = kind.split(' ').next().unwrap_or_default();
        let _ = writeln!(module, "(export \"{name}\" ({kind} ${name}))");
    }
    module + ")\n"
}

/// Does something with each item, as many at once as there are processors.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> Result<R> + Sync) -> Result<Vec<R>> {
    let next = Mutex::new(items.iter().enumerate());
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let Some((at, item)) = next.lock().ok().and_then(|mut next| next.next()) else { return };
                    let result = work(item);
                    if let Ok(mut done) = done.lock() {
                        done.push((at, result));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().map_err(|_| anyhow!("a thread of the build panicked"))?;
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(all: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        let owned = |pieces: &[&str]| pieces.iter().map(|&piece| piece.to_owned()).collect();
        all.iter().map(|(chunk, pieces)| ((*chunk).to_owned(), owned(pieces))).collect()
    }

    #[test]
    fn a_shared_piece_goes_into_the_first_chunk_that_needs_it() {
        let pieces =
            pieces(&[("cards", &["chunk_1", "chunk_2", "split_cards"]), ("figures", &["chunk_1", "split_figures"])]);
        let plan = Plan::new(&["figures", "cards"], &pieces).unwrap();
        assert_eq!(plan.files[0], ("figures", vec!["chunk_1".to_owned(), "split_figures".to_owned()]));
        assert_eq!(plan.files[1], ("cards", vec!["chunk_2".to_owned(), "split_cards".to_owned()]));
        assert_eq!(plan.needs["figures"], BTreeSet::from(["figures"]));
        assert_eq!(plan.needs["cards"], BTreeSet::from(["figures", "cards"]));
    }

    #[test]
    fn a_chunk_without_a_place_in_the_order_is_named() {
        let error = Plan::new(&["figures"], &pieces(&[("figures", &[]), ("maps", &[])])).unwrap_err().to_string();
        assert!(error.contains("maps") && error.contains("chunks.rs"), "{error}");
    }

    #[test]
    fn what_is_shared_is_handed_on_with_its_type() {
        let shared = BTreeMap::from([
            ("__stack_pointer".to_owned(), "global $0 (mut i32)".to_owned()),
            ("memory".to_owned(), "memory $0 17".to_owned()),
        ]);
        assert_eq!(
            handing_module(&shared),
            "(module\n\
             (import \"app\" \"__stack_pointer\" (global $__stack_pointer (mut i32)))\n\
             (import \"app\" \"memory\" (memory $memory 17))\n\
             (export \"__stack_pointer\" (global $__stack_pointer))\n\
             (export \"memory\" (memory $memory))\n)\n"
        );
    }

    #[test]
    fn results_are_in_the_order_of_the_items_and_an_error_is_one_of_all() {
        assert_eq!(in_parallel(&[1, 2, 3], |n| Ok(n * 2)).unwrap(), [2, 4, 6]);
        assert!(in_parallel(&[1, 2, 3], |n| if *n == 2 { bail!("two") } else { Ok(*n) }).is_err());
    }
}
