//! The controller of the search: its state, how it opens and closes, and what its keys do.

use crate::enhance::app_state::AppState;
use crate::enhance::modal_dialog::ModalDialog;
use crate::enhance::popup::PopupController;
use crate::platform::history::Overlay;
use crate::platform::{environment, events, scroll};
use leptos::html;
use leptos::prelude::*;
use mingbai_core::locale::{DisplayUnit, Lang, fill};
use mingbai_core::search::{ResultList, ResultOption, SearchIndex};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, ScrollLogicalPosition};

/// The index of a language, with money in a unit.
type BuiltIndex = ((Lang, DisplayUnit, Option<u32>), Arc<SearchIndex>);

/// How many lines of a result's text are shown.
const SNIPPET_LINES: usize = 2;

/// How long after the last keystroke the number of results is announced.
const ANNOUNCE_DELAY: Duration = Duration::from_millis(600);

/// The controller of the page's search.
#[derive(Clone, Copy)]
pub struct SearchController {
    app: AppState,
    popup_controller: PopupController,
    /// The dialog.
    pub dialog: ModalDialog,
    /// The text field.
    pub input: NodeRef<html::Input>,
    /// A hidden link: choosing a result follows it, so that navigation is the same as for any link.
    pub link: NodeRef<html::A>,
    /// The text in the field.
    pub query: RwSignal<String>,
    /// The results, and how many of them are listed.
    pub results: RwSignal<ResultList>,
    /// The index of the option that Enter chooses.
    pub selected: RwSignal<usize>,
    /// The text of the dialog's live region: the page's own is inert behind a dialog.
    pub announcement: RwSignal<String>,
    /// One index for each language, unit and document in which the search was opened.
    indexes: StoredValue<Vec<BuiltIndex>, LocalStorage>,
    /// The number of the latest query: a delayed announcement of an older one is void.
    query_number: StoredValue<u32, LocalStorage>,
    /// How much of a result's text fits, in widths of a Latin letter.
    snippet_width: StoredValue<usize, LocalStorage>,
}

impl SearchController {
    /// The controller of a page's search.
    pub fn new(app: AppState, popup_controller: PopupController) -> SearchController {
        SearchController {
            app,
            popup_controller,
            dialog: ModalDialog::new(Some(Overlay::Search)),
            input: NodeRef::new(),
            link: NodeRef::new(),
            query: RwSignal::new(String::new()),
            results: RwSignal::new(ResultList::default()),
            selected: RwSignal::new(0),
            announcement: RwSignal::new(String::new()),
            indexes: StoredValue::new_local(Vec::new()),
            query_number: StoredValue::new_local(0),
            snippet_width: StoredValue::new_local(0),
        }
    }

    /// The controller of the page that this component is on.
    pub fn expect() -> SearchController {
        expect_context::<SearchController>()
    }

    /// How many indexes were built; a hook for tests.
    pub fn index_count(&self) -> usize {
        self.indexes.with_value(Vec::len)
    }

    /// The index in the reader's language and unit, built when it is first asked for.
    pub fn index(&self) -> Arc<SearchIndex> {
        let context = untrack(|| self.app.render_context());
        let key = (context.locale.lang, context.locale.unit, self.app.ui.opened.shown.get_untracked());
        let known = self
            .indexes
            .with_value(|indexes| indexes.iter().find(|(known, _)| *known == key).map(|(_, index)| index.clone()));
        known.unwrap_or_else(|| {
            let index = Arc::new(SearchIndex::new(&context));
            self.indexes.update_value(|indexes| indexes.push((key, index.clone())));
            index
        })
    }

    /// Opens the dialog with the last query selected.
    pub fn show(&self) {
        let (Some(dialog), Some(input)) = (self.dialog.element.get_untracked(), self.input.get_untracked()) else {
            return;
        };
        self.popup_controller.close(false);
        if self.dialog.show() {
            // A Latin letter is about half as wide as the size of its type.
            let letters = f64::from(dialog.client_width()) / (environment::root_font_size() / 2.0);
            self.snippet_width.set_value(SNIPPET_LINES * letters as usize);
            // Building the index takes longer than a press should wait, so the dialog is painted first.
            let search = *self;
            request_animation_frame(move || {
                let query = move || search.input.get_untracked().map(|input| input.value());
                set_timeout(move || search.search(query().unwrap_or_default()), Duration::ZERO);
            });
        }
        let _ = input.focus();
        input.select();
    }

