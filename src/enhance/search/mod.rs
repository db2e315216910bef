//! Finding: what it remembers, how it is opened, what its keys do.

pub mod dialog;
pub mod keypad;
pub mod results;

use crate::enhance::popup::PopupController;
use crate::platform::history::{self, Over};
use crate::platform::kept::{Kept, KeptSignal};
use crate::platform::page as browser;
use crate::platform::small::SmallSignal;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;
use mingbai_core::locale::{Lang, MoneyUnit};
use mingbai_core::search::{ResultList, ResultOption, SearchIndex};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, ScrollLogicalPosition};

pub use crate::enhance::search::dialog::FindDialog;

/// What is searched in a language, with money in a unit.
type Ready = (Lang, MoneyUnit, Arc<SearchIndex>);

/// How many lines of a text that was found are shown.
const LINES: usize = 2;

/// How long nothing is typed until a screen reader is told how much was found.
const REST: Duration = Duration::from_millis(600);

/// The search of the page.
#[derive(Clone, Copy)]
pub struct SearchController {
    state: State,
    popup_controller: PopupController,
    /// The dialog.
    pub dialog: NodeRef<html::Dialog>,
    /// Where one types.
    pub input: NodeRef<html::Input>,
    /// The link that is followed to what was chosen, so that going there is what following a link is.
    pub way: NodeRef<html::A>,
    /// What is typed.
    pub typed: KeptSignal<String>,
    /// What was found, and how much of it is listed.
    pub listing: KeptSignal<ResultList>,
    /// The number of the choice that Enter takes.
    pub at: SmallSignal<usize>,
    /// True while the dialog is open.
    pub open: SmallSignal<bool>,
    /// What a screen reader is told. The page's own place for that cannot be heard behind a dialog.
    pub said: KeptSignal<String>,
    /// What is searched, made ready when the search is first opened in a language.
    ready: Kept<Vec<Ready>>,
    /// Counts what is typed, so that a late timer finds itself outdated.
    turn: Kept<u32>,
    /// How much of a text there is room for, in widths of a Latin letter.
    room: Kept<usize>,
    /// True while the history is on its way back from the entry that lay over the page.
    leaving: Kept<bool>,
}

impl SearchController {
    /// The search of a page.
    pub fn new(state: State, popup_controller: PopupController) -> SearchController {
        SearchController {
            state,
            popup_controller,
            dialog: NodeRef::new(),
            input: NodeRef::new(),
            way: NodeRef::new(),
            typed: KeptSignal::new(String::new()),
            listing: KeptSignal::new(ResultList::default()),
            at: SmallSignal::new(0),
            open: SmallSignal::new(false),
            said: KeptSignal::new(String::new()),
            ready: Kept::new(Vec::new()),
            turn: Kept::new(0),
            room: Kept::new(0),
            leaving: Kept::new(false),
        }
    }

    /// The search of the page that this component stands in.
    pub fn here() -> SearchController {
        expect_context::<SearchController>()
    }

    /// How often something was made ready for searching; a hook for tests.
    pub fn made_ready(&self) -> usize {
        self.ready.with_value(Vec::len)
    }

    /// What is searched in the reader's language.
    pub fn index(&self) -> Arc<SearchIndex> {
        let context = untrack(|| self.state.context());
        let (lang, unit) = (context.locale.lang, context.locale.unit);
        let known = self.ready.with_value(|ready| {
            ready.iter().find(|(l, u, _)| (*l, *u) == (lang, unit)).map(|(_, _, index)| index.clone())
        });
        known.unwrap_or_else(|| {
            let index = Arc::new(SearchIndex::new(&context));
            self.ready.update_value(|ready| ready.push((lang, unit, index.clone())));
            index
        })
    }

    /// Opens the dialog; what was typed last is there, ready to be typed over.
    pub fn show(&self) {
        let (Some(dialog), Some(input)) = (self.dialog.get_untracked(), self.input.get_untracked()) else { return };
        if !dialog.open() {
            if history::laid_over() != Some(Over::Search) {
                history::lay_over(Over::Search);
            }
            self.popup_controller.close(false);
            browser::change_seen_first();
            let _ = dialog.show_modal();
            self.open.set(true);
            // A Latin letter is half as wide as the type is high.
            let letters = f64::from(dialog.client_width()) / (browser::type_size() / 2.0);
            self.room.set_value(LINES * letters as usize);
            // The dialog is shown first: making ready what is searched takes longer than anybody should wait for it.
            let search_controller = *self;
            request_animation_frame(move || {
                let typed = move || search_controller.input.get_untracked().map(|input| input.value());
                set_timeout(move || search_controller.search(typed().unwrap_or_default()), Duration::ZERO);
            });
        }
        let _ = input.focus();
        input.select();
    }

