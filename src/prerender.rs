//! The page as text, for the host: what can be read before, and without, any script.

use crate::components::figure_page::{Alone, AloneProps};
use crate::components::report_page::{Page, PageProps};
use crate::loaded_document::LoadedDocument;
use crate::preferences::Preferences;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::audit::Check;
use mingbai_core::disclosure::Disclosure;
use mingbai_core::figures::RenderContext;
use mingbai_core::glossary::Translations;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use std::collections::HashMap;

/// A disclosure, ready to be written as text.
#[derive(Clone, Copy)]
pub struct Prerenderer {
    book: &'static LoadedDocument,
    pictures: Option<&'static Pictures>,
    icons: bool,
    frozen: Option<&'static str>,
}

/// The pictures of charts, as SVG, by the names of their files.
pub type Pictures = HashMap<String, String>;

impl Prerenderer {
    /// Takes the disclosure, and English translations of its words. Both stay in memory until the program ends, as what
    /// views show must.
    pub fn new(disclosure: Disclosure, translations: Translations) -> Prerenderer {
        Prerenderer {
            book: Box::leak(Box::new(LoadedDocument::new(disclosure, translations))),
            pictures: None,
            icons: false,
            frozen: None,
        }
    }

    /// The same with pictures of its charts, which the site must have in its folder `picture`. They stay in memory as well.
    pub fn pictured(self, pictures: Pictures) -> Prerenderer {
        Prerenderer { pictures: Some(Box::leak(Box::new(pictures))), ..self }
    }

    /// Whether it has pictures of its charts.
    pub fn is_pictured(&self) -> bool {
        self.pictures.is_some()
    }

    /// The same with its icons, which the site must have.
    pub fn with_icons(self) -> Prerenderer {
        Prerenderer { icons: true, ..self }
    }

    /// The same as it is on a day, such as `2026-11-25`, for pages that do not change any more.
    pub fn frozen(self, date: &str) -> Prerenderer {
        Prerenderer { frozen: Some(date.to_owned().leak()), ..self }
    }

    /// That day, for such pages.
    pub fn is_frozen(&self) -> Option<&'static str> {
        self.frozen
    }

    /// Whether it has icons, beside the drawn one.
    pub fn has_icons(&self) -> bool {
        self.icons
    }

    /// What is written.
    pub fn disclosure(&self) -> &'static Disclosure {
        &self.book.disclosure
    }

    /// The disclosure in a language, with its amounts in the usual unit.
    pub fn context(&self, lang: Lang) -> RenderContext<'static> {
        self.book.context(lang)
    }

    /// English translations of words that it may use.
    pub fn translations(&self) -> &'static Translations {
        self.book.translations()
    }

    /// Whether it adds up.
    pub fn checks(&self) -> &'static [Check] {
        self.book.checks()
    }

    /// What stands in the body of one of its pages in a language.
    pub fn page(&self, sheet: PageKind, lang: Lang) -> String {
        let Prerenderer { book, pictures, frozen, .. } = *self;
        Owner::new_root(None).with(|| {
            let state = State::new(Some(book), Preferences { pictures, frozen, ..Preferences::none(sheet, lang) });
            let html = match sheet {
                PageKind::Report => Page(PageProps { state }).into_view().to_html(),
                PageKind::Figure(id) => Alone(AloneProps { state, id }).into_view().to_html(),
            };
            // Marks for an app that would take each node over by itself.
            html.replace("<!>", "")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingbai_core::disclosure::parse;

    #[test]
    fn a_page_is_whole_without_a_browser() {
        let prerenderer = Prerenderer::new(
            parse(include_str!("../data/disclosure.txt")).unwrap(),
            mingbai_site::translations().clone(),
        );
        for lang in Lang::ALL {
            let html = prerenderer.page(PageKind::Report, lang);
            for section in ["figure-flow", "figure-office", "glossary-heading", "checks-heading", "source-heading"] {
                assert_eq!(html.matches(&format!("id=\"{section}\"")).count(), 1, "{section}");
            }
            assert_eq!(html.matches("data-check=").count(), prerenderer.checks().len());
            // Every way within the page leads somewhere.
            for way in html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(html.contains(&format!("id=\"{way}\"")), "{way}");
            }
        }
    }
}
