//! Navigation to places of the page, and back.
//!
//! Every link to a place is a link to a fragment, so it can be copied or opened in another tab, and the Back button
//! returns. What a browser does not do is done here: showing the line or the words that the fragment names, moving the
//! focus there, and giving it back on the return. Entries of the history that were visited are numbered; an entry without
//! a number is a new place to go to.

use crate::enhance::app_state::AppState;
use crate::enhance::document_source::is_pending;
use crate::enhance::figure_views;
use crate::enhance::lazy_chunks::{self, cards};
use crate::enhance::overlays::Overlays;
use crate::enhance::page_url;
use crate::enhance::popup::PopupController;
use crate::platform::{dom, focus, history, scheduler, scroll, url};
use leptos::prelude::*;
use mingbai_core::address::{Address, Place, SourceRange, term_href};
use mingbai_core::disclosure::LineId;
use mingbai_core::figures::FigureId;
use mingbai_core::page_kind::PageKind;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent, ScrollLogicalPosition};

/// From where a reader left an entry of the history.
#[derive(Clone)]
struct Departure {
    /// What gets the focus on the return.
    origin: HtmlElement,
    /// How far down the page was, in pixels.
    scroll_y: f64,
}

/// Goes to places of the page and back.
#[derive(Clone, Copy)]
pub struct Navigation {
    app: AppState,
    popup_controller: PopupController,
    overlays: Overlays,
    /// The number of the history's entry that is shown.
    entry: StoredValue<u32>,
    /// The link that was just followed.
    departing: StoredValue<Option<Departure>, LocalStorage>,
    /// From where each visited entry was left, by its number.
    departures: StoredValue<Vec<(u32, Departure)>, LocalStorage>,
}

impl Navigation {
    /// Starts at the entry that the page was opened with.
    pub fn new(app: AppState, popup_controller: PopupController, overlays: Overlays) -> Navigation {
        Navigation {
            app,
            popup_controller,
            overlays,
            entry: StoredValue::new(history::entry().unwrap_or_default()),
            departing: StoredValue::new_local(None),
            departures: StoredValue::new_local(Vec::new()),
        }
    }

    /// Goes where the address says, once the page is taken over.
    pub fn start(self) {
        self.follow_wanted_document();
        let mut has_started = false;
        Effect::new(move |_| {
            if self.app.ui.render_count.get() > 0 && !std::mem::replace(&mut has_started, true) {
                request_animation_frame(move || {
                    page_url::write_place_into_fragment();
                    // After a reload, documents that were opened are gone.
                    history::number_entry(self.entry.get_value(), None);
                    self.go_to_address();
                });
            }
        });
    }

    /// Shows the document that the reader wants to see.
    fn follow_wanted_document(self) {
        let wanted = self.app.ui.opened.wanted;
        Effect::new(move |_| {
            if let Some(document) = wanted.get() {
                wanted.set(None);
                untrack(|| self.enter_document(document));
            }
        });
    }

    /// The history moved: by a link, the Back button, or an address that was typed in.
    pub fn popstate(&self) {
        if history::entry().is_some() {
            self.show_document(history::document());
        }
        match history::entry() {
            // An overlay was closed or opened; the page below is the same.
            Some(entry) if entry == self.entry.get_value() => {
                if history::overlay().is_none() {
                    // After the browser has restored its scroll position.
                    request_animation_frame(history::restore_scroll);
                }
            }
            Some(entry) => self.return_to_entry(entry),
            None => self.go_to_new_entry(),
        }
        self.overlays.history_moved();
    }

    /// A press that nothing else has handled: follows it if it is at a link to a place of the page.
    pub fn click(&self, event: &MouseEvent) {
        let Some(link) = dom::closest_from_event(event, "a[href^='#']") else { return };
        // A link in a popup or dialog disappears with it, so what opened these gets the focus on the return.
        let dialog = link.closest("dialog").ok().flatten().and_then(|_| focus::focused_element());
        let origin = self.popup_controller.invoker().or(dialog).unwrap_or_else(|| link.clone());
        self.departing.set_value(Some(Departure { origin, scroll_y: scroll::scroll_y() }));
        let href = link.get_attribute("href").unwrap_or_default();
        if history::overlay().is_some() {
            // The entry of the overlay becomes the entry of the place.
            event.prevent_default();
            url::replace_fragment(&href);
            history::restore_scroll();
            self.go_to_new_entry();
        } else if href.len() > 1 && href == url::fragment() {
            // The browser does nothing for a link to the present fragment.
            event.prevent_default();
            self.go_to_address();
        }
    }

