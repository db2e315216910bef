//! Where a reader takes away a figure, or the whole disclosure: pictures, tables, data, citations, links.

use crate::enhance::download::DownloadKind;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::export::short_dataset_hash;
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
    let pictures = [DownloadKind::Png, DownloadKind::Svg].into_iter().filter(|_| chart);
    let files = pictures.chain(table.then_some(DownloadKind::Csv)).chain([DownloadKind::Json]).collect();
    let words = State::here().context().locale.words();
    view! {
        <details class="fold take-fold needs-script" data-place=format!("figure={}", id.as_str())>
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
    let context = State::here().context();
    let words = context.locale.words();
    view! {
        <div class="needs-script" data-place="source">
            <h3 id="take-whole">{words.take_whole}</h3>
            <p class="muted">{words.take_whole_intro.replace("{hash}", &short_dataset_hash(context.disclosure))}</p>
            <div role="group" aria-labelledby="take-whole">
                {offers(vec![DownloadKind::Json, DownloadKind::Csv, DownloadKind::Package])}
            </div>
        </div>
    }
    .into_any()
}

/// A button for each file, for the citation in the reader's language and in the other, and for the link; then the place
/// for what becomes of the last one pressed.
fn offers(mut offers: Vec<DownloadKind>) -> AnyView {
    let locale = State::here().context().locale;
    let (lang, words) = (locale.lang, locale.words());
    offers.extend([DownloadKind::Cite(lang), DownloadKind::Cite(lang.other()), DownloadKind::Link]);
    let buttons: Vec<AnyView> = offers
        .into_iter()
        .map(|offer| {
            let label = match offer {
                DownloadKind::Png => words.take_png,
                DownloadKind::Svg => words.take_svg,
                DownloadKind::Csv => words.take_csv,
                DownloadKind::Json => words.take_json,
                DownloadKind::Package => words.take_package,
                DownloadKind::Cite(Lang::Zh) => words.take_cite_zh,
                DownloadKind::Cite(Lang::En) => words.take_cite_en,
                DownloadKind::Link => words.take_link,
            };
            view! {
                <button type="button" data-take=offer.as_str()>
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
