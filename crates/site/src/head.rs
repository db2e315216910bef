//! What a page is about, for browsers, search engines and whoever shows a link to it.

use crate::embedded_document::Carried;
use crate::manifest::MANIFEST;
use crate::oembed::oembed_path;
use crate::sitemap::address_path;
use mingbai::prerender::Prerenderer;
use mingbai_core::escape::markup;
use mingbai_core::export;
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, figure, page_description, page_title};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Where a page stands.
#[derive(Clone, Copy)]
pub struct Where<'a> {
    /// The site's address with a slash at its end, where it is known.
    pub address: Option<&'a str>,
    /// The page.
    pub sheet: PageKind,
    /// Its language.
    pub lang: Lang,
    /// The folder of pages that do not change any more, with a slash at its end, where it is one of them.
    pub frozen: Option<&'a str>,
}

impl Where<'_> {
    /// The address of a file by its path from the site's root: whole where the site's is known, else from this page.
    fn file(&self, path: &str) -> String {
        match self.address {
            Some(address) => format!("{address}{}{path}", self.frozen.unwrap_or_default()),
            None => self.beside(path),
        }
    }

    /// The way to a file of the site from this page.
    fn beside(&self, path: &str) -> String {
        match self.sheet.root(self.lang) {
            "" => format!("./{path}"),
            root => format!("{root}{path}"),
        }
    }

    /// The address of a page of the site, in the same way. Of those that do not change any more there are only single
    /// figures.
    fn page(&self, sheet: PageKind, lang: Lang) -> String {
        let folder = self.frozen.filter(|_| sheet != PageKind::Report);
        match self.address {
            Some(address) => format!("{address}{}{}", folder.unwrap_or_default(), address_path(sheet, lang)),
            None if folder == self.frozen => self.beside(&sheet.path(lang)),
            None => self.beside(&format!("../../{}", sheet.path(lang))),
        }
    }

    /// The same as the site has it now.
    fn now(&self) -> Self {
        Where { frozen: None, ..*self }
    }
}

