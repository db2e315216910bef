//! What one could ask: examples while there are no results; in a kiosk, whose keyboard is on the screen, always.

use super::SearchController;
use crate::enhance::app_state::AppState;
use leptos::prelude::*;
use mingbai_core::search::{ResultList, everyday_searches, examples};

/// What one could ask, shown while there are no results.
#[component]
pub fn Examples() -> impl IntoView {
    let app = AppState::expect();
    let search = SearchController::expect();
    move || {
        if search.results.with(ResultList::count) > 0 {
            return ().into_any();
        }
        search.query.track();
        let context = untrack(|| app.render_context());
        view! {
            <div class="find-try">
                <NothingFound />
                <p class="muted">{context.locale.words().search_try}</p>
                <div class="views">{buttons(search, examples(&context))}</div>
            </div>
        }
        .into_any()
    }
}

/// The sentence that nothing was found, if that is so.
#[component]
pub fn NothingFound() -> impl IntoView {
    let search = SearchController::expect();
    move || {
        search.query.track();
        let found = search.results.with(ResultList::count) > 0;
        let none = if found { String::new() } else { search.summary() };
        (!none.is_empty()).then(|| view! { <p class="find-none">{none}</p> })
    }
}

/// Questions and everyday words to touch, for a screen without a keyboard.
#[component]
pub fn EverydaySearches() -> impl IntoView {
    let app = AppState::expect();
    let search = SearchController::expect();
    move || {
        let context = app.render_context();
        view! {
            <div class="find-chips" role="group" aria-label=context.locale.words().search_try>
                {buttons(search, everyday_searches(&context))}
            </div>
        }
    }
}

/// A button for each of these texts, which searches for it.
fn buttons(search: SearchController, texts: Vec<&'static str>) -> impl IntoView {
    let button = |text: &'static str| {
        view! {
            <button type="button" on:click=move |_| search.set_query(text)>
                {text}
            </button>
        }
    };
    texts.into_iter().map(button).collect_view()
}
