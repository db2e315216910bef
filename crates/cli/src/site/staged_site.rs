//! A site that changes as a whole: a copy beside it, in which everything is made ready and which then takes its place
//! in one step. Whatever happens before that step (a killed process, a full disk) leaves the site as it was.
//!
//! Only one process at a time changes a site. Nothing outside of its folder is read or written: links inside are kept
//! as links, and never followed.

use super::site_error::SiteError;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// What the name of the copy ends with. A copy that a killed process left is removed by the next one.
const COPY: &str = ".mingbai-new";

/// What the name of the former site ends with, where the two cannot be exchanged in one step.
const FORMER: &str = ".mingbai-old";

/// A copy of a site, until it takes the site's place or is dropped.
pub struct StagedSite {
    /// The site's folder.
    site: PathBuf,
    /// The copy.
    copy: PathBuf,
    /// Held until the end: other processes wait for it.
    _lock: File,
}

impl StagedSite {
    /// Copies a site. Waits for other processes that change it; `waiting` is called if there is one.
    ///
    /// # Errors
    /// Where the site or the folder that it is in does not allow it.
    pub fn begin(site: &Path, waiting: impl Fn()) -> Result<StagedSite, SiteError> {
        restore_former(site).map_err(SiteError::of(site))?;
        let site = site.canonicalize().map_err(SiteError::of(site))?;
        let lock = lock(&site, waiting).map_err(SiteError::of(&site))?;
        let copy = beside(&site, COPY).ok_or_else(|| SiteError::invalid(&site, "a folder inside of another one"))?;
        remove_folder(&copy).map_err(SiteError::of(&copy))?;
        let staged = StagedSite { site, copy, _lock: lock };
        copy_folder(&staged.site, &staged.copy).map_err(SiteError::of(&staged.copy))?;
        Ok(staged)
    }

    /// The file of the site with this path: what an error names.
    pub fn shown(&self, path: &str) -> PathBuf {
        self.site.join(path)
    }

    /// The place of a file in the copy.
    fn place(&self, path: &str) -> Result<PathBuf, SiteError> {
        let outside = |what: &str| Err(SiteError::invalid(self.shown(path), what));
        let relative = Path::new(path);
        if path.is_empty()
            || path.contains('\\')
            || relative.components().any(|part| !matches!(part, Component::Normal(_)))
        {
            return outside("the path of a file inside of the site was expected");
        }
        let folders = relative.ancestors().skip(1);
        if folders.map(|folder| self.copy.join(folder)).any(|folder| folder != self.copy && folder.is_symlink()) {
            return outside("its folder is a link, which is not followed");
        }
        Ok(self.copy.join(relative))
    }

    /// The content of a file.
    ///
    /// # Errors
    /// Where it is not in the site, is no file, or cannot be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, SiteError> {
        let place = self.place(path)?;
        if fs::symlink_metadata(&place).is_ok_and(|there| !there.is_file()) {
            return Err(SiteError::invalid(self.shown(path), "a file was expected, and no link"));
        }
        fs::read(&place).map_err(SiteError::of(self.shown(path)))
    }

    /// The same as text.
    ///
    /// # Errors
    /// As [`StagedSite::read`], or where it is not UTF-8.
    pub fn read_text(&self, path: &str) -> Result<String, SiteError> {
        String::from_utf8(self.read(path)?)
            .map_err(|_| SiteError::invalid(self.shown(path), "text in UTF-8 was expected"))
    }

    /// Writes a file. Compressed copies of what it was before are removed.
    ///
    /// # Errors
    /// Where it is not in the site or cannot be written.
    pub fn write(&self, path: &str, content: &[u8]) -> Result<(), SiteError> {
        let place = self.place(path)?;
        let write = || {
            if let Some(folder) = place.parent() {
                fs::create_dir_all(folder)?;
            }
            // The copy shares its files with the site, so a file is made anew and never overwritten.
            remove_with_compressed(&place)?;
            fs::write(&place, content)
        };
        write().map_err(SiteError::of(self.shown(path)))
    }

    /// Removes a file with its compressed copies, and its folder if nothing is left in it. No file is no error.
    ///
    /// # Errors
    /// Where it is not in the site or cannot be removed.
    pub fn remove(&self, path: &str) -> Result<(), SiteError> {
        let place = self.place(path)?;
        remove_with_compressed(&place).map_err(SiteError::of(self.shown(path)))?;
        for folder in place.ancestors().skip(1).take_while(|folder| *folder != self.copy) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// The paths of all files, with slashes. Links are no files.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn files(&self) -> Result<Vec<String>, SiteError> {
        let mut files = Vec::new();
        list(&self.copy, "", &mut files).map_err(SiteError::of(&self.site))?;
        Ok(files)
    }

    /// Puts the copy in the place of the site.
    ///
    /// # Errors
    /// Where that is not possible: the site is as it was.
    pub fn publish(self) -> Result<(), SiteError> {
        exchange(&self.copy, &self.site).map_err(SiteError::of(&self.site))
    }
}

