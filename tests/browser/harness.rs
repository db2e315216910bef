//! What a browser test needs: the built site being served, a real browser on it, and words to look at it with.
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
//! Nothing here is async to the reader of a test: each [`Page`] owns its small runtime, and every method waits until it
//! is done, or until [`PATIENCE`] ends. A method that cannot do what it says fails the test, at the line that called it.
//!
//! One test holds one page at a time: only two browsers run at once, and tests that each wait for a second one would
//! wait for each other.
//!
//! A page must be *quiet*: when it is dropped, it fails the test if the console has a warning or an error, if anything
//! was asked of another host, or if a file of ours was missing. A test of such trouble says so with [`Visit::noisy`].
//! A failed test leaves a picture of its page in `target/browser/`.

mod clipboard;
mod driver;
mod firefox;
mod page;
mod site;

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, thread};

pub use firefox::Firefox;
pub use page::Page;
pub use site::{Carries, Site, SiteOptions};

/// How long to wait for what must happen. Long, since it costs time only when a test fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Opens a page of the site in a window of this size and waits until the app is live.
///
/// `address` is relative to the site's root: `""`, `"?lang=en&theme=dark"`, `"#figure=change"`, `"en/index.html"`.
#[track_caller]
pub fn open(address: &str, width: u32, height: u32) -> Page {
    visit(address).size(width, height).open()
}

/// A visit to be described further before it begins.
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
        kept: false,
        site: SiteOptions {
            dist: env::var_os("MINGBAI_DIST").map_or_else(|| root().join("dist"), PathBuf::from),
            base: "/".to_owned(),
            without: Vec::new(),
            halved: Vec::new(),
            packed: false,
            carries: Carries::Built,
            policy: None,
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
    kept: bool,
    site: SiteOptions,
}

/// A page of somebody else's.
struct Article {
    html: String,
    policy: Option<String>,
}

impl Visit {
    /// The size of what the reader sees, in CSS pixels. 1280 × 800 unless told.
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

    /// Any other media feature that a browser can pretend: `("prefers-contrast", "more")`, `("forced-colors", "active")`.
    pub fn media(mut self, feature: &str, value: &str) -> Visit {
        self.media.push((feature.to_owned(), value.to_owned()));
        self
    }

    /// The site is this folder, not `dist/`.
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

    /// Files whose path contains this come only as their first half, as from a proxy that kept what it had.
    pub fn halved(mut self, part: &str) -> Visit {
        self.site.halved.push(part.to_owned());
        self.noisy()
    }

    /// Files come as brotli, so that [`Site::requests`] has what a reader downloads. Of a page whose query is `?first=14000`
    /// only these bytes come. What is packed is as it was built: such a page carries no other disclosure.
    pub fn packed(mut self) -> Visit {
        self.site.packed = true;
        self
    }

    /// Runs a script before any of the page's own, to pretend another browser: `"delete window.ResizeObserver"`.
    pub fn before(mut self, script: &str) -> Visit {
        self.before.push(script.to_owned());
        self
    }

    /// The browser itself is started with this: `"--js-flags=--no-compilation-cache"`.
    pub fn switch(mut self, switch: &str) -> Visit {
        self.switches.push(switch.to_owned());
        self
    }

    /// The page carries this disclosure, not the one it was built with.
    pub fn carrying(mut self, text: &str) -> Visit {
        self.site.carries = Carries::Text(text.to_owned());
        self
    }

    /// The page carries no disclosure.
    pub fn carrying_nothing(mut self) -> Visit {
        self.site.carries = Carries::Nothing;
        self
    }

    /// The page is somebody else's, on another origin; `{site}` in what stands in its body is the address of this site, with a
    /// slash at its end. Where it goes with `""`, that is this page.
    pub fn within(mut self, body: &str) -> Visit {
        let html = format!(
            "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>文章</title>\
             <link rel=\"icon\" href=\"data:,\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head><body>{body}</body></html>"
        );
        self.article = Some(Article { html, policy: None });
        self.never_ready()
    }

    /// That page has this content security policy; `{site}` in it is the origin of this site.
    pub fn with_policy(mut self, policy: &str) -> Visit {
        if let Some(article) = &mut self.article {
            article.policy = Some(policy.to_owned());
        }
        self
    }

    /// The browser keeps the site for when there is no network. Elsewhere browsers are as those that cannot: what a page
    /// fetches is then what its reader waits for.
    pub fn kept(mut self) -> Visit {
        self.kept = true;
        self
    }

    /// Trouble is what this test is about: do not fail for it when the page is closed.
    pub fn noisy(mut self) -> Visit {
        self.noisy = true;
        self
    }

    /// The app is not expected to come alive, so do not wait for it.
    pub fn never_ready(mut self) -> Visit {
        self.awaits_ready = false;
        self
    }

    /// Opens the browser, loads the page and waits until `<html data-ready="true">`.
    #[track_caller]
    pub fn open(self) -> Page {
        Page::open(self)
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

/// The folder for what tests leave behind: pictures of failures.
pub fn leavings() -> PathBuf {
    root().join("target/browser")
}

/// The running test's name, fit for a file name.
fn test_name() -> String {
    thread::current().name().unwrap_or("test").replace("::", "-")
}
