//! One page in one browser, as a test sees it: how it opens, where it goes, what it shows, and how it closes.

mod act;
mod judge;

use std::cell::RefCell;
use std::fmt::Display;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{fs, process, thread};

use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::extensions::cdp::ChromeDevTools;
use thirtyfour::{By, WebDriver, WebElement};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::driver::Driver;
use super::{Carries, PATIENCE, Site, SiteOptions, Visit, leavings, test_name};

/// How many browsers may run at once: on a small machine more of them only make each other late.
static PLACES: Semaphore = Semaphore::const_new(2);

/// A page open in a browser of its own. Dropping it closes both, and fails the test if the page was not quiet.
pub struct Page {
    browser: Option<WebDriver>,
    runtime: Runtime,
    site: Site,
    /// Whose page it is, where it is somebody else's.
    article: Option<Site>,
    profile: PathBuf,
    noisy: bool,
    touch: bool,
    console: RefCell<Vec<String>>,
    foreign: RefCell<Vec<String>>,
    // Last, so that they are given back when all else is over.
    _driver: Arc<Driver>,
    _place: SemaphorePermit<'static>,
}

impl Page {
    #[track_caller]
    pub(super) fn open(visit: Visit) -> Page {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = leavings().join(format!("profiles/{}-{count}", process::id()));

        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let place = runtime.block_on(PLACES.acquire()).expect("the places are never closed");
        let site = Site::start(visit.site.clone());
        let article = visit.article.map(|article| {
            let folder = leavings().join(format!("articles/{}-{count}", process::id()));
            let html = article.html.replace("{site}", &site.url(""));
            let written = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("index.html"), html));
            must("writing an article", written);
            let policy = article.policy.map(|policy| policy.replace("{site}", site.origin()));
            Site::start(SiteOptions {
                dist: folder,
                base: "/".to_owned(),
                carries: Carries::Built,
                policy,
                ..visit.site
            })
        });
        let driver = Driver::shared();
        let browser =
            must("opening a browser", runtime.block_on(driver.session(&profile.to_string_lossy(), &visit.switches)));

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
            _place: place,
        };
        page.resize(visit.width, visit.height);
        if visit.touch {
            page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }));
        }
        let features: Vec<_> =
            visit.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        page.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
        let without_keeping = "delete Navigator.prototype.serviceWorker".to_owned();
        for script in visit.before.iter().chain((!visit.kept).then_some(&without_keeping)) {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        }
        if visit.awaits_ready {
            page.goto(&visit.address);
        } else {
            page.load(&visit.address);
        }
        page
    }

    // Going places

    /// Loads another page of the site and waits until the app is live there.
    ///
    /// An address that differs only after its `#` does not load the page again, as in any browser.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.load(address);
        self.wait_until_ready();
    }

    /// Loads the page again, as the reader's reload button does.
    #[track_caller]
    pub fn reload(&self) {
        must("reloading", self.run(self.browser().refresh()));
        self.wait_until_ready();
    }

    /// Loads an address of the site and waits for nothing.
    #[track_caller]
    pub fn load(&self, address: &str) {
        let url = self.article.as_ref().unwrap_or(&self.site).url(address);
        must(&format!("loading {url}"), self.run(self.browser().goto(&url)));
    }

    /// Opens a file by its path, as a double click does, with what stands behind its name; waits for nothing.
    #[track_caller]
    pub fn open_file(&self, file: &Path, wishes: &str) {
        let url = file_address(file, wishes);
        must(&format!("loading {url}"), self.run(self.browser().goto(&url)));
    }

    #[track_caller]
    fn wait_until_ready(&self) {
        self.wait_for("the app to be live", "document.documentElement.dataset.ready === 'true'");
    }

    /// The address in the reader's address bar.
    #[track_caller]
    pub fn address(&self) -> String {
        must("reading the address", self.run(self.browser().current_url())).into()
    }

    /// Changes the size of what the reader sees, in CSS pixels.
    ///
    /// Up to 600 pixels wide, or on a touch screen, the page is laid out as phones do: `<meta name="viewport">` counts
    /// and scroll bars take no room.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": self.touch || width <= 600 }),
        );
    }

    /// Cuts the network of the page, or brings it back. What the browser does beside the page goes on: [`Site::cut_after`] ends
    /// that as well.
    #[track_caller]
    pub fn offline(&self, offline: bool) {
        self.cdp("Network.enable", json!({}));
        self.cdp(
            "Network.emulateNetworkConditions",
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
        );
    }

    // Looking

    /// Waits until an expression of JavaScript is true. `what` completes the sentence "waited in vain for …".
    #[track_caller]
    pub fn wait_for(&self, what: &str, expression: &str) {
        self.wait(what, || self.js(&format!("Boolean({expression})")).as_bool().filter(|yes| *yes));
    }

    /// The value of an expression of JavaScript; `null` for what JSON cannot say.
    #[track_caller]
    pub fn js(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        must(&format!("evaluating {expression}"), self.run(self.browser().execute(script, Vec::new()))).json().clone()
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

    /// Waits until nothing on the page has changed for a quarter of a second: charts are drawn, motion is over. A page
    /// that never rests is waited for five seconds.
    #[track_caller]
    pub fn settle(&self) {
        let script = "const done = arguments[arguments.length - 1];
            let timer;
            const again = () => { clearTimeout(timer); timer = setTimeout(done, 250); };
            new MutationObserver(again).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            document.fonts.ready.then(again);
            setTimeout(done, 5000);";
        must("waiting for the page to rest", self.run(self.browser().execute_async(script, Vec::new())));
    }

    /// Looks, from now on, into the frame that an expression of JavaScript gives; [`Page::leave`] looks at the page again.
    #[track_caller]
    pub fn enter(&self, frame: &str) {
        self.wait_for("the frame", frame);
        let found =
            must("finding the frame", self.run(self.browser().execute(format!("return ({frame})"), Vec::new())));
        let frame = must("finding the frame", found.element());
        must("entering the frame", self.run(frame.enter_frame()));
    }

    /// Looks at the whole page again.
    #[track_caller]
    pub fn leave(&self) {
        must("leaving the frame", self.run(self.browser().enter_default_frame()));
    }

    // For what has no method here

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

    /// Asks again and again until there is an answer.
    #[track_caller]
    fn wait<T>(&self, what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
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

    /// Does something again and again until it works, as a person would: what it is about may not be there yet, may be
    /// drawn anew at that moment, or may be covered by something that is about to go.
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
                let file = leavings().join(format!("{}.png", test_name()));
                if fs::create_dir_all(leavings()).and_then(|()| fs::write(&file, picture)).is_ok() {
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

/// The address of a file by its path, with what stands behind its name. What an address cannot hold is written otherwise.
pub fn file_address(file: &Path, wishes: &str) -> String {
    let signs = [("%", "%25"), (" ", "%20"), ("#", "%23"), ("?", "%3F")];
    let path = signs.iter().fold(file.display().to_string(), |path, (sign, written)| path.replace(sign, written));
    format!("file://{path}{wishes}")
}
