//! One page in one browser: how it opens, navigates, is read, and closes.

mod inspection;
mod interaction;
mod navigation;

use std::cell::RefCell;
use std::fmt::Display;
use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{fs, process, thread};

use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::extensions::cdp::ChromeDevTools;
use thirtyfour::{By, WebDriver, WebElement};
use tokio::runtime::{Builder, Runtime};

use super::driver::Driver;
use super::rest::TRACK_ACTIVITY;
use super::turn::Turn;
pub use inspection::AccessibleNode;
pub use navigation::file_address;

use super::{Article, PATIENCE, ServedDocument, Site, SiteOptions, Visit, artifacts, test_name};

/// A page open in a browser of its own. Dropping it closes both, and fails the test if the page was not quiet.
pub struct Page {
    browser: Option<WebDriver>,
    runtime: Runtime,
    site: Site,
    /// The site of the article that embeds the page, if there is one.
    article: Option<Site>,
    profile: PathBuf,
    noisy: bool,
    touch: bool,
    console: RefCell<Vec<String>>,
    foreign: RefCell<Vec<String>>,
    // Last, so that they are given back when all else is over.
    _driver: Arc<Driver>,
    _turn: Turn,
}

/// A folder below this one that no other test uses.
fn own_folder(kind: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    artifacts().join(format!("{kind}/{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed)))
}

/// Serves a site, and the article that embeds its pages if there is one, on an origin of its own.
pub(super) fn serve(options: SiteOptions, article: Option<Article>) -> (Site, Option<Site>) {
    let site = Site::start(options.clone());
    let article = article.map(|article| {
        let folder = own_folder("articles");
        let html = article.html.replace("{site}", &site.url(""));
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("index.html"), html));
        must("writing an article", written);
        let policy = article.policy.map(|policy| policy.replace("{site}", site.origin()));
        let policy = policy.map(|policy| (String::new(), format!("Content-Security-Policy: {policy}")));
        Site::start(SiteOptions {
            dist: folder,
            base: "/".to_owned(),
            document: ServedDocument::Built,
            headers: policy.into_iter().collect(),
            ..options
        })
    });
    (site, article)
}

