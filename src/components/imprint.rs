//! The imprint of a printed page: how to cite it, its address, and the day it was printed.

use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::export::{CitationDetails, citation};
use mingbai_core::locale::fill;
use mingbai_core::page_kind::PageKind;

/// The placeholder in an imprint for the day on which the page is printed.
pub const DATE_SLOT: &str = "{date}";
/// The placeholder in an imprint for the page's address.
pub const ADDRESS_SLOT: &str = "{address}";

/// The imprint's element, empty on screen. Its hooks have the texts that the app completes before the page is printed.
/// A report that was opened from a file has no address and uses the text without one.
#[component]
pub fn Imprint() -> impl IntoView {
    let page = PageContext::expect();
    let context = page.render_context();
    let locale = context.locale;
    let imprint = |address: Option<&str>| {
        let details = CitationDetails { lines: &[], accessed: DATE_SLOT, address };
        fill(locale.words().printed, &[("cite", &citation(&context, &details))])
    };
    view! {
        <p
            class="on-paper"
            data-imprint=imprint(Some(ADDRESS_SLOT))
            data-imprint-without-address=(page.page_kind == PageKind::Report).then(|| imprint(None))
            data-date-unknown=locale.words().date_unknown
        ></p>
    }
}
