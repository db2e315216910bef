//! The files that a disclosure adds to a built site, all made before the first is written.

use super::site_error::SiteError;
use super::staged_site::StagedSite;
use super::written_files::{WrittenFiles, is_for_search_engines};
use crate::decoder;
use crate::messages::Messages;
use crate::output;
use jiff::Timestamp;
use mingbai::kiosk::{KioskSettings, SettingError};
use mingbai::prerender::{Pictures, Prerenderer};
use mingbai_core::document_file::decode;
use mingbai_core::figures::{FigureId, page_title};
use mingbai_core::locale::{Lang, fill};
use mingbai_core::page_kind::PageKind;
use mingbai_site::{EmbeddedDocumentFile, HEALTH, MANIFEST, NOT_FOUND, ONE_FILE, PngRenderer};
use std::fs;
use std::path::Path;

/// The file with the settings of kiosks, which the owner of a site may put into it.
const KIOSK_SETTINGS: &str = "kiosk.txt";

/// Files to be written into a site.
pub struct NewFiles<'s> {
    site: &'s StagedSite,
    address: Option<&'s str>,
    /// Each with its path from the site's root, in the order of writing.
    files: Vec<(String, Vec<u8>)>,
}

impl<'s> NewFiles<'s> {
    /// No files. `address` is that of the site, with a slash at its end, where it is known.
    pub fn new(site: &'s StagedSite, address: Option<&'s str>) -> NewFiles<'s> {
        NewFiles { site, address, files: Vec::new() }
    }

    fn add(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.files.push((path.into(), content.into()));
    }

    fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.iter().find(|(known, _)| known == path).map(|(_, content)| content.as_slice())
    }

    /// Writes all files, and gives their list. What somebody else has put in the place of a file for search engines
    /// stays.
    ///
    /// # Errors
    /// Where one cannot be written.
    pub fn write(&self, before: &WrittenFiles) -> Result<WrittenFiles, SiteError> {
        let mut written = WrittenFiles::default();
        for (path, content) in &self.files {
            if is_for_search_engines(path) && self.site.read(path).is_ok() && !before.has(self.site, path) {
                continue;
            }
            self.site.write(path, content)?;
            written.add(path, content);
        }
        Ok(written)
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
        let svg = |name: &str| fs::read_to_string(drawings.join(format!("{name}.svg"))).ok();
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
        let svg = self.site.read_text("icon.svg").ok();
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

    /// `sitemap.xml` and `robots.txt`, as far as the site's address allows.
    pub fn add_search_engine_files(&mut self) {
        if let Some(address) = self.address {
            self.add("sitemap.xml", mingbai_site::sitemap(address));
            if let Some(robots) = mingbai_site::robots(address) {
                self.add("robots.txt", robots);
            }
        }
    }

    /// The page for addresses that do not exist.
    pub fn add_not_found(&mut self, template: &str) {
        if let Some(html) = mingbai_site::not_found_page(template, self.address) {
            self.add(NOT_FOUND, html);
        }
    }

    /// The page that tells the site's owner what their host does wrong.
    pub fn add_health_page(&mut self) {
        if let Some(html) = mingbai_site::health_page() {
            self.add(HEALTH, html);
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
    pub fn add_one_file_explorer(
        &mut self,
        template: &str,
        prerenderer: Prerenderer,
        lang: Lang,
    ) -> Result<(), SiteError> {
        let report = mingbai_site::page(template, prerenderer, PageKind::Report, Lang::Zh, None);
        let Some(report) = report.filter(|html| html.contains("<script type=\"module\">")) else { return Ok(()) };
        let title = page_title(&prerenderer.context(Lang::Zh), PageKind::Report);
        let settings = self.kiosk_settings(lang);
        let content = |path: &str| match path {
            KIOSK_SETTINGS => settings.clone().map(String::into_bytes),
            _ => self.get(path).map(<[u8]>::to_vec).or_else(|| self.site.read(path).ok()),
        };
        let html = mingbai_site::one_file(&report, &title, self.address, content)
            .map_err(|what| SiteError::invalid(self.site.shown(ONE_FILE), format!("expected {what}")))?;
        self.add(ONE_FILE, html);
        Ok(())
    }

    /// The site's settings for kiosks, in any encoding that a page would read. What of them is wrong is said; the page
    /// leaves it out.
    fn kiosk_settings(&self, lang: Lang) -> Option<String> {
        let messages = Messages::of(lang);
        let bytes = self.site.read(KIOSK_SETTINGS).ok()?;
        let text = match decode(bytes, &decoder::decode) {
            Ok((text, _)) => text,
            Err(error) => {
                output::print_error(&format!("{KIOSK_SETTINGS}: {}", error.message(lang)));
                return None;
            }
        };
        let (settings, errors) = KioskSettings::parse(&text, "", false);
        for SettingError { line, text } in errors {
            let line = line.unwrap_or_default().to_string();
            output::print_error(&fill(messages.site_kiosk_setting, &[("line", &line), ("text", &text)]));
        }
        if let Some(logo) = settings.logo.filter(|logo| self.site.read(logo).is_err()) {
            output::print_error(&fill(messages.site_kiosk_logo, &[("logo", &logo)]));
        }
        Some(text)
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
