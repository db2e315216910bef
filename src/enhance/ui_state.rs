//! What the open page remembers of what it shows just now; nothing of it outlasts the page.

use crate::enhance::opened_documents::OpenedDocuments;
use crate::enhance::popup_state::Popup;
use crate::platform::chart_bundle::BundleState;
use crate::platform::pointer_position::PointerPosition;
use leptos::prelude::*;
use mingbai_core::disclosure::{LineId, Quote};
use mingbai_core::figures::{ChartFilling, ChartRoom, FigureId, TextSpacing};

/// What the open page shows just now.
#[derive(Clone, Copy)]
pub struct UiState {
    /// The open popup.
    pub popup: RwSignal<Option<Popup>>,
    /// The line that is highlighted in a figure.
    pub highlighted_line: RwSignal<Option<(FigureId, LineId)>>,
    /// The clause that is highlighted in the original text.
    pub highlighted_quote: RwSignal<Option<Quote>>,
    /// True if a lazy chunk could not be fetched.
    pub chunk_failed: RwSignal<bool>,
    /// The selector of the element that gets the focus once the page was rendered again.
    pub focus_after_render: StoredValue<Option<String>>,
    /// What is announced once the page was rendered again.
    pub announcement_after_render: StoredValue<Option<String>>,
    /// How often the page, or a part of it, was rendered. Effects on the page's elements follow it.
    pub render_count: RwSignal<u32>,
    /// Which view of the flow figure is shown, by its place among its views.
    pub flow_view: RwSignal<usize>,
    /// The figures that a reader chose from their groups, the latest last.
    pub chosen_figures: RwSignal<Vec<FigureId>>,
    /// The state of the chart bundle.
    pub chart_bundle: RwSignal<BundleState>,
    /// How often a chart was drawn. What lies over charts follows it.
    pub drawing_count: RwSignal<u32>,
    /// True if the address names a place that is not on the page.
    pub place_not_found: RwSignal<bool>,
    /// What the page's live region tells a screen reader.
    pub announcement: RwSignal<String>,
    /// Where the pointer is.
    pub pointer: PointerPosition,
    /// The size of the page's type relative to 16 px: the reader's choice on the page times the browser's setting. In a
    /// kiosk that of the charts, for which `kiosk.css` enlarges the type of the body alone.
    pub type_scale: RwSignal<f64>,
    /// What the reader's browser adds between letters and words.
    pub text_spacing: RwSignal<TextSpacing>,
    /// The documents that the reader opened on this device.
    pub opened: OpenedDocuments,
    /// The chart that fills a room, which a kiosk sets.
    pub chart_on_stage: RwSignal<Option<ChartOnStage>>,
}

/// A chart that fills a room.
#[derive(Clone, Copy)]
pub struct ChartOnStage {
    /// The figure.
    pub figure: FigureId,
    /// The room.
    pub room: ChartRoom,
    /// How it is drawn. The kiosk hands it over, so that only a kiosk fetches its code.
    pub draw: ChartFilling,
}

impl UiState {
    /// The state of a page that was just opened, with this view of the flow figure.
    pub fn new(flow_view: usize) -> UiState {
        UiState {
            popup: RwSignal::new(None),
            highlighted_line: RwSignal::new(None),
            highlighted_quote: RwSignal::new(None),
            chunk_failed: RwSignal::new(false),
            focus_after_render: StoredValue::new(None),
            announcement_after_render: StoredValue::new(None),
            render_count: RwSignal::new(0),
            flow_view: RwSignal::new(flow_view),
            chosen_figures: RwSignal::new(Vec::new()),
            chart_bundle: RwSignal::new(BundleState::Absent),
            drawing_count: RwSignal::new(0),
            place_not_found: RwSignal::new(false),
            announcement: RwSignal::new(String::new()),
            pointer: PointerPosition::new(),
            type_scale: RwSignal::new(1.0),
            text_spacing: RwSignal::new(TextSpacing::USUAL),
            opened: OpenedDocuments::new(),
            chart_on_stage: RwSignal::new(None),
        }
    }
}