impl Drop for StagedSite {
    /// Removes the copy, or what it took the place of.
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next process.
        let _ = remove_folder(&self.copy);
    }
}

/// A name beside the site's folder.
fn beside(site: &Path, ending: &str) -> Option<PathBuf> {
    Some(site.with_file_name(format!(".{}{ending}", site.file_name()?.to_str()?)))
}

/// Puts a site back that a process took away and could not replace: it was killed between two steps.
fn restore_former(site: &Path) -> io::Result<()> {
    match beside(site, FORMER) {
        Some(former) if former.is_dir() && !site.exists() => fs::rename(former, site),
        Some(former) => remove_folder(&former),
        None => Ok(()),
    }
}

/// Locks a folder. When another process has put a new folder into its place meanwhile, that one is locked.
fn lock(folder: &Path, waiting: impl Fn()) -> io::Result<File> {
    loop {
        let file = File::open(folder)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                waiting();
                file.lock()?;
            }
            // Not every file system has locks; without one, it is up to the user.
            Err(TryLockError::Error(_)) => return Ok(file),
        }
        if is_same(&file, folder)? {
            return Ok(file);
        }
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let (a, b) = (file.metadata()?, fs::metadata(path)?);
    Ok((a.dev(), a.ino()) == (b.dev(), b.ino()))
}

#[cfg(not(unix))]
fn is_same(_file: &File, path: &Path) -> io::Result<bool> {
    fs::metadata(path).map(|_| true)
}

/// Copies a folder. Files are shared where the file system can do that, links stay links.
fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, from, to) = (entry.file_type()?, entry.path(), to.join(entry.file_name()));
        if kind.is_symlink() {
            copy_link(&from, &to)?;
        } else if kind.is_dir() {
            copy_folder(&from, &to)?;
        } else if fs::hard_link(&from, &to).is_err() && kind.is_file() {
            fs::copy(&from, &to)?;
        }
    }
    take_over_rights(from, to)
}

#[cfg(unix)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(windows)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::windows::fs::{symlink_dir, symlink_file};
    let target = fs::read_link(from)?;
    if from.is_dir() { symlink_dir(target, to) } else { symlink_file(target, to) }
}

/// Gives a folder the permissions and, where that is allowed, the owner of another.
fn take_over_rights(from: &Path, to: &Path) -> io::Result<()> {
    let metadata = fs::metadata(from)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        // Only an administrator may give a folder to somebody else.
        let _ = std::os::unix::fs::chown(to, Some(metadata.uid()), Some(metadata.gid()));
    }
    fs::set_permissions(to, metadata.permissions())
}

/// Exchanges two folders: in one step where the system can do that.
fn exchange(copy: &Path, site: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, copy, CWD, site, RenameFlags::EXCHANGE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            done => return done.map_err(io::Error::from),
        }
    }
    let former = beside(site, FORMER).ok_or(ErrorKind::InvalidInput)?;
    fs::rename(site, &former)?;
    if let Err(error) = fs::rename(copy, site) {
        fs::rename(&former, site)?;
        return Err(error);
    }
    remove_folder(&former)
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (kind, path) = (entry.file_type()?, format!("{prefix}{}", entry.file_name().to_string_lossy()));
        if kind.is_dir() {
            list(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// Removes a file with its compressed copies.
fn remove_with_compressed(file: &Path) -> io::Result<()> {
    for ending in ["", ".br", ".gz"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        ignore_missing(fs::remove_file(name))?;
    }
    Ok(())
}

fn remove_folder(folder: &Path) -> io::Result<()> {
    ignore_missing(fs::remove_dir_all(folder))
}

/// Removing something that does not exist is no error.
fn ignore_missing(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
