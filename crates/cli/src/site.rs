//! `mingbai site`: puts a disclosure into a site that was built.

use crate::arguments::Site;
use crate::checked_file::{CheckedFile, Verdict};
use crate::messages;
use crate::output::{self, Output};
use crate::{input, report};
use jiff::Timestamp;
use mingbai::prerender::{Pictures, Prerenderer};
use mingbai_core::figures::{FigureId, RenderContext, page_title};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use mingbai_site::{ABSENT, Carried, MANIFEST, ONE_FILE, Painter, WORKER, with_inside};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Puts a disclosure into a built site; returns the exit code. Amounts that conflict are no reason against it: the page
/// shows them.
///
/// # Errors
/// What the system says where the answer could not be written.
pub fn run(asked: &Site, lang: Lang) -> io::Result<u8> {
    let input = input::one(&asked.file);
    let book = match CheckedFile::open(&input) {
        Ok(book) => book,
        Err(problem) => {
            output::complain(&format!("{}: {}", messages::name(&input.name, lang), problem.says(lang)));
            return Ok(Verdict::Unreadable.code());
        }
    };
    let first = asked.site.join("index.html");
    let words = messages::of(lang);
    let path = |path: &Path| path.display().to_string();
    let prerenderer = Prerenderer::new(book.disclosure.clone());
    match fill(asked, prerenderer, lang) {
        Ok(true) => {
            let title = report::title(&book.context(lang), words);
            Output::new()
                .say(&(messages::fill(words.site_done, &[("page", &path(&first)), ("title", &title)]) + "\n"))?;
            Ok(0)
        }
        Ok(false) => {
            output::complain(&messages::fill(words.site_no_place, &[("page", &path(&first))]));
            Ok(2)
        }
        Err((file, error)) if error.kind() == ErrorKind::NotFound && file == first => {
            output::complain(&messages::fill(words.site_missing, &[("site", &path(&asked.site))]));
            Ok(2)
        }
        Err((file, error)) => {
            let slots = [("page", path(&file)), ("error", error.to_string())];
            output::complain(&messages::fill(
                words.site_failed,
                &slots.each_ref().map(|(name, value)| (*name, value.as_str())),
            ));
            Ok(2)
        }
    }
}

/// What went wrong, and with which file.
type Failure = (PathBuf, io::Error);

