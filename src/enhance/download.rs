//! What a download menu gives: a file, a copied text, or a text to copy by hand.

use crate::components::downloads::DownloadKind;
use crate::enhance::app_state::AppState;
use crate::enhance::page_url;
use crate::platform::chart_bundle::BundleState;
use crate::platform::dom;
use crate::platform::environment;
use crate::platform::rasterize::png;
use crate::platform::{chart_worker, clipboard, download};
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::address::{Address, Place};
use mingbai_core::export::{
    CitationDetails, DisclosureRecord, PICTURE_STYLE, Picture, budget_csv, citation, datapackage_zip, figure_csv,
    figure_file_stem, figure_json, file_name, picture, source_lines, to_json,
};
use mingbai_core::figures::{ChartStyle, Figure, figure};
use mingbai_core::locale::{Lang, Locale, fill};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, HtmlTextAreaElement};

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
        let message = match self.app.ui.chart_bundle.get_untracked() {
            BundleState::Failed if kind.needs_chart_bundle() => words.download_no_picture.to_owned(),
            BundleState::Absent | BundleState::Loading if kind.needs_chart_bundle() => words.charts_loading.to_owned(),
            _ => match self.content(kind).await.and_then(|file| download::save(&name, &file)) {
                Ok(()) => fill(words.download_started, &[("file", &name)]),
                Err(_) => words.download_failed.to_owned(),
            },
        };
        self.report(message, String::new());
    }

    async fn copy(&self, text: String) {
        let words = self.app.locale_untracked().words();
        if clipboard::copy(&text).await {
            return self.report(words.download_copied.to_owned(), String::new());
        }
        self.report(words.download_refused.to_owned(), text);
        request_animation_frame(|| dom::select_field_text(DownloadRequest::FIELD_ID));
    }

    /// Shows and announces the outcome; with a text that was refused, a field to copy it from.
    fn report(&self, words: String, refused: String) {
        let field = self.app.locale_untracked().words().download_field;
        self.output.set_inner_html("");
        let document = document();
        if let Ok(message) = document.create_element("p") {
            message.set_class_name("download-message");
            message.set_text_content(Some(&words));
            let _ = self.output.append_child(&message);
        }
        let by_hand =
            document.create_element("textarea").and_then(|content| Ok(content.dyn_into::<HtmlTextAreaElement>()?));
        if let Some(by_hand) = by_hand.ok().filter(|_| !refused.is_empty()) {
            by_hand.set_class_name("copy-text");
            by_hand.set_id(DownloadRequest::FIELD_ID);
            by_hand.set_read_only(true);
            by_hand.set_rows(3);
            by_hand.set_value(&refused);
            let _ = by_hand.set_attribute("aria-label", field);
            let _ = self.output.append_child(&by_hand);
        }
        self.app.announce(words);
    }

    async fn content(&self, kind: DownloadKind) -> Result<Blob, JsValue> {
        let context = self.app.render_context();
        let figure_shown = || self.figure(&ChartStyle::WIDE);
        let text = match kind {
            DownloadKind::Png => {
                return {
                    let picture = self.picture().await?;
                    png(&picture.svg, picture.width, picture.height).await
                };
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
        let address = page_url::absolute(Address { lang: Some(lang), ..self.app.address_of(self.place) });
        let unknown = || Locale::of(lang).words().date_unknown.to_owned();
        let accessed = environment::today().unwrap_or_else(unknown);
        let details = CitationDetails { lines: &lines, accessed: &accessed, address: address.as_deref() };
        citation(&self.app.render_context().in_language(lang), &details)
    }

    fn address(&self) -> Option<String> {
        page_url::absolute(self.app.address_of(self.place))
    }
}
