//! What is drawn for a built site: each chart as it stands in the page until it is live, and each figure's as it stands
//! in a picture that is shared. Drawn outside, by the same ECharts; here is what of, and under which names.

use mingbai::components::chart_placeholder::{PLACEHOLDER_SIZES, placeholder_name};
use mingbai::prerender::Prerenderer;
use mingbai_core::export::{PICTURE, figure_word, picture};
use mingbai_core::figures::{Background, ChartOption, ChartStyle, FigureId, RenderContext, figure};
use mingbai_core::locale::Lang;
use serde::Serialize;

/// A chart to be drawn.
#[derive(Serialize)]
pub struct Drawing {
    /// The name of its file, without an ending.
    pub name: String,
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// ECharts' option.
    pub option: ChartOption,
}

fn name(id: FigureId, way: usize, lang: Lang) -> String {
    format!("{}.{}", figure_word(id, way), lang.code())
}

/// Each figure in each of its ways, in both languages.
fn all(prerenderer: Prerenderer) -> impl Iterator<Item = (RenderContext<'static>, FigureId, usize)> {
    Lang::ALL.into_iter().flat_map(move |lang| {
        let context = RenderContext::new(prerenderer.disclosure(), lang);
        FigureId::ALL.into_iter().flat_map(move |id| (0..id.views().len().max(1)).map(move |way| (context, id, way)))
    })
}

/// True where the figure has this way, and a chart.
fn drawing(
    context: &RenderContext,
    id: FigureId,
    way: usize,
    chart_style: &ChartStyle,
    name: String,
) -> Option<Drawing> {
    let made = figure(id, context, way, chart_style)?;
    let chart = made.chart.filter(|_| way < made.views.len().max(1))?;
    Some(Drawing { name, width: chart.width, height: chart.height, option: chart.option })
}

/// Everything that is drawn of a disclosure.
pub fn drawings(prerenderer: Prerenderer) -> Vec<Drawing> {
    let mut out = Vec::new();
    for (context, id, way) in all(prerenderer) {
        let lang = context.locale.lang;
        for (size, width, _) in PLACEHOLDER_SIZES {
            for (background, dark) in [(Background::Light, false), (Background::Dark, true)] {
                let chart_style = ChartStyle { width, scale: 1.0, background };
                out.extend(drawing(
                    &context,
                    id,
                    way,
                    &chart_style,
                    format!("chart/{}", placeholder_name(id, way, lang, size, dark)),
                ));
            }
        }
        out.extend(drawing(&context, id, way, &PICTURE, name(id, way, lang)));
    }
    out
}

/// The files of the folder `picture`, made of what was drawn: `drawn` gives the SVG of a name. None where one is missing.
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
    for (context, id, way) in all(prerenderer) {
        let lang = context.locale.lang;
        if drawing(&context, id, way, &PICTURE, String::new()).is_none() {
            continue;
        }
        let figure = figure(id, &context, way, &PICTURE)?;
        let page = address
            .map(|address| format!("{address}{}#figure={}", if lang == Lang::En { "en/" } else { "" }, id.as_str()));
        let name = name(id, way, lang);
        out.push((format!("{name}.svg"), picture(&context, &figure, &drawn(&name)?, page.as_deref())?.svg));
    }
    Some(out)
}