    /// How much of a result's text fits, in widths of a Latin letter.
    pub fn snippet_width(&self) -> usize {
        self.snippet_width.get_value()
    }

    /// Searches for a text.
    pub fn search(&self, query: String) {
        let results = ResultList::new(self.index().find(&query));
        // The list is rendered again only if its HTML differs, and the selection is no part of that.
        self.select(0);
        scroll::scroll_to_first("#find-0", ScrollLogicalPosition::Nearest);
        self.results.set(results);
        self.query.set(query);
        self.query_number.update_value(|number| *number = number.wrapping_add(1));
        let (search, number) = (*self, self.query_number.get_value());
        set_timeout(
            move || {
                if search.query_number.try_get_value() == Some(number) {
                    search.announcement.set(search.summary());
                }
            },
            ANNOUNCE_DELAY,
        );
    }

    /// Searches for a text as if it had been typed.
    pub fn set_query(&self, query: &str) {
        if let Some(input) = self.input.get_untracked() {
            input.set_value(query);
            self.search(query.to_owned());
            let _ = input.focus();
        }
    }

    /// A key of the keypad: appends its letter, or without one removes the last letter.
    pub fn type_key(&self, key: Option<char>) {
        let mut query = self.input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match key {
            Some(key) => query.push(key),
            None => drop(query.pop()),
        }
        self.set_query(&query);
    }

    /// The number of results in a sentence; empty for an empty query.
    pub fn summary(&self) -> String {
        let words = self.app.locale_untracked().words();
        let query = self.query.get_untracked();
        let query = query.trim();
        match self.results.with_untracked(|results| results.results.count()) {
            _ if query.is_empty() => String::new(),
            0 => {
                let short: String = query.chars().take(24).collect();
                fill(words.search_none, &[("typed", &short)])
            }
            1 => fill(words.search_count_one, &[("n", "1")]),
            n => fill(words.search_count, &[("n", &n.to_string())]),
        }
    }

    /// A key in the text field. True if it was for the list of results.
    pub fn handle_key(&self, event: &KeyboardEvent) -> bool {
        let count = self.results.with_untracked(ResultList::count);
        let selected = self.selected.get_untracked();
        if events::is_for_input_method(event) || count == 0 {
            return false;
        }
        let next = match event.key().as_str() {
            "ArrowDown" => (selected + 1) % count,
            "ArrowUp" => (selected + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            "Enter" => {
                self.choose(selected);
                return true;
            }
            _ => return false,
        };
        self.select(next);
        scroll::scroll_to_first(&format!("#find-{next}"), ScrollLogicalPosition::Nearest);
        true
    }

    /// Selects an option, which Enter then chooses.
    pub fn select(&self, number: usize) {
        let before = self.selected.get_untracked();
        if before == number {
            return;
        }
        for (number, chosen) in [(before, "false"), (number, "true")] {
            if let Some(option) = option(number) {
                let _ = option.set_attribute("aria-selected", chosen);
            }
        }
        self.selected.set(number);
    }

    /// An option was clicked, tapped or entered: lists all results of a kind, or goes to a result.
    pub fn choose(&self, number: usize) {
        let choice = self.results.with_untracked(|results| results.option(number));
        if let Some(ResultOption::ShowAll(group)) = choice {
            self.selected.set(number);
            self.results.update(|results| results.unfold(results.results.groups[group].kind));
        }
        let href = option(number).and_then(|option| option.get_attribute("data-href"));
        if let (Some(ResultOption::Hit(..)), Some(href), Some(link)) = (choice, href, self.link.get_untracked()) {
            self.dialog.close();
            link.set_href(&href);
            link.click();
        }
    }
}

/// The element of an option, by its index.
fn option(number: usize) -> Option<HtmlElement> {
    document().get_element_by_id(&format!("find-{number}"))?.dyn_into().ok()
}
