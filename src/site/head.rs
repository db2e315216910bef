//! What a page is about, for browsers, search engines and whoever shows a link to it.

use crate::figure::{Reading, headline};
use crate::locale::Lang;
use crate::{audit, export};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Where a page stands in its site.
pub struct Where<'a> {
    /// The site's address with a slash at its end, where it is known.
    pub address: Option<&'a str>,
    /// The page's path in the site's first language, such as `index.html`.
    pub path: &'a str,
}

impl Where<'_> {
    /// The path of the page in a language, from the site's root.
    pub fn path(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.path.to_owned(),
            Lang::En => format!("en/{}", self.path),
        }
    }

    /// The address of a path: whole where the site's is known, else from a page in `from`.
    fn href(&self, from: Lang, path: &str) -> String {
        match (self.address, from) {
            (Some(address), _) => format!("{address}{}", path.strip_suffix("index.html").unwrap_or(path)),
            (None, Lang::Zh) => format!("./{path}"),
            (None, Lang::En) => format!("../{path}"),
        }
    }
}

/// What stands in the head of a page.
pub fn head(reading: &Reading, at: &Where, pictured: bool) -> String {
    let (lang, words) = (reading.locale.lang, reading.locale.words);
    let title = words.page_title.replace("{who}", &reading.who());
    let checks = audit::run(reading.disclosure);
    let top = headline(reading, &checks);
    let total = top.total.map(|total| crate::figure::show(&total, crate::figure::Form::Plain, &reading.locale));
    let about = [top.who, total.unwrap_or_default()].join(words.comma);
    let about =
        format!("{}{}{}", about.trim_end_matches(words.comma), words.full_stop, top.lede.plain(&reading.locale));
    let mut out = String::new();
    let mut meta = |key: &str, name: &str, content: &str| {
        let _ = write!(out, "<meta {key}=\"{name}\" content=\"{}\" />", escape(content));
    };
    meta("name", "description", &about);
    meta("property", "og:type", "website");
    meta("property", "og:site_name", words.brand);
    meta("property", "og:title", &title);
    meta("property", "og:description", &about);
    meta("property", "og:locale", if lang == Lang::Zh { "zh_CN" } else { "en_GB" });
    if at.address.is_some() {
        meta("property", "og:url", &at.href(lang, &at.path(lang)));
    }
    if pictured {
        meta("property", "og:image", &at.href(lang, &format!("picture/flow.{}.png", lang.code())));
        meta("property", "og:image:alt", &about);
    }
    // Where the page in the other language is, for the script that leads there.
    let here = Where { address: None, ..*at };
    meta("name", "mingbai-other", &here.href(lang, &at.path(lang.other())));
    meta("name", "twitter:card", "summary_large_image");
    let mut link = |rel: &str, hreflang: &str, href: &str| {
        let hreflang = if hreflang.is_empty() { String::new() } else { format!(" hreflang=\"{hreflang}\"") };
        let _ = write!(out, "<link rel=\"{rel}\"{hreflang} href=\"{}\" />", escape(href));
    };
    if at.address.is_some() {
        link("canonical", "", &at.href(lang, &at.path(lang)));
    }
    // Search engines take whole addresses only.
    for other in Lang::ALL.into_iter().filter(|_| at.address.is_some()) {
        link("alternate", other.tag(), &at.href(lang, &at.path(other)));
    }
    let data = linked_data(reading, at, &title, &about).to_string().replace('<', "\\u003c");
    format!("<title>{}</title>{out}<script type=\"application/ld+json\">{data}</script>", escape(&title))
}

/// The page and its data in the words of schema.org.
fn linked_data(reading: &Reading, at: &Where, title: &str, about: &str) -> Value {
    let d = reading.disclosure;
    let lang = reading.locale.lang;
    let of = |path: &str| at.href(lang, path);
    let publisher = d.institution.as_ref().map(|name| json!({ "@type": "GovernmentOrganization", "name": name.text }));
    let file =
        |path: &str, kind: &str| json!({ "@type": "DataDownload", "contentUrl": of(path), "encodingFormat": kind });
    let year = d.year.map(|year| year.to_string());
    let graph = [
        json!({
            "@type": "Report",
            "name": title,
            "abstract": about,
            "inLanguage": lang.tag(),
            "url": of(&at.path(lang)),
            "publisher": publisher,
            "isBasedOn": of("data/disclosure.txt"),
        }),
        json!({
            "@type": "Dataset",
            "name": title,
            "description": about,
            "identifier": format!("sha256:{}", export::dataset(d)),
            "creator": publisher,
            "temporalCoverage": year,
            "distribution": [
                file("data/budget.json", "application/json"),
                file("data/budget.csv", "text/csv"),
                file("data/datapackage.json", "application/json"),
            ],
        }),
    ];
    json!({ "@context": "https://schema.org", "@graph": graph.map(without_nulls) })
}

/// What a document does not say is not named.
fn without_nulls(mut record: Value) -> Value {
    if let Some(fields) = record.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    record
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
