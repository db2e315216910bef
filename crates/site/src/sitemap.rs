//! What search engines ask for: every page with its other language, and where that list is.

use mingbai_core::escape::markup;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use std::fmt::Write as _;

/// `sitemap.xml` of the site at this address, which ends with a slash.
pub fn sitemap(address: &str) -> String {
    let at = |sheet: PageKind, lang| markup(&format!("{address}{}", address_path(sheet, lang)));
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for sheet in PageKind::all() {
        for lang in Lang::ALL {
            let _ = write!(out, "<url><loc>{}</loc>", at(sheet, lang));
            for other in Lang::ALL {
                let (tag, href) = (other.tag(), at(sheet, other));
                let _ = write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>");
            }
            out.push_str("</url>\n");
        }
    }
    out + "</urlset>\n"
}

/// `robots.txt` of the site at this address; None below a host's root, where nobody asks for one.
pub fn robots(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let root = rest.find('/') == Some(rest.len() - 1);
    root.then(|| format!("User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"))
}

/// The path of a page as addresses have it: a folder stands for its `index.html`.
pub fn address_path(sheet: PageKind, lang: Lang) -> String {
    let path = sheet.path(lang);
    path.strip_suffix("index.html").map(str::to_owned).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hosts_root_is_asked_for_robots() {
        assert!(robots("https://example.org/").unwrap().contains("Sitemap: https://example.org/sitemap.xml"));
        assert_eq!(robots("https://example.org/budget/"), None);
    }
}
