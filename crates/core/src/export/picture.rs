//! A figure as a picture that stands alone, as SVG: question, finding, unit, year, chart, key, reasons, notes, source and
//! address.
//!
//! The chart is ECharts' own SVG; all round it is set here. Nothing in the picture is fetched from anywhere.

use super::change_reason::explained;
use super::citation::{lines_of, lines_said, title};
use super::dataset_hash::dataset_short;
use super::plain;
use crate::figures::{
    Background, ChartStyle, Explanation, Figure, LegendEntry, Reason, RenderContext, capitalised, font_family, wrap,
};
use std::fmt::Write as _;

/// How wide a picture is: wide enough for a column of print, its type large enough for half of one.
const WIDTH: f64 = 1200.0;
/// What is left free round everything.
const MARGIN: f64 = 48.0;

/// How a chart is drawn for a picture: always on a light background.
pub const PICTURE: ChartStyle = ChartStyle { width: WIDTH - 2.0 * MARGIN, scale: 1.25, background: Background::Light };

/// A picture.
pub struct Picture {
    /// The SVG document.
    pub svg: String,
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
}

/// The picture of a figure; None where it has no chart.
///
/// `chart` is the SVG that was drawn of the figure's chart with [`PICTURE`]; `address` is that of exactly this view.
pub fn picture(context: &RenderContext, figure: &Figure, chart: &str, address: Option<&str>) -> Option<Picture> {
    let drawn = figure.chart.as_ref()?;
    let (words, colors) = (context.locale.words(), PICTURE.palette());
    let mut sheet = SvgSheet { body: String::new(), y: MARGIN - 12.0 };

    sheet.write(&figure.question, 19.0, colors.now, "600");
    sheet.skip(6.0);
    let finding = plain(context, &figure.title);
    sheet.write(&finding, 33.0, colors.ink, "700");
    sheet.skip(8.0);
    let plan = plain(context, &context.fill(words.plan, &[]));
    let subtitle = plain(context, &figure.subtitle);
    if subtitle != plan {
        sheet.write(&subtitle, 19.0, colors.muted, "400");
    }
    let meta = match figure.unit() {
        Some(unit) => format!("{} · {plan}", words.picture_unit.replace("{unit}", unit)),
        // Posts are no money, and no plan.
        None => capitalised(&context.this_year()),
    };
    sheet.write(&meta, 19.0, colors.muted, "400");
    sheet.skip(24.0);

    let _ = write!(sheet.body, "<g transform=\"translate({MARGIN} {:.1})\">{}</g>", sheet.y, inside(chart));
    sheet.skip(drawn.height + 16.0);
    for entry in &drawn.legend {
        sheet.key(entry, &plain(context, &entry.text));
    }
    // The reasons of what is drawn; parts that a change is made of are drawn themselves.
    let shown = |item: &&Explanation| drawn.marks.iter().any(|mark| mark.line == item.line);
    let reasons = figure.explanations.iter().filter(shown);
    for item in reasons.filter(|item| !matches!(item.reason, Reason::Components { .. })) {
        sheet.write(&explained(context, item), 18.0, colors.ink, "400");
    }
    sheet.skip(8.0);
    for note in &figure.notes {
        sheet.write(&plain(context, note), 16.0, colors.muted, "400");
    }

    sheet.skip(16.0);
    sheet.rule();
    sheet.skip(14.0);
    let source = format!("{} · {}", source(context, figure), dataset_short(context.disclosure));
    sheet.write(&source, 16.0, colors.ink, "400");
    let last = address.map_or(words.brand.to_owned(), |address| format!("{} · {address}", words.brand));
    sheet.write_broken(&last, 16.0, colors.muted);

    let height = (sheet.y + MARGIN - 16.0).ceil();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{WIDTH}\" \
         height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" xml:lang=\"{}\" font-family=\"{}\">\n\
         <title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
        context.locale.lang.tag(),
        font_family(context.locale.lang),
        escaped(&finding),
        colors.background,
        sheet.body,
    );
    Some(Picture { svg, width: WIDTH, height })
}

