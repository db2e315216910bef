//! The harness of the browser tests: it serves the built site, opens a page of it in a real browser, and inspects that page.
//!
//! ```ignore
//! #[test]
//! fn a_reader_switches_to_english() {
//!     let page = open("?lang=zh", 360, 740);
//!     page.click("[data-choice=lang]");
//!     page.wait_for("the page in English", "document.documentElement.lang === 'en'");
//! }
//! ```
//!
//! No method is async: each [`Page`] owns its small runtime, and every method waits until it is done, or until [`PATIENCE`]
//! ends. A method that cannot do what it says fails the test, at the line that called it. The parts of the page that tests
//! speak of by name have page objects, such as [`Page::figure_card`] and [`Page::popup`].
//!
//! One test holds one page at a time: only two browsers run at once, and tests that each wait for a second one would
//! wait for each other. A test that opens a second page before it has dropped the first fails.
//!
//! No test depends on how fast the machine is: [`Page::settle`] waits for what the page has begun, [`Visit::with_clock`]
//! gives it a clock that [`Page::advance_clock`] moves on, and a wait ends only when [`PATIENCE`] does.
//!
//! With `MINGBAI_TEST_TIMES=times.tsv` each browser adds a line to that file when it closes: the seconds it was open, and the
//! test it was for.
//!
//! A page must be *quiet*: when it is dropped, it fails the test if the console has a warning or an error, if
//! anything was requested from another host, or if a file of the site was missing. A test of such faults calls
//! [`Visit::noisy`].
//! A failed test leaves a picture of its page in `target/browser/`.

mod clipboard;
mod clock;
mod driver;
mod other_engine;
mod page;
mod page_objects;
mod paper;
mod python_tool;
mod rest;
mod site;
mod turn;

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, thread};

pub use clock::CLOCK;
pub use driver::chromium_program;
pub use other_engine::OtherEngine;
pub use page::{AccessibleNode, Page};
pub use page_objects::{ChartContents, ShareDialog, SourceText};
pub use python_tool::python_tool;
pub use site::{ServedDocument, Site, SiteOptions};

/// How long to wait for what must happen. Long, since it costs time only when a test fails.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Opens a page of the site in a window of this size and waits until the app is live.
///
/// `address` is relative to the site's root: `""`, `"?lang=en&theme=dark"`, `"#figure=change"`, `"en/index.html"`.
#[track_caller]
pub fn open(address: &str, width: u32, height: u32) -> Page {
    visit(address).size(width, height).open()
}

/// A browser on the site that shows no page yet, for a test that goes through several: starting a browser takes longer than
/// loading a page.
#[track_caller]
pub fn open_browser() -> Page {
    visit("").open_browser()
}

/// The address of the page that a browser starts with.
const BLANK: &str = "about:blank";

/// Describes a visit; [`Visit::open`] begins it.
pub fn visit(address: &str) -> Visit {
    Visit {
        address: address.to_owned(),
        width: 1280,
        height: 800,
        touch: false,
        media: Vec::new(),
        before: Vec::new(),
        switches: Vec::new(),
        noisy: false,
        awaits_ready: true,
        article: None,
        service_worker: false,
        site: SiteOptions {
            dist: env::var_os("MINGBAI_DIST").map_or_else(|| root().join("dist"), PathBuf::from),
            base: "/".to_owned(),
            without: Vec::new(),
            truncated: Vec::new(),
            compressed: false,
            document: ServedDocument::Built,
            headers: Vec::new(),
            statuses: Vec::new(),
            rewritten: Vec::new(),
            folders_without_slash: false,
        },
    }
}

/// How a reader comes to a page. Made by [`visit`], begun by [`Visit::open`].
pub struct Visit {
    address: String,
    width: u32,
    height: u32,
    touch: bool,
    media: Vec<(String, String)>,
    before: Vec<String>,
    switches: Vec<String>,
    noisy: bool,
    awaits_ready: bool,
    article: Option<Article>,
    service_worker: bool,
    site: SiteOptions,
}

/// A page of another site.
struct Article {
    html: String,
    policy: Option<String>,
}

impl Visit {
    /// The size of the viewport in CSS pixels, 1280 × 800 by default.
    pub fn size(mut self, width: u32, height: u32) -> Visit {
        (self.width, self.height) = (width, height);
        self
    }

    /// On a touch screen: `(pointer: coarse)`, `(hover: none)`, and [`Page::tap`] works.
    pub fn touch(mut self) -> Visit {
        self.touch = true;
        self
    }

    /// The reader's system asks for dark colours.
    pub fn dark(self) -> Visit {
        self.media("prefers-color-scheme", "dark")
    }

    /// The reader's system asks for no motion.
    pub fn reduced_motion(self) -> Visit {
        self.media("prefers-reduced-motion", "reduce")
    }

    /// Any other media feature that a browser can emulate: `("prefers-contrast", "more")`, `("forced-colors", "active")`.
    pub fn media(mut self, feature: &str, value: &str) -> Visit {
        self.media.push((feature.to_owned(), value.to_owned()));
        self
    }

    /// Serves this folder instead of `dist/`.
    pub fn of(mut self, folder: PathBuf) -> Visit {
        self.site.dist = folder;
        self
    }

