//! Where a reader takes away a figure, or the whole disclosure: pictures, tables, data, citations, links.

use crate::enhance::download::Offer;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::export::dataset_short;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::Lang;

/// What can be taken of a figure, folded away; Escape closes it.
#[component]
pub fn TakeAway(
    /// The figure.
    id: FigureId,
    /// Whether it has a chart.
    chart: bool,
    /// Whether it has a table.
    table: bool,
) -> impl IntoView {
    let pictures = [Offer::Png, Offer::Svg].into_iter().filter(|_| chart);
    let files = pictures.chain(table.then_some(Offer::Csv)).chain([Offer::Json]).collect();
    let words = State::here().reading().locale.words();
    view! {
        <details class="fold take-fold needs-script" data-place=format!("figure={}", id.word())>
            <summary>{words.take}</summary>
            <div role="group" aria-label=words.take_label>
                {offers(files)}
            </div>
        </details>
    }
    .into_any()
}

/// What can be taken of the whole disclosure.
#[component]
pub fn TakeWhole() -> impl IntoView {
    let reading = State::here().reading();
    let words = reading.locale.words();
    view! {
        <div class="needs-script" data-place="source">
            <h3 id="take-whole">{words.take_whole}</h3>
            <p class="muted">{words.take_whole_intro.replace("{hash}", &dataset_short(reading.disclosure))}</p>
            <div role="group" aria-labelledby="take-whole">
                {offers(vec![Offer::Json, Offer::Csv, Offer::Package])}
            </div>
        </div>
    }
    .into_any()
}

/// A button for each file, for the citation in the reader's language and in the other, and for the link; then the place
/// for what becomes of the last one pressed.
fn offers(mut offers: Vec<Offer>) -> AnyView {
    let locale = State::here().reading().locale;
    let (lang, words) = (locale.lang, locale.words());
    offers.extend([Offer::Cite(lang), Offer::Cite(lang.other()), Offer::Link]);
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
                <button type="button" data-take=offer.word()>
                    {label}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="take">{buttons}</div>
        <div class="taken"></div>
    }
    .into_any()
}
