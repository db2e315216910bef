//! Files for search engines: the sitemap, with the languages of each page, and `robots.txt`.

use mingbai_core::escape::markup;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use std::fmt::Write as _;

/// `sitemap.xml` of the site at this address, which ends with a slash.
pub fn sitemap(address: &str) -> String {
    let page_address = |page_kind: PageKind, lang| markup(&format!("{address}{}", address_path(page_kind, lang)));
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page_kind in PageKind::all() {
        for lang in Lang::ALL {
            let _ = write!(out, "<url><loc>{}</loc>", page_address(page_kind, lang));
            for other in Lang::ALL {
                let (tag, href) = (other.tag(), page_address(page_kind, other));
                let _ = write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>");
            }
            out.push_str("</url>\n");
        }
    }
    out + "</urlset>\n"
}

/// `robots.txt` of the site at this address; None below a host's root, where search engines do not look for one.
pub fn robots(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let root = rest.find('/') == Some(rest.len() - 1);
    root.then(|| format!("User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"))
}

/// The path of a page in addresses: a folder instead of its `index.html`.
pub fn address_path(page_kind: PageKind, lang: Lang) -> String {
    let path = page_kind.path(lang);
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
