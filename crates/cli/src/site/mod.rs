//! `mingbai site`: puts a disclosure into a built site. `mingbai withdraw` takes it out again.

mod new_files;
mod precache;
mod publication;
mod site_error;
mod staged_site;
mod withdraw;
mod written_files;

use crate::arguments::SiteArguments;
use crate::checked_file::{CheckedFile, Verdict};
use crate::input::Input;
use crate::messages::{self, Messages};
use crate::output::{self, Output};
use crate::report;
use mingbai::prerender::Prerenderer;
use mingbai_core::locale::{Lang, fill};
use mingbai_site::{translations, with_inlined_files};
use new_files::NewFiles;
use site_error::SiteError;
use staged_site::StagedSite;
use std::io::{self, ErrorKind};
use std::path::Path;
pub use withdraw::withdraw;
use written_files::WrittenFiles;

/// Puts a disclosure into a built site; returns the exit code. Conflicts do not prevent that: the page shows them.
///
/// # Errors
/// Where the answer cannot be written.
pub fn run(arguments: &SiteArguments, lang: Lang) -> io::Result<u8> {
    let input = Input::at(&arguments.file);
    let file = match CheckedFile::open(&input, &arguments.reading.password) {
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
        Err(error) => error_message(&error, &arguments.site, messages),
    };
    output::print_error(&message);
    Ok(2)
}

/// Says why the site in a folder could not be changed, and what to do.
fn error_message(SiteError { file, error }: &SiteError, site: &Path, messages: &Messages) -> String {
    if is_no_site(file, error, site) {
        return fill(messages.site_missing, &[("site", &site.display().to_string())]);
    }
    let template = match error.kind() {
        ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => messages.site_is_mounted,
        _ => messages.site_failed,
    };
    fill(template, &[("page", &file.display().to_string()), ("error", &error.to_string())])
}

/// Fills the site; false where its page has no place for a disclosure.
///
/// All happens in a copy, which takes the site's place in the end.
fn fill_site(arguments: &SiteArguments, prerenderer: Prerenderer, lang: Lang) -> Result<bool, SiteError> {
    let waiting = || output::print_error(Messages::of(lang).site_waiting);
    let staged = StagedSite::begin(&arguments.site, waiting)?;
    let site = &staged;
    precache::service_worker(site)?;
    let template = with_inlined_files(&site.read_text("index.html")?, |name| site.read_text(name))?;

    let mut new = NewFiles::new(site, arguments.address.as_deref());
    let prerenderer = match &arguments.drawings {
        Some(drawings) => new.add_pictures(drawings, prerenderer, lang)?,
        None => prerenderer,
    };
    new.add_oembed(prerenderer);
    new.add_data(prerenderer);
    let prerenderer = new.add_icons(prerenderer);
    new.add_search_engine_files();
    new.add_not_found(&template);
    new.add_health_page();
    if !new.add_frozen_version(&template, prerenderer) {
        return Ok(false);
    }
    new.add_one_file_explorer(&template, prerenderer, lang)?;
    if !new.add_pages(&template, prerenderer) {
        return Ok(false);
    }

    let before = WrittenFiles::of_last_run(site)?;
    let mut written = new.write(&before)?;
    before.remove_outdated(site, &mut written, &mingbai_site::frozen_folder(prerenderer))?;
    written.write(site)?;
    precache::update(site)?;
    staged.publish()?;
    Ok(true)
}

/// True where a site has no page, or is not there at all.
fn is_no_site(file: &Path, error: &io::Error, site: &Path) -> bool {
    let is_page = file == site || file.file_name().is_some_and(|name| name == "index.html");
    error.kind() == ErrorKind::NotFound && is_page
}
