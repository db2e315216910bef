//! The list of files that the service worker keeps for readers without a network.

use super::file_system::{SiteError, read, relative_paths, write};
use mingbai_site::{SERVICE_WORKER, is_precached, with_precache_list};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The script of the service worker; None for a site that was built without one.
///
/// # Errors
/// Where it cannot be read, or has no place for the list.
pub fn service_worker(site: &Path) -> Result<Option<String>, SiteError> {
    let file = site.join(SERVICE_WORKER);
    match fs::read_to_string(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Ok(script) if with_precache_list(&script, Vec::new()).is_none() => {
            Err(SiteError::invalid(file, "no place for the list of files"))
        }
        read => read.map(Some).map_err(SiteError::of(file)),
    }
}

/// Writes the list of the site's files into the service worker, if there is one.
///
/// # Errors
/// Where a file of the site cannot be read, or the service worker cannot be written.
pub fn update(site: &Path) -> Result<(), SiteError> {
    let Some(script) = service_worker(site)? else { return Ok(()) };
    let index = read(&site.join("index.html"))?;
    let paths = relative_paths(site, site)?.into_iter().filter(|path| is_precached(path, &index));
    let files = paths.map(|path| {
        let file = site.join(&path);
        fs::read(&file).map(|content| (path, content)).map_err(SiteError::of(file))
    });
    let listed = with_precache_list(&script, files.collect::<Result<_, _>>()?).unwrap_or(script);
    write(&site.join(SERVICE_WORKER), listed.as_bytes())
}
