//! The head of a page: metadata for browsers, search engines and link previews.

use crate::embedded_document::EmbeddedDocumentFile;
use crate::json::without_nulls;
use crate::manifest::MANIFEST;
use crate::oembed::oembed_path;
use crate::sitemap::address_path;
use mingbai::prerender::Prerenderer;
use mingbai_core::escape::{json_in_html, markup};
use mingbai_core::export;
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, figure, page_description, page_title};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Which page it is, and where it is in the site.
#[derive(Clone, Copy)]
pub struct PageLocation<'a> {
    /// The site's address with a slash at its end, where it is known.
    pub address: Option<&'a str>,
    /// The page.
    pub page_kind: PageKind,
    /// Its language.
    pub lang: Lang,
    /// The folder of the frozen version, with a slash at its end, for a page of one.
    pub frozen: Option<&'a str>,
}

impl PageLocation<'_> {
    /// The address of a file by its path from the site's root: absolute where the site's address is known, else
    /// relative.
    fn file(&self, path: &str) -> String {
        match self.address {
            Some(address) => format!("{address}{}{path}", self.frozen.unwrap_or_default()),
            None => self.relative(path),
        }
    }

    /// The address of a file of the site relative to this page.
    fn relative(&self, path: &str) -> String {
        match self.page_kind.path_to_root(self.lang) {
            "" => format!("./{path}"),
            root => format!("{root}{path}"),
        }
    }

    /// The address of a page of the site, absolute or relative. A frozen version has figure pages only.
    fn page(&self, page_kind: PageKind, lang: Lang) -> String {
        let folder = self.frozen.filter(|_| page_kind != PageKind::Report);
        match self.address {
            Some(address) => format!("{address}{}{}", folder.unwrap_or_default(), address_path(page_kind, lang)),
            None if folder == self.frozen => self.relative(&page_kind.path(lang)),
            None => self.relative(&format!("../../{}", page_kind.path(lang))),
        }
    }

    /// The page that stays up to date.
    fn up_to_date(&self) -> Self {
        PageLocation { frozen: None, ..*self }
    }
}

/// The content of a page's head: title, metadata, links, structured data.
pub fn head(prerenderer: Prerenderer, at: &PageLocation) -> String {
    let context = prerenderer.context(at.lang);
    let (title, about) =
        (page_title(&context, at.page_kind), page_description(&context, at.page_kind, prerenderer.checks()));
    let picture = preview(prerenderer, &context, at);
    let data = json_in_html(&linked_data(&context, at, &title, &about, picture.as_deref()).to_string());
    format!(
        "<title>{}</title>{}{}<script type=\"application/ld+json\">{data}</script>",
        markup(&title),
        metadata(&context, at, &title, &about, picture.as_deref()),
        links(prerenderer, at),
    )
}

