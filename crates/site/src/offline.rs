//! The list of files that the service worker keeps for readers without a network.

use crate::integrity::sha256_base64;
use crate::manifest::MANIFEST;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use serde::Serialize;

/// The file name of the service worker.
pub const SERVICE_WORKER: &str = "sw.js";

/// The start of its first line.
const LIST_START: &str = "self.mingbaiFiles=";

/// True for a file, by its path from the site's root, that a reader may need: pages, the app, charts, pictures, data.
/// `index` is the report: files that it does not name are outdated, or not part of the site. Frozen versions are not
/// kept, since their number grows.
pub fn is_precached(path: &str, index: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match folder {
        // Compressed copies are for the host, which sends them under the name without this ending.
        _ if matches!(ending, "br" | "gz") => false,
        "data" => matches!(ending, "csv" | "json" | "txt"),
        "picture" | "picture/chart" => ending == "svg",
        // The page names the first file of the app; its chunks have the same name up to the first dot.
        "" if is_hashed(name) => index.contains(&format!("./{}.", name.split('.').next().unwrap_or(name))),
        "" if matches!(name, "offline.js" | "kiosk.js" | "kiosk.css" | "icon.svg") => true,
        "" | "en" if name == MANIFEST => true,
        _ => PageKind::all().any(|page_kind| Lang::ALL.into_iter().any(|lang| page_kind.path(lang) == path)),
    }
}

/// The service worker with this list of files, each with its path from the site's root and its content; None where the
/// script has no place for it.
///
/// A file whose name contains a hash may come from the browser's cache; others are requested again. Each must have the
/// content whose hash is listed, or nothing is kept.
pub fn with_precache_list(worker: &str, mut files: Vec<(String, Vec<u8>)>) -> Option<String> {
    let (_, rest) = worker.strip_prefix(LIST_START)?.split_once('\n')?;
    files.sort();
    let entries = files.iter().map(|(path, content)| {
        let hash = sha256_base64(content);
        let revision = (!is_hashed(path)).then(|| &hash[..16]);
        serde_json::to_string(&PrecacheEntry { url: path, revision, integrity: format!("sha256-{hash}") })
    });
    let entries = entries.collect::<Result<Vec<_>, _>>().ok()?;
    Some(format!("{LIST_START}[{}];\n{rest}", entries.join(",")))
}

/// An entry of the list, in the format of Workbox.
#[derive(Serialize)]
struct PrecacheEntry<'a> {
    url: &'a str,
    revision: Option<&'a str>,
    integrity: String,
}

/// True for a name that contains a hash: the content never changes.
fn is_hashed(path: &str) -> bool {
    let behind = path.rsplit_once('-').map_or("", |(_, behind)| behind);
    let hash = behind.split('.').next().unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_may_need_is_kept_and_nothing_else() {
        let index = "<script src=\"./charts-554f5e0cba6a5552.js\"></script> import './app-947a9d80dc8d3b06.js'";
        let kept = [
            "index.html",
            "en/figure/flow.html",
            "app-947a9d80dc8d3b06.cards.wasm",
            "app-947a9d80dc8d3b06.js",
            "charts-554f5e0cba6a5552.js",
            "picture/chart/flow.zh.svg",
            "en/manifest.webmanifest",
            "data/disclosure.txt",
            "kiosk.js",
        ];
        let left = [
            "sw.js",
            // It may change at any time; the service worker keeps the last response.
            "kiosk.txt",
            "404.html",
            "kiosk.html",
            "google0123.html",
            "app-0000000000000000.js",
            "budget-20231231.json",
            "v/ceb3f87ecb73/figure/flow.html",
            "picture/flow.zh.png",
            "index.html.br",
            "app-947a9d80dc8d3b06.cards.wasm.br",
            "robots.txt",
        ];
        assert_eq!(kept.iter().find(|path| !is_precached(path, index)), None);
        assert_eq!(left.iter().find(|path| is_precached(path, index)), None);
    }

    #[test]
    fn a_list_names_what_each_file_holds_and_takes_the_place_of_the_last() {
        let files =
            |page: &str| vec![("index.html".to_owned(), page.into()), ("app-947a9d80dc8d3b06.js".to_owned(), vec![])];
        let first = with_precache_list("self.mingbaiFiles=[];\nwork()", files("")).unwrap();
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(
            first,
            format!(
                "self.mingbaiFiles=[{{\"url\":\"app-947a9d80dc8d3b06.js\",\"revision\":null,\"integrity\":\"{empty}\"}},\
                 {{\"url\":\"index.html\",\"revision\":\"47DEQpj8HBSa+/TI\",\"integrity\":\"{empty}\"}}];\nwork()"
            )
        );
        let second = with_precache_list(&first, files("又")).unwrap();
        assert!(second != first && second.ends_with("}];\nwork()"));
        assert_eq!(with_precache_list("work()", Vec::new()), None);
    }
}
