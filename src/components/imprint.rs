//! The imprint: what a printed page says of where it comes from, and when. Paper leaves its place.

use crate::state::State;
use leptos::prelude::*;
use mingbai_core::export::{CitationDetails, citation};
use mingbai_core::page_kind::PageKind;

/// The slot of an imprint for the day on which the page is printed.
pub const DATE: &str = "{date}";
/// The slot of an imprint for the page's address, where it has one.
pub const ADDRESS: &str = "{address}";

/// The place for when the page was printed and how to cite it: document, address, data.
#[component]
pub fn Imprint() -> impl IntoView {
    let state = State::here();
    let context = untrack(|| state.context());
    let locale = context.locale;
    let imprint = |address: Option<&str>| {
        let cite = CitationDetails { lines: &[], accessed: DATE, address };
        locale.words().printed.replace("{cite}", &citation(&context, &cite))
    };
    view! {
        <p
            class="on-paper"
            data-imprint=imprint(Some(ADDRESS))
            data-imprint-without-address=(state.sheet == PageKind::Report).then(|| imprint(None))
            data-date-unknown=locale.words().date_unknown
        ></p>
    }
}
