//! The list of files that the service worker keeps for readers without a network.

use super::site_error::SiteError;
use super::staged_site::StagedSite;
use mingbai_site::{SERVICE_WORKER, is_precached, with_precache_list};
use std::io::ErrorKind;

/// The script of the service worker; None for a site that was built without one.
///
/// # Errors
/// Where it cannot be read, or has no place for the list.
pub fn service_worker(site: &StagedSite) -> Result<Option<String>, SiteError> {
    match site.read_text(SERVICE_WORKER) {
        Err(error) if error.error.kind() == ErrorKind::NotFound => Ok(None),
        Ok(script) if with_precache_list(&script, Vec::new()).is_none() => {
            Err(SiteError::invalid(site.shown(SERVICE_WORKER), "no place for the list of files"))
        }
        read => read.map(Some),
    }
}

/// Writes the list of the site's files into the service worker, if there is one.
///
/// # Errors
/// Where a file of the site cannot be read, or the service worker cannot be written.
pub fn update(site: &StagedSite) -> Result<(), SiteError> {
    let Some(script) = service_worker(site)? else { return Ok(()) };
    let index = site.read_text("index.html")?;
    let paths = site.files()?.into_iter().filter(|path| is_precached(path, &index));
    let files = paths.map(|path| site.read(&path).map(|content| (path, content)));
    let listed = with_precache_list(&script, files.collect::<Result<_, _>>()?).unwrap_or(script);
    site.write(SERVICE_WORKER, listed.as_bytes())
}
