//! What becomes of a press on something to take: a download, a copied text, or a text to copy by hand.

use crate::platform::chart_bundle::Bundle;
use crate::platform::page as browser;
use crate::platform::rasterize::png;
use crate::platform::{chart_worker, clipboard, download};
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use mingbai_core::address::{Address, Place};
use mingbai_core::export::{
    CitationDetails, Document, PICTURE_STYLE, Picture, budget_csv, citation, datapackage_zip, figure_csv,
    figure_file_stem, figure_json, file_name, picture, source_lines, to_json,
};
use mingbai_core::figures::{ChartStyle, Figure, figure};
use mingbai_core::locale::{Lang, Locale};
use std::str::FromStr;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, HtmlTextAreaElement};

/// Something that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadKind {
    /// A picture in points.
    Png,
    /// A picture in lines.
    Svg,
    /// A table.
    Csv,
    /// Data for programs.
    Json,
    /// A Frictionless data package.
    Package,
    /// A citation.
    Cite(Lang),
    /// A link to exactly this view.
    Link,
}

impl DownloadKind {
    /// The word of the page's hook `data-take`; of a file, the ending of its name.
    pub fn as_str(self) -> &'static str {
        match self {
            DownloadKind::Png => "png",
            DownloadKind::Svg => "svg",
            DownloadKind::Csv => "csv",
            DownloadKind::Json => "json",
            DownloadKind::Package => "zip",
            DownloadKind::Cite(Lang::Zh) => "cite-zh",
            DownloadKind::Cite(Lang::En) => "cite-en",
            DownloadKind::Link => "link",
        }
    }

    /// True for what needs the chart bundle.
    fn drawn(self) -> bool {
        matches!(self, DownloadKind::Png | DownloadKind::Svg)
    }
}

impl FromStr for DownloadKind {
    type Err = UnknownDownload;

    fn from_str(value: &str) -> Result<DownloadKind, UnknownDownload> {
        use DownloadKind::{Cite, Csv, Json, Link, Package, Png, Svg};
        let all = [Png, Svg, Csv, Json, Package, Cite(Lang::Zh), Cite(Lang::En), Link];
        all.into_iter().find(|kind| kind.as_str() == value).ok_or(UnknownDownload)
    }
}

/// No download has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownDownload;

/// A place of the page of which things are taken.
#[derive(Clone)]
pub struct DownloadRequest {
    state: State,
    place: Place,
    /// Where what became of it is said.
    taken: Element,
}

impl DownloadRequest {
    /// The id of the field that holds a refused text.
    pub const FIELD: &'static str = "take-text";

    /// A button of what can be taken was pressed.
    pub fn press(state: State, button: &Element) -> Option<()> {
        let offer = button.get_attribute("data-take")?.parse::<DownloadKind>().ok()?;
        let around = button.closest("[data-place]").ok()??;
        let place = Address::parse("", &around.get_attribute("data-place")?).place?;
        let taken = around.query_selector(".taken").ok()??;
        DownloadRequest { state, place, taken }.take(offer);
        Some(())
    }

    /// Gives the reader what was pressed.
    fn take(self, offer: DownloadKind) {
        spawn_local(async move {
            match offer {
                DownloadKind::Cite(lang) => self.copy(self.citation(lang)).await,
                DownloadKind::Link => self.copy(self.address().unwrap_or_default()).await,
                file => self.save(file).await,
            }
        });
    }

    async fn save(&self, offer: DownloadKind) {
        let what = match self.place {
            Place::Figure(id) => figure_file_stem(id, self.state.view_of(id)),
            _ => "budget".to_owned(),
        };
        let name = file_name(&self.state.context(), &what, offer.as_str());
        let words = self.state.locale_untracked().words();
        let said = match self.state.bundle.get_untracked() {
            Bundle::Failed if offer.drawn() => words.take_no_picture.to_owned(),
            Bundle::Absent | Bundle::Loading if offer.drawn() => words.charts_loading.to_owned(),
            _ => match self.made(offer).await.and_then(|file| download::save(&name, &file)) {
                Ok(()) => words.take_started.replace("{file}", &name),
                Err(_) => words.take_failed.to_owned(),
            },
        };
        self.tell(said, String::new());
    }

