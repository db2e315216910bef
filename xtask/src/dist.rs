//! The release, from the sources to `dist/`.

use crate::assets::{bundle_app, hash, hashed_name, minify};
use crate::chunks::{self, Chunks, ORDER, Plan};
use crate::page::{Asset, elements, with_names};
use crate::split::{LOADER, split};
use crate::{binaryen, bindgen, cargo, document, document_reader, loader, site, versions};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folder of the finished site. It is replaced as a whole, once everything is built.
const DIST: &str = "dist";
/// The folder in which the site is built.
const STAGE: &str = "target/web/stage";
/// Intermediate files of the splitter and binaryen.
const SPLIT: &str = "target/web/split";
/// The files that the app's script is bundled from.
const APP: &str = "target/web/app";
/// The charts as the pages show them before any script runs.
const DRAWN: &str = "target/web/drawn";

/// Builds the release.
///
/// # Errors
/// Where any step fails: what was attempted, and on which file. `dist/` is as it was before.
pub fn build() -> Result<()> {
    versions::check()?;
    let (mingbai, document) = (cargo::mingbai()?, document::path());
    document::check(&mingbai, &document)?;
    let [stage, split, app, drawn] = [STAGE, SPLIT, APP, DRAWN].map(Path::new);
    [stage, split, app, drawn].into_iter().try_for_each(empty)?;

    step("compiling the app");
    let compiled = cargo::web_app()?;
    step("compiling what reads documents");
    document_reader::build()?;
    step("making the app's files small");
    let name = app_files(&compiled, split, app, stage)?;
    page(&name, stage)?;
    site::service_worker(stage)?;
    site::licences(stage)?;
    step("drawing the charts, filling the pages");
    document::draw_charts(&mingbai, &document, drawn)?;
    site::prerender(&mingbai, &document, drawn, stage)?;
    step("compressing");
    site::compress(stage)?;
    publish(stage, Path::new(DIST))
}

fn step(doing: &str) {
    println!("mingbai: {doing}");
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))
}

/// Makes the app's files: its script, its first WebAssembly file and one for each chunk. All are called as one hash
/// says, so that files of two builds never meet. Gives that name.
fn app_files(compiled: &Path, split_into: &Path, app: &Path, stage: &Path) -> Result<String> {
    let split = split(compiled, split_into)?;
    let plan = Plan::new(&ORDER, &split.pieces)?;
    bindgen::bindgen(&split.main, app)?;
    let optimised = app.join("app.optimised.wasm");
    binaryen::optimise(&app.join("app.wasm"), &optimised)?;
    let chunks = chunks::merge(&split, &plan)?;

    let name = app_name(&app.join("app.js"), &optimised, &plan, &chunks)?;
    write(&app.join(LOADER), &loader::script(&plan, &chunks, &name))?;
    let entry = app.join("entry.js");
    write(&entry, "export { default } from './app.js'\n")?;
    bundle_app(&entry, &stage.join(format!("{name}.js")))?;
    copy(&optimised, &stage.join(format!("{name}.wasm")))?;
    for (chunk, file) in &chunks.files {
        copy(file, &stage.join(format!("{name}.{chunk}.wasm")))?;
    }
    Ok(name)
}

/// `app-` and a hash of all that the app's files are made of.
fn app_name(glue: &Path, first: &Path, plan: &Plan, chunks: &Chunks) -> Result<String> {
    let mut contents = vec![loader::script(plan, chunks, "app").into_bytes()];
    for file in [glue, first].into_iter().chain(chunks.files.iter().map(|(_, file)| file.as_path())) {
        contents.push(fs::read(file).with_context(|| format!("reading {}", file.display()))?);
    }
    Ok(format!("app-{}", hash(contents.iter().map(Vec::as_slice))))
}

/// Makes the files that `index.html` names, and the page itself.
fn page(app: &str, stage: &Path) -> Result<()> {
    let html = fs::read_to_string("index.html").context("reading index.html")?;
    let elements = elements(&html)?;
    let mut names = BTreeMap::new();
    for element in &elements {
        let (source, hashed) = match &element.asset {
            Asset::Style(file) | Asset::Script(file) | Asset::Program(file) => (file, true),
            Asset::Copy(file) => (file, false),
            Asset::App | Asset::Development => continue,
        };
        let file = Path::new(source).file_name().and_then(|name| name.to_str());
        let file = file.with_context(|| format!("index.html names {source}, which is no file"))?;
        let staged = stage.join(file);
        minify(Path::new(source), &staged)?;
        if hashed {
            let content = fs::read(&staged).with_context(|| format!("reading {}", staged.display()))?;
            let name = hashed_name(file, &hash([content.as_slice()]));
            fs::rename(&staged, stage.join(&name)).with_context(|| format!("renaming {}", staged.display()))?;
            let named_as = if let Asset::Program(_) = element.asset { format!("./{file}") } else { source.clone() };
            names.insert(named_as, name);
        }
    }
    let name = |asset: &Asset| match asset {
        Asset::Style(file) | Asset::Script(file) | Asset::Program(file) => names.get(file).cloned().unwrap_or_default(),
        Asset::Copy(_) | Asset::App | Asset::Development => String::new(),
    };
    write(&stage.join("index.html"), &with_names(&html, &elements, name, app))
}

/// Puts the finished site in the place of the one before.
fn publish(stage: &Path, dist: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist).with_context(|| format!("removing {}", dist.display()))?;
    }
    fs::rename(stage, dist).with_context(|| format!("moving {} to {}", stage.display(), dist.display()))
}

fn write(file: &Path, content: &str) -> Result<()> {
    fs::write(file, content).with_context(|| format!("writing {}", file.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).with_context(|| format!("copying {} to {}", from.display(), to.display()))
}
