//! A small static file server over the built `dist/`, one for each page under test, so that each test sees only its own
//! requests.

use mingbai::prerender::Prerenderer;
use mingbai_core::disclosure::parse;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use mingbai_site::{page, translations, unparsed_page};
use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// One answered request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path as asked for, with its query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// How many bytes its body had, packed if it was.
    pub bytes: usize,
}

/// What to serve, and how.
#[derive(Clone, Debug)]
pub struct SiteOptions {
    /// The folder with the built files.
    pub dist: PathBuf,
    /// The path that the site lives under; begins and ends with a slash.
    pub base: String,
    /// Files whose path contains one of these are answered with 404.
    pub without: Vec<String>,
    /// Of files whose path contains one of these only the first half is sent.
    pub truncated: Vec<String>,
    /// Files are sent as brotli where there is a compressed file, as a good host sends them.
    pub compressed: bool,
    /// The document inside the pages.
    pub document: ServedDocument,
    /// Header lines for files whose path contains the first text; a media type takes the place of the right one.
    pub headers: Vec<(String, String)>,
    /// Files whose path contains the first text are answered with this status, and header lines behind it.
    pub statuses: Vec<(String, String)>,
    /// In files whose path contains the first text the second is replaced by the third.
    pub rewritten: Vec<(String, String, String)>,
    /// The addresses of folders are answered without their slash, and not redirected.
    pub folders_without_slash: bool,
}

/// The document inside a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServedDocument {
    /// As built.
    Built,
    /// This text in its place.
    Text(String),
    /// None, not even a place for it.
    Nothing,
}

impl ServedDocument {
    /// The built page of a language with this document.
    fn put_into(&self, html: &str, sheet: PageKind, lang: Lang) -> String {
        let page = match self {
            ServedDocument::Built => return html.to_owned(),
            ServedDocument::Nothing => unparsed_page(html, "").map(|html| html.replace("id=\"disclosure\"", "")),
            ServedDocument::Text(text) => match parse(text) {
                Ok(disclosure) => page(html, Prerenderer::new(disclosure, translations().clone()), sheet, lang, None),
                Err(_) => unparsed_page(html, text),
            },
        };
        page.expect("a place for the disclosure in index.html")
    }

    /// The file with this document that figure pages fetch; None where it is as built.
    fn separate_file(&self) -> Option<mingbai_site::EmbeddedDocumentFile> {
        let ServedDocument::Text(text) = self else { return None };
        mingbai_site::EmbeddedDocumentFile::of(Prerenderer::new(parse(text).ok()?, translations().clone()))
    }
}

/// A site being served on a free port of the loopback. The port is given back when the value is dropped.
pub struct Site {
    origin: String,
    base: String,
    port: u16,
    log: Arc<Mutex<Vec<Request>>>,
    over: Arc<Mutex<bool>>,
    shared: Arc<Shared>,
}

/// What may change while a site is served.
struct Shared {
    options: Mutex<SiteOptions>,
    /// How many more requests are answered before the network is cut; None while it is whole.
    left: Mutex<Option<usize>>,
    /// The pages with another document that were made so far, by their files.
    prerendered: Mutex<HashMap<PathBuf, Vec<u8>>>,
}

impl Site {
    /// Starts to serve.
    pub fn start(options: SiteOptions) -> Site {
        let index = options.dist.join("index.html");
        assert!(index.is_file(), "{} is missing: run `make build` first", index.display());

        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on 127.0.0.1");
        let port = listener.local_addr().expect("the port just bound").port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let over = Arc::new(Mutex::new(false));
        let base = options.base.clone();
        let shared =
            Arc::new(Shared { options: Mutex::new(options), left: Mutex::new(None), prerendered: Mutex::default() });
        let site = Site {
            origin: format!("http://127.0.0.1:{port}"),
            base,
            port,
            log: log.clone(),
            over: over.clone(),
            shared: shared.clone(),
        };

        thread::spawn(move || {
            for stream in listener.incoming() {
                if *held(&over) {
                    break;
                }
                // A browser opens connections that it may never use, so each one waits in a thread of its own.
                let (shared, log) = (shared.clone(), log.clone());
                thread::spawn(move || stream.and_then(|stream| answer(stream, &shared, &log)));
            }
        });
        site
    }

