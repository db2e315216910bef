//! `mingbai site`: all its pages together, as a host serves them and a search engine finds them.

use super::harness::{folder, mingbai, root};
use mingbai::prerender::Prerenderer;
use mingbai_core::disclosure::parse;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use mingbai_site::{drawings, translations};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A built page, as far as it matters here.
const PAGE: &str = "<!doctype html><html lang=\"zh-CN\"><head><!--policy--><!--/policy--><!--head--><!--/head-->\
    <link rel=\"icon\" href=\"./icon.svg\" /><script src=\"./boot.js\"></script>\
    <script type=\"text/x-later\" src=\"./charts.js\" id=\"charts\"></script></head>\
    <body><div id=\"page\"><!--page--><!--/page--></div>\
    <script type=\"application/json\" id=\"disclosure\">\"\"</script></body></html>";

const DISCLOSURE: &str = "data/disclosure.txt";

/// The disclosure's site without an address. It is only looked at.
fn plain() -> &'static Path {
    static SITE: LazyLock<PathBuf> = LazyLock::new(|| site("pages-plain", DISCLOSURE, None));
    &SITE
}

/// A site that is built, drawn and filled; with an address, where there is one.
fn site(name: &str, disclosure: &str, address: Option<&str>) -> PathBuf {
    let (site, drawn) = (folder(name), folder(&format!("{name}-drawn")));
    fs::write(site.join("index.html"), PAGE).unwrap();
    fs::write(site.join("boot.js"), "boot()").unwrap();
    fs::write(site.join("charts.js"), "charts()").unwrap();
    fs::copy(root().join("public/icon.svg"), site.join("icon.svg")).unwrap();
    let prerenderer =
        Prerenderer::new(parse(&fs::read_to_string(root().join(disclosure)).unwrap()).unwrap(), translations().clone());
    for drawing in drawings(prerenderer) {
        let file = drawn.join(format!("{}.svg", drawing.name));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let (width, height) = (drawing.width, drawing.height);
        fs::write(
            file,
            // With every sign that has a meaning somewhere on the way to a reader.
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
                 <text style=\"font-family:'A B'\" fill=\"#123\">5 &amp; 6 &lt; 70%</text></svg>"
            ),
        )
        .unwrap();
    }
    fill(&site, Some(&drawn), disclosure, address);
    site
}

fn fill(site: &Path, drawn: Option<&Path>, disclosure: &str, address: Option<&str>) {
    let mut arguments = vec!["site".into()];
    arguments.extend(address.map(|address| format!("--address={address}")));
    arguments.extend(drawn.map(|drawn| format!("--drawn={}", drawn.display())));
    arguments.extend([site.display().to_string(), disclosure.to_owned()]);
    let run = mingbai(&arguments);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
}

fn pages() -> impl Iterator<Item = String> {
    PageKind::all().flat_map(|sheet| Lang::ALL.map(|lang| sheet.path(lang)))
}

/// What stands between two signs, wherever it does.
fn between<'t>(text: &'t str, before: &'t str, behind: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(before).skip(1).filter_map(move |rest| rest.split(behind).next())
}

fn ids(html: &str) -> BTreeSet<String> {
    between(html, " id=\"", "\"").map(|id| id.replace("&amp;", "&")).collect()
}

/// Every way of a page, as it is written: to files, and to places of this page and others.
fn ways(html: &str) -> Vec<String> {
    let all = [" href=\"", " src=\"", " srcset=\""].into_iter().flat_map(|name| between(html, name, "\""));
    // A picture that is inside the page leads nowhere, and a telephone number to no file.
    all.filter(|way| !way.starts_with("data:") && !way.starts_with("tel:"))
        .map(|way| way.replace("&amp;", "&"))
        .collect()
}

