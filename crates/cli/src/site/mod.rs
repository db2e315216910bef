//! `mingbai site`: puts a disclosure into a built site.

mod file_system;
mod new_files;
mod precache;
mod publication;

use crate::arguments::SiteArguments;
use crate::checked_file::{CheckedFile, Verdict};
use crate::input::Input;
use crate::messages::{self, Messages};
use crate::output::{self, Output};
use crate::report;
use file_system::{SiteError, read, remove, remove_folder};
use mingbai::prerender::Prerenderer;
use mingbai_core::locale::{Lang, fill};
use mingbai_site::{EmbeddedDocumentFile, translations, with_inlined_files};
use new_files::NewFiles;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Puts a disclosure into a built site; returns the exit code. Conflicts do not prevent that: the page shows them.
///
/// # Errors
/// Where the answer cannot be written.
pub fn run(arguments: &SiteArguments, lang: Lang) -> io::Result<u8> {
    let input = Input::at(&arguments.file);
    let file = match CheckedFile::open(&input) {
        Ok(file) => file,
        Err(error) => {
            output::print_error(&format!("{}: {}", messages::input_name(&input.name, lang), error.message(lang)));
            return Ok(Verdict::Unreadable.code());
        }
    };
    let index = arguments.site.join("index.html");
    let messages = Messages::of(lang);
    let publication = match arguments.publication.as_deref().map(publication::read).transpose() {
        Ok(publication) => publication.unwrap_or_default(),
        Err(error) => {
            let file = arguments.publication.as_deref().unwrap_or(Path::new("")).display().to_string();
            output::print_error(&fill(messages.site_publication, &[("file", &file), ("error", &error)]));
            return Ok(2);
        }
    };
    let prerenderer = Prerenderer::of_published(file.disclosure.clone(), translations().clone(), publication);
    let message = match fill_site(arguments, prerenderer, lang) {
        Ok(true) => {
            let title = report::title(&file.context(lang), messages);
            let page = index.display().to_string();
            let message = fill(messages.site_done, &[("page", &page), ("title", &title)]);
            Output::new().print(&(message + "\n"))?;
            return Ok(0);
        }
        Ok(false) => fill(messages.site_no_place, &[("page", &index.display().to_string())]),
        Err(SiteError { file, error }) if error.kind() == ErrorKind::NotFound && file == index => {
            fill(messages.site_missing, &[("site", &arguments.site.display().to_string())])
        }
        Err(SiteError { file, error }) => {
            let (page, error) = (file.display().to_string(), error.to_string());
            fill(messages.site_failed, &[("page", &page), ("error", &error)])
        }
    };
    output::print_error(&message);
    Ok(2)
}

/// Fills the site; false where its page has no place for a disclosure.
///
/// All files are made before the first one is written or removed, except the list of the service worker, which names
/// them.
fn fill_site(arguments: &SiteArguments, prerenderer: Prerenderer, lang: Lang) -> Result<bool, SiteError> {
    let site = &arguments.site;
    precache::service_worker(site)?;
    let template = with_inlined_files(&read(&site.join("index.html"))?, |name| read(&site.join(name)))?;

    let mut new = NewFiles::new(site, arguments.address.as_deref());
    let prerenderer = match &arguments.drawings {
        Some(drawings) => new.add_pictures(drawings, prerenderer, lang)?,
        None => prerenderer,
    };
    new.add_oembed(prerenderer);
    new.add_data(prerenderer);
    let prerenderer = new.add_icons(prerenderer);
    let outdated = new.add_search_engine_files();
    new.add_not_found(&template);
    if !new.add_frozen_version(&template, prerenderer) {
        return Ok(false);
    }
    new.add_one_file_explorer(&template, prerenderer)?;
    if !new.add_pages(&template, prerenderer) {
        return Ok(false);
    }

    // Pictures and descriptions of another disclosure go. Its frozen version stays.
    let frozen = mingbai_site::frozen_folder(prerenderer);
    for folder in ["picture", "oembed", &frozen] {
        remove_folder(&site.join(folder))?;
    }
    let documents = embedded_documents(site)?;
    for file in outdated.into_iter().map(|name| site.join(name)).chain(documents) {
        remove(&file)?;
    }
    new.write()?;
    precache::update(site)?;
    Ok(true)
}

/// The embedded documents of earlier runs.
fn embedded_documents(site: &Path) -> Result<Vec<PathBuf>, SiteError> {
    let (prefix, suffix) = EmbeddedDocumentFile::NAME;
    let is_document = |name: &str| name.starts_with(prefix) && name.ends_with(suffix);
    let mut found = Vec::new();
    for entry in fs::read_dir(site).map_err(SiteError::of(site))? {
        let entry = entry.map_err(SiteError::of(site))?;
        if entry.file_name().to_str().is_some_and(is_document) {
            found.push(entry.path());
        }
    }
    Ok(found)
}