    async fn copy(&self, text: String) {
        let words = self.state.locale_untracked().words();
        if clipboard::copy(&text).await {
            return self.tell(words.take_copied.to_owned(), String::new());
        }
        self.tell(words.take_refused.to_owned(), text);
        request_animation_frame(|| browser::select(DownloadRequest::FIELD));
    }

    /// Says what became of it, to those who see and to those who listen.
    fn tell(&self, words: String, refused: String) {
        let field = self.state.locale_untracked().words().take_field;
        self.taken.set_inner_html("");
        let document = document();
        if let Ok(said) = document.create_element("p") {
            said.set_class_name("take-said");
            said.set_text_content(Some(&words));
            let _ = self.taken.append_child(&said);
        }
        let by_hand = document.create_element("textarea").and_then(|made| Ok(made.dyn_into::<HtmlTextAreaElement>()?));
        if let Some(by_hand) = by_hand.ok().filter(|_| !refused.is_empty()) {
            by_hand.set_class_name("take-text");
            by_hand.set_id(DownloadRequest::FIELD);
            by_hand.set_read_only(true);
            by_hand.set_rows(3);
            by_hand.set_value(&refused);
            let _ = by_hand.set_attribute("aria-label", field);
            let _ = self.taken.append_child(&by_hand);
        }
        self.state.tell(words);
    }

    async fn made(&self, offer: DownloadKind) -> Result<Blob, JsValue> {
        let context = self.state.context();
        let shown = || self.figure(&ChartStyle::WIDE);
        let text = match offer {
            DownloadKind::Png => return png(&self.picture().await?).await,
            DownloadKind::Svg => return download::blob(self.picture().await?.svg.as_bytes(), "image/svg+xml"),
            DownloadKind::Package => return download::blob(&datapackage_zip(context.disclosure), "application/zip"),
            DownloadKind::Csv => {
                shown().map_or_else(|| budget_csv(context.disclosure), |figure| figure_csv(&context, &figure))
            }
            _ => match shown() {
                Some(figure) => figure_json(&context, &figure, self.address().as_deref()),
                None => to_json(&Document::of(&context, self.state.book().checks())),
            },
        };
        download::blob(text.as_bytes(), if offer == DownloadKind::Csv { "text/csv" } else { "application/json" })
    }

    /// The figure as the reader sees it, drawn as asked; None at a place that is none.
    fn figure(&self, chart_style: &ChartStyle) -> Option<Figure> {
        let Place::Figure(id) = self.place else { return None };
        figure(id, &self.state.context(), self.state.view_of(id), chart_style)
    }

    async fn picture(&self) -> Result<Picture, JsValue> {
        let figure = self.figure(&PICTURE_STYLE).ok_or(JsValue::NULL)?;
        let chart = figure.chart.as_ref().ok_or(JsValue::NULL)?;
        let svg = chart_worker::draw(chart.option.to_string(), chart.width, chart.height, false)
            .await
            .ok_or(JsValue::NULL)?;
        picture(&self.state.context(), &figure, &svg, self.address().as_deref()).ok_or(JsValue::NULL)
    }

    fn citation(&self, lang: Lang) -> String {
        let lines = self.figure(&ChartStyle::WIDE).map(|figure| source_lines(&figure.sources)).unwrap_or_default();
        // A Chinese citation leads Chinese readers to a Chinese page, whoever copied it.
        let address = browser::absolute(&Address { lang: Some(lang), ..self.state.address_of(self.place) });
        let unknown = || Locale::of(lang).words().date_unknown.to_owned();
        let accessed = browser::today().unwrap_or_else(unknown);
        let cite = CitationDetails { lines: &lines, accessed: &accessed, address: address.as_deref() };
        citation(&self.state.context().in_language(lang), &cite)
    }

    fn address(&self) -> Option<String> {
        browser::absolute(&self.state.address_of(self.place))
    }
}
