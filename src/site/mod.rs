//! The host's edge of the page: the built files, filled with a disclosure.

mod carry;
mod drawings;
mod head;
mod manifest;
mod png;
mod policy;
mod sitemap;
mod template;

pub use carry::{Carried, carrying, carrying_read};
pub use drawings::{Drawing, STILL, drawings, pictures, still_name};
pub use manifest::{MANIFEST, icons, manifest};
pub use png::Painter;
pub use sitemap::{robots, sitemap};
pub use template::with_inside;

use crate::export::{Document, datapackage, to_json};
use crate::figure::Reading;
use crate::locale::Lang;
use crate::sheet::Sheet;
use crate::view::still::Still;
use head::{Where, head};
use policy::policy;
use template::{HEAD, PAGE, POLICY, WHOLE, deeper, of_sheet, without_places, without_remarks, without_signs};

/// A page of a disclosure in a language, made of the one that Trunk left or of one that was filled before; None where
/// that has no place for it. `address` is the site's, with a slash at its end, where it is known.
pub fn page(template: &str, still: Still, sheet: Sheet, lang: Lang, address: Option<&str>) -> Option<String> {
    let html = without_remarks(template);
    let html = match sheet {
        Sheet::Whole => carrying_read(&html, still.disclosure())?,
        // One round trip has no room for it: it is fetched beside the app.
        Sheet::Figure(_) => html,
    };
    let html = HEAD.filled(&html, &head(still, &Where { address, sheet, lang }))?;
    let html = PAGE.filled(&html, &still.page(sheet, lang))?;
    let html = match sheet {
        Sheet::Whole => html,
        // Not every template has such a place.
        Sheet::Figure(_) => WHOLE.filled(&html, "").unwrap_or(html),
    };
    let html = deeper(&of_sheet(&html, sheet, lang)?, sheet.root(lang))?;
    let html = POLICY.filled(&html, &policy(&html))?;
    match (sheet, lang) {
        // The template for the next time.
        (Sheet::Whole, Lang::Zh) => Some(html),
        (Sheet::Whole, Lang::En) => Some(without_signs(&html)),
        (Sheet::Figure(_), _) => without_places(&html),
    }
}

/// A page that carries a text which is no disclosure, and says nothing of another.
pub fn carrying_only(template: &str, text: &str) -> Option<String> {
    let html = carrying(&PAGE.filled(template, "")?, text)?;
    POLICY.filled(&html, &policy(&html))
}

/// The files with the data, by their names in the folder `data`.
pub fn data(still: Still) -> Vec<(&'static str, Vec<u8>)> {
    let reading = Reading::new(still.disclosure(), Lang::Zh);
    let whole = to_json(&Document::of(&reading, still.checks()));
    let files = datapackage(still.disclosure()).into_iter().map(|file| (file.name, file.content));
    std::iter::once(("budget.json", whole.into_bytes())).chain(files).collect()
}
