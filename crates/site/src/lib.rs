//! A built site filled with a disclosure: prerendered pages, the embedded document, pictures, the one-file explorer,
//! the list of the service worker, oEmbed.
//!
//! Nothing here accesses the folder of a site: functions take the content of its files and return that of others. The
//! command `mingbai site` reads and writes them.

mod chart_drawings;
mod content_security_policy;
mod embedded_document;
mod head;
mod health;
mod html_attributes;
mod integrity;
mod json;
mod manifest;
mod not_found;
mod notice_page;
mod oembed;
mod offline;
mod one_file;
mod rasterize;
mod sitemap;
mod template;
mod translations;
mod withdrawn;

pub use chart_drawings::{Drawing, drawings, pictures};
pub use embedded_document::{EmbeddedDocumentFile, with_embedded_text};
pub use health::{HEALTH, health_page};
pub use manifest::{MANIFEST, icons, manifest};
pub use not_found::{NOT_FOUND, not_found_page};
pub use oembed::{oembed, oembed_path};
pub use offline::{SERVICE_WORKER, is_precached, with_precache_list};
pub use one_file::{ONE_FILE, one_file};
pub use rasterize::{PngRenderer, png_size};
pub use sitemap::{robots, sitemap};
pub use template::with_inlined_files;
pub use translations::translations;
pub use withdrawn::{WITHDRAWN_WORKER, withdrawn_page};

use content_security_policy::policy;
use head::{PageLocation, head};
use mingbai::prerender::Prerenderer;
use mingbai_core::export::{DisclosureRecord, datapackage, dataset_version, to_json};
use mingbai_core::locale::{Lang, Locale};
use mingbai_core::page_kind::PageKind;
use template::{
    BODY, DISCLOSURE, FIGURE_STYLES, FRAME_SCRIPT, HEAD, POLICY, REPORT_ELEMENTS, REPORT_SCRIPT, for_page, with_root,
    without_comments, without_placeholders,
};

/// A page of a disclosure in a language, made from the `index.html` of the build, or from one that was filled before;
/// None where that lacks a placeholder. `address` is that of the site, with a slash at its end, where it is known.
pub fn page(
    template: &str,
    prerenderer: Prerenderer,
    page_kind: PageKind,
    lang: Lang,
    address: Option<&str>,
) -> Option<String> {
    // The template may contain another text.
    let html = DISCLOSURE.fill(&without_comments(template), "")?;
    let folder = prerenderer.frozen_date().map(|_| frozen_folder(prerenderer));
    let at = PageLocation { address, page_kind, lang, frozen: folder.as_deref() };
    let html = HEAD.fill(&html, &head(prerenderer, &at))?;
    let html = BODY.fill(&html, &prerenderer.page(page_kind, lang))?;
    // Not every template has these placeholders.
    let html = match (page_kind, lang) {
        (PageKind::Report, Lang::Zh) => html,
        (PageKind::Report, Lang::En) => {
            let html = REPORT_SCRIPT.join_previous(&html).unwrap_or(html);
            let html = FIGURE_STYLES.remove(&html).unwrap_or(html);
            FRAME_SCRIPT.remove(&html).unwrap_or(html)
        }
        (PageKind::Figure(_), _) => {
            let html = REPORT_ELEMENTS.fill(&html, "").unwrap_or(html);
            let html = REPORT_SCRIPT.remove(&html).unwrap_or(html);
            FRAME_SCRIPT.join_previous(&html).unwrap_or(html)
        }
    };
    let up = if folder.is_some() { "../../" } else { "" };
    let html = for_page(&html, page_kind, lang, prerenderer.frozen_date())?;
    let html = with_root(&html, &format!("{}{up}", page_kind.path_to_root(lang)))?;
    let html = POLICY.fill(&html, &policy(&html))?;
    match (page_kind, lang) {
        // The template of the next run.
        (PageKind::Report, Lang::Zh) => Some(html),
        _ => without_placeholders(&html),
    }
}

/// The folder of a disclosure's frozen version, named after the beginning of its hash: `v/ceb3f87ecb73/`.
pub fn frozen_folder(prerenderer: Prerenderer) -> String {
    format!("v/{}/", dataset_version(prerenderer.disclosure()))
}

/// A page with a text that is not a disclosure, and nothing of another document.
pub fn unparsed_page(template: &str, text: &str) -> Option<String> {
    let title = format!("<title>{}</title>", Locale::of(Lang::Zh).words().brand);
    let html = with_embedded_text(&HEAD.fill(&BODY.fill(template, "")?, &title)?, text)?;
    POLICY.fill(&html, &policy(&html))
}

/// The files of the folder `data`, by their names.
pub fn data(prerenderer: Prerenderer) -> Vec<(&'static str, Vec<u8>)> {
    let context = prerenderer.context(Lang::Zh);
    let whole = to_json(&DisclosureRecord::of(&context, prerenderer.checks()));
    let files = datapackage(prerenderer.disclosure()).into_iter().map(|file| (file.name, file.content));
    std::iter::once(("budget.json", whole.into_bytes())).chain(files).collect()
}
