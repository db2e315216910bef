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
use mingbai::prerender::Still;
use mingbai_core::export::{Document, datapackage, dataset_short, to_json};
use mingbai_core::figures::Reading;
use mingbai_core::locale::{Lang, Locale};
use mingbai_core::page_kind::Sheet;
use template::{DISCLOSURE, FRAME, HEAD, PAGE, POLICY, WHOLE, deeper, of_sheet, without_places, without_remarks};

/// A page of a disclosure in a language, made of the one that Trunk left or of one that was filled before; None where
/// that has no place for it. `address` is the site's, with a slash at its end, where it is known.
pub fn page(template: &str, still: Still, sheet: Sheet, lang: Lang, address: Option<&str>) -> Option<String> {
    // Another text that it carried.
    let html = DISCLOSURE.filled(&without_remarks(template), "")?;
    let folder = still.is_frozen().map(|_| frozen_folder(still));
    let at = Where { address, sheet, lang, frozen: folder.as_deref() };
    let html = HEAD.filled(&html, &head(still, &at))?;
    let html = PAGE.filled(&html, &still.page(sheet, lang))?;
    // Not every template has such places.
    let html = match (sheet, lang) {
        (Sheet::Whole, Lang::Zh) => html,
        (Sheet::Whole, Lang::En) => FRAME.removed(&html).unwrap_or(html),
        (Sheet::Figure(_), _) => {
            let html = WHOLE.filled(&html, "").unwrap_or(html);
            FRAME.joined(&html).unwrap_or(html)
        }
    };
    let up = if folder.is_some() { "../../" } else { "" };
    let html = of_sheet(&html, sheet, lang, still.is_frozen())?;
    let html = deeper(&html, &format!("{}{up}", sheet.root(lang)))?;
    let html = POLICY.filled(&html, &policy(&html))?;
    match (sheet, lang) {
        // The template for the next time.
        (Sheet::Whole, Lang::Zh) => Some(html),
        _ => without_places(&html),
    }
}

/// The folder of the pages of a disclosure that do not change any more, by the beginning of its hash: `v/ceb3f87ecb73/`.
pub fn frozen_folder(still: Still) -> String {
    format!("v/{}/", dataset_short(still.disclosure()).trim_start_matches("sha256:"))
}

/// A page that carries a text which is no disclosure, and says nothing of another.
pub fn carrying_only(template: &str, text: &str) -> Option<String> {
    let title = format!("<title>{}</title>", Locale::of(Lang::Zh).words().brand);
    let html = carrying(&HEAD.filled(&PAGE.filled(template, "")?, &title)?, text)?;
    POLICY.filled(&html, &policy(&html))
}

/// The files with the data, by their names in the folder `data`.
pub fn data(still: Still) -> Vec<(&'static str, Vec<u8>)> {
    let reading = Reading::new(still.disclosure(), Lang::Zh);
    let whole = to_json(&Document::of(&reading, still.checks()));
    let files = datapackage(still.disclosure()).into_iter().map(|file| (file.name, file.content));
    std::iter::once(("budget.json", whole.into_bytes())).chain(files).collect()
}
