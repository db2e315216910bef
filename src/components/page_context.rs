//! What the components of a page are rendered for: the document, the page, the reader's language and unit.

use crate::loaded_document::LoadedDocument;
use crate::opened_file::OpenedFile;
use leptos::prelude::*;
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::{DisplayUnit, Lang, Locale};
use mingbai_core::page_kind::PageKind;

/// The pictures of charts, as SVG, by the names of their files.
#[cfg(not(target_arch = "wasm32"))]
pub type Pictures = std::collections::HashMap<String, String>;

/// What a page is rendered for. Not reactive: a page is rendered again when one of these changes.
#[derive(Clone, Copy)]
pub struct PageContext {
    /// The document that the page explains.
    pub document: &'static LoadedDocument,
    /// The document's file, if the reader opened it on this device; None for the document that the page publishes.
    pub opened_file: Option<&'static OpenedFile>,
    /// Which page of the site it is.
    pub page_kind: PageKind,
    /// The language of the page's file, from which relative links lead to other pages.
    pub file_lang: Lang,
    /// The language that the page is rendered in.
    pub lang: Lang,
    /// The unit of money that the reader chose; None for the language's usual unit.
    pub unit: Option<DisplayUnit>,
    /// True for a page that the browser renders. A prerendered page has only links that work without a script.
    pub is_enhanced: bool,
    /// For a page of a frozen version, the day from which it does not change, such as `2026-11-25`; otherwise None.
    pub frozen_since: Option<&'static str>,
    /// True if an element with this id is on the page that is already there. Always false on the host.
    pub page_has_element: fn(&str) -> bool,
    /// The pictures of chart placeholders; None for pages that are written before the pictures exist.
    #[cfg(not(target_arch = "wasm32"))]
    pub pictures: Option<&'static Pictures>,
}

impl PageContext {
    /// The context of the page that this component is rendered on.
    pub fn expect() -> PageContext {
        expect_context::<PageContext>()
    }

    /// What figures and sentences are computed for.
    pub fn render_context(&self) -> RenderContext<'static> {
        let context = self.document.render_context(self.lang);
        self.unit.map_or(context, |unit| context.in_unit(unit))
    }

    /// The words and number formats of the page.
    pub fn locale(&self) -> Locale {
        self.render_context().locale
    }

    /// True for a document that the reader opened and of which little was understood: its text is more of it than its
    /// figures.
    pub fn is_half_understood(&self) -> bool {
        self.opened_file.is_some_and(|file| file.share.is_little())
    }

    /// A relative link to another page of the site.
    pub fn link_to(&self, target: PageKind, lang: Lang) -> String {
        link_between(self.page_kind, self.file_lang, self.frozen_since.is_some(), target, lang)
    }
}

/// A relative link from one page of the site, in the language of its file, to another. A page of a frozen version is
/// two folders further down (`v/<hash>/`) than the others.
pub fn link_between(from: PageKind, file_lang: Lang, is_frozen: bool, target: PageKind, lang: Lang) -> String {
    let root = if is_frozen { "../../" } else { "" };
    format!("{root}{}", from.link_to(file_lang, target, lang))
}