/// What stands in the head of a page.
pub fn head(prerenderer: Prerenderer, at: &Where) -> String {
    let context = RenderContext::new(prerenderer.disclosure(), at.lang);
    let (lang, words) = (at.lang, context.locale.words());
    let (title, about) = (page_title(&context, at.sheet), page_description(&context, at.sheet, prerenderer.checks()));
    let picture = preview(prerenderer, &context, at);
    let mut out = String::new();
    let mut meta = |key: &str, name: &str, content: &str| {
        let _ = write!(out, "<meta {key}=\"{name}\" content=\"{}\" />", markup(content));
    };
    meta("name", "description", &about);
    meta("property", "og:type", if at.sheet == PageKind::Report { "website" } else { "article" });
    meta("property", "og:site_name", words.brand);
    meta("property", "og:title", &title);
    meta("property", "og:description", &about);
    meta("property", "og:locale", if lang == Lang::Zh { "zh_CN" } else { "en_GB" });
    if at.address.is_some() {
        meta("property", "og:url", &at.page(at.sheet, lang));
    }
    if let Some(picture) = &picture {
        meta("property", "og:image", picture);
        meta("property", "og:image:alt", &about);
    }
    if at.frozen.is_some() {
        // Who searches is to find the figure as it is now.
        meta("name", "robots", "noindex");
    }
    // Where the page in the other language is, for the script that leads there.
    let here = Where { address: None, ..*at };
    meta("name", "mingbai-other", &here.page(at.sheet, lang.other()));
    meta("name", "twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
    let mut link = |rel: &str, hreflang: &str, href: &str| {
        let hreflang = if hreflang.is_empty() { String::new() } else { format!(" hreflang=\"{hreflang}\"") };
        let _ = write!(out, "<link rel=\"{rel}\"{hreflang} href=\"{}\" />", markup(href));
    };
    if at.address.is_some() {
        link("canonical", "", &at.now().page(at.sheet, lang));
    }
    // Search engines take whole addresses only.
    for other in Lang::ALL.into_iter().filter(|_| at.address.is_some()) {
        link("alternate", other.tag(), &at.now().page(at.sheet, other));
    }
    if prerenderer.has_icons() && at.frozen.is_none() {
        let folder = address_path(PageKind::Report, lang);
        link("manifest", "", &at.beside(&format!("{folder}{MANIFEST}")));
        link("apple-touch-icon", "", &at.beside("apple-touch-icon.png"));
    }
    if let (PageKind::Figure(id), Some(address), None) = (at.sheet, at.address, at.frozen) {
        let _ = write!(
            out,
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" />",
            markup(&format!("{address}{}", oembed_path(id, lang)))
        );
    }
    if let Some(carried) = Carried::of(prerenderer.disclosure()) {
        // `boot.js` asks for it, behind all that is seen.
        let _ = write!(out, "<link rel=\"carried\" id=\"carried\" href=\"{}\" />", at.beside(&carried.name));
    }
    let data = linked_data(&context, at, &title, &about, picture).to_string().replace('<', "\\u003c");
    format!("<title>{}</title>{out}<script type=\"application/ld+json\">{data}</script>", markup(&title))
}

/// The picture that stands for a page where somebody links to it; None where its figure has none.
fn preview(prerenderer: Prerenderer, context: &RenderContext, at: &Where) -> Option<String> {
    let id = match at.sheet {
        PageKind::Report => FigureId::Flow,
        PageKind::Figure(id) => id,
    };
    let drawn = || figure(id, context, 0, &ChartStyle::WIDE).is_some_and(|figure| figure.chart.is_some());
    let name = format!("picture/{}.{}.png", id.as_str(), at.lang.code());
    (prerenderer.is_pictured() && drawn()).then(|| at.file(&name))
}

/// The page in the words of schema.org: the whole with its data; a figure as a part of it, which has them.
fn linked_data(context: &RenderContext, at: &Where, title: &str, about: &str, picture: Option<String>) -> Value {
    let d = context.disclosure;
    let lang = context.locale.lang;
    let of = |path: &str| at.file(path);
    // What is here was made of what the institution published: it did not publish this.
    let ours = json!({ "@type": "Organization", "name": context.locale.words().brand });
    let subject = d.institution.as_ref().map(|name| json!({ "@type": "GovernmentOrganization", "name": name.text }));
    let file =
        |path: &str, kind: &str| json!({ "@type": "DataDownload", "contentUrl": of(path), "encodingFormat": kind });
    let year = d.year.map(|year| year.to_string());
    let report = json!({
        "@type": "Report",
        "name": title,
        "abstract": about,
        "inLanguage": lang.tag(),
        "url": at.page(at.sheet, lang),
        "image": picture,
        "publisher": ours,
        "about": subject,
        "isBasedOn": of("data/disclosure.txt"),
        "isPartOf": (at.sheet != PageKind::Report)
            .then(|| json!({ "@type": "Report", "url": at.page(PageKind::Report, lang) })),
    });
    let dataset = || {
        json!({
            "@type": "Dataset",
            "name": title,
            "description": about,
            "identifier": format!("sha256:{}", export::dataset(d)),
            "creator": ours,
            "about": subject,
            "isBasedOn": of("data/disclosure.txt"),
            "temporalCoverage": year,
            "distribution": [
                file("data/budget.json", "application/json"),
                file("data/budget.csv", "text/csv"),
                file("data/datapackage.json", "application/json"),
            ],
        })
    };
    let graph = std::iter::once(report).chain((at.sheet == PageKind::Report).then(dataset)).map(without_nulls);
    json!({ "@context": "https://schema.org", "@graph": graph.collect::<Vec<_>>() })
}

/// What a document does not say is not named.
pub fn without_nulls(mut record: Value) -> Value {
    if let Some(fields) = record.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    record
}