/// Fills the site; false where its page has no place for a disclosure. Nothing is written before all of it is made, but for
/// the list of all that is there, which comes last.
fn fill(asked: &Site, prerenderer: Prerenderer, lang: Lang) -> Result<bool, Failure> {
    let (site, address) = (&asked.site, asked.address.as_deref());
    let read = |folder: &Path, name: &str| {
        let file = folder.join(name);
        fs::read_to_string(&file).map_err(|error| (file, error))
    };
    place_of_list(site)?;
    let template = with_inside(&read(site, "index.html")?, |name| read(site, name))?;
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut prerenderer = prerenderer;
    if let Some(drawn) = &asked.drawn {
        let svg = |name: &str| read(drawn, &format!("{name}.svg")).ok();
        let missing = || (drawn.clone(), io::Error::new(ErrorKind::InvalidData, "a drawing is missing"));
        let pictures = mingbai_site::pictures(prerenderer, svg, address).ok_or_else(missing)?;
        let painter = Painter::new();
        let mut kept = Pictures::new();
        if painter.is_none() {
            output::complain(messages::of(lang).site_no_font);
        }
        for (name, svg) in pictures {
            // What is shared; the charts of the page stay what a browser draws best.
            let shared = !name.starts_with("chart/");
            let png = painter.as_ref().filter(|_| shared).and_then(|painter| painter.png(&svg));
            let file = site.join("picture").join(&name);
            files.extend(png.map(|png| (file.with_extension("png"), png)));
            files.push((file, svg.clone().into_bytes()));
            kept.insert(name, svg);
        }
        prerenderer = prerenderer.pictured(kept);
    }
    let size = |name: &str| {
        let (_, png) = files.iter().find(|(file, _)| *file == site.join(name))?;
        mingbai_site::size(png)
    };
    let described = address.map(|address| described(prerenderer, address, size)).unwrap_or_default();
    files.extend(described.into_iter().map(|(name, content)| (site.join(name), content)));
    let carried = Carried::of(prerenderer.disclosure());
    files.extend(carried.map(|carried| (site.join(carried.name), carried.content.into_bytes())));
    files.extend(
        mingbai_site::data(prerenderer).into_iter().map(|(name, content)| (site.join("data").join(name), content)),
    );
    if let Some(icons) = read(site, "icon.svg").ok().and_then(|svg| mingbai_site::icons(&svg)) {
        prerenderer = prerenderer.with_icons();
        files.extend(icons.into_iter().map(|(name, content)| (site.join(name), content)));
        for lang in Lang::ALL {
            let manifest = mingbai_site::manifest(&RenderContext::new(prerenderer.disclosure(), lang));
            files.push((site.join(PageKind::Report.path(lang)).with_file_name(MANIFEST), manifest.into_bytes()));
        }
    }
    // Search engines take whole addresses only: a list of those of another time is none of this one's.
    let lists =
        [("sitemap.xml", address.map(mingbai_site::sitemap)), ("robots.txt", address.and_then(mingbai_site::robots))];
    let stale = lists.each_ref().map(|(name, list)| list.is_none().then(|| site.join(name)));
    let lists = lists.into_iter().filter_map(|(name, list)| Some((site.join(name), list?.into_bytes())));
    files.extend(lists);
    files.extend(mingbai_site::absent(&template, address).map(|html| (site.join(ABSENT), html.into_bytes())));
    let frozen = frozen(&template, prerenderer, address, site, &files);
    let Some(frozen) = frozen else { return Ok(false) };
    files.extend(frozen);
    // The explorer as one file, where the site has the app.
    let made = |path: &str| files.iter().find(|(file, _)| *file == site.join(path)).map(|(_, content)| content.clone());
    let whole = mingbai_site::page(&template, prerenderer, PageKind::Report, Lang::Zh, None);
    if let Some(whole) = whole.filter(|html| html.contains("<script type=\"module\">")) {
        let title = page_title(&RenderContext::new(prerenderer.disclosure(), Lang::Zh), PageKind::Report);
        let one = mingbai_site::one_file(&whole, &title, address, |path| {
            made(path).or_else(|| fs::read(site.join(path)).ok())
        });
        let file = site.join(ONE_FILE);
        let unexpected = |what| (file.clone(), io::Error::new(ErrorKind::InvalidData, format!("expected {what}")));
        let one = one.map_err(unexpected)?;
        files.push((file, one.into_bytes()));
    }
    // Of the pages the one that is the template for the next time comes last.
    let sheets: Vec<PageKind> = PageKind::all().collect();
    for (sheet, lang) in sheets.into_iter().rev().flat_map(|sheet| [(sheet, Lang::En), (sheet, Lang::Zh)]) {
        let Some(html) = mingbai_site::page(&template, prerenderer, sheet, lang, address) else { return Ok(false) };
        files.push((site.join(sheet.path(lang)), html.into_bytes()));
    }
    // Pictures and descriptions of another disclosure are none of this one; those of its figures that do not change stay.
    let folder = mingbai_site::frozen_folder(prerenderer);
    for folder in ["picture", "oembed", folder.as_str()].map(|name| site.join(name)) {
        gone(fs::remove_dir_all(&folder)).map_err(|error| (folder, error))?;
    }
    let carried = others_carried(site).map_err(|error| (site.clone(), error))?;
    for file in stale.into_iter().flatten().chain(carried) {
        remove(&file).map_err(|error| (file, error))?;
    }
    for (file, content) in files {
        write(&file, &content).map_err(|error| (file, error))?;
    }
    list_for_offline(site)?;
    Ok(true)
}

/// The service worker of a site, with a place for the list of files that a browser keeps; None where it was built without.
fn place_of_list(site: &Path) -> Result<Option<String>, Failure> {
    let worker = site.join(WORKER);
    match fs::read_to_string(&worker) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Ok(script) if mingbai_site::keeping(&script, Vec::new()).is_none() => {
            Err((worker, io::Error::new(ErrorKind::InvalidData, "no place for the list of files")))
        }
        read => read.map(Some).map_err(|error| (worker, error)),
    }
}

/// Writes into the service worker which files a browser keeps. A site that was built without one stays without.
fn list_for_offline(site: &Path) -> Result<(), Failure> {
    let Some(before) = place_of_list(site)? else { return Ok(()) };
    let (worker, index) = (site.join(WORKER), site.join("index.html"));
    let whole = fs::read_to_string(&index).map_err(|error| (index, error))?;
    let paths = paths(site, site).map_err(|error| (site.to_owned(), error))?;
    let kept = paths.into_iter().filter(|path| mingbai_site::keeps(path, &whole)).map(|path| {
        let file = site.join(&path);
        fs::read(&file).map(|content| (path, content)).map_err(|error| (file, error))
    });
    let listed = mingbai_site::keeping(&before, kept.collect::<Result<_, _>>()?).unwrap_or(before);
    write(&worker, listed.as_bytes()).map_err(|error| (worker, error))
}

