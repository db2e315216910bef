//! Firefox, for what must work there too: it can open a page, run a script in it, click and type.

use std::future::Future;
use std::path::Path;
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

/// A Firefox with an empty profile and one page.
pub struct Firefox {
    browser: Option<WebDriver>,
    runtime: Runtime,
    // Last, so that they end when all else is over.
    _driver: Driver,
    _turn: Turn,
}

impl Firefox {
    /// Starts it, headless, with a window of 1280 × 800.
    #[track_caller]
    pub fn start() -> Firefox {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let turn = Turn::take(&runtime);
        let driver = Driver::gecko();
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
        let opening = WebDriver::new(driver.url(), capabilities);
        let browser = runtime.block_on(opening).unwrap_or_else(|error| panic!("opening Firefox: {error}"));
        Firefox { browser: Some(browser), runtime, _driver: driver, _turn: turn }
    }

    /// Opens a file by its path, with this query and fragment, and waits until the app is live.
    #[track_caller]
    pub fn open_file(&self, file: &Path, query: &str) {
        let url = file_address(file, query);
        self.must(&format!("loading {url}"), self.browser().goto(&url));
        self.wait_for("the app to be live", "document.documentElement.dataset.ready === 'true'");
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

impl Drop for Firefox {
    fn drop(&mut self) {
        if let Some(browser) = self.browser.take() {
            let _ = self.runtime.block_on(browser.quit());
        }
    }
}
