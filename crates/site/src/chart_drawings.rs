//! What is drawn for a built site: each chart as it stands in the page until it is live, and each figure's as it stands
//! in a picture that is shared. Drawn outside, by the same ECharts; here is what of, and under which names.

use mingbai::components::chart_placeholder::{PLACEHOLDER_SIZES, placeholder_name};
use mingbai::prerender::Still;
use mingbai_core::export::{PICTURE, figure_word, picture};
use mingbai_core::figures::{FigureId, Ground, Look, Reading, figure};
use mingbai_core::locale::Lang;
use serde::Serialize;
use serde_json::Value;

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
    pub option: Value,
}

fn name(id: FigureId, way: usize, lang: Lang) -> String {
    format!("{}.{}", figure_word(id, way), lang.code())
}

/// Each figure in each of its ways, in both languages.
fn all(still: Still) -> impl Iterator<Item = (Reading<'static>, FigureId, usize)> {
    Lang::ALL.into_iter().flat_map(move |lang| {
        let reading = Reading::new(still.disclosure(), lang);
        FigureId::ALL.into_iter().flat_map(move |id| (0..id.views().len().max(1)).map(move |way| (reading, id, way)))
    })
}

/// True where the figure has this way, and a chart.
fn drawing(reading: &Reading, id: FigureId, way: usize, look: &Look, name: String) -> Option<Drawing> {
    let made = figure(id, reading, way, look)?;
    let chart = made.chart.filter(|_| way < made.views.len().max(1))?;
    Some(Drawing { name, width: chart.width, height: chart.height, option: chart.option })
}

/// Everything that is drawn of a disclosure.
pub fn drawings(still: Still) -> Vec<Drawing> {
    let mut out = Vec::new();
    for (reading, id, way) in all(still) {
        let lang = reading.locale.lang;
        for (size, width, _) in PLACEHOLDER_SIZES {
            for (ground, dark) in [(Ground::Light, false), (Ground::Dark, true)] {
                let look = Look { width, scale: 1.0, ground };
                out.extend(drawing(
                    &reading,
                    id,
                    way,
                    &look,
                    format!("chart/{}", placeholder_name(id, way, lang, size, dark)),
                ));
            }
        }
        out.extend(drawing(&reading, id, way, &PICTURE, name(id, way, lang)));
    }
    out
}

/// The files of the folder `picture`, made of what was drawn: `drawn` gives the SVG of a name. None where one is missing.
pub fn pictures(
    still: Still,
    drawn: impl Fn(&str) -> Option<String>,
    address: Option<&str>,
) -> Option<Vec<(String, String)>> {
    let mut out = Vec::new();
    for Drawing { name, .. } in drawings(still).into_iter().filter(|drawing| drawing.name.starts_with("chart/")) {
        let svg = drawn(&name)?;
        out.push((format!("{name}.svg"), svg));
    }
    for (reading, id, way) in all(still) {
        let lang = reading.locale.lang;
        if drawing(&reading, id, way, &PICTURE, String::new()).is_none() {
            continue;
        }
        let figure = figure(id, &reading, way, &PICTURE)?;
        let page = address
            .map(|address| format!("{address}{}#figure={}", if lang == Lang::En { "en/" } else { "" }, id.word()));
        let name = name(id, way, lang);
        out.push((format!("{name}.svg"), picture(&reading, &figure, &drawn(&name)?, page.as_deref())?.svg));
    }
    Some(out)
}
