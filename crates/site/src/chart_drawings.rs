//! The charts that a build draws with ECharts: those of the page's placeholders, and those of shared pictures. This
//! module says what is drawn, under which names, and makes pictures from the drawings.

use mingbai::components::chart_placeholder::{COMPACT_PLACEHOLDER, PLACEHOLDER_SIZES, placeholder_name};
use mingbai::prerender::Prerenderer;
use mingbai_core::export::{PICTURE_STYLE, compact_chart_style, figure_file_stem, picture};
use mingbai_core::figures::{Background, ChartOption, ChartStyle, FigureId, RenderContext, figure};
use mingbai_core::locale::Lang;
use serde::Serialize;

/// A chart to be drawn.
#[derive(Serialize)]
pub struct Drawing {
    /// The name of its file without its extension.
    pub name: String,
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// The chart option of ECharts.
    pub option: ChartOption,
}

fn drawing_name(id: FigureId, view: usize, lang: Lang) -> String {
    format!("{}.{}", figure_file_stem(id, view), lang.code())
}

/// Each view of each figure in both languages.
fn all_views(prerenderer: Prerenderer) -> impl Iterator<Item = (RenderContext<'static>, FigureId, usize)> {
    Lang::ALL.into_iter().flat_map(move |lang| {
        let context = prerenderer.context(lang);
        FigureId::ALL.into_iter().flat_map(move |id| (0..id.views().len().max(1)).map(move |view| (context, id, view)))
    })
}

/// The drawing of a figure's view; None where it has no such view, or no chart.
fn drawing(
    context: &RenderContext,
    id: FigureId,
    view: usize,
    chart_style: &ChartStyle,
    name: String,
) -> Option<Drawing> {
    let figure = figure(id, context, view, chart_style)?;
    let chart = figure.chart.filter(|_| view < figure.views.len().max(1))?;
    Some(Drawing { name, width: chart.width, height: chart.height, option: chart.option })
}

/// All drawings of a disclosure.
pub fn drawings(prerenderer: Prerenderer) -> Vec<Drawing> {
    let mut out = Vec::new();
    for (context, id, view) in all_views(prerenderer) {
        let lang = context.locale.lang;
        let usual = PLACEHOLDER_SIZES.map(|(size, width, _)| (size, ChartStyle { width, ..ChartStyle::WIDE }));
        let compact = compact_chart_style(&context, id, view).map(|style| (COMPACT_PLACEHOLDER, style));
        for (size, style) in usual.into_iter().chain(compact) {
            for (background, dark) in [(Background::Light, false), (Background::Dark, true)] {
                let chart_style = ChartStyle { background, ..style };
                out.extend(drawing(
                    &context,
                    id,
                    view,
                    &chart_style,
                    format!("chart/{}", placeholder_name(id, view, lang, size, dark)),
                ));
            }
        }
        out.extend(drawing(&context, id, view, &PICTURE_STYLE, drawing_name(id, view, lang)));
    }
    out
}

/// The files of the folder `picture`, by their names. `drawn` gives the SVG of a drawing by its name. None where one is
/// missing.
pub fn pictures(
    prerenderer: Prerenderer,
    drawn: impl Fn(&str) -> Option<String>,
    address: Option<&str>,
) -> Option<Vec<(String, String)>> {
    let mut out = Vec::new();
    for Drawing { name, .. } in drawings(prerenderer).into_iter().filter(|drawing| drawing.name.starts_with("chart/")) {
        let svg = drawn(&name)?;
        out.push((format!("{name}.svg"), svg));
    }
    for (context, id, view) in all_views(prerenderer) {
        let lang = context.locale.lang;
        if drawing(&context, id, view, &PICTURE_STYLE, String::new()).is_none() {
            continue;
        }
        let figure = figure(id, &context, view, &PICTURE_STYLE)?;
        let page = address
            .map(|address| format!("{address}{}#figure={}", if lang == Lang::En { "en/" } else { "" }, id.as_str()));
        let name = drawing_name(id, view, lang);
        out.push((format!("{name}.svg"), picture(&context, &figure, &drawn(&name)?, page.as_deref())?.svg));
    }
    Some(out)
}
