//! The files that a disclosure adds to a built site, all made before the first is written.

use super::file_system::{SiteError, read, write};
use crate::messages::Messages;
use crate::output;
use jiff::Timestamp;
use mingbai::prerender::{Pictures, Prerenderer};
use mingbai_core::figures::{FigureId, page_title};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use mingbai_site::{EmbeddedDocumentFile, MANIFEST, NOT_FOUND, ONE_FILE, PngRenderer};
use std::fs;
use std::path::Path;

/// Files to be written into a site.
pub struct NewFiles<'s> {
    site: &'s Path,
    address: Option<&'s str>,
    /// Each with its path from the site's root, in the order of writing.
    files: Vec<(String, Vec<u8>)>,
}

impl<'s> NewFiles<'s> {
    /// No files. `address` is that of the site, with a slash at its end, where it is known.
    pub fn new(site: &'s Path, address: Option<&'s str>) -> NewFiles<'s> {
        NewFiles { site, address, files: Vec::new() }
    }

    fn add(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.files.push((path.into(), content.into()));
    }

    fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.iter().find(|(known, _)| known == path).map(|(_, content)| content.as_slice())
    }

    /// Writes all files.
    ///
    /// # Errors
    /// Where one cannot be written.
    pub fn write(&self) -> Result<(), SiteError> {
        self.files.iter().try_for_each(|(path, content)| write(&self.site.join(path), content))
    }

    /// The pictures in the folder `drawings`, with PNG copies of those that are shared. Gives back the prerenderer that
    /// refers to them.
    ///
    /// # Errors
    /// Where a drawing is missing.
    pub fn add_pictures(
        &mut self,
        drawings: &Path,
        prerenderer: Prerenderer,
        lang: Lang,
    ) -> Result<Prerenderer, SiteError> {
        let svg = |name: &str| read(&drawings.join(format!("{name}.svg"))).ok();
        let pictures = mingbai_site::pictures(prerenderer, svg, self.address)
            .ok_or_else(|| SiteError::invalid(drawings, "a drawing is missing"))?;
        let renderer = PngRenderer::new();
        if renderer.is_none() {
            output::print_error(Messages::of(lang).site_no_font);
        }
        let mut by_name = Pictures::new();
        for (name, svg) in pictures {
            // The page's own charts stay SVG.
            let is_shared = !name.starts_with("chart/");
            let path = format!("picture/{name}");
            if let Some(png) = renderer.as_ref().filter(|_| is_shared).and_then(|renderer| renderer.png(&svg)) {
                self.add(path.trim_end_matches(".svg").to_owned() + ".png", png);
            }
            self.add(path, svg.as_bytes());
            by_name.insert(name, svg);
        }
        Ok(prerenderer.with_pictures(by_name))
    }

    /// The oEmbed descriptions of the figures, where the site's address is known.
    pub fn add_oembed(&mut self, prerenderer: Prerenderer) {
        let Some(address) = self.address else { return };
        for (id, lang) in FigureId::ALL.into_iter().flat_map(|id| Lang::ALL.map(|lang| (id, lang))) {
            let size = |path: &str| mingbai_site::png_size(self.get(path)?);
            let description = mingbai_site::oembed(prerenderer, id, lang, address, size);
            self.add(mingbai_site::oembed_path(id, lang), description);
        }
    }

    /// The embedded document and the files of the folder `data`.
    pub fn add_data(&mut self, prerenderer: Prerenderer) {
        if let Some(document) = EmbeddedDocumentFile::of(prerenderer) {
            self.add(document.name, document.content);
        }
        for (name, content) in mingbai_site::data(prerenderer) {
            self.add(format!("data/{name}"), content);
        }
    }

    /// The icons and manifests, where the site has an icon. Gives back the prerenderer that refers to them.
    pub fn add_icons(&mut self, prerenderer: Prerenderer) -> Prerenderer {
        let svg = read(&self.site.join("icon.svg")).ok();
        let Some(icons) = svg.and_then(|svg| mingbai_site::icons(&svg)) else { return prerenderer };
        let prerenderer = prerenderer.with_icons();
        for (name, content) in icons {
            self.add(name, content);
        }
        for lang in Lang::ALL {
            let folder = PageKind::Report.path(lang).trim_end_matches("index.html").to_owned();
            self.add(folder + MANIFEST, mingbai_site::manifest(&prerenderer.context(lang)));
        }
        prerenderer
    }

    /// `sitemap.xml` and `robots.txt`, as far as the site's address allows. Gives back the names of those that it does
    /// not allow.
    pub fn add_search_engine_files(&mut self) -> Vec<&'static str> {
        let files = [
            ("sitemap.xml", self.address.map(mingbai_site::sitemap)),
            ("robots.txt", self.address.and_then(mingbai_site::robots)),
        ];
        let mut left_out = Vec::new();
        for (name, content) in files {
            match content {
                Some(content) => self.add(name, content),
                None => left_out.push(name),
            }
        }
        left_out
    }

    /// The page for addresses that do not exist.
    pub fn add_not_found(&mut self, template: &str) {
        if let Some(html) = mingbai_site::not_found_page(template, self.address) {
            self.add(NOT_FOUND, html);
        }
    }

    /// The frozen version: the figure pages as they are today, with the pictures and the document that they need. False
    /// where the template has no place for a disclosure.
    pub fn add_frozen_version(&mut self, template: &str, prerenderer: Prerenderer) -> bool {
        let folder = mingbai_site::frozen_folder(prerenderer);
        let prerenderer = prerenderer.frozen_since(&today());
        let is_needed = |path: &str| path.starts_with("picture/") || path.starts_with(EmbeddedDocumentFile::NAME.0);
        let needed = self.files.iter().filter(|(path, _)| is_needed(path));
        let needed: Vec<_> = needed.map(|(path, content)| (format!("{folder}{path}"), content.clone())).collect();
        self.files.extend(needed);
        for (page_kind, lang) in pages().filter(|(page_kind, _)| *page_kind != PageKind::Report) {
            let Some(html) = mingbai_site::page(template, prerenderer, page_kind, lang, self.address) else {
                return false;
            };
            self.add(format!("{folder}{}", page_kind.path(lang)), html);
        }
        true
    }

    /// The one-file explorer, where the site has the app.
    ///
    /// # Errors
    /// Where page or app are not as the build leaves them.
    pub fn add_one_file_explorer(&mut self, template: &str, prerenderer: Prerenderer) -> Result<(), SiteError> {
        let report = mingbai_site::page(template, prerenderer, PageKind::Report, Lang::Zh, None);
        let Some(report) = report.filter(|html| html.contains("<script type=\"module\">")) else { return Ok(()) };
        let title = page_title(&prerenderer.context(Lang::Zh), PageKind::Report);
        let content = |path: &str| {
            let new = self.get(path).map(<[u8]>::to_vec);
            new.or_else(|| fs::read(self.site.join(path)).ok())
        };
        let html = mingbai_site::one_file(&report, &title, self.address, content)
            .map_err(|what| SiteError::invalid(self.site.join(ONE_FILE), format!("expected {what}")))?;
        self.add(ONE_FILE, html);
        Ok(())
    }

    /// The pages in both languages. The last one is the template of the next run. False where the template has no place
    /// for a disclosure.
    pub fn add_pages(&mut self, template: &str, prerenderer: Prerenderer) -> bool {
        let page_kinds: Vec<PageKind> = PageKind::all().collect();
        for page_kind in page_kinds.into_iter().rev() {
            for lang in [Lang::En, Lang::Zh] {
                let Some(html) = mingbai_site::page(template, prerenderer, page_kind, lang, self.address) else {
                    return false;
                };
                self.add(page_kind.path(lang), html);
            }
        }
        true
    }
}

/// All pages in all languages.
fn pages() -> impl Iterator<Item = (PageKind, Lang)> {
    PageKind::all().flat_map(|page_kind| Lang::ALL.map(|lang| (page_kind, lang)))
}

/// The day of the build. `SOURCE_DATE_EPOCH` sets another one, for reproducible builds.
fn today() -> String {
    let named = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let named = named.and_then(|seconds| Timestamp::from_second(seconds).ok());
    named.unwrap_or_else(Timestamp::now).strftime("%Y-%m-%d").to_string()
}
