//! The host's edge of the page: the built files, filled with a disclosure.

mod carry;
mod drawings;
mod head;
mod png;
mod policy;
mod template;

pub use carry::{carrying, carrying_read};
pub use drawings::{Drawing, STILL, drawings, pictures, still_name};
pub use png::Painter;
pub use template::with_inside;

use crate::export::{Document, datapackage, to_json};
use crate::figure::Reading;
use crate::locale::Lang;
use crate::view::still::Still;
use head::{Where, head};
use policy::policy;
use template::{HEAD, PAGE, POLICY, deeper, in_language};

/// The page of a disclosure in a language, made of the one that Trunk left or of one that was filled before; None where
/// that has no place for it. `address` is the site's, with a slash at its end, where it is known.
pub fn page(template: &str, still: Still, lang: Lang, address: Option<&str>) -> Option<String> {
    let at = Where { address, path: "index.html" };
    let reading = Reading::new(still.disclosure(), lang);
    let html = carrying_read(template, still.disclosure())?;
    let html = HEAD.filled(&html, &head(&reading, &at, still.is_pictured()))?;
    let html = PAGE.filled(&html, &still.page(lang))?;
    let html = in_language(&html, lang.tag())?;
    let html = if lang == Lang::Zh { html } else { deeper(&html)? };
    POLICY.filled(&html, &policy(&html))
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