    /// Shows a document from its top, in an entry of its own: one that the reader opened, by its number, or the published
    /// one.
    fn enter_document(&self, document: Option<u32>) {
        let entry = self.entry.get_value() + 1;
        self.departures.update_value(|departures| departures.retain(|(known, _)| *known < entry));
        self.entry.set_value(entry);
        history::enter_document(entry, document);
        self.show_document(document);
        // The entry of a dialog has become that of the document.
        self.overlays.history_moved();
    }

    /// Shows a document, if it is another than the one on the page, and is still there.
    fn show_document(&self, document: Option<u32>) {
        let ui = self.app.ui;
        if ui.opened.shown.get_untracked() == document || !ui.opened.has(document) {
            return;
        }
        self.popup_controller.close(false);
        ui.highlighted_line.set(None);
        ui.highlighted_quote.set(None);
        ui.place_not_found.set(false);
        ui.flow_view.set(0);
        ui.focus_after_render.set_value(Some("main h1".to_owned()));
        ui.opened.shown.set(document);
    }

    /// Goes to an entry that is new.
    fn go_to_new_entry(&self) {
        let departure = self.departing.try_update_value(Option::take).flatten();
        let left = self.entry.get_value();
        self.departures.update_value(|departures| {
            departures.retain(|(entry, _)| *entry < left);
            departures.extend(departure.map(|departure| (left, departure)));
        });
        self.entry.set_value(left + 1);
        history::number_entry(left + 1, self.app.ui.opened.shown.get_untracked());
        // After the browser's own navigation, which takes the focus away from what cannot have it.
        let navigation = *self;
        request_animation_frame(move || navigation.go_to_address());
    }

    /// Returns to an entry: to the same scroll position, with the focus on what led away.
    fn return_to_entry(&self, entry: u32) {
        scheduler::finish();
        self.entry.set_value(entry);
        self.popup_controller.close(false);
        self.app.ui.highlighted_quote.set(match page_url::address().place {
            Some(Place::Text(source_range)) => source_range.quote(self.app.source_text()),
            _ => None,
        });
        self.app.ui.place_not_found.set(false);
        let departure = self.departures.with_value(|departures| {
            departures.iter().find(|(known, _)| *known == entry).map(|(_, departure)| departure.clone())
        });
        let popup_controller = self.popup_controller;
        // After the browser's own return, which moves the focus and the page too.
        request_animation_frame(move || {
            let mut has_focus = false;
            if let Some(Departure { origin, scroll_y }) = departure {
                // Browsers restore the position of some time before the link was followed.
                scroll::scroll_to_y(scroll_y);
                popup_controller.return_focus_to(&origin);
                has_focus = focus::focused_element().as_ref() == Some(&origin);
            }
            if !has_focus {
                focus::focus_heading_in_view();
            }
        });
    }

    /// Goes where the address says: a figure, a line in it, a section, a glossary entry, a place in the text.
    fn go_to_address(&self) {
        // Parts that are rendered later would move the place.
        scheduler::finish();
        let address = page_url::address();
        if matches!(address.place, Some(Place::Text(_))) && is_pending() {
            // The words of a place can be found only in the text; until it is there, the browser shows their line.
            let (navigation, entry) = (*self, self.entry.get_value());
            return lazy_chunks::after_document(move |_| {
                // Unless the reader went elsewhere meanwhile.
                if navigation.entry.get_value() == entry {
                    navigation.show(page_url::address());
                }
            });
        }
        self.show(address);
    }

