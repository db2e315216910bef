//! What a download menu gives: a file, a copied text, or a text to copy by hand.

use crate::components::downloads::DownloadKind;
use crate::enhance::app_state::AppState;
use crate::enhance::page_url;
use crate::platform::chart_bundle::BundleState;
use crate::platform::dom;
use crate::platform::download::{DownloadSupport, OPENED_FROM_FRAME};
use crate::platform::environment;
use crate::platform::rasterize;
use crate::platform::{chart_worker, clipboard, download};
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::address::{Address, Place};
use mingbai_core::export::{
    CitationDetails, DisclosureRecord, IndexedPicture, PICTURE_STYLE, Picture, budget_csv, citation, datapackage_zip,
    figure_csv, figure_file_stem, figure_json, file_name, picture, source_lines, to_json,
};
use mingbai_core::figures::{ChartStyle, Figure, figure};
use mingbai_core::locale::{Lang, Locale, fill};
use wasm_bindgen::JsValue;
use web_sys::{Blob, Element, FileReader};

/// What is shown below the message about an outcome.
enum Offered {
    /// Nothing: all is said.
    Nothing,
    /// A text to be copied by hand.
    Text(String),
    /// A picture to be saved by a long press, as a `data:` URI.
    Picture(String),
    /// The page in a tab of its own, where files can be saved.
    NewTab(String),
}

/// A request of a download menu.
#[derive(Clone)]
pub struct DownloadRequest {
    app: AppState,
    place: Place,
    /// The element that shows the outcome.
    output: Element,
}

impl DownloadRequest {
    /// The id of the field with a text that the browser refused to copy.
    pub const FIELD_ID: &'static str = "copy-text";

    /// Does what the pressed button of a download menu is for. None if its hooks are not those of one.
    pub fn start(app: AppState, button: &Element) -> Option<()> {
        let kind = button.get_attribute("data-download")?.parse::<DownloadKind>().ok()?;
        let around = button.closest("[data-place]").ok()??;
        let place = Address::parse("", &around.get_attribute("data-place")?).place?;
        let output = around.query_selector(".download-outcome").ok()??;
        DownloadRequest { app, place, output }.run(kind);
        Some(())
    }

    fn run(self, kind: DownloadKind) {
        spawn_local(async move {
            match kind {
                DownloadKind::Citation(lang) => self.copy(self.citation(lang)).await,
                DownloadKind::Link => {
                    let address = self.app.address_of(self.place).with_place_in_query();
                    self.copy(page_url::absolute(address).unwrap_or_default()).await
                }
                file => self.save(file).await,
            }
        });
    }

    async fn save(&self, kind: DownloadKind) {
        let what = match self.place {
            Place::Figure(id) => figure_file_stem(id, self.app.view_of(id)),
            _ => "budget".to_owned(),
        };
        let name = file_name(&self.app.render_context(), &what, kind.as_str());
        let words = self.app.locale_untracked().words();
        let bundle = self.app.ui.chart_bundle.get_untracked();
        let (message, offered) = match bundle {
            BundleState::Failed if kind.needs_chart_bundle() => {
                (words.download_no_picture.to_owned(), Offered::Nothing)
            }
            BundleState::Absent | BundleState::Loading if kind.needs_chart_bundle() => {
                (words.charts_loading.to_owned(), Offered::Nothing)
            }
            _ => match self.content(kind).await {
                Ok(file) => self.give(kind, &name, &file).await,
                Err(_) if kind == DownloadKind::Png => (words.download_no_png.to_owned(), Offered::Nothing),
                Err(_) => (words.download_failed.to_owned(), Offered::Nothing),
            },
        };
        self.report(message, offered);
    }

    /// Saves a file; where that cannot work or may not, offers another way to its content.
    async fn give(&self, kind: DownloadKind, name: &str, file: &Blob) -> (String, Offered) {
        let words = self.app.locale_untracked().words();
        let support = DownloadSupport::of_page();
        if support == DownloadSupport::Ignored {
            return self.give_by_hand(kind, file).await;
        }
        if download::save(name, file).is_err() {
            return (words.download_failed.to_owned(), Offered::Nothing);
        }
        match self.address() {
            Some(address) if support == DownloadSupport::MayBeForbidden => {
                let offered = match download::is_in_frame() {
                    true => Offered::NewTab(with_mark_of_frame(&address)),
                    // A tab that a sandboxed frame opened is no better than the frame. An address that is copied is.
                    false => Offered::Text(address.replace(&format!("&{OPENED_FROM_FRAME}"), "")),
                };
                (words.download_in_frame.to_owned(), offered)
            }
            _ => (fill(words.download_started, &[("file", name)]), Offered::Nothing),
        }
    }

    /// The content of a file to be taken without a download.
    async fn give_by_hand(&self, kind: DownloadKind, file: &Blob) -> (String, Offered) {
        let words = self.app.locale_untracked().words();
        let (message, offered) = match kind {
            DownloadKind::Package => (words.download_in_app, self.address().map(Offered::Text)),
            DownloadKind::Png => {
                let picture = download::content_of(file, FileReader::read_as_data_url).await;
                (words.download_in_app_picture, picture.map(Offered::Picture))
            }
            _ => {
                let text = download::content_of(file, FileReader::read_as_text).await;
                (words.download_in_app_text, text.map(Offered::Text))
            }
        };
        match offered {
            Some(offered) => (message.to_owned(), offered),
            None => (words.download_failed.to_owned(), Offered::Nothing),
        }
    }