    /// How much of a text that was found there is room for, in widths of a Latin letter.
    pub fn room(&self) -> usize {
        self.room.get_value()
    }

    /// Closes the dialog; the browser gives the focus back to where it was.
    pub fn close(&self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    /// The dialog was closed, however: by a key, by its button, by the Back button.
    pub fn closed(&self) {
        self.open.set(false);
        if history::laid_over() == Some(Over::Search) && !self.leaving.get_value() {
            self.leaving.set_value(true);
            history::go_back();
        }
    }

    /// The reader went through the history: Back puts the dialog away, Forward brings it again.
    pub fn heed_history(&self) {
        let open = self.dialog.get_untracked().is_some_and(|dialog| dialog.open());
        let left = self.leaving.try_update_value(std::mem::take).unwrap_or_default();
        match history::laid_over() == Some(Over::Search) {
            true if !open => self.show(),
            // It was opened again before the history was back: that is not what the reader went for.
            false if open && left => history::lay_over(Over::Search),
            false if open => self.close(),
            _ => {}
        }
    }

    /// Looks for what was typed.
    pub fn search(&self, typed: String) {
        let listing = ResultList::new(self.index().find(&typed));
        // The list is written anew only where it differs: what was lit in it is put back first.
        self.point(0);
        browser::scroll_to("#find-0", ScrollLogicalPosition::Nearest);
        self.listing.set(listing);
        self.typed.set(typed);
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let (search_controller, turn) = (*self, self.turn.get_value());
        set_timeout(
            move || {
                if search_controller.turn.try_get_value() == Some(turn) {
                    search_controller.said.set(search_controller.summary());
                }
            },
            REST,
        );
    }

    /// Looks for this as if it were typed.
    pub fn try_example(&self, example: &str) {
        if let Some(input) = self.input.get_untracked() {
            input.set_value(example);
            self.search(example.to_owned());
            let _ = input.focus();
        }
    }

    /// A key on the screen: its letter behind what is typed, or without one the last letter taken back.
    pub fn type_key(&self, key: Option<char>) {
        let mut typed = self.input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match key {
            Some(key) => typed.push(key),
            None => drop(typed.pop()),
        }
        self.try_example(&typed);
    }

    /// How much was found, in a sentence; nothing where nothing is looked for.
    pub fn summary(&self) -> String {
        let words = self.state.locale_untracked().words();
        let typed = self.typed.get_untracked();
        let typed = typed.trim();
        match self.listing.with_untracked(|listing| listing.results.count()) {
            _ if typed.is_empty() => String::new(),
            0 => {
                let short: String = typed.chars().take(24).collect();
                words.find_none.replace("{typed}", &short)
            }
            1 => words.find_count_one.replace("{n}", "1"),
            n => words.find_count.replace("{n}", &n.to_string()),
        }
    }

    /// A key in the search box. True where it was one of the list's.
    pub fn key(&self, event: &KeyboardEvent) -> bool {
        let count = self.listing.with_untracked(ResultList::count);
        let at = self.at.get_untracked();
        // A letter that is being put together is not done with: Enter takes the letter.
        if event.is_composing() || count == 0 {
            return false;
        }
        let next = match event.key().as_str() {
            "ArrowDown" => (at + 1) % count,
            "ArrowUp" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            "Enter" => {
                self.choose(at);
                return true;
            }
            _ => return false,
        };
        self.point(next);
        browser::scroll_to(&format!("#find-{next}"), ScrollLogicalPosition::Nearest);
        true
    }

    /// Makes a choice the one that Enter takes.
    pub fn point(&self, number: usize) {
        let before = self.at.get_untracked();
        if before == number {
            return;
        }
        for (number, chosen) in [(before, "false"), (number, "true")] {
            if let Some(option) = option(number) {
                let _ = option.set_attribute("aria-selected", chosen);
            }
        }
        self.at.set(number);
    }

    /// A choice was clicked, tapped or entered: lists all of a kind, or goes there.
    pub fn choose(&self, number: usize) {
        let choice = self.listing.with_untracked(|listing| listing.option(number));
        if let Some(ResultOption::ShowAll(group)) = choice {
            self.at.set(number);
            self.listing.update(|listing| listing.unfold(listing.results.groups[group].kind));
        }
        let href = option(number).and_then(|option| option.get_attribute("data-href"));
        if let (Some(ResultOption::Hit(..)), Some(href), Some(way)) = (choice, href, self.way.get_untracked()) {
            self.close();
            way.set_href(&href);
            way.click();
        }
    }
}

/// The choice of a number, as it stands in the list.
fn option(number: usize) -> Option<HtmlElement> {
    document().get_element_by_id(&format!("find-{number}"))?.dyn_into().ok()
}