/// `来源：某办公室，2023年部门预算情况说明，第 50、54 行`.
fn source(context: &RenderContext, figure: &Figure) -> String {
    let slots = [
        ("who", context.who().into()),
        ("document", title(context).into()),
        ("lines", lines_said(context, &lines_of(&figure.sources)).into()),
    ];
    plain(context, &context.fill(context.locale.words().picture_source, &slots))
}

/// A picture being written from top to bottom.
struct SvgSheet {
    body: String,
    y: f64,
}

impl SvgSheet {
    fn skip(&mut self, height: f64) {
        self.y += height;
    }

    /// Words over the whole width.
    fn write(&mut self, text: &str, size: f64, color: &str, weight: &str) {
        for line in wrap(text, PICTURE.width, size) {
            self.line(0.0, &line, size, color, weight);
        }
    }

    /// The same for an address, which may break anywhere.
    fn write_broken(&mut self, text: &str, size: f64, color: &str) {
        let (mut line, mut room) = (String::new(), PICTURE.width);
        for c in text.chars() {
            let width = crate::figures::text_width(c.encode_utf8(&mut [0; 4]), size);
            if width > room {
                self.line(0.0, &std::mem::take(&mut line), size, color, "400");
                room = PICTURE.width;
            }
            line.push(c);
            room -= width;
        }
        self.line(0.0, &line, size, color, "400");
    }

    fn line(&mut self, x: f64, text: &str, size: f64, color: &str, weight: &str) {
        let (x, baseline) = (MARGIN + x, self.y + size * 1.15);
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{baseline:.1}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{color}\">{}</text>",
            escaped(text),
        );
        self.y += size * 1.5;
    }

    /// An entry of the chart's key: colour, sign, words.
    fn key(&mut self, entry: &LegendEntry, text: &str) {
        let (size, ink) = (18.0, PICTURE.palette().ink);
        let _ = write!(
            self.body,
            "<rect x=\"{MARGIN}\" y=\"{:.1}\" width=\"15\" height=\"15\" rx=\"2\" fill=\"{}\"/>",
            self.y + size * 0.4,
            entry.color,
        );
        let text = if entry.sign.is_empty() { text.to_owned() } else { format!("{} {text}", entry.sign) };
        for line in wrap(&text, PICTURE.width - 26.0, size) {
            self.line(26.0, &line, size, ink, "400");
        }
    }

    fn rule(&mut self) {
        let (left, right, color) = (MARGIN, WIDTH - MARGIN, PICTURE.palette().was);
        let _ = writeln!(self.body, "<path d=\"M{left} {:.1}H{right}\" stroke=\"{color}\"/>", self.y);
    }
}

/// What stands inside the outermost element of an SVG, without the rules for a pointer, which a picture has none of.
fn inside(svg: &str) -> String {
    let start = svg.find('>').map_or(0, |at| at + 1);
    let end = svg.rfind("</svg>").unwrap_or(svg.len());
    let inside = svg.get(start..end).unwrap_or_default();
    match (inside.find("<style"), inside.find("</style>")) {
        (Some(from), Some(to)) if from < to => format!("{}{}", &inside[..from], &inside[to + "</style>".len()..]),
        _ => inside.to_owned(),
    }
}

/// Text as XML holds it; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_drawing_of_a_chart_goes_into_a_picture() {
        let chart = "<svg width=\"1\" xmlns=\"x\"><style>.a:hover{fill:red}</style><path d=\"M0 0\"/></svg>";
        assert_eq!(inside(chart), "<path d=\"M0 0\"/>");
        assert_eq!(escaped("a<b> & \"c\"\u{1}"), "a&lt;b&gt; &amp; &quot;c&quot;");
    }
}