    async fn copy(&self, text: String) {
        let words = self.app.locale_untracked().words();
        if clipboard::copy(&text).await {
            self.report(words.download_copied.to_owned(), Offered::Nothing);
        } else {
            self.report(words.download_refused.to_owned(), Offered::Text(text));
        }
    }

    /// Shows and announces the outcome, with what is offered.
    fn report(&self, message: String, offered: Offered) {
        let words = self.app.locale_untracked().words();
        self.output.set_inner_html("");
        self.append("p", &[("class", "download-message")], &message);
        self.app.announce(message);
        match offered {
            Offered::Nothing => {}
            Offered::Text(text) => {
                let id = DownloadRequest::FIELD_ID;
                let attributes = [
                    ("class", "copy-text"),
                    ("id", id),
                    ("readonly", ""),
                    ("rows", "3"),
                    ("aria-label", words.download_field),
                ];
                self.append("textarea", &attributes, &text);
                request_animation_frame(|| dom::select_field_text(id));
            }
            Offered::Picture(source) => {
                self.append("img", &[("src", &source), ("alt", words.download_png), ("width", "100%")], "");
            }
            Offered::NewTab(address) => {
                self.append(
                    "a",
                    &[("href", &address), ("target", "_blank"), ("rel", "noopener")],
                    words.download_in_tab,
                );
            }
        }
    }

    /// Adds an element with attributes and a text to the outcome.
    fn append(&self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        let Ok(element) = document().create_element(tag) else { return };
        for (name, value) in attributes {
            let _ = element.set_attribute(name, value);
        }
        element.set_text_content(Some(text));
        let _ = self.output.append_child(&element);
    }

    async fn content(&self, kind: DownloadKind) -> Result<Blob, JsValue> {
        let context = self.app.render_context();
        let figure_shown = || self.figure(&ChartStyle::WIDE);
        let text = match kind {
            DownloadKind::Png => {
                let picture = self.picture().await?;
                return png(&picture).await;
            }
            DownloadKind::Svg => return download::blob(self.picture().await?.svg.as_bytes(), "image/svg+xml"),
            DownloadKind::Package => return download::blob(&datapackage_zip(context.disclosure), "application/zip"),
            DownloadKind::Csv => {
                figure_shown().map_or_else(|| budget_csv(context.disclosure), |figure| figure_csv(&context, &figure))
            }
            _ => match figure_shown() {
                Some(figure) => figure_json(&context, &figure, self.address().as_deref()),
                None => to_json(&DisclosureRecord::of(&context, self.app.document().checks())),
            },
        };
        download::blob(text.as_bytes(), if kind == DownloadKind::Csv { "text/csv" } else { "application/json" })
    }

    /// The figure in the view that is shown, in this style; None if the request is for the whole document.
    fn figure(&self, chart_style: &ChartStyle) -> Option<Figure> {
        let Place::Figure(id) = self.place else { return None };
        figure(id, &self.app.render_context(), self.app.view_of(id), chart_style)
    }

    async fn picture(&self) -> Result<Picture, JsValue> {
        let figure = self.figure(&PICTURE_STYLE).ok_or(JsValue::NULL)?;
        let chart = figure.chart.as_ref().ok_or(JsValue::NULL)?;
        let svg = chart_worker::draw(chart.option.to_string(), chart.width, chart.height, false)
            .await
            .ok_or(JsValue::NULL)?;
        picture(&self.app.render_context(), &figure, &svg, self.address().as_deref()).ok_or(JsValue::NULL)
    }

    fn citation(&self, lang: Lang) -> String {
        let lines = self.figure(&ChartStyle::WIDE).map(|figure| source_lines(&figure.sources)).unwrap_or_default();
        // The address leads to the page in the language of the citation.
        let opened = untrack(|| self.app.ui.opened.shown_document());
        let address = match opened {
            Some(opened) => Some(fill(Locale::of(lang).words().cite_opened, &[("name", &opened.file.name)])),
            None => page_url::absolute(Address { lang: Some(lang), ..self.app.address_of(self.place) }),
        };
        let unknown = || Locale::of(lang).words().date_unknown.to_owned();
        let accessed = environment::today().unwrap_or_else(unknown);
        let details = CitationDetails { lines: &lines, accessed: &accessed, address: address.as_deref() };
        citation(&self.app.render_context().in_language(lang), &details)
    }

    fn address(&self) -> Option<String> {
        page_url::absolute(self.app.address_of(self.place))
    }
}

/// The address with what tells the page there that a frame opened it.
fn with_mark_of_frame(address: &str) -> String {
    let (page, place) = address.split_once('#').unwrap_or((address, ""));
    format!("{page}&{OPENED_FROM_FRAME}#{place}")
}

/// How many colours a PNG has. With more it is larger than 80 kB, and nobody sees a difference: most are shades at the
/// edges of letters.
const MAX_COLORS: usize = 32;

/// A picture as PNG, with a palette if the browser can compress. It writes PNGs without one, five times as large.
async fn png(picture: &Picture) -> Result<Blob, JsValue> {
    let canvas = rasterize::draw(&picture.svg, picture.width, picture.height).await?;
    let pixels = rasterize::pixels(&canvas).unwrap_or_default();
    let Some(indexed) = IndexedPicture::from_rgba(canvas.width(), &pixels, MAX_COLORS) else {
        return rasterize::png(&canvas).await;
    };
    match rasterize::compress(&indexed.scanlines()).await {
        Ok(compressed) => download::blob(&indexed.png(&compressed), "image/png"),
        Err(_) => rasterize::png(&canvas).await,
    }
}