impl Page {
    #[track_caller]
    pub(super) fn open(visit: Visit) -> Page {
        let profile = own_folder("profiles");

        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let turn = Turn::take(&runtime);
        let (site, article) = serve(visit.site, visit.article);
        let driver = Driver::shared();
        let browser =
            must("opening a browser", runtime.block_on(driver.session(&profile.to_string_lossy(), &visit.switches)));
        must("setting a time limit", runtime.block_on(browser.set_script_timeout(2 * PATIENCE)));

        let page = Page {
            browser: Some(browser),
            runtime,
            site,
            article,
            profile,
            noisy: visit.noisy,
            touch: visit.touch,
            console: RefCell::default(),
            foreign: RefCell::default(),
            _driver: driver,
            _turn: turn,
        };
        page.resize(visit.width, visit.height);
        if visit.touch {
            page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }));
        }
        let features: Vec<_> =
            visit.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        page.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
        let without_offline = (!visit.service_worker).then_some("delete Navigator.prototype.serviceWorker");
        for script in [TRACK_ACTIVITY].into_iter().chain(visit.before.iter().map(String::as_str)).chain(without_offline)
        {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        }
        if visit.awaits_ready {
            page.goto(&visit.address);
        } else {
            page.load(&visit.address);
        }
        page
    }

    /// Waits until an expression of JavaScript is true, or a promise of one is kept. `what` completes the sentence "waited in
    /// vain for …".
    #[track_caller]
    pub fn wait_for(&self, what: &str, expression: &str) {
        let kept = format!("Promise.resolve({expression}).then(Boolean)");
        self.wait(what, || self.js(&kept).as_bool().filter(|yes| *yes));
    }

    /// The value of an expression of JavaScript; `null` for what JSON cannot say.
    #[track_caller]
    pub fn js(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        must(&format!("evaluating {expression}"), self.run(self.browser().execute(script, Vec::new()))).json().clone()
    }

    /// Waits until the announcement for screen readers contains these words, and gives all of it.
    #[track_caller]
    pub fn wait_for_announcement(&self, words: &str) -> String {
        let announced = "document.querySelector('#live-region').textContent";
        self.wait(&format!("{words:?} to be announced"), || {
            self.js(announced).as_str().filter(|announced| announced.contains(words)).map(str::to_owned)
        })
    }

    /// What a script passes to the last of its arguments, as WebDriver's asynchronous scripts do.
    #[track_caller]
    pub fn js_async(&self, doing: &str, script: &str) -> Value {
        must(doing, self.run(self.browser().execute_async(script, Vec::new()))).json().clone()
    }

    /// The first element that a CSS selector finds, waiting for it to be there.
    #[track_caller]
    pub fn find(&self, css: &str) -> WebElement {
        self.persist(&format!("finding {css}"), || self.run(self.browser().find(By::Css(css))))
    }

    /// All elements that a CSS selector finds at this moment.
    #[track_caller]
    pub fn all(&self, css: &str) -> Vec<WebElement> {
        must(&format!("finding {css}"), self.run(self.browser().find_all(By::Css(css))))
    }

    /// How many elements a CSS selector finds at this moment.
    #[track_caller]
    pub fn count(&self, css: &str) -> u64 {
        self.js(&format!("document.querySelectorAll({}).length", json!(css))).as_u64().expect("a count")
    }

    /// Whether the page is wider than the window.
    pub fn scrolls_sideways(&self) -> bool {
        self.js("document.documentElement.scrollWidth > innerWidth") == true
    }

    /// Whether the first such element is there and shown.
    #[track_caller]
    pub fn shows(&self, css: &str) -> bool {
        let css = json!(css);
        self.js(&format!("Boolean(document.querySelector({css})?.checkVisibility({{ visibilityProperty: true }}))"))
            == true
    }

    /// Waits until the first such element is there and shown.
    #[track_caller]
    pub fn wait_to_show(&self, css: &str) {
        self.wait(&format!("{css} to be shown"), || self.shows(css).then_some(()));
    }

    /// Waits until the text of the first such element contains these words.
    #[track_caller]
    pub fn wait_for_text(&self, css: &str, words: &str) {
        let text = format!("document.querySelector({})?.textContent ?? ''", json!(css));
        self.wait_for(&format!("{words:?} in {css}"), &format!("({text}).includes({})", json!(words)));
    }

    /// The text of the first such element as shown, waiting for it to be there.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.persist(&format!("reading {css}"), || {
            self.run(async { self.browser().find(By::Css(css)).await?.text().await })
        })
    }

    /// An attribute of the first such element, if it has it, waiting for the element to be there.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.persist(&format!("reading {name} of {css}"), || {
            self.run(async { self.browser().find(By::Css(css)).await?.attr(name).await })
        })
    }

    /// Sends a command of the Chrome DevTools Protocol and gives its answer.
    #[track_caller]
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        let tools = ChromeDevTools::new(self.browser().handle.clone());
        must(command, self.run(tools.execute_cdp_with_params(command, parameters)))
    }

    /// The WebDriver session; what it gives to be awaited, [`Page::run`] awaits.
    pub fn browser(&self) -> &WebDriver {
        self.browser.as_ref().expect("the browser is open until the page is dropped")
    }

    /// Awaits what thirtyfour gives.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Repeats a question until there is an answer.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(answer) = ask() {
                return answer;
            }
            if Instant::now() > deadline {
                let console = self.console().join("\n  ");
                panic!("waited in vain for {what}; the console says:\n  {console}");
            }
            thread::sleep(Duration::from_millis(25));
        }
    }

    /// Repeats something until it works, as a person would: its element may not be there yet, may be rendered again at that
    /// moment, or may be covered by something that is about to close.
    #[track_caller]
    fn persist<T>(&self, doing: &str, mut act: impl FnMut() -> WebDriverResult<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match act() {
                Err(error) if passes(&error) && Instant::now() < deadline => thread::sleep(Duration::from_millis(25)),
                done => return must(doing, done),
            }
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let mut noise = Vec::new();
        if thread::panicking() {
            // Not by `screenshot`: a second panic would end all tests at once.
            if let Ok(picture) = self.run(self.browser().screenshot_as_png()) {
                let file = artifacts().join(format!("{}.png", test_name()));
                if fs::create_dir_all(artifacts()).and_then(|()| fs::write(&file, picture)).is_ok() {
                    eprintln!("the page at that moment: {}", file.display());
                }
            }
        } else if !self.noisy {
            noise = self.noise();
        }
        if let Some(browser) = self.browser.take() {
            let _ = self.runtime.block_on(browser.quit());
        }
        let _ = fs::remove_dir_all(&self.profile);
        assert!(noise.is_empty(), "the page was not quiet:\n  {}", noise.join("\n  "));
    }
}

/// The value of a result, or a failed test that says what was being done.
#[track_caller]
fn must<T, E: Display>(doing: &str, result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| panic!("{doing}: {error}"))
}

/// Whether a little later the same may work.
fn passes(error: &WebDriverError) -> bool {
    use WebDriverErrorInner::{ElementClickIntercepted, ElementNotInteractable, NoSuchElement, StaleElementReference};
    matches!(
        error.as_inner(),
        ElementClickIntercepted(_) | ElementNotInteractable(_) | NoSuchElement(_) | StaleElementReference(_)
    )
}