/// The file that a way leads to from a page, by its path from the site's root.
fn follow(page: &str, way: &str) -> String {
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    for step in way.split('/') {
        match step {
            "." => {}
            ".." => assert!(path.pop().is_some(), "{page}: {way} leads out of the site"),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[test]
fn every_way_on_every_page_leads_to_a_file_that_exists_or_to_a_place_of_that_page() {
    let conflicting = site("pages-conflicting", "tests/examples/1.txt", None);
    // It has charts only for some of its figures.
    let meagre = site("pages-meagre", "tests/family/40.txt", None);
    for site in [plain(), &conflicting, &meagre] {
        for page in pages() {
            let html = fs::read_to_string(site.join(&page)).unwrap_or_else(|error| panic!("{page}: {error}"));
            let here = ids(&html);
            for way in ways(&html) {
                let (file, place) = way.split_once('#').unwrap_or((&way, ""));
                let other = (!file.is_empty()).then(|| follow(&page, file));
                if let Some(other) = &other {
                    assert!(site.join(other).is_file(), "{page}: {way}");
                }
                let there = other.map(|other| ids(&fs::read_to_string(site.join(other)).unwrap_or_default()));
                let there = there.as_ref().unwrap_or(&here);
                assert!(place.is_empty() || there.contains(place), "{page}: {way} leads nowhere");
            }
        }
    }
}

#[test]
fn a_figures_own_page_holds_the_figure_the_terms_and_the_lines_that_it_uses_and_nothing_else() {
    let read = |sheet: PageKind, lang| fs::read_to_string(plain().join(sheet.path(lang))).unwrap();
    for id in FigureId::ALL {
        for lang in Lang::ALL {
            let (html, whole) = (read(PageKind::Figure(id), lang), read(PageKind::Report, lang));
            assert!(html.contains(&format!(" lang=\"{}\" data-sheet=\"{}\"", lang.tag(), id.as_str())));
            assert_eq!(between(&html, "data-figure=\"", "\"").collect::<Vec<_>>(), [id.as_str()]);
            let (terms, lines) = (html.matches("class=\"entry\"").count(), html.matches("data-n=").count());
            assert!(terms > 0 && terms < whole.matches("class=\"entry\"").count(), "{id:?}: {terms} terms");
            assert!(lines > 0 && lines < whole.matches("data-n=").count(), "{id:?}: {lines} lines");
            assert!(!html.contains("data-check=") && !html.contains("data-choice=\"find\""), "{id:?}");
            let home =
                format!("{}#figure={}\"", PageKind::Figure(id).link_to(lang, PageKind::Report, lang), id.as_str());
            assert!(html.contains(&home), "{id:?}: no way to {home}");
        }
    }
}

#[test]
fn a_figures_own_page_has_the_picture_inside_that_most_readers_see_first() {
    for id in FigureId::ALL {
        for lang in Lang::ALL {
            let html = fs::read_to_string(plain().join(PageKind::Figure(id).path(lang))).unwrap();
            let inside: Vec<_> = between(&html, "src=\"data:image/svg+xml,", "\"").collect();
            let signs = [("%3E", ">"), ("%3C", "<"), ("%26", "&"), ("%23", "#"), ("%25", "%")];
            let svg = signs.iter().fold(inside.concat(), |svg, (written, sign)| svg.replace(written, sign));
            assert!(roxmltree::Document::parse(&svg).is_ok(), "{svg}");
            let svg = svg.replace('\'', "\"").replace("&apos;", "'");
            let file = format!("picture/chart/{}.{}.narrow.light.svg", id.as_str(), lang.code());
            assert_eq!(svg, fs::read_to_string(plain().join(&file)).unwrap(), "{file}");
            assert!(!html.contains(&format!("{file}\"")), "{file} is fetched as well");
        }
    }
    let whole = fs::read_to_string(plain().join("index.html")).unwrap();
    assert!(!whole.contains("data:image"), "the whole page begins with words");
}

#[test]
fn each_page_has_a_title_a_description_and_a_picture_of_its_own() {
    let site = site("pages-found", DISCLOSURE, Some("https://example.org/budget/"));
    let mut seen = BTreeSet::new();
    for sheet in PageKind::all() {
        for lang in Lang::ALL {
            let path = sheet.path(lang);
            let html = fs::read_to_string(site.join(&path)).unwrap();
            let one = |before: &str, behind: &str| {
                let all: Vec<&str> = between(&html, before, behind).collect();
                assert_eq!(all.len(), 1, "{path}: {before}");
                all[0].to_owned()
            };
            for (before, behind) in [("<title>", "</title>"), ("<meta name=\"description\" content=\"", "\"")] {
                assert!(seen.insert(one(before, behind)), "{path}: another page has the same {before}");
            }
            let address = format!("https://example.org/budget/{}", path.trim_end_matches("index.html"));
            assert_eq!(one("<link rel=\"canonical\" href=\"", "\""), address);
            assert_eq!(one("<meta property=\"og:url\" content=\"", "\""), address);
            assert_eq!(html.matches("<link rel=\"alternate\" hreflang=").count(), 2);
            described(&site, sheet, lang, &html);
            let picture = one("<meta property=\"og:image\" content=\"", "\"");
            let picture = picture.strip_prefix("https://example.org/budget/").unwrap();
            assert!(site.join(picture).is_file(), "{path}: {picture}");
            let word = sheet.hook().unwrap_or("flow");
            assert_eq!(picture, format!("picture/{word}.{}.png", lang.code()));
            let data = one("<script type=\"application/ld+json\">", "</script>");
            let data: serde_json::Value = serde_json::from_str(&data).unwrap();
            assert_eq!(data["@graph"][0]["@type"], "Report", "{path}");
            assert_eq!(data["@graph"][0]["url"], address.as_str(), "{path}");
        }
    }
}

/// A figure's page leads to what sites ask for that show links to it; the whole page has none.
fn described(site: &Path, sheet: PageKind, lang: Lang, html: &str) {
    let found: Vec<&str> = between(html, "type=\"application/json+oembed\" href=\"", "\"").collect();
    let PageKind::Figure(id) = sheet else {
        assert_eq!(found, [""; 0]);
        return;
    };
    let file = format!("oembed/{}.{}.json", id.as_str(), lang.code());
    assert_eq!(found, [format!("https://example.org/budget/{file}")]);
    let told: serde_json::Value = serde_json::from_str(&fs::read_to_string(site.join(&file)).unwrap()).unwrap();
    assert_eq!((&told["version"], &told["type"]), (&"1.0".into(), &"rich".into()), "what every consumer asks for");
    let page = format!("https://example.org/budget/{}", sheet.path(lang));
    assert!(told["html"].as_str().unwrap().starts_with(&format!("<iframe src=\"{page}?compact\" title=\"")), "{file}");
    let height = told["height"].as_f64().unwrap();
    assert!(told["width"] == 640.0 && (150.0..=520.0).contains(&height), "{file}: {height}");
    if let Some(thumbnail) = told["thumbnail_url"].as_str() {
        assert!(site.join(thumbnail.strip_prefix("https://example.org/budget/").unwrap()).is_file());
        assert_eq!(told["thumbnail_width"], 1200);
        assert!(told["thumbnail_height"].as_f64().unwrap() > 100.0);
    }
}

#[test]
fn the_list_for_search_engines_has_exactly_the_pages_and_is_not_there_without_an_address() {
    let site = site("pages-list", DISCLOSURE, Some("https://example.org"));
    let list = fs::read_to_string(site.join("sitemap.xml")).unwrap();
    let listed: BTreeSet<&str> = between(&list, "<loc>", "</loc>").collect();
    let all: BTreeSet<String> =
        pages().map(|page| format!("https://example.org/{}", page.trim_end_matches("index.html"))).collect();
    assert_eq!(listed, all.iter().map(String::as_str).collect());
    let others: BTreeSet<&str> = between(&list, "href=\"", "\"").collect();
    assert_eq!(others, listed, "each page is another's in the other language");
    let robots = fs::read_to_string(site.join("robots.txt")).unwrap();
    assert!(robots.contains("Sitemap: https://example.org/sitemap.xml"), "{robots}");

    fill(&site, None, DISCLOSURE, Some("https://example.org/budget/"));
    assert!(site.join("sitemap.xml").exists() && !site.join("robots.txt").exists());
    fill(&site, None, DISCLOSURE, None);
    assert!(!site.join("sitemap.xml").exists());
}

#[test]
fn without_an_address_no_page_names_one() {
    for page in pages().chain(["manifest.webmanifest".to_owned(), "en/manifest.webmanifest".to_owned()]) {
        let text = fs::read_to_string(plain().join(&page)).unwrap();
        let named: BTreeSet<&str> =
            text.match_indices("http").map(|(at, _)| text[at..].split(['"', '<']).next().unwrap()).collect();
        // Names of what is said and of SVG; nobody asks for them.
        let names = ["https://schema.org", "http-equiv=", "http://www.w3.org/2000/svg"];
        let known = |name: &&str| !names.iter().any(|known| name.starts_with(known));
        assert_eq!(named.into_iter().filter(known).collect::<Vec<_>>(), [""; 0], "{page}");
    }
}

#[test]
fn a_phone_finds_a_name_and_icons_of_the_size_they_say() {
    let site = plain();
    for (folder, name) in [("", "明白账"), ("en/", "Mingbai")] {
        let manifest = fs::read_to_string(site.join(format!("{folder}manifest.webmanifest"))).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!((&manifest["short_name"], &manifest["start_url"]), (&name.into(), &"./".into()));
        let icons = manifest["icons"].as_array().unwrap();
        assert_eq!(icons.len(), 4);
        for icon in icons {
            let bytes = fs::read(site.join(follow(folder, icon["src"].as_str().unwrap()))).unwrap();
            if icon["type"] == "image/png" {
                let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
                assert_eq!(icon["sizes"], format!("{0}x{0}", number(16)));
                assert_eq!(number(16), number(20));
            }
        }
    }
}
