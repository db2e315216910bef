//! Where a reader takes away a figure, or the whole disclosure: pictures, tables, data, citations, links.

use super::state::State;
use super::taking::{Offer, Taking};
use crate::address::Place;
use crate::export::dataset_short;
use crate::figure::FigureId;
use crate::locale::Lang;
use crate::platform::charts;
use crate::platform::page as browser;
use leptos::prelude::*;

/// The button that opens what can be taken of a figure.
#[component]
pub fn TakeButton(
    /// The figure.
    id: FigureId,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        charts::load(state.bundle);
    };
    view! {
        <button
            type="button"
            class="link"
            id=format!("take-{}", id.word())
            aria-expanded=move || open.get().to_string()
            aria-controls=format!("take-{}-list", id.word())
            on:click=toggle
        >
            {state.reading().locale.words.take}
        </button>
    }
    .into_any()
}

/// What can be taken of a figure; Escape closes it.
#[component]
pub fn TakeAway(
    /// The figure.
    id: FigureId,
    /// Whether it has a chart.
    chart: bool,
    /// Whether it has a table.
    table: bool,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let pictures = [Offer::Png, Offer::Svg].into_iter().filter(|_| chart);
    let files = pictures.chain(table.then_some(Offer::Csv)).chain([Offer::Json]).collect();
    let close = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            open.set(false);
            browser::focus(&format!("#take-{}", id.word()));
        }
    };
    let label = State::here().reading().locale.words.take_label;
    view! {
        <div
            id=format!("take-{}-list", id.word())
            role="group"
            aria-label=label
            hidden=move || !open.get()
            on:keydown=close
        >
            {offers(Place::Figure(id), files)}
        </div>
    }
    .into_any()
}

/// What can be taken of the whole disclosure.
#[component]
pub fn TakeWhole() -> impl IntoView {
    let reading = State::here().reading();
    let words = reading.locale.words;
    view! {
        <h3 id="take-whole">{words.take_whole}</h3>
        <p class="muted">{words.take_whole_intro.replace("{hash}", &dataset_short(reading.disclosure))}</p>
        <div role="group" aria-labelledby="take-whole">
            {offers(Place::Section("source"), vec![Offer::Json, Offer::Csv, Offer::Package])}
        </div>
    }
    .into_any()
}

/// A button for each file, for the citation in the reader's language and in the other, and for the link, where the page
/// has an address that others can open; then what became of the last one pressed.
fn offers(place: Place, mut offers: Vec<Offer>) -> AnyView {
    let state = State::here();
    if !state.live {
        return ().into_any();
    }
    let (lang, words) = (state.lang.get_untracked(), state.reading().locale.words);
    offers.extend([Offer::Cite(lang), Offer::Cite(lang.other())]);
    offers.extend(browser::absolute(&state.address_of(place)).map(|_| Offer::Link));
    let taking = Taking::new(state, place);
    let buttons: Vec<AnyView> = offers
        .into_iter()
        .map(|offer| {
            let label = match offer {
                Offer::Png => words.take_png,
                Offer::Svg => words.take_svg,
                Offer::Csv => words.take_csv,
                Offer::Json => words.take_json,
                Offer::Package => words.take_package,
                Offer::Cite(Lang::Zh) => words.take_cite_zh,
                Offer::Cite(Lang::En) => words.take_cite_en,
                Offer::Link => words.take_link,
            };
            view! {
                <button type="button" data-take=offer.word() on:click=move |_| taking.take(offer)>
                    {label}
                </button>
            }
            .into_any()
        })
        .collect();
    let by_hand = move || {
        let text = taking.refused.get();
        (!text.is_empty()).then(|| {
            view! {
                <textarea class="take-text" id=Taking::FIELD readonly rows="3" aria-label=words.take_field prop:value=text>
                </textarea>
            }
            .into_any()
        })
    };
    view! {
        <div class="take">{buttons}</div>
        <p class="take-said">{move || taking.said.get()}</p>
        {by_hand}
    }
    .into_any()
}
