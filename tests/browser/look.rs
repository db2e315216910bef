//! Pictures to look at while developing: `make look`.

use std::path::Path;
use std::{env, fs};

use super::charts::FIGURES;
use super::harness::{Page, root, visit};

/// The sizes to look at: a small phone, a tablet, a laptop, a wall.
const SIZES: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

/// The value of a wish in `MINGBAI_LOOK`.
fn wish(name: &str) -> Option<String> {
    let wishes = env::var("MINGBAI_LOOK").unwrap_or_default();
    wishes.split_whitespace().find_map(|wish| Some(wish.strip_prefix(name)?.strip_prefix('=')?.to_owned()))
}

/// True for what was wished for, and if nothing was.
fn wanted(name: &str, value: &str) -> bool {
    wish(name).is_none_or(|values| values.split(',').any(|one| one == value))
}

/// Takes pictures of the whole page in each size, language and theme, into `target/look/`.
///
/// The environment variable `MINGBAI_LOOK` narrows that down: `width=360 lang=en theme=dark`, in any order; each may
/// have several values between commas. `hash=figure=change` goes to a place in the page; `disclosure=path` looks at the
/// page of another document.
#[test]
#[ignore = "a tool, not a test"]
fn look() {
    let hash = wish("hash").map(|hash| format!("#{hash}")).unwrap_or_default();

    let mut visit = visit("").reduced_motion().noisy();
    let mut name = String::new();
    if let Some(path) = wish("disclosure") {
        visit = visit.with_document(&fs::read_to_string(root().join(&path)).expect("the disclosure to look at"));
        name = format!("{}-", Path::new(&path).file_stem().unwrap_or_default().display());
    }
    let page = visit.open();
    for (width, height) in SIZES.into_iter().filter(|(width, _)| wanted("width", &width.to_string())) {
        page.resize(width, height);
        for lang in ["zh", "en"].into_iter().filter(|lang| wanted("lang", lang)) {
            for theme in ["light", "dark"].into_iter().filter(|theme| wanted("theme", theme)) {
                page.goto(&format!("?lang={lang}&theme={theme}{hash}"));
                let file = root().join(format!("target/look/{name}{width}-{lang}-{theme}.png"));
                page.full_screenshot(&file);
                println!("{}", file.display());
            }
        }
    }
    for line in page.console() {
        println!("console: {line}");
    }
}

/// Takes pictures of a kiosk on a tall and on a wide screen: what it shows while it is unused, its home, a figure, the search.
///
/// `MINGBAI_LOOK` narrows that down: `width=1080 lang=en theme=dark text=usual`. Each has the large text of a kiosk unless
/// `text=usual` is wished for.
#[test]
#[ignore = "a tool, not a test"]
fn look_at_the_kiosk() {
    let text = wish("text").unwrap_or_else(|| "large".to_owned());
    for (width, height) in
        [(1080, 1920), (1920, 1080)].into_iter().filter(|(width, _)| wanted("width", &width.to_string()))
    {
        for lang in ["zh", "en"].into_iter().filter(|lang| wanted("lang", lang)) {
            for theme in ["light", "dark"].into_iter().filter(|theme| wanted("theme", theme)) {
                let address = format!("?mode=kiosk&lang={lang}&theme={theme}&text={text}");
                let page = visit(&address).size(width, height).touch().with_clock().noisy().open();
                look_at_all_states(&page, &format!("kiosk-{width}-{lang}-{theme}-{text}"));
            }
        }
    }
}

fn look_at_all_states(page: &Page, name: &str) {
    let picture = |state: &str| {
        page.settle();
        let file = root().join(format!("target/look/{name}-{state}.png"));
        page.screenshot(&file);
        println!("{}", file.display());
    };
    let kiosk = page.kiosk();
    kiosk.wait_until_shown();
    picture("loop");
    for figure in FIGURES {
        kiosk.show_next();
        page.wait_to_show(&format!("[data-figure={figure}].on-show h2"));
        kiosk.wait_for_chart();
        picture(&format!("loop-{figure}"));
    }
    kiosk.touch();
    kiosk.wait_until_in_use();
    picture("figure");
    kiosk.press_home();
    page.wait_for("the home", "scrollY === 0");
    picture("home");
    kiosk.open_search();
    picture("search");
    page.tap(".find-chips button");
    page.wait_to_show("#find [role=option]");
    picture("search-results");
}
