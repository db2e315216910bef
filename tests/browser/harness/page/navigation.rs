//! Navigation: loading addresses and files, resizing the window, cutting the network, entering frames.

use std::path::Path;

use serde_json::json;

use super::super::BLANK;
use super::{Page, must};

impl Page {
    /// Loads another page of the site and waits until the app is live there.
    ///
    /// An address that differs only after its `#` does not load the page again, as in any browser.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.load(address);
        self.wait_until_ready();
    }

    /// Loads another page of the site in a window of this size and waits until the app is live there.
    #[track_caller]
    pub fn goto_at(&self, address: &str, width: u32, height: u32) {
        self.resize(width, height);
        self.goto(address);
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
        let url = match address {
            BLANK => BLANK.to_owned(),
            _ => self.article.as_ref().unwrap_or(&self.site).url(address),
        };
        must(&format!("loading {url}"), self.run(self.browser().goto(&url)));
    }

    /// Opens a file by its path, as a double click does, with this query and fragment; waits for nothing.
    #[track_caller]
    pub fn open_file(&self, file: &Path, query: &str) {
        let url = file_address(file, query);
        must(&format!("loading {url}"), self.run(self.browser().goto(&url)));
    }

    /// Waits until the app is live, in the frame that was entered.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        self.wait_for("the app to be live", "document.documentElement.dataset.ready === 'true'");
    }

    /// Waits until no part of the page is left out of the layout any more.
    #[track_caller]
    pub fn wait_until_laid_out(&self) {
        self.wait_for("all laid out", "!('defersLayout' in document.documentElement.dataset)");
    }

    /// The address in the reader's address bar.
    #[track_caller]
    pub fn address(&self) -> String {
        must("reading the address", self.run(self.browser().current_url())).into()
    }

    /// Changes the size of the viewport, in CSS pixels.
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

    /// Cuts the network of the page, or brings it back. Service workers still reach the site: [`Site::cut_network_after`] cuts
    /// them off as well.
    #[track_caller]
    pub fn offline(&self, offline: bool) {
        self.cdp("Network.enable", json!({}));
        self.cdp(
            "Network.emulateNetworkConditions",
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
        );
    }

    /// Enters the frame that an expression of JavaScript gives: the other methods then mean it, until [`Page::leave_frame`].
    #[track_caller]
    pub fn enter_frame(&self, frame: &str) {
        self.wait_for("the frame", frame);
        let found =
            must("finding the frame", self.run(self.browser().execute(format!("return ({frame})"), Vec::new())));
        let frame = must("finding the frame", found.element());
        must("entering the frame", self.run(frame.enter_frame()));
    }

    /// Leaves the frame for the page.
    #[track_caller]
    pub fn leave_frame(&self) {
        must("leaving the frame", self.run(self.browser().enter_default_frame()));
    }
}

/// The address of a file by its path, with a query and a fragment. Reserved characters of the path are escaped.
pub fn file_address(file: &Path, query: &str) -> String {
    let signs = [("%", "%25"), (" ", "%20"), ("#", "%23"), ("?", "%3F")];
    let path = signs.iter().fold(file.display().to_string(), |path, (sign, written)| path.replace(sign, written));
    format!("file://{path}{query}")
}
