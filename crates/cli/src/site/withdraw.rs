//! `mingbai withdraw`: takes the budget out of a site, and out of the browsers of its readers.

use super::error_message;
use super::site_error::SiteError;
use super::staged_site::StagedSite;
use super::written_files::WrittenFiles;
use crate::arguments::WithdrawArguments;
use crate::messages::Messages;
use crate::output::{self, Output};
use mingbai_core::locale::{Lang, fill};
use mingbai_site::{SERVICE_WORKER, WITHDRAWN_WORKER, withdrawn_page};
use std::io;

/// What became of a site.
enum Outcome {
    /// Withdrawn, but for these files: somebody has changed them since they were written.
    Withdrawn(Vec<String>),
    /// The command never put a budget into it.
    NoBudget,
}

/// Withdraws a site; returns the exit code.
///
/// # Errors
/// Where the answer cannot be written.
pub fn withdraw(arguments: &WithdrawArguments, lang: Lang) -> io::Result<u8> {
    let messages = Messages::of(lang);
    let site = arguments.site.display().to_string();
    match change(arguments, messages) {
        Ok(Outcome::Withdrawn(left)) => {
            for path in left {
                output::print_error(&fill(messages.site_left, &[("file", &path)]));
            }
            Output::new().print(&(fill(messages.site_withdrawn, &[("site", &site)]) + "\n"))?;
            return Ok(0);
        }
        Ok(Outcome::NoBudget) => output::print_error(&fill(messages.site_no_budget, &[("site", &site)])),
        Err(error) => output::print_error(&error_message(&error, &arguments.site, messages)),
    }
    Ok(2)
}

/// Puts the sentence in the place of each page, removes all else that the command wrote, and lets the service worker
/// remove itself. What belongs to the build stays: scripts of articles that show a figure still find it.
fn change(arguments: &WithdrawArguments, messages: &Messages) -> Result<Outcome, SiteError> {
    let site = StagedSite::begin(&arguments.site, || output::print_error(messages.site_waiting))?;
    site.read("index.html")?;
    let before = WrittenFiles::of_last_run(&site)?;
    let page = withdrawn_page(arguments.moved_to.as_deref());
    let Some(page) = page.filter(|_| before.paths().any(|path| path == "index.html")) else {
        return Ok(Outcome::NoBudget);
    };
    let (mut written, mut left) = (WrittenFiles::default(), Vec::new());
    for path in before.paths() {
        if path.ends_with(".html") {
            site.write(path, page.as_bytes())?;
            written.add(path, page.as_bytes());
        } else if before.has(&site, path) {
            site.remove(path)?;
        } else if site.read(path).is_ok() {
            left.push(path.to_owned());
        }
    }
    written.write(&site)?;
    site.write(SERVICE_WORKER, WITHDRAWN_WORKER.as_bytes())?;
    site.publish()?;
    Ok(Outcome::Withdrawn(left))
}
