//! The page's clipboard.

use super::page::Page;
use serde_json::json;

impl Page {
    /// Lets the page's clipboard be read and written.
    pub fn allow_clipboard(&self) {
        let permissions = json!(["clipboardReadWrite", "clipboardSanitizedWrite"]);
        self.cdp("Browser.grantPermissions", json!({ "permissions": permissions }));
    }

    /// What is in the clipboard.
    #[track_caller]
    pub fn clipboard(&self) -> String {
        self.js("void navigator.clipboard.readText().then((text) => (window.copied = text))");
        self.wait_for("the clipboard read", "typeof window.copied === 'string'");
        let text = self.js("window.copied").as_str().unwrap_or_default().to_owned();
        self.js("void delete window.copied");
        text
    }

    /// Waits until something else than this is in the clipboard, and gives it: copying takes its time.
    #[track_caller]
    pub fn clipboard_after(&self, before: &str) -> String {
        self.wait("something else in the clipboard", || Some(self.clipboard()).filter(|text| text != before))
    }
}
