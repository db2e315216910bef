//! Going to a place of the page, and coming back to where one was.
//!
//! Every way to a place is a link to a fragment, so that it works as links do: it can be copied, opened in another tab,
//! and the Back button returns. What links do not do is done here: showing the line or the words that are asked for,
//! moving the focus along, and giving it back on the return. An entry of the history that was seen has a number; where
//! the reader comes to one without, it is a new place to go to.

use crate::enhance::follow::follow;
use crate::enhance::lazy_chunks::{cards, parsing, then};
use crate::enhance::popup::PopupController;
use crate::loaded_document::is_elsewhere;
use crate::platform::event_listener::listen;
use crate::platform::kept::Kept;
use crate::platform::{history, page, scheduler};
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::address::{Address, Place, Spot, term_href};
use mingbai_core::disclosure::LineId;
use mingbai_core::figures::FigureId;
use mingbai_core::page_kind::PageKind;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, ScrollLogicalPosition};

/// Goes to places and comes back.
#[derive(Clone, Copy)]
pub struct Navigation {
    state: State,
    popup_controller: PopupController,
    /// The number of the history's entry that is shown.
    here: Kept<u32>,
    /// The link that was just followed: what it belongs to, and how far down the page was.
    leaving: Kept<Option<(HtmlElement, f64)>>,
    /// From where each entry was left.
    left: Kept<Vec<(u32, HtmlElement, f64)>>,
}

impl Navigation {
    /// Begins at the entry that the page was opened with.
    pub fn new(state: State, popup_controller: PopupController) -> Navigation {
        let here = history::entry().unwrap_or_default();
        Navigation {
            state,
            popup_controller,
            here: Kept::new(here),
            leaving: Kept::new(None),
            left: Kept::new(Vec::new()),
        }
    }

