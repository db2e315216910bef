//! Sizes and layout shift against `tests/budget.json`: nothing may exceed its target or, where that is not reached yet, the
//! value last measured.

use super::charts::FIGURES;
use super::harness::{Page, root, visit};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[derive(Deserialize)]
struct Budget {
    held: BTreeMap<String, Row>,
}

#[derive(Deserialize)]
struct Row {
    says: String,
    unit: String,
    target: f64,
    at_most: Option<f64>,
}

/// Holds what was measured, by its name in the file; all names of the file must be there.
#[track_caller]
fn hold(measured: &[(&str, f64)]) {
    let file = fs::read_to_string(root().join("tests/budget.json")).unwrap();
    let budget: Budget = serde_json::from_str(&file).unwrap();
    let names: BTreeSet<&str> = measured.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, budget.held.keys().map(String::as_str).collect(), "what is measured, and what the file names");
    let over: Vec<String> = measured.iter().filter_map(|(name, measured)| budget.held[*name].over(*measured)).collect();
    assert!(over.is_empty(), "over the budget of tests/budget.json:\n  {}", over.join("\n  "));
}

impl Row {
    /// Prints a measured value with its target; gives an error message where it exceeds what is allowed.
    fn over(&self, measured: f64) -> Option<String> {
        let Row { says, unit, target, .. } = self;
        let at_most = self.at_most.unwrap_or(*target);
        let far = if measured > *target { format!(", {} over it", measured - target) } else { String::new() };
        println!("{says}: {measured} {unit}, target {target}{far}");
        (measured > at_most).then(|| format!("{says}: {measured} {unit}, at most {at_most}"))
    }
}

/// The built site.
fn dist() -> PathBuf {
    env::var_os("MINGBAI_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The bytes of a built file as brotli.
fn packed(file: &Path) -> f64 {
    let packed = format!("{}.br", file.display());
    fs::metadata(&packed).unwrap_or_else(|error| panic!("{packed}: {error}")).len() as f64
}

#[test]
fn the_page_stays_within_its_budget() {
    let dist = dist();
    let languages = ["", "en/"];
    let (mut scripts, mut charts, mut all, mut shift) = (0, 0, 0, 0_f64);
    for lang in languages {
        let visited = Visited::first(&format!("{lang}index.html"));
        scripts = scripts.max(visited.scripts);
        charts = charts.max(visited.charts);
        all = all.max(visited.all);
        shift = shift.max(visited.shift);
    }
    let largest = |files: Vec<f64>| files.into_iter().fold(0.0, f64::max);
    let pages = languages.map(|lang| packed(&dist.join(format!("{lang}index.html"))));
    let figures = languages.iter().flat_map(|lang| FIGURES.map(|id| dist.join(format!("{lang}figure/{id}.html"))));
    let figures = figures.filter(|file| file.exists()).map(|file| packed(&file)).collect();
    let first_screen = languages.map(first_screen);
    hold(&[
        ("page", largest(pages.to_vec())),
        ("first_screen", largest(first_screen.to_vec())),
        ("app", scripts as f64),
        ("charts", charts as f64),
        ("first_visit", all as f64),
        ("figure_page", largest(figures)),
        ("shift", (shift * 1000.0).round() / 1000.0),
    ]);
}

/// What a first visit costs.
struct Visited {
    /// Scripts and wasm that are no charts, in bytes.
    scripts: usize,
    /// The chart bundle, in bytes.
    charts: usize,
    /// Everything, in bytes.
    all: usize,
    /// How much the page moved by itself, as browsers count it.
    shift: f64,
}

impl Visited {
    /// A first visit by a phone on a slow network, which goes through the whole page.
    fn first(address: &str) -> Visited {
        let watched = "globalThis.shifted = 0
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifted += entry.hadRecentInput ? 0 : entry.value)))
                .observe({ type: 'layout-shift', buffered: true })";
        let page =
            visit("data/disclosure.txt").size(412, 823).compressed().before(watched).noisy().never_ready().open();
        let before = page.site().requests().len();
        page.cdp("Network.enable", json!({}));
        page.cdp(
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000 }),
        );
        page.goto(address);
        page.scroll_to(".figure:not([hidden]) .chart");
        page.wait_for("a chart", "document.querySelector('.chart svg path')");
        page.settle();
        let asked = page.site().requests().split_off(before);
        let weigh = |part: &dyn Fn(&str) -> bool| asked.iter().filter(|one| part(&one.path)).map(|one| one.bytes).sum();
        let script = |path: &str| path.ends_with(".js") || path.ends_with(".wasm");
        let charts = |path: &str| path.contains("/charts-");
        let visited = Visited {
            scripts: weigh(&|path| script(path) && !charts(path)),
            charts: weigh(&charts),
            all: weigh(&|_| true),
            shift: 0.0,
        };
        assert!(visited.scripts > 0 && visited.charts > 0, "{asked:?}");
        let height = page.js("document.documentElement.scrollHeight").as_u64().unwrap();
        for top in (0..height).step_by(700) {
            page.js(&format!("scrollTo({{ top: {top}, behavior: 'instant' }})"));
            page.next_frame();
        }
        page.settle();
        Visited { shift: page.js("shifted").as_f64().unwrap(), ..visited }
    }
}

/// How many bytes of a page must have come until a phone's first screen is what it will be, without any script.
fn first_screen(lang: &str) -> f64 {
    let page = visit("data/disclosure.txt").size(412, 823).compressed().noisy().never_ready().open();
    let whole = packed(&dist().join(format!("{lang}index.html"))) as usize;
    let wanted = screen(&page, &format!("{lang}index.html"));
    assert!(wanted.len() > 500, "{wanted}");
    // Neither too few nor enough; halved until they differ by a few bytes.
    let (mut few, mut enough) = (0, whole);
    while enough - few > 50 {
        let middle = (few + enough) / 2;
        let same = screen(&page, &format!("{lang}index.html?first={middle}")) == wanted;
        *(if same { &mut enough } else { &mut few }) = middle;
    }
    enough as f64
}

/// All that is in the window: every element with its words and its place.
fn screen(page: &Page, address: &str) -> String {
    page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    page.load(address);
    page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    let shown = page.js("JSON.stringify([...document.querySelectorAll('body *')].flatMap((e) => {
            const box = e.getBoundingClientRect()
            const [top, bottom] = [Math.round(box.top), Math.min(innerHeight, Math.round(box.bottom))]
            if (!e.checkVisibility() || top >= innerHeight || bottom <= 0) return []
            const words = [...e.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)
            return [[e.localName, top, bottom, Math.round(box.left), Math.round(box.right), words.join('')]]
        }))");
    shown.as_str().unwrap().to_owned()
}

#[test]
fn a_picture_of_a_figure_is_small_enough_for_a_messenger() {
    let pictures: Vec<_> = fs::read_dir(root().join("dist/picture"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().extension().is_some_and(|kind| kind == "png"))
        .collect();
    assert!(pictures.len() >= 14, "{} pictures", pictures.len());
    for picture in pictures {
        let bytes = picture.metadata().unwrap().len();
        assert!(bytes < 80_000, "{}: {bytes} bytes", picture.path().display());
    }
}
