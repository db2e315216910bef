//! Prerendering: the pages of a document as HTML, written on the host, complete without any script.

pub use crate::components::draft_findings::report_page;
use crate::components::draft_findings::{DraftFindings, DraftVerdict, numbered_text};
use crate::components::figure_page::FigurePage;
use crate::components::page_context::PageContext;
pub use crate::components::page_context::Pictures;
use crate::components::report_page::ReportPage;
use crate::loaded_document::LoadedDocument;
use leptos::prelude::*;
use mingbai_core::audit::{Check, ContradictedNumbers};
use mingbai_core::disclosure::Disclosure;
use mingbai_core::draft::{DraftWords, findings};
use mingbai_core::escape;
use mingbai_core::figures::RenderContext;
use mingbai_core::glossary::Translations;
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use mingbai_core::publication::Publication;

/// A document whose pages can be written as HTML.
#[derive(Clone, Copy)]
pub struct Prerenderer {
    document: &'static LoadedDocument,
    pictures: Option<&'static Pictures>,
    has_icons: bool,
    frozen_since: Option<&'static str>,
}

impl Prerenderer {
    /// A prerenderer of this disclosure, with English translations of its words. Both are leaked: components borrow what they
    /// show for as long as the program runs.
    pub fn new(disclosure: Disclosure, translations: Translations) -> Prerenderer {
        Prerenderer::of_published(disclosure, translations, Publication::UNKNOWN)
    }

    /// The same with what is known of the original publication.
    pub fn of_published(disclosure: Disclosure, translations: Translations, known: Publication) -> Prerenderer {
        let document = LoadedDocument::new(disclosure, translations).with_publication(known).checked();
        let document = Box::leak(Box::new(document));
        Prerenderer { document, pictures: None, has_icons: false, frozen_since: None }
    }

    /// The same with pictures of its charts, which the site must hold in its folder `picture`. They are leaked as well.
    pub fn with_pictures(self, pictures: Pictures) -> Prerenderer {
        Prerenderer { pictures: Some(Box::leak(Box::new(pictures))), ..self }
    }

    /// True if it has pictures of its charts.
    pub fn has_pictures(&self) -> bool {
        self.pictures.is_some()
    }

    /// The same for a site that holds PNG icons.
    pub fn with_icons(self) -> Prerenderer {
        Prerenderer { has_icons: true, ..self }
    }

    /// True if the site holds PNG icons besides the SVG one.
    pub fn has_icons(&self) -> bool {
        self.has_icons
    }

    /// The same for frozen pages, which do not change from this day on, such as `2026-11-25`.
    pub fn frozen_since(self, date: &str) -> Prerenderer {
        Prerenderer { frozen_since: Some(date.to_owned().leak()), ..self }
    }

    /// The day since which the pages do not change; None for pages that stay up to date.
    pub fn frozen_date(&self) -> Option<&'static str> {
        self.frozen_since
    }

    /// The disclosure that the pages explain.
    pub fn disclosure(&self) -> &'static Disclosure {
        &self.document.disclosure
    }

    /// The disclosure in a language, with its amounts in the usual unit.
    pub fn context(&self, lang: Lang) -> RenderContext<'static> {
        self.document.render_context(lang)
    }

    /// English translations of words that the disclosure may use.
    pub fn translations(&self) -> &'static Translations {
        &self.document.translations
    }

    /// What is known of the original publication of the disclosure.
    pub fn publication(&self) -> &'static Publication {
        &self.document.publication
    }

    /// The numbers of the disclosure that its checks contradict.
    pub fn contradicted(&self) -> &'static ContradictedNumbers {
        &self.document.contradicted
    }

    /// The reconciliation checks of the disclosure.
    pub fn checks(&self) -> &'static [Check] {
        self.document.checks()
    }

    /// The findings of the document as a draft, under the name of its file, and its text: a part of a report. The ids of
    /// its lines begin with `line_ids`.
    pub fn draft(&self, name: &str, line_ids: &str, lang: Lang) -> String {
        let context = self.context(lang);
        let (verdict, found) = (DraftVerdict::of(&context, self.checks()), findings(&context, self.checks()));
        let html = Owner::new_root(None).with(|| {
            let view = view! { <DraftFindings lang verdict findings=found line_ids=Some(line_ids.to_owned()) /> };
            view.into_view().to_html().replace("<!>", "")
        });
        let (name, source) = (escape::markup(name), escape::markup(DraftWords::of(lang).source));
        format!("<h2>{name}</h2>\n{html}\n<h3>{source}</h3>\n{}", numbered_text(&self.disclosure().source, line_ids))
    }

    /// The HTML inside the body of one of the pages, in a language.
    pub fn page(&self, page_kind: PageKind, lang: Lang) -> String {
        let page = PageContext {
            document: self.document,
            opened_file: None,
            page_kind,
            file_lang: lang,
            lang,
            unit: None,
            is_enhanced: false,
            frozen_since: self.frozen_since,
            page_has_element: |_| false,
            pictures: self.pictures,
        };
        Owner::new_root(None).with(|| {
            let html = match page_kind {
                PageKind::Report => view! { <ReportPage page /> }.into_view().to_html(),
                PageKind::Figure(id) => view! { <FigurePage page id /> }.into_view().to_html(),
            };
            // Leptos marks text nodes for hydration, which this app does not do.
            html.replace("<!>", "")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingbai_core::disclosure::parse;

    #[test]
    fn a_page_is_complete_without_a_browser() {
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
            // Every link within the page has a target.
            for id in html.split(" href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
            }
        }
    }
}
