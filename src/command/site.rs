//! `mingbai site`: puts a disclosure into a site that was built.

use super::arguments::Site;
use super::book::{Book, Verdict};
use super::output::{self, Output};
use super::words::{self, fill};
use super::{input, report};
use crate::locale::Lang;
use crate::site::carrying;
use std::io::{self, ErrorKind};
use std::{fs, path::Path};

/// Puts a disclosure into a built site; returns the exit code. Amounts that conflict are no reason against it: the page
/// shows them.
///
/// # Errors
/// What the system says where the answer could not be written.
pub fn run(asked: &Site, lang: Lang) -> io::Result<u8> {
    let input = input::one(&asked.file);
    let book = match Book::open(&input) {
        Ok(book) => book,
        Err(problem) => {
            output::complain(&format!("{}: {}", words::name(&input.name, lang), problem.says(lang)));
            return Ok(Verdict::Unreadable.code());
        }
    };
    let page = asked.site.join("index.html");
    let words = words::of(lang);
    let path = |path: &Path| path.display().to_string();
    match put(&page, &book.disclosure.source) {
        Ok(true) => {
            let title = report::title(&book.reading(lang), words);
            Output::new().say(&(fill(words.site_done, &[("page", &path(&page)), ("title", &title)]) + "\n"))?;
            Ok(0)
        }
        Ok(false) => {
            output::complain(&fill(words.site_no_place, &[("page", &path(&page))]));
            Ok(2)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            output::complain(&fill(words.site_missing, &[("site", &path(&asked.site))]));
            Ok(2)
        }
        Err(error) => {
            output::complain(&fill(words.site_failed, &[("page", &path(&page)), ("error", &error.to_string())]));
            Ok(2)
        }
    }
}

/// Makes the page carry `text`; false where it has no place for one.
fn put(page: &Path, text: &str) -> io::Result<bool> {
    let Some(html) = carrying(&fs::read_to_string(page)?, text) else { return Ok(false) };
    // Whoever asks for the page meanwhile gets the old one or the new one, never half of it.
    let whole = page.with_extension("html.new");
    fs::write(&whole, html)?;
    fs::rename(&whole, page)?;
    Ok(true)
}
