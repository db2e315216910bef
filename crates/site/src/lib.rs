//! The host's edge of the page: the built files, filled with a disclosure.

mod chart_drawings;
mod content_security_policy;
mod embedded_document;
mod head;
mod manifest;
mod not_found;
mod oembed;
mod offline;
mod one_file;
mod rasterize;
mod sitemap;
mod template;

pub use chart_drawings::{Drawing, drawings, pictures};
pub use embedded_document::{Carried, carrying};
pub use manifest::{MANIFEST, icons, manifest};
pub use not_found::{ABSENT, absent};
pub use oembed::{oembed, oembed_path};
pub use offline::{WORKER, keeping, keeps};
pub use one_file::{ONE_FILE, one_file};
pub use rasterize::{Painter, size};
pub use sitemap::{robots, sitemap};
pub use template::with_inside;

use content_security_policy::policy;
use head::{Where, head};
use mingbai::prerender::Prerenderer;
use mingbai_core::export::{Document, datapackage, dataset_short, to_json};
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::{Lang, Locale};
use mingbai_core::page_kind::PageKind;
use template::{DISCLOSURE, FRAME, HEAD, PAGE, POLICY, WHOLE, deeper, of_sheet, without_places, without_remarks};

/// A page of a disclosure in a language, made of the one that the build left or of one that was filled before; None where
/// that has no place for it. `address` is the site's, with a slash at its end, where it is known.
pub fn page(
    template: &str,
    prerenderer: Prerenderer,
    sheet: PageKind,
    lang: Lang,
    address: Option<&str>,
) -> Option<String> {
    // Another text that it carried.
    let html = DISCLOSURE.filled(&without_remarks(template), "")?;
    let folder = prerenderer.is_frozen().map(|_| frozen_folder(prerenderer));
    let at = Where { address, sheet, lang, frozen: folder.as_deref() };
    let html = HEAD.filled(&html, &head(prerenderer, &at))?;
    let html = PAGE.filled(&html, &prerenderer.page(sheet, lang))?;
    // Not every template has such places.
    let html = match (sheet, lang) {
        (PageKind::Report, Lang::Zh) => html,
        (PageKind::Report, Lang::En) => FRAME.removed(&html).unwrap_or(html),
        (PageKind::Figure(_), _) => {
            let html = WHOLE.filled(&html, "").unwrap_or(html);
            FRAME.joined(&html).unwrap_or(html)
        }
    };
    let up = if folder.is_some() { "../../" } else { "" };
    let html = of_sheet(&html, sheet, lang, prerenderer.is_frozen())?;
    let html = deeper(&html, &format!("{}{up}", sheet.root(lang)))?;
    let html = POLICY.filled(&html, &policy(&html))?;
    match (sheet, lang) {
        // The template for the next time.
        (PageKind::Report, Lang::Zh) => Some(html),
        _ => without_places(&html),
    }
}

/// The folder of the pages of a disclosure that do not change any more, by the beginning of its hash: `v/ceb3f87ecb73/`.
pub fn frozen_folder(prerenderer: Prerenderer) -> String {
    format!("v/{}/", dataset_short(prerenderer.disclosure()).trim_start_matches("sha256:"))
}

/// A page that carries a text which is no disclosure, and says nothing of another.
pub fn carrying_only(template: &str, text: &str) -> Option<String> {
    let title = format!("<title>{}</title>", Locale::of(Lang::Zh).words().brand);
    let html = carrying(&HEAD.filled(&PAGE.filled(template, "")?, &title)?, text)?;
    POLICY.filled(&html, &policy(&html))
}

/// The files with the data, by their names in the folder `data`.
pub fn data(prerenderer: Prerenderer) -> Vec<(&'static str, Vec<u8>)> {
    let context = RenderContext::new(prerenderer.disclosure(), Lang::Zh);
    let whole = to_json(&Document::of(&context, prerenderer.checks()));
    let files = datapackage(prerenderer.disclosure()).into_iter().map(|file| (file.name, file.content));
    std::iter::once(("budget.json", whole.into_bytes())).chain(files).collect()
}
