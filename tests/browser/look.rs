//! Pictures to look at while developing: `make look`.

use std::path::Path;
use std::{env, fs};

use super::harness::{root, visit};

/// The sizes to look at: a small phone, a tablet, a laptop, a wall.
const SIZES: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

/// Takes pictures of the whole page in each size, language and theme, into `target/look/`.
///
/// The environment variable `MINGBAI_LOOK` narrows that down: `width=360 lang=en theme=dark`, in any order; each may
/// have several values between commas. `hash=figure=change` goes to a place in the page; `disclosure=path` looks at the
/// page of another document.
#[test]
#[ignore = "a tool, not a test"]
fn look() {
    let wishes = env::var("MINGBAI_LOOK").unwrap_or_default();
    let wish = |name: &str| wishes.split_whitespace().find_map(|wish| wish.strip_prefix(name)?.strip_prefix('='));
    let wanted = |name: &str, value: &str| wish(name).is_none_or(|values| values.split(',').any(|one| one == value));
    let hash = wish("hash").map(|hash| format!("#{hash}")).unwrap_or_default();

    let mut visit = visit("").reduced_motion().noisy();
    let mut name = String::new();
    if let Some(path) = wish("disclosure") {
        visit = visit.with_document(&fs::read_to_string(root().join(path)).expect("the disclosure to look at"));
        name = format!("{}-", Path::new(path).file_stem().unwrap_or_default().display());
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
