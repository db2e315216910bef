//! What the command wrote into a site: only that may be removed or overwritten when the site gets another disclosure.
//! Files that somebody else put there stay.

use super::site_error::SiteError;
use super::staged_site::StagedSite;
use mingbai_core::export::sha256;
use mingbai_core::figures::FigureId;
use mingbai_site::EmbeddedDocumentFile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::ErrorKind;

/// The file that lists them.
const LIST: &str = ".mingbai-files.json";

/// The folder of frozen versions, which stay.
const FROZEN: &str = "v/";

/// How many digits of a hash are kept.
const DIGITS: usize = 16;

/// The files that the command wrote, each by its path with the beginning of its content's SHA-256.
#[derive(Default, Serialize, Deserialize)]
pub struct WrittenFiles {
    files: BTreeMap<String, String>,
}

impl WrittenFiles {
    /// What the last run wrote into a site. Of a site without a list, the files whose names nobody else gives.
    ///
    /// # Errors
    /// Where the list is there and cannot be read.
    pub fn of_last_run(site: &StagedSite) -> Result<WrittenFiles, SiteError> {
        match site.read(LIST) {
            Ok(list) => serde_json::from_slice(&list).map_err(|error| {
                SiteError::invalid(site.shown(LIST), format!("a list of files was expected: {error}"))
            }),
            Err(error) if error.error.kind() == ErrorKind::NotFound => {
                let mut written = WrittenFiles::default();
                for path in site.files()? {
                    if has_own_name(&path) || is_for_search_engines(&path) {
                        let content = site.read(&path)?;
                        if has_own_name(&path) || is_own_search_engine_file(&content) {
                            written.add(&path, &content);
                        }
                    }
                }
                Ok(written)
            }
            Err(error) => Err(error),
        }
    }

    /// True for a file that is as the command wrote it.
    pub fn has(&self, site: &StagedSite, path: &str) -> bool {
        let written = self.files.get(path);
        written.is_some_and(|written| site.read(path).is_ok_and(|content| hash(&content) == *written))
    }

    /// Their paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Adds a file that was written.
    pub fn add(&mut self, path: &str, content: &[u8]) {
        self.files.insert(path.to_owned(), hash(content));
    }

    /// Removes from the site what this list has and `new` does not, if it is as it was written; `new` gets the frozen
    /// versions, which stay, but for those in `folder`.
    ///
    /// # Errors
    /// Where a file cannot be removed.
    pub fn remove_outdated(self, site: &StagedSite, new: &mut WrittenFiles, folder: &str) -> Result<(), SiteError> {
        let outdated: Vec<&String> = self.files.keys().filter(|path| !new.files.contains_key(*path)).collect();
        let mut kept = Vec::new();
        for path in outdated {
            if path.starts_with(FROZEN) && !path.starts_with(folder) {
                kept.push(path.clone());
            } else if self.has(site, path) {
                site.remove(path)?;
            }
        }
        let kept = kept.into_iter().filter_map(|path| Some((path.clone(), self.files.get(&path)?.clone())));
        new.files.extend(kept);
        Ok(())
    }

    /// Writes the list into the site.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write(&self, site: &StagedSite) -> Result<(), SiteError> {
        let list =
            serde_json::to_vec_pretty(self).map_err(|error| SiteError::invalid(site.shown(LIST), error.to_string()))?;
        site.write(LIST, &list)
    }
}

fn hash(content: &[u8]) -> String {
    sha256(content)[..DIGITS].to_owned()
}

/// True for a file that either the command or the owner of the site has written.
pub fn is_for_search_engines(path: &str) -> bool {
    matches!(path, "sitemap.xml" | "robots.txt")
}

/// True for the content of such a file that the command wrote before it kept a list.
fn is_own_search_engine_file(content: &[u8]) -> bool {
    let content = String::from_utf8_lossy(content);
    content.starts_with("User-agent: *\nAllow: /\n\nSitemap: ") || content.contains("/figure/flow.html</loc>")
}

/// True for a name that only this command gives: the document with its hash, and what belongs to a figure.
fn has_own_name(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_figure = || {
        let figure = name.split(['.', '-']).next().unwrap_or_default();
        figure.parse::<FigureId>().is_ok()
    };
    let (prefix, suffix) = EmbeddedDocumentFile::NAME;
    match folder {
        "" => name.starts_with(prefix) && name.ends_with(suffix),
        "picture" | "picture/chart" | "oembed" => is_figure(),
        _ => false,
    }
}
