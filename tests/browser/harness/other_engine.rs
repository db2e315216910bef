//! Firefox and WebKit, for what must work there too: they can open a page, run a script in it, click and type.

use std::env;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Capabilities, Key, WebDriver};
use tokio::runtime::{Builder, Runtime};

use super::PATIENCE;
use super::driver::{Driver, program};
use super::page::file_address;
use super::turn::Turn;

/// A browser of another engine than Chromium's with an empty profile and one page.
pub struct OtherEngine {
    browser: Option<WebDriver>,
    runtime: Runtime,
    // Last, so that they end when all else is over: the driver, and what it needs.
    _drivers: Vec<Driver>,
    _turn: Turn,
}

impl OtherEngine {
    /// Starts Firefox, headless, with a window of 1280 × 800.
    #[track_caller]
    pub fn firefox() -> OtherEngine {
        let options = json!({
            "binary": program("FIREFOX_PATH", &["firefox-esr", "firefox"]),
            "args": ["-headless", "--width=1280", "--height=800"],
            // No host is asked, not even its maker's.
            "prefs": {
                "network.proxy.type": 1,
                "network.proxy.http": "127.0.0.1",
                "network.proxy.http_port": 9,
                "network.proxy.ssl": "127.0.0.1",
                "network.proxy.ssl_port": 9,
                "network.proxy.no_proxies_on": "127.0.0.1",
            },
        });
        let mut capabilities = Capabilities::new();
        capabilities.insert("browserName".into(), json!("firefox"));
        capabilities.insert("moz:firefoxOptions".into(), options);
        OtherEngine::start(|| vec![Driver::gecko()], capabilities)
    }

    /// Starts the browser of WebKitGTK on a screen that nobody sees.
    #[track_caller]
    pub fn webkit() -> OtherEngine {
        let options = json!({
            "binary": mini_browser(),
            // No host is asked.
            "args": ["--automation", "--proxy=http://127.0.0.1:9", "--ignore-host=127.0.0.1"],
        });
        let mut capabilities = Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".into(), options);
        let drivers = || {
            let (display, name) = Driver::display();
            vec![Driver::webkit(&name), display]
        };
        let engine = OtherEngine::start(drivers, capabilities);
        engine.must("setting the size of the window", engine.browser().set_window_rect(0, 0, 1280, 800));
        engine
    }

    #[track_caller]
    fn start(drivers: impl FnOnce() -> Vec<Driver>, capabilities: Capabilities) -> OtherEngine {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let turn = Turn::take(&runtime);
        let drivers = drivers();
        let opening = WebDriver::new(drivers[0].url(), capabilities);
        let browser = runtime.block_on(opening).unwrap_or_else(|error| panic!("opening a browser: {error}"));
        OtherEngine { browser: Some(browser), runtime, _drivers: drivers, _turn: turn }
    }

    /// Opens an address and waits until the app is live.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.load(url);
        self.wait_for("the app to be live", "document.documentElement.dataset.ready === 'true'");
    }

    /// Opens an address and waits for nothing.
    #[track_caller]
    pub fn load(&self, url: &str) {
        self.must(&format!("loading {url}"), self.browser().goto(url));
    }

    /// Opens a file by its path, with this query and fragment, and waits until the app is live.
    #[track_caller]
    pub fn open_file(&self, file: &Path, query: &str) {
        self.open(&file_address(file, query));
    }

    /// What an expression is.
    #[track_caller]
    pub fn js(&self, expression: &str) -> Value {
        let run = async { self.browser().execute(format!("return {expression}"), Vec::new()).await?.convert() };
        self.must(&format!("running {expression}"), run)
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait_for(&self, what: &str, expression: &str) {
        let until = Instant::now() + PATIENCE;
        while self.js(&format!("!!({expression})")) != true {
            assert!(Instant::now() < until, "waited in vain for {what}");
            thread::sleep(PATIENCE / 200);
        }
    }

    /// Clicks the first element that a CSS selector finds.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.js(&format!(
            "document.querySelector({}).scrollIntoView({{ block: 'center', behavior: 'instant' }})",
            json!(css)
        ));
        self.must(&format!("clicking {css}"), async { self.browser().find(By::Css(css)).await?.click().await });
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.must("typing", self.browser().action_chain().send_keys(keys).perform());
    }

    /// Presses a key while another is held.
    #[track_caller]
    pub fn press_with(&self, held: Key, key: char) {
        self.must("typing", self.browser().action_chain().key_down(held.clone()).send_keys(key).key_up(held).perform());
    }

    /// Presses Escape.
    #[track_caller]
    pub fn escape(&self) {
        self.must("typing", self.browser().action_chain().send_keys(Key::Escape).perform());
    }

    fn browser(&self) -> &WebDriver {
        self.browser.as_ref().expect("it is open until it is dropped")
    }

    #[track_caller]
    fn must<T>(&self, what: &str, asked: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(asked).unwrap_or_else(|error| panic!("{what}: {error}"))
    }
}

impl Drop for OtherEngine {
    fn drop(&mut self) {
        if let Some(browser) = self.browser.take() {
            let _ = self.runtime.block_on(browser.quit());
        }
    }
}

/// WebKitGTK's browser for tests, which is in no folder of the PATH.
fn mini_browser() -> PathBuf {
    if let Some(path) = env::var_os("MINIBROWSER_PATH") {
        return path.into();
    }
    let below = |folder: PathBuf| {
        fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let folders = ["/usr/lib", "/usr/libexec"].into_iter().flat_map(|folder| below(folder.into()));
    let places = folders.flat_map(|folder| below(folder.clone()).into_iter().chain([folder]));
    places.map(|folder| folder.join("MiniBrowser")).find(|file| file.is_file()).unwrap_or_else(|| {
        panic!("no MiniBrowser of WebKitGTK: install webkit2gtk-driver, or name it in MINIBROWSER_PATH")
    })
}