    /// The address of a page of the site, given relative to its base: `""`, `"?lang=en"`, `"en/index.html#checks"`.
    pub fn url(&self, page: &str) -> String {
        format!("{}{}{}", self.origin, self.base, page.trim_start_matches('/'))
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Cuts the network once so many more requests were answered: what comes then gets no answer.
    pub fn cut_network_after(&self, requests: usize) {
        *held(&self.shared.left) = Some(requests);
    }

    /// The network is there again.
    pub fn restore_network(&self) {
        *held(&self.shared.left) = None;
    }

    /// From now on the site is what is in this folder.
    pub fn publish(&self, folder: PathBuf) {
        held(&self.shared.options).dist = folder;
    }

    /// From now on the host answers otherwise.
    pub fn change(&self, change: impl FnOnce(&mut SiteOptions)) {
        change(&mut held(&self.shared.options));
    }

    /// All requests so far, in the order of their answers.
    pub fn requests(&self) -> Vec<Request> {
        held(&self.log).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        *held(&self.over) = true;
        // The listener waits for a connection: give it its last one.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

/// A failed test may leave a poisoned lock; what it guards is still whole.
fn held<T>(lock: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads one request and answers it; every connection serves one request, which keeps this simple.
fn answer(stream: TcpStream, shared: &Shared, log: &Mutex<Vec<Request>>) -> io::Result<()> {
    let mut lines = BufReader::new(&stream).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(());
    };
    // The headers say nothing that we need, but must be read to their end.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let path = first.split(' ').nth(1).unwrap_or("/").to_owned();
    match held(&shared.left).as_mut() {
        // No answer, not even that there is none.
        Some(0) => return Ok(()),
        Some(left) => *left -= 1,
        None => {}
    }
    let options = &held(&shared.options).clone();
    let found = served(&path, options, &shared.prerendered);
    let (status, body, kind, encoding) = match found {
        Some((body, kind, encoding)) => (200, body, kind, encoding),
        // What hosts send where they have nothing.
        None => match fs::read(options.dist.join("404.html")) {
            Ok(page) => (404, page, "text/html; charset=utf-8", ""),
            Err(_) => (404, b"not found".to_vec(), "text/plain", ""),
        },
    };
    let other = options.statuses.iter().find(|(part, _)| path.contains(part.as_str())).map(|(_, line)| line.as_str());
    let status_line = other.unwrap_or(if status == 200 { "200 OK" } else { "404 Not Found" });
    let status = status_line[..3].parse().expect("a status");
    held(log).push(Request { path: path.clone(), status, bytes: body.len() });

    let own: String = options
        .headers
        .iter()
        .filter(|(part, _)| path.contains(part.as_str()))
        .map(|(_, lines)| format!("{lines}\r\n"))
        .collect();
    let kind = if own.contains("Content-Type:") { String::new() } else { format!("Content-Type: {kind}\r\n") };
    // As in deploy/: embedded figures may be in frames without an origin. Some hosts vary by what makes no difference.
    let head = format!(
        "HTTP/1.1 {status_line}\r\n{kind}{own}{encoding}Access-Control-Allow-Origin: *\r\n\
         Vary: Accept, User-Agent\r\n\
         Content-Length: {}\r\nCache-Control: {}\r\nConnection: close\r\n\r\n",
        body.len(),
        if status == 200 && is_hashed(&path) { "public, max-age=31536000, immutable" } else { "no-cache" }
    );
    (&stream).write_all(head.as_bytes())?;
    if !first.starts_with("HEAD ") {
        (&stream).write_all(&body)?;
    }
    Ok(())
}

/// What a path is answered with: body, media type, and the header that says how it is packed. None where nothing is there.
fn served(
    path: &str,
    options: &SiteOptions,
    prerendered: &Mutex<HashMap<PathBuf, Vec<u8>>>,
) -> Option<(Vec<u8>, &'static str, &'static str)> {
    // Made only when it is asked for: it takes as long as a page.
    let separate = path.contains("/carried-").then(|| options.document.separate_file()).flatten();
    if let Some(carried) = separate.filter(|carried| path.ends_with(&carried.name)) {
        return Some((carried.content.into_bytes(), mime(Path::new(&carried.name)), ""));
    }
    let file = find(path, options)?;
    let body = fs::read(&file).ok()?;
    let pages = PageKind::all().flat_map(|sheet| Lang::ALL.map(|lang| (sheet, lang)));
    let asked = pages.into_iter().find(|(sheet, lang)| file == options.dist.join(sheet.path(*lang)));
    let body = match asked {
        Some((sheet, lang)) if options.document != ServedDocument::Built => {
            if let Some(page) = held(prerendered).get(&file) {
                return Some((page.clone(), mime(&file), ""));
            }
            // All pages are made of the first.
            let template = fs::read_to_string(options.dist.join("index.html")).ok()?;
            let page = options.document.put_into(&template, sheet, lang).into_bytes();
            held(prerendered).insert(file.clone(), page.clone());
            page
        }
        _ => body,
    };
    let halved = options.truncated.iter().any(|part| path.contains(part.as_str()));
    let body = if halved { body[..body.len() / 2].to_vec() } else { body };
    let rewritten: Vec<_> = options.rewritten.iter().filter(|(part, ..)| path.contains(part.as_str())).collect();
    let compressed =
        (options.compressed && rewritten.is_empty()).then(|| fs::read(format!("{}.br", file.display())).ok()).flatten();
    let encoding = if compressed.is_some() { "Content-Encoding: br\r\n" } else { "" };
    let mut body = compressed.unwrap_or(body);
    for (_, old, new) in rewritten {
        let text = String::from_utf8(body).expect("only texts are rewritten");
        assert!(text.contains(old.as_str()), "{path} has no {old}");
        body = text.replace(old.as_str(), new).into_bytes();
    }
    // Of the page `?first=14000` only these bytes come.
    if let Some(first) = path.split_once("?first=").and_then(|(_, first)| first.parse().ok()) {
        body.truncate(first);
    }
    Some((body, mime(&file), encoding))
}

/// True for a name with a hash in it, which a good host lets browsers keep.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    ["app-", "charts-", "carried-", "print-", "document-reader-"].iter().any(|kind| name.starts_with(kind))
}

/// The file that answers a path, if there is one.
fn find(path: &str, options: &SiteOptions) -> Option<PathBuf> {
    // The names of built files are plain ASCII, so nothing is percent-decoded here.
    let asked = path.split(['?', '#']).next()?;
    let below = asked.strip_prefix(&options.base);
    let mut file = match below {
        None if options.folders_without_slash => {
            options.base.strip_prefix(asked).filter(|rest| *rest == "/").map(|_| "")?
        }
        below => below?,
    }
    .to_owned();
    if options.folders_without_slash && options.dist.join(&file).is_dir() && !file.is_empty() {
        file.push('/');
    }
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let hidden = options.without.iter().any(|part| file.contains(part.as_str()));
    let outside = file.split('/').any(|part| part == "..");
    let file = options.dist.join(file);
    (!hidden && !outside && file.is_file()).then_some(file)
}

/// The media type that a good host gives a file of this name.
fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