    /// The site lives under this path, which begins and ends with a slash: `"/budget/2023/"`.
    pub fn under(mut self, base: &str) -> Visit {
        assert!(base.starts_with('/') && base.ends_with('/'), "{base:?} must begin and end with a slash");
        self.site.base = base.to_owned();
        self
    }

    /// Files whose path contains this are missing from the server. A page that misses a file is noisy.
    pub fn without(mut self, part: &str) -> Visit {
        self.site.without.push(part.to_owned());
        self.noisy()
    }

    /// Files whose path contains `part` are sent with these header lines.
    pub fn with_headers(mut self, part: &str, lines: &str) -> Visit {
        self.site.headers.push((part.to_owned(), lines.to_owned()));
        self
    }

    /// Files whose path contains `part` are answered with this status.
    pub fn with_status(mut self, part: &str, status: &str) -> Visit {
        self.site.statuses.push((part.to_owned(), status.to_owned()));
        self
    }

    /// In files whose path contains `part`, what the host sends has `new` in place of `old`.
    pub fn rewritten(mut self, part: &str, old: &str, new: &str) -> Visit {
        self.site.rewritten.push((part.to_owned(), old.to_owned(), new.to_owned()));
        self
    }

    /// The host answers the address of a folder without its slash.
    pub fn with_folders_without_slash(mut self) -> Visit {
        self.site.folders_without_slash = true;
        self
    }

    /// Of files whose path contains this only the first half is sent, as by a proxy that was interrupted.
    pub fn truncated(mut self, part: &str) -> Visit {
        self.site.truncated.push(part.to_owned());
        self.noisy()
    }

    /// Files are sent as brotli, so that [`Site::requests`] has the sizes of real downloads. Of a page whose query is
    /// `?first=14000` only these bytes are sent. Compressed files are as they were built: such a page has no other document.
    pub fn compressed(mut self) -> Visit {
        self.site.compressed = true;
        self
    }

    /// Runs a script before any of the page's own, to imitate another browser: `"delete window.ResizeObserver"`.
    pub fn before(mut self, script: &str) -> Visit {
        self.before.push(script.to_owned());
        self
    }

    /// The page has a clock that [`Page::advance_clock`] moves on.
    pub fn with_clock(self) -> Visit {
        self.before(CLOCK)
    }

    /// Starts the browser with this switch: `"--js-flags=--no-compilation-cache"`.
    pub fn switch(mut self, switch: &str) -> Visit {
        self.switches.push(switch.to_owned());
        self
    }

    /// The page contains this document instead of the one that it was built with.
    pub fn with_document(mut self, text: &str) -> Visit {
        self.site.document = ServedDocument::Text(text.to_owned());
        self
    }

    /// The page contains no document.
    pub fn without_document(mut self) -> Visit {
        self.site.document = ServedDocument::Nothing;
        self
    }

    /// The page is an article on another origin, with this body; `{site}` in it is the address of the site, with a slash at its
    /// end. The address `""` is the article.
    pub fn embedded_in(mut self, body: &str) -> Visit {
        let html = format!(
            "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>文章</title>\
             <link rel=\"icon\" href=\"data:,\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head><body>{body}</body></html>"
        );
        self.article = Some(Article { html, policy: None });
        self.never_ready()
    }

    /// The article has this content security policy; `{site}` in it is the origin of the site.
    pub fn with_policy(mut self, policy: &str) -> Visit {
        if let Some(article) = &mut self.article {
            article.policy = Some(policy.to_owned());
        }
        self
    }

    /// The browser has service workers, so that the site is cached for offline use. By default it has none, so that every
    /// request of a page reaches the site.
    pub fn with_service_worker(mut self) -> Visit {
        self.service_worker = true;
        self
    }

    /// Faults are what this test is about: it does not fail for them when the page is closed.
    pub fn noisy(mut self) -> Visit {
        self.noisy = true;
        self
    }

    /// Does not wait for the app to be live.
    pub fn never_ready(mut self) -> Visit {
        self.awaits_ready = false;
        self
    }

    /// Opens the browser, loads the page and waits until `<html data-ready="true">`.
    #[track_caller]
    pub fn open(self) -> Page {
        Page::open(self)
    }

    /// Serves the site without a browser of ours, and the article if there is one: for other engines.
    pub fn serve(self) -> (Site, Option<Site>) {
        page::serve(self.site, self.article)
    }

    /// Opens the browser and shows no page yet.
    #[track_caller]
    pub fn open_browser(mut self) -> Page {
        BLANK.clone_into(&mut self.address);
        self.never_ready().open()
    }

    /// The same where no script of the page runs. The harness looks at a page through scripts of its own, so they are
    /// withheld only while it loads.
    #[track_caller]
    pub fn open_scriptless(self) -> Page {
        let address = self.address.clone();
        let page = self.noisy().never_ready().open();
        page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true }));
        page.load(&address);
        page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": false }));
        page
    }
}

/// The folder of the package, where `dist/`, `node_modules/` and `target/` are.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The command `mingbai`, as `make` has built it with the tests.
pub fn command() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let command = test.ancestors().nth(2).unwrap().join("mingbai");
    assert!(command.is_file(), "{}: not built; run cargo build --package mingbai-cli", command.display());
    command
}

/// The folder for the files that tests write, such as pictures of failures.
pub fn artifacts() -> PathBuf {
    root().join("target/browser")
}

/// The running test's name, fit for a file name.
fn test_name() -> String {
    thread::current().name().unwrap_or("test").replace("::", "-")
}