    /// Follows the reader: links, the Back button, an address typed in.
    pub fn start(self) {
        // Once everything is in the document: go where the address says.
        let mut gone = false;
        follow(move || {
            if self.state.written.get() > 0 && !std::mem::replace(&mut gone, true) {
                request_animation_frame(move || {
                    history::mark_entry(self.here.get_value());
                    self.go();
                });
            }
        });
        listen(&window(), "popstate", move |_: Event| match history::entry() {
            // Something over the page was put away, or came again.
            Some(entry) if entry == self.here.get_value() => {
                if history::laid_over().is_none() {
                    // Behind the browser's own return.
                    request_animation_frame(history::lie_bare);
                }
            }
            Some(entry) => self.back(entry),
            None => self.arrive(),
        });
        listen(&window(), "click", move |event: MouseEvent| {
            let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = link.and_then(|element| element.closest("a[href^='#']").ok().flatten());
            let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) else { return };
            // A word or a number opens its card instead.
            if event.default_prevented() {
                return;
            }
            // The link in a card goes with the card, that of a dialog with the dialog: what each belongs to stays.
            let dialog = link.closest("dialog").ok().flatten().and_then(|_| page::focused());
            let from = self.popup_controller.origin().or(dialog).unwrap_or_else(|| link.clone());
            self.leaving.set_value(Some((from, page::scrolled())));
            let href = link.get_attribute("href").unwrap_or_default();
            // The entry of what lies over the page becomes that of the place.
            if history::laid_over().is_some() {
                event.prevent_default();
                page::set_fragment(&href);
                history::lie_bare();
                self.arrive();
                return;
            }
            // A link to where the address already is moves nothing by itself.
            if href.len() > 1 && href == page::fragment() {
                event.prevent_default();
                self.go();
            }
        });
    }

    /// The reader followed a link or typed an address.
    fn arrive(&self) {
        let mut from = None;
        self.leaving.update_value(|leaving| from = leaving.take());
        let (left, here) = (self.here.get_value(), self.here.get_value() + 1);
        self.left.update_value(|all| {
            all.retain(|(entry, ..)| *entry < left);
            all.extend(from.map(|(from, scrolled)| (left, from, scrolled)));
        });
        self.here.set_value(here);
        history::mark_entry(here);
        // Behind the browser's own way there, which takes the focus from what cannot have it.
        let travel = *self;
        request_animation_frame(move || travel.go());
    }

    /// The reader came back: to the same height of the page, and the focus returns to what led away.
    fn back(&self, entry: u32) {
        scheduler::finish();
        self.here.set_value(entry);
        self.popup_controller.close(false);
        self.state.quoted.set(match page::address().place {
            Some(Place::Text(spot)) => spot.quote(self.state.source()),
            _ => None,
        });
        self.state.lost.set(false);
        let left = self.left.with_value(|all| all.iter().find(|(known, ..)| *known == entry).cloned());
        let popup_controller = self.popup_controller;
        // Behind the browser's own return, which moves focus and page as it would without us.
        request_animation_frame(move || {
            let mut given = false;
            if let Some((_, from, scrolled)) = left {
                // Browsers restore the place as it was some time before the link was followed.
                page::scroll_down_to(scrolled);
                popup_controller.give_back(&from);
                given = page::focused().as_ref() == Some(&from);
            }
            // What led away cannot have the focus, or is not here any more: it goes to where the reader is.
            if !given {
                page::focus_in_view();
            }
        });
    }

    /// Goes where the address says: a figure, a line in it, a section, a word that is explained, a place in the text.
    pub fn go(&self) {
        // What is written later would take the place away from under the reader.
        scheduler::finish();
        let address = page::address();
        if matches!(address.place, Some(Place::Text(_))) && is_elsewhere() {
            // Which words are meant, the text says: the reader is at their line meanwhile.
            let travel = *self;
            return then(parsing::ready(), move |_| travel.arrived(page::address()));
        }
        self.arrived(address);
    }

    fn arrived(&self, address: Address) {
        self.state.quoted.set(None);
        if let Some(view) = address.view {
            self.state.flow_view.set(view);
        }
        if address.place.is_some() {
            self.popup_controller.close(false);
        }
        let found = match address.place {
            None => address.line.is_none_or(|line| self.asked(line.into())),
            Some(Place::Unknown) => page::scroll_to_fragment(),
            Some(Place::Section(section)) => match address.term {
                Some(term) => self.term(&term),
                None => self.section(section),
            },
            Some(Place::Text(spot)) => self.text(spot),
            Some(Place::Figure(figure)) => self.figure(figure, address.line.map(LineId::from)),
        };
        self.state.lost.set(false);
        if !found {
            self.lose();
        }
    }

    /// What the address asks for is not here. The sentence that says so stands above the whole page, of which it speaks;
    /// the reader goes there.
    fn lose(&self) {
        self.state.lost.set(true);
        request_animation_frame(|| {
            page::scroll_to(".lost", ScrollLogicalPosition::Start);
            page::focus(".lost");
        });
    }

    /// A line that is asked for without a figure: this page's, or the one that shows it best.
    fn asked(&self, line: LineId) -> bool {
        let figure = match self.state.sheet {
            PageKind::Figure(figure) => Some(figure),
            PageKind::Report => FigureId::of_line(&line),
        };
        figure.is_some_and(|figure| self.figure(figure, Some(line)))
    }

    fn section(&self, section: &str) -> bool {
        let found = page::scroll_to(&format!("#{section}"), ScrollLogicalPosition::Start).is_some();
        page::focus(&format!("#{section}-heading"));
        found
    }

    /// Opens an entry of the glossary; false where there is none.
    fn term(&self, id: &str) -> bool {
        let Some(entry) = document().get_element_by_id(term_href(id).trim_start_matches('#')) else { return false };
        page::reveal(&entry);
        if let Some(entry) = entry.parent_element() {
            page::focus_within(&entry, "summary");
        }
        true
    }

    fn text(&self, spot: Spot) -> bool {
        // Where the text did not come, its line on the page is as far as we get.
        if !is_elsewhere() {
            let Some(quote) = spot.quote(self.state.source()) else { return false };
            self.state.quoted.set(Some(quote));
        }
        let line = format!("[id=\"source={}\"]", spot.line);
        let found = page::scroll_to(&line, ScrollLogicalPosition::Center).is_some();
        page::focus(&line);
        found
    }

    fn figure(&self, figure: FigureId, line: Option<LineId>) -> bool {
        let card = format!("[data-figure=\"{}\"]", figure.as_str());
        let Some(there) = page::scroll_to(&card, ScrollLogicalPosition::Start) else { return false };
        match line {
            Some(line) => self.line(figure, &there, line),
            None => page::focus_within(&there, ".way:not([hidden]) h2, :scope > h2"),
        }
        true
    }

    /// Lights up a line in a figure and opens its card.
    fn line(&self, figure: FigureId, there: &Element, line: LineId) {
        self.state.lit.set(Some((figure, line.clone())));
        let entry = there.query_selector(&format!("[data-explains=\"{line}\"]")).ok().flatten();
        if let Some(entry) = &entry {
            page::reveal(entry);
        }
        let chart = || there.query_selector(".way:not([hidden]) .chart").ok().flatten();
        let anchor = entry.or_else(chart).unwrap_or_else(|| there.clone());
        let Ok(anchor) = anchor.dyn_into::<HtmlElement>() else { return };
        let travel = *self;
        then(cards::show_line(self.state, self.popup_controller, line, anchor), move |shown| {
            // Nobody is left at a figure that does not show what was asked for.
            if let Ok(false) = shown {
                travel.state.lit.set(None);
                travel.lose();
            }
        });
    }
}
