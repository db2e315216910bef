//! The page as text, for the host: what can be read before, and without, any script.

use super::page::{Page, PageProps};
use super::state::{Book, State};
use super::wishes::Wishes;
use crate::locale::Lang;
use leptos::prelude::*;

/// What stands in the body of a disclosure's page in a language.
pub fn page(book: &'static Book, lang: Lang) -> String {
    Owner::new_root(None).with(|| {
        let state = State::new(book, Wishes::none(lang));
        Page(PageProps { state }).into_view().to_html()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit;
    use crate::disclosure::read;

    #[test]
    fn a_page_is_whole_without_a_browser() {
        let disclosure = read(include_str!("../../data/disclosure.txt")).unwrap();
        let checks = audit::run(&disclosure);
        let book = Box::leak(Box::new(Book { disclosure, checks }));
        for lang in Lang::ALL {
            let html = page(book, lang);
            for section in ["figure-flow", "figure-office", "glossary-heading", "checks-heading", "source-heading"] {
                assert_eq!(html.matches(&format!("id=\"{section}\"")).count(), 1, "{section}");
            }
            assert!(html.matches("data-check=").count() == book.checks.len());
        }
    }
}
