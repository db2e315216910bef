//! First mentions: in a figure or section, a number or a term is a link where it is mentioned first, and plain text
//! after that, so that who goes from link to link does not pass the same one again and again.

use leptos::prelude::*;
use mingbai_core::provenance::SourcedValue;

/// What was mentioned in a figure or section so far.
#[derive(Clone, Default)]
struct Mentioned {
    numbers: Vec<SourcedValue>,
    terms: Vec<&'static str>,
}

/// The mentions of the figure or section that is being rendered. Components are rendered in the order of the page: what
/// stands first must be made first.
#[derive(Clone, Copy)]
pub struct Mentions {
    mentioned: StoredValue<Mentioned>,
    /// True where nothing is a link, and nothing counts as mentioned.
    is_unlinked: bool,
}

/// Begins a figure or section: nothing in it was mentioned yet.
pub fn begin_mentions() {
    provide(Mentioned::default(), false);
}

/// Renders one of the views of a figure, of which readers see one at a time: what is mentioned there counts as mentioned
/// there alone.
pub fn with_mentions_apart<View>(render: impl FnOnce() -> View) -> View {
    let mentioned = use_context::<Mentions>().map_or(Mentioned::default(), |before| before.mentioned.get_value());
    instead(|| provide(mentioned, false), render)
}

/// Renders something without links: the legend of a chart, which repeats the chart.
pub fn without_links<View>(render: impl FnOnce() -> View) -> View {
    instead(|| provide(Mentioned::default(), true), render)
}

/// Renders with other mentions; then those from before hold again.
fn instead<View>(provide_others: impl FnOnce(), render: impl FnOnce() -> View) -> View {
    let before = use_context::<Mentions>();
    provide_others();
    let view = render();
    match before {
        Some(before) => provide_context(before),
        None => begin_mentions(),
    }
    view
}

fn provide(mentioned: Mentioned, is_unlinked: bool) {
    provide_context(Mentions { mentioned: StoredValue::new(mentioned), is_unlinked });
}

impl Mentions {
    /// Records a number; true if it is to be a link: where it is mentioned first, and outside of figures and sections.
    pub fn is_number_linked(number: &SourcedValue) -> bool {
        Mentions::is_linked(|mentioned| &mut mentioned.numbers, number)
    }

    /// The same for a term.
    pub fn is_term_linked(term: &'static str) -> bool {
        Mentions::is_linked(|mentioned| &mut mentioned.terms, &term)
    }

    fn is_linked<Item: PartialEq + Clone>(list: fn(&mut Mentioned) -> &mut Vec<Item>, item: &Item) -> bool {
        let Some(Mentions { mentioned, is_unlinked }) = use_context() else { return true };
        let mut is_first = false;
        mentioned.update_value(|mentioned| {
            let seen = list(mentioned);
            is_first = !seen.contains(item);
            if is_first {
                seen.push(item.clone());
            }
        });
        is_first && !is_unlinked
    }
}