/// The `meta` elements: description, previews, and the page in the other language.
fn metadata(context: &RenderContext, at: &PageLocation, title: &str, about: &str, picture: Option<&str>) -> String {
    let mut out = String::new();
    let mut meta = |key: &str, name: &str, content: &str| {
        let _ = write!(out, "<meta {key}=\"{name}\" content=\"{}\" />", markup(content));
    };
    meta("name", "description", about);
    meta("property", "og:type", if at.page_kind == PageKind::Report { "website" } else { "article" });
    meta("property", "og:site_name", context.locale.words().brand);
    meta("property", "og:title", title);
    meta("property", "og:description", about);
    meta("property", "og:locale", if at.lang == Lang::Zh { "zh_CN" } else { "en_GB" });
    if at.address.is_some() {
        meta("property", "og:url", &at.page(at.page_kind, at.lang));
    }
    if let Some(picture) = picture {
        meta("property", "og:image", picture);
        meta("property", "og:image:alt", about);
    }
    if at.frozen.is_some() {
        // Search engines should find the figure that stays up to date.
        meta("name", "robots", "noindex");
    }
    // The page in the other language, for `boot.js`.
    let here = PageLocation { address: None, ..*at };
    meta("name", "mingbai-other", &here.page(at.page_kind, at.lang.other()));
    meta("name", "twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
    out
}

/// The `link` elements: canonical address, languages, manifest, oEmbed, embedded document.
fn links(prerenderer: Prerenderer, at: &PageLocation) -> String {
    let mut out = String::new();
    let mut link = |attributes: &str, href: &str| {
        let _ = write!(out, "<link {attributes} href=\"{}\" />", markup(href));
    };
    if at.address.is_some() {
        // Search engines accept absolute addresses only.
        link("rel=\"canonical\"", &at.up_to_date().page(at.page_kind, at.lang));
        for other in Lang::ALL {
            let attributes = format!("rel=\"alternate\" hreflang=\"{}\"", other.tag());
            link(&attributes, &at.up_to_date().page(at.page_kind, other));
        }
    }
    if prerenderer.has_icons() && at.frozen.is_none() {
        let folder = address_path(PageKind::Report, at.lang);
        link("rel=\"manifest\"", &at.relative(&format!("{folder}{MANIFEST}")));
        link("rel=\"apple-touch-icon\"", &at.relative("apple-touch-icon.png"));
    }
    if let (PageKind::Figure(id), Some(address), None) = (at.page_kind, at.address, at.frozen) {
        let href = format!("{address}{}", oembed_path(id, at.lang));
        link("rel=\"alternate\" type=\"application/json+oembed\"", &href);
    }
    if let Some(document) = EmbeddedDocumentFile::of(prerenderer) {
        // `boot.js` requests it after everything that is visible at first.
        link("rel=\"carried\" id=\"carried\"", &at.relative(&document.name));
    }
    out
}

/// The address of the picture for link previews; None where the figure has none.
fn preview(prerenderer: Prerenderer, context: &RenderContext, at: &PageLocation) -> Option<String> {
    let id = match at.page_kind {
        PageKind::Report => FigureId::Flow,
        PageKind::Figure(id) => id,
    };
    let drawn = || figure(id, context, 0, &ChartStyle::WIDE).is_some_and(|figure| figure.chart.is_some());
    let name = format!("picture/{}.{}.png", id.as_str(), at.lang.code());
    (prerenderer.has_pictures() && drawn()).then(|| at.file(&name))
}

/// Structured data in the vocabulary of schema.org: the report with its dataset, or a figure as a part of the report.
fn linked_data(context: &RenderContext, at: &PageLocation, title: &str, about: &str, picture: Option<&str>) -> Value {
    let d = context.disclosure;
    let lang = context.locale.lang;
    let address_of = |path: &str| at.file(path);
    // The institution published the document, not this page.
    let publisher = json!({ "@type": "Organization", "name": context.locale.words().brand });
    let subject = d.institution.as_ref().map(|name| json!({ "@type": "GovernmentOrganization", "name": name.text }));
    let file = |path: &str, kind: &str| json!({ "@type": "DataDownload", "contentUrl": address_of(path), "encodingFormat": kind });
    let year = d.year.map(|year| year.to_string());
    let published = context.publication;
    let original = json!({
        "@type": "Report",
        "url": published.address.clone().unwrap_or_else(|| address_of("data/disclosure.txt")),
        "datePublished": published.published,
    });
    let original = if published.published.is_some() { without_nulls(original) } else { original["url"].clone() };
    let report = json!({
        "@type": "Report",
        "name": title,
        "abstract": about,
        "inLanguage": lang.tag(),
        "url": at.page(at.page_kind, lang),
        "image": picture,
        "publisher": publisher,
        "about": subject,
        "isBasedOn": original,
        "isPartOf": (at.page_kind != PageKind::Report)
            .then(|| json!({ "@type": "Report", "url": at.page(PageKind::Report, lang) })),
    });
    let dataset = || {
        json!({
            "@type": "Dataset",
            "name": title,
            "description": about,
            "identifier": format!("sha256:{}", export::dataset_hash(d)),
            "creator": publisher,
            "about": subject,
            "isBasedOn": original,
            "temporalCoverage": year,
            "distribution": [
                file("data/budget.json", "application/json"),
                file("data/budget.csv", "text/csv"),
                file("data/datapackage.json", "application/json"),
            ],
        })
    };
    let graph = std::iter::once(report).chain((at.page_kind == PageKind::Report).then(dataset)).map(without_nulls);
    json!({ "@context": "https://schema.org", "@graph": graph.collect::<Vec<_>>() })
}
