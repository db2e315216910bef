//! The state of the running app: the page, the reader's preferences, and what is shown just now.

use crate::components::page_context::{PageContext, link_between};
use crate::enhance::document_source;
use crate::enhance::page_attributes;
use crate::enhance::preferences::Preferences;
use crate::enhance::ui_state::UiState;
use crate::loaded_document::LoadedDocument;
use crate::platform::{dom, environment, url};
use leptos::prelude::*;
use mingbai_core::address::{Address, Place};
use mingbai_core::disclosure::LineId;
use mingbai_core::figures::{FigureId, RenderContext, TextSpacing};
use mingbai_core::locale::{Lang, Locale};
use mingbai_core::page_kind::PageKind;

/// The size of type in pixels that nobody has changed.
const USUAL_TYPE_SIZE: f64 = 16.0;

/// The state of the running app.
#[derive(Clone, Copy)]
pub struct AppState {
    /// Which page of the site it is.
    pub page_kind: PageKind,
    /// The language of the page's file, from which relative links lead to other pages.
    pub file_lang: Lang,
    /// The day since which the page does not change; None for a page that stays up to date.
    pub frozen_since: Option<&'static str>,
    /// What the reader prefers.
    pub preferences: Preferences,
    /// What is shown just now.
    pub ui: UiState,
}

impl AppState {
    /// The state of the page in this browser, just opened.
    pub fn new() -> AppState {
        let (preferences, address) = Preferences::load();
        AppState {
            page_kind: page_attributes::page_kind(),
            file_lang: page_attributes::lang(),
            // Leaked once a page: components want it for as long as the page lives.
            frozen_since: page_attributes::frozen_since().map(|date| &*date.leak()),
            preferences,
            ui: UiState::new(address.view.unwrap_or(0)),
        }
    }

    /// The state of the app that this component belongs to.
    pub fn expect() -> AppState {
        expect_context::<AppState>()
    }

    /// What components are rendered for. Tracks language and unit.
    pub fn page_context(&self) -> PageContext {
        PageContext {
            document: self.document(),
            page_kind: self.page_kind,
            opened_file: self.ui.opened.shown_document().map(|opened| &opened.file),
            file_lang: self.file_lang,
            lang: self.preferences.lang.get(),
            unit: self.preferences.unit.get(),
            is_enhanced: true,
            frozen_since: self.frozen_since,
            // What the compact form does not show is in the report.
            page_has_element: |id| !page_attributes::is_compact() && dom::has_element(id),
            #[cfg(not(target_arch = "wasm32"))]
            pictures: None,
        }
    }

    /// What figures and sentences are computed for. Tracks language and unit.
    pub fn render_context(&self) -> RenderContext<'static> {
        self.page_context().render_context()
    }

    /// The words and number formats of the page now.
    pub fn locale_untracked(&self) -> Locale {
        untrack(|| self.render_context()).locale
    }

    /// The document that the page explains: the one that the reader opened, or the published one, decoded when it is first
    /// asked for; an empty one if there is none. Tracks which of them is shown.
    pub fn document(&self) -> &'static LoadedDocument {
        match self.ui.opened.shown_document() {
            Some(opened) => &opened.document,
            None => document_source::document_or_empty(),
        }
    }

    /// True if there is a document to explain.
    pub fn has_document(&self) -> bool {
        self.ui.opened.shown.get_untracked().is_some() || document_source::document().is_ok()
    }

    /// The text of the document. Decodes and parses nothing.
    pub fn source_text(&self) -> &'static str {
        match untrack(|| self.ui.opened.shown_document()) {
            Some(opened) => opened.document.disclosure.published_text(),
            None => document_source::text().unwrap_or_default(),
        }
    }

    /// A relative link to another page of the site.
    pub fn link_to(&self, to: PageKind, lang: Lang) -> String {
        link_between(self.page_kind, self.file_lang, self.frozen_since.is_some(), to, lang)
    }

    /// The address of the site, with a slash at its end.
    pub fn site_root(&self) -> String {
        url::resolve(&self.link_to(PageKind::Report, Lang::Zh)).trim_end_matches("index.html").to_owned()
    }

    /// The view of a figure that is shown, by its place among [`FigureId::views`].
    pub fn view_of(&self, id: FigureId) -> usize {
        if id == FigureId::Flow { self.ui.flow_view.get_untracked() } else { 0 }
    }

    /// Measures the size of the page's type, and what is added between its letters and words.
    pub fn measure_type(&self) {
        let (size, letters, words) = environment::type_of_body();
        let spacing = TextSpacing { letters, words };
        if self.ui.text_spacing.get_untracked() != spacing {
            self.ui.text_spacing.set(spacing);
        }
        let scale = size / USUAL_TYPE_SIZE;
        if (self.ui.type_scale.get_untracked() - scale).abs() > 0.001 {
            self.ui.type_scale.set(scale);
        }
    }

    /// Chooses a language; the open popup is closed.
    pub fn set_lang(&self, lang: Lang) {
        self.ui.popup.set(None);
        self.preferences.set_lang(lang);
    }

    /// Highlights a line in a figure and names it in the address.
    pub fn highlight_line(&self, figure: FigureId, line: &LineId) {
        self.ui.highlighted_line.set(Some((figure, line.clone())));
        let line = line.as_str().to_owned();
        self.preferences.update_address(|address| {
            (address.place, address.line, address.term) = (Some(Place::Figure(figure)), Some(line), None);
        });
    }

    /// Takes the line out of the address, so that opening the address does not open its popup again.
    pub fn remove_line_from_address(&self) {
        if crate::enhance::page_url::address().line.is_some() {
            self.preferences.update_address(|address| address.line = None);
        }
    }

    /// The address of the page for other readers.
    pub fn address_for_others(&self) -> Address {
        self.preferences.address_for_others()
    }

    /// The address for other readers of what is shown at a place: the view, and the line that is highlighted there.
    pub fn address_of(&self, place: Place) -> Address {
        let is_flow = place == Place::Figure(FigureId::Flow);
        let highlighted = self.ui.highlighted_line.get_untracked();
        let highlighted = highlighted.filter(|(figure, _)| place == Place::Figure(*figure));
        Address {
            place: Some(place),
            view: is_flow.then(|| self.ui.flow_view.get_untracked()).filter(|view| *view > 0),
            line: highlighted.map(|(_, line)| line.to_string()),
            ..self.address_for_others()
        }
    }

    /// Tells a screen reader something, even if the live region held the same text before.
    pub fn announce(&self, text: String) {
        let announcement = self.ui.announcement;
        announcement.set(String::new());
        request_animation_frame(move || announcement.set(text));
    }
}
