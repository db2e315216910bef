//! Inspection: the console, requests, pictures and accessibility of a page.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::super::driver::TakeLog;
use super::super::{Site, root};
use super::{Page, must};

/// A node of the accessibility tree that a screen reader gets.
#[derive(Clone, Debug)]
pub struct AccessibleNode {
    /// Its role, as Chromium calls it: `link`, `StaticText`, `application`.
    pub role: String,
    /// Its name; for a text the text.
    pub name: String,
    /// What is said after name and role.
    pub description: String,
    /// How many nodes below it a screen reader gets.
    pub children: usize,
}

impl Page {
    /// Every node of Chromium's accessibility tree that is not ignored, in the order of the page.
    #[track_caller]
    pub fn accessibility_tree(&self) -> Vec<AccessibleNode> {
        let tree = self.cdp("Accessibility.getFullAXTree", json!({}));
        let nodes = tree["nodes"].as_array().unwrap_or_else(|| panic!("no accessibility tree: {tree}"));
        let is_ignored = |node: &Value| node["ignored"] == true;
        let by_id: HashMap<&str, &Value> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        fn heard_below(node: &Value, by_id: &HashMap<&str, &Value>) -> usize {
            let children = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let children = children.filter_map(|id| by_id.get(id));
            children.map(|child| usize::from(child["ignored"] != true) + heard_below(child, by_id)).sum()
        }
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        let heard = nodes.iter().filter(|node| !is_ignored(node)).map(|node| AccessibleNode {
            role: text(&node["role"]),
            name: text(&node["name"]),
            description: text(&node["description"]),
            children: heard_below(node, &by_id),
        });
        heard.collect()
    }

    /// Every warning and error that the console has shown so far.
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        self.read_logs();
        self.console.borrow().clone()
    }

    /// Every address on another host that the page has asked for so far.
    #[track_caller]
    pub fn foreign_requests(&self) -> Vec<String> {
        self.read_logs();
        self.foreign.borrow().clone()
    }

    /// The addresses asked of the site so far that it does not have.
    pub fn missing_files(&self) -> Vec<String> {
        let asked = self.article.iter().flat_map(Site::requests);
        self.site
            .requests()
            .into_iter()
            .chain(asked)
            .filter(|request| request.status >= 400)
            .map(|request| request.path)
            .collect()
    }

    /// True where the first such element has a height while no script can run: the style sheet then hides nothing.
    #[track_caller]
    pub fn shows_without_scripts(&self, css: &str) -> bool {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        let root = self.cdp("DOM.getDocument", json!({ "depth": 0 }));
        let found = self.cdp("DOM.querySelector", json!({ "nodeId": root["root"]["nodeId"], "selector": css }));
        let quads = self.cdp("DOM.getContentQuads", json!({ "nodeId": found["nodeId"] }));
        self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
        let y = |corner: usize| quads["quads"][0][corner].as_f64().unwrap_or_default();
        y(5) - y(1) > 5.0
    }

    /// The site behind the page, for its address and its requests.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// What axe-core finds against accessibility, one text for each violation; empty if it finds nothing.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        let file = root().join("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("reading {}: {error}: run `npm ci` first", file.display()));
        must("loading axe-core", self.run(self.browser().execute(axe, Vec::new())));
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations), (e) => done(String(e)));";
        let found = self.js_async("running axe-core", script);
        let Some(violations) = found.as_array() else { panic!("axe-core failed: {found}") };
        violations.iter().map(violation).collect()
    }

    /// Saves a picture of what the reader sees as PNG; a folder that is missing is made.
    #[track_caller]
    pub fn screenshot(&self, file: impl AsRef<Path>) {
        let picture = must("taking a picture", self.run(self.browser().screenshot_as_png()));
        save(file.as_ref(), &picture);
    }

    /// Saves a picture of the whole page as PNG: its full height, up to the 16 000 pixels that a browser can draw.
    #[track_caller]
    pub fn full_screenshot(&self, file: impl AsRef<Path>) {
        let measure = |what: &str| self.js(what).as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(1);
        let (width, height) = (measure("innerWidth"), measure("innerHeight"));
        // A window as tall as the page, so that what sticks to the window's edge is drawn once. Twice, since what is
        // drawn only when it comes into view may make the page taller.
        for _ in 0..2 {
            let full = measure("document.documentElement.scrollHeight");
            self.resize(width, full.clamp(height, 16_000));
            self.settle();
        }
        self.screenshot(file);
        self.resize(width, height);
    }

    /// Everything that fails a quiet visit: one line for each warning, foreign request and missing file.
    pub(super) fn noise(&self) -> Vec<String> {
        let foreign = self.foreign_requests().into_iter().map(|url| format!("asked another host: {url}"));
        let missing = self.missing_files().into_iter().map(|path| format!("missing file: {path}"));
        self.console().into_iter().chain(foreign).chain(missing).collect()
    }

    #[track_caller]
    fn read_logs(&self) {
        for entry in self.take_log("browser") {
            let level = entry["level"].as_str().unwrap_or_default();
            if matches!(level, "WARNING" | "SEVERE") {
                self.console.borrow_mut().push(format!("{level}: {}", entry["message"].as_str().unwrap_or_default()));
            }
        }
        for entry in self.take_log("performance") {
            let event: Value =
                entry["message"].as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
            if event["message"]["method"] == "Network.requestWillBeSent" {
                let url = event["message"]["params"]["request"]["url"].as_str().unwrap_or_default();
                // The rest, such as `data:`, `blob:` and the browser's own `chrome:`, is not the network.
                let asked = ["http:", "https:", "ws:", "wss:"].iter().any(|scheme| url.starts_with(scheme));
                let is_of = |site: &Site| url.strip_prefix(site.origin()).is_some_and(|rest| rest.starts_with('/'));
                let ours = is_of(&self.site) || self.article.as_ref().is_some_and(is_of);
                if asked && !ours {
                    self.foreign.borrow_mut().push(url.to_owned());
                }
            }
        }
    }

    #[track_caller]
    fn take_log(&self, kind: &'static str) -> Vec<Value> {
        let answer = must("reading the log", self.run(self.browser().cmd(TakeLog(kind))));
        must("reading the log", answer.value())
    }
}

/// Writes a file and makes the folders above it.
#[track_caller]
fn save(file: &Path, content: &[u8]) {
    let folder = file.parent().unwrap_or(Path::new("."));
    must(&format!("writing {}", file.display()), fs::create_dir_all(folder).and_then(|()| fs::write(file, content)));
}

/// One finding of axe-core in words: the rule, how grave, and the elements it is about.
fn violation(found: &Value) -> String {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
    let places = nodes.iter().map(|node| {
        format!(
            "\n    {}  {}\n      {}",
            node["target"],
            word(&node["html"]),
            word(&node["failureSummary"]).replace('\n', "\n      ")
        )
    });
    format!(
        "{} ({}): {}{}",
        word(&found["id"]),
        word(&found["impact"]),
        word(&found["help"]),
        places.collect::<String>()
    )
}