    /// Shows the place that an address names, or the notice that it is not on the page.
    fn show(&self, address: Address) {
        self.app.ui.highlighted_quote.set(None);
        if let Some(view) = address.view {
            self.app.ui.flow_view.set(view);
        }
        if address.place.is_some() {
            self.popup_controller.close(false);
        }
        let found = match address.place {
            None => address.line.is_none_or(|line| self.show_line_without_figure(line.into())),
            Some(Place::Unknown) => scroll::scroll_to_fragment(),
            Some(Place::Section(section)) => match address.term {
                Some(term) => show_term(&term),
                None => show_section(section),
            },
            Some(Place::Text(source_range)) => self.show_text(source_range),
            Some(Place::Figure(figure)) => self.show_figure(figure, address.line.map(LineId::from)),
        };
        self.app.ui.place_not_found.set(false);
        if !found {
            self.show_not_found();
        }
    }

    /// Shows the notice that the place is not on the page, which is above the page's content.
    fn show_not_found(&self) {
        self.app.ui.place_not_found.set(true);
        request_animation_frame(|| {
            scroll::scroll_to_first(".place-not-found", ScrollLogicalPosition::Start);
            focus::focus_first(".place-not-found");
        });
    }

    /// Shows a line that is named without a figure: in this page's figure, or in the one that shows it best.
    fn show_line_without_figure(&self, line: LineId) -> bool {
        let figure = match self.app.page_kind {
            PageKind::Figure(figure) => Some(figure),
            PageKind::Report => FigureId::of_line(&line),
        };
        figure.is_some_and(|figure| self.show_figure(figure, Some(line)))
    }

    fn show_text(&self, source_range: SourceRange) -> bool {
        // If the text could not be fetched, its line on the page is as precise as it gets.
        if !is_pending() {
            let Some(quote) = source_range.quote(self.app.source_text()) else { return false };
            self.app.ui.highlighted_quote.set(Some(quote));
        }
        let line = format!("[id=\"source={}\"]", source_range.line);
        let found = scroll::scroll_to_first(&line, ScrollLogicalPosition::Center).is_some();
        focus::focus_first(&line);
        found
    }

    fn show_figure(&self, figure: FigureId, line: Option<LineId>) -> bool {
        figure_views::choose_figure(self.app, figure);
        let card = format!("[data-figure=\"{}\"]", figure.as_str());
        let Some(card) = scroll::scroll_to_first(&card, ScrollLogicalPosition::Start) else { return false };
        match line {
            Some(line) => self.show_line(figure, &card, line),
            None => focus::focus_first_within(&card, ".figure-view:not([hidden]) h2, :scope > h2"),
        }
        true
    }

    /// Highlights a line in a figure's card and opens its popup.
    fn show_line(&self, figure: FigureId, card: &Element, line: LineId) {
        self.app.ui.highlighted_line.set(Some((figure, line.clone())));
        let change = card.query_selector(&format!("[data-explains=\"{line}\"]")).ok().flatten();
        if let Some(change) = &change {
            scroll::reveal(change);
        }
        let chart = || card.query_selector(".figure-view:not([hidden]) .chart").ok().flatten();
        let anchor = change.or_else(chart).unwrap_or_else(|| card.clone());
        let Ok(anchor) = anchor.dyn_into::<HtmlElement>() else { return };
        let navigation = *self;
        let request = self.popup_controller.next_request();
        let opened = cards::open_line(self.app, self.popup_controller, line, anchor, request);
        lazy_chunks::run_after_document(opened, move |is_known| {
            if let (Ok(false), true) = (is_known, navigation.popup_controller.is_latest_request(request)) {
                navigation.app.ui.highlighted_line.set(None);
                navigation.show_not_found();
            }
        });
    }
}

fn show_section(section: &str) -> bool {
    // Who goes to a section wants to see what is folded away in it.
    for folded in dom::query_all(&format!("#{section} > .reference")) {
        let _ = folded.set_attribute("open", "");
    }
    let found = scroll::scroll_to_first(&format!("#{section}"), ScrollLogicalPosition::Start).is_some();
    focus::focus_first(&format!("#{section}-heading"));
    found
}

fn show_term(id: &str) -> bool {
    let Some(entry) = document().get_element_by_id(term_href(id).trim_start_matches('#')) else { return false };
    scroll::reveal(&entry);
    if let Some(details) = entry.parent_element() {
        focus::focus_first_within(&details, "summary");
    }
    true
}