/// All files of a folder and of those in it, by their paths from `root`, with slashes.
fn paths(root: &Path, folder: &Path) -> io::Result<Vec<String>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(paths(root, &path)?);
        } else if let Ok(within) = path.strip_prefix(root) {
            let parts: Vec<_> = within.iter().map(|part| part.to_string_lossy()).collect();
            all.push(parts.join("/"));
        }
    }
    Ok(all)
}

/// The figures' pages as they are today, which do not change any more, with what they need beside them: they stay when the
/// site gets another disclosure. `made` is what was made so far. None where the template has no place for a disclosure.
fn frozen(
    template: &str,
    prerenderer: Prerenderer,
    address: Option<&str>,
    site: &Path,
    made: &[(PathBuf, Vec<u8>)],
) -> Option<Vec<(PathBuf, Vec<u8>)>> {
    let folder = site.join(mingbai_site::frozen_folder(prerenderer));
    let prerenderer = prerenderer.frozen(&today());
    let beside = made.iter().filter_map(|(file, content)| {
        let path = file.strip_prefix(site).ok()?;
        let name = path.to_str()?;
        let needed = path.starts_with("picture") || name.starts_with(Carried::KIND.0);
        needed.then(|| (folder.join(path), content.clone()))
    });
    let mut files: Vec<(PathBuf, Vec<u8>)> = beside.collect();
    for (sheet, lang) in PageKind::all().flat_map(|sheet| Lang::ALL.map(|lang| (sheet, lang))) {
        if sheet != PageKind::Report {
            let html = mingbai_site::page(template, prerenderer, sheet, lang, address)?;
            files.push((folder.join(sheet.path(lang)), html.into_bytes()));
        }
    }
    Some(files)
}

/// The day of the build. `SOURCE_DATE_EPOCH` names another, so that a build can be repeated to the letter.
fn today() -> String {
    let named = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let named = named.and_then(|seconds| Timestamp::from_second(seconds).ok());
    named.unwrap_or_else(Timestamp::now).strftime("%Y-%m-%d").to_string()
}

/// What describes each figure to whoever shows a link to it, by its path from the site's root.
fn described(
    prerenderer: Prerenderer,
    address: &str,
    size: impl Fn(&str) -> Option<(u32, u32)> + Copy,
) -> Vec<(String, Vec<u8>)> {
    let all = FigureId::ALL.into_iter().flat_map(|id| Lang::ALL.map(|lang| (id, lang)));
    all.map(|(id, lang)| {
        (mingbai_site::oembed_path(id, lang), mingbai_site::oembed(prerenderer, id, lang, address, size).into_bytes())
    })
    .collect()
}

/// What the figures' pages fetched before: of another disclosure, or of this one, which is written again.
fn others_carried(site: &Path) -> io::Result<Vec<PathBuf>> {
    let (before, behind) = Carried::KIND;
    let is_one = |name: &str| name.starts_with(before) && name.ends_with(behind);
    let entries = fs::read_dir(site)?.collect::<io::Result<Vec<_>>>()?;
    Ok(entries
        .iter()
        .filter(|entry| entry.file_name().to_str().is_some_and(is_one))
        .map(|entry| entry.path())
        .collect())
}

/// Whoever asks for the file meanwhile gets the old one or the new one, never half of it. What was packed of the old one
/// goes with it.
fn write(file: &Path, content: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut whole = file.as_os_str().to_owned();
    whole.push(".new");
    fs::write(&whole, content)?;
    unpack(file)?;
    fs::rename(&whole, file)
}

/// Removes a file, where there is one, with what was packed of it.
fn remove(file: &Path) -> io::Result<()> {
    unpack(file)?;
    gone(fs::remove_file(file))
}

/// Removes what was packed of a file.
fn unpack(file: &Path) -> io::Result<()> {
    for ending in [".br", ".gz"] {
        let mut packed = file.as_os_str().to_owned();
        packed.push(ending);
        gone(fs::remove_file(&packed))?;
    }
    Ok(())
}

/// What is not there need not be removed.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
