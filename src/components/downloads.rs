//! Downloads of a figure or of the disclosure: pictures, tables, data, citations, links.

use crate::components::page_context::PageContext;
use leptos::prelude::*;
use mingbai_core::export::short_dataset_hash;
use mingbai_core::figures::FigureId;
use mingbai_core::locale::{Lang, fill};
use std::str::FromStr;

/// What a reader can download or copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadKind {
    /// The chart as a bitmap.
    Png,
    /// The chart as a vector picture.
    Svg,
    /// The table of a figure, or all lines of the disclosure, as CSV.
    Csv,
    /// The figure or the disclosure as JSON.
    Json,
    /// The disclosure as a Frictionless data package, zipped.
    Package,
    /// A citation in a language, copied to the clipboard.
    Citation(Lang),
    /// A link to the page in its present state, copied to the clipboard.
    Link,
}

impl DownloadKind {
    /// The value of the hook `data-download`. For a file it is also the extension of its name.
    pub fn as_str(self) -> &'static str {
        match self {
            DownloadKind::Png => "png",
            DownloadKind::Svg => "svg",
            DownloadKind::Csv => "csv",
            DownloadKind::Json => "json",
            DownloadKind::Package => "zip",
            DownloadKind::Citation(Lang::Zh) => "cite-zh",
            DownloadKind::Citation(Lang::En) => "cite-en",
            DownloadKind::Link => "link",
        }
    }

    /// True for a picture, which the chart bundle draws.
    pub fn needs_chart_bundle(self) -> bool {
        matches!(self, DownloadKind::Png | DownloadKind::Svg)
    }
}

impl FromStr for DownloadKind {
    type Err = UnknownDownload;

    fn from_str(value: &str) -> Result<DownloadKind, UnknownDownload> {
        use DownloadKind::{Citation, Csv, Json, Link, Package, Png, Svg};
        let all = [Png, Svg, Csv, Json, Package, Citation(Lang::Zh), Citation(Lang::En), Link];
        all.into_iter().find(|kind| kind.as_str() == value).ok_or(UnknownDownload)
    }
}

/// No download has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownDownload;

/// The download menu of a figure, closed at first. The Escape key closes it again.
#[component]
pub fn DownloadMenu(
    /// The figure.
    id: FigureId,
    /// True if the figure has a chart.
    has_chart: bool,
    /// True if the figure has a table.
    has_table: bool,
) -> impl IntoView {
    let pictures = [DownloadKind::Png, DownloadKind::Svg].into_iter().filter(|_| has_chart);
    let files = pictures.chain(has_table.then_some(DownloadKind::Csv)).chain([DownloadKind::Json]).collect();
    let words = PageContext::expect().render_context().locale.words();
    view! {
        <details class="fold download-menu needs-script" data-place=format!("figure={}", id.as_str())>
            <summary>{words.download}</summary>
            <div role="group" aria-label=words.download_label>
                {download_buttons(files)}
            </div>
        </details>
    }
    .into_any()
}

/// The downloads of the disclosure, below its text.
#[component]
pub fn DownloadSection() -> impl IntoView {
    let context = PageContext::expect().render_context();
    let words = context.locale.words();
    view! {
        <div class="needs-script" data-place="source">
            <h3 id="download-whole">{words.download_whole}</h3>
            <p class="muted">{fill(words.download_whole_intro, &[("hash", &short_dataset_hash(context.disclosure))])}</p>
            <div role="group" aria-labelledby="download-whole">
                {download_buttons(vec![DownloadKind::Json, DownloadKind::Csv, DownloadKind::Package])}
            </div>
        </div>
    }
    .into_any()
}

/// A button for each file, for the citation in both languages, the page's own first, and for the link. The empty
/// element after them receives the result of the last button pressed.
fn download_buttons(mut kinds: Vec<DownloadKind>) -> AnyView {
    let locale = PageContext::expect().render_context().locale;
    let (lang, words) = (locale.lang, locale.words());
    kinds.extend([DownloadKind::Citation(lang), DownloadKind::Citation(lang.other()), DownloadKind::Link]);
    let buttons: Vec<AnyView> = kinds
        .into_iter()
        .map(|kind| {
            let label = match kind {
                DownloadKind::Png => words.download_png,
                DownloadKind::Svg => words.download_svg,
                DownloadKind::Csv => words.download_csv,
                DownloadKind::Json => words.download_json,
                DownloadKind::Package => words.download_package,
                DownloadKind::Citation(Lang::Zh) => words.download_cite_zh,
                DownloadKind::Citation(Lang::En) => words.download_cite_en,
                DownloadKind::Link => words.download_link,
            };
            view! {
                <button type="button" data-download=kind.as_str()>
                    {label}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="button-row">{buttons}</div>
        <div class="download-outcome"></div>
    }
    .into_any()
}
