//! A figure as a self-contained SVG picture: institution and year, question, finding, unit, chart, key, reasons, notes,
//! source and address.
//!
//! The chart is the SVG that ECharts writes; everything around it is written here. The picture refers to no other file.

use super::citation::{document_title, line_list, source_lines};
use super::dataset_hash::short_dataset_hash;
use super::plain_text::plain_text;
use super::portable_text::with_portable_text;
use super::reason_text::{explanation_sentence, remark_sentence};
use crate::escape::markup;
use crate::figures::{
    ChartStyle, ExplainedChange, Figure, FigureChart, LegendEntry, ReasonText, RenderContext, capitalised, font_family,
    wrap,
};
use crate::locale::fill;
use std::fmt::Write as _;

/// The width of a picture in pixels: enough for a column in print, with type that is legible at half that size.
const WIDTH: f64 = 1200.0;
/// The margin on all sides, in pixels.
const MARGIN: f64 = 48.0;

/// The style of a picture's chart: always on a light background, whatever the reader's theme.
pub const PICTURE_STYLE: ChartStyle = ChartStyle { width: WIDTH - 2.0 * MARGIN, scale: 1.25, ..ChartStyle::WIDE };

/// A picture of a figure.
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
/// `chart` is the SVG that was drawn of the figure's chart with [`PICTURE_STYLE`]; `address` is that of exactly this
/// view.
pub fn picture(context: &RenderContext, figure: &Figure, chart: &str, address: Option<&str>) -> Option<Picture> {
    let drawn = figure.chart.as_ref()?;
    let mut column = SvgColumn { body: String::new(), y: MARGIN - 12.0 };
    column.heading(context, figure);
    column.skip(24.0);
    let _ = write!(
        column.body,
        "<g transform=\"translate({MARGIN} {:.1})\">{}</g>",
        column.y,
        with_portable_text(&inner_svg(chart))
    );
    column.skip(drawn.height + 16.0);
    column.explanations(context, figure, drawn);
    column.skip(16.0);
    column.footer(context, figure, address);

    let colors = PICTURE_STYLE.palette();
    let height = (column.y + MARGIN - 16.0).ceil();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{WIDTH}\" \
         height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" xml:lang=\"{}\" font-family=\"{}\">\n\
         <title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
        context.locale.lang.tag(),
        font_family(context.locale.lang),
        xml_text(&plain_text(context, &figure.title)),
        colors.background,
        column.body,
    );
    Some(Picture { svg, width: WIDTH, height })
}

/// The source in a sentence: `来源：某办公室，2023年部门预算情况说明，第 50、54 行`.
fn source_sentence(context: &RenderContext, figure: &Figure) -> String {
    let slots = [
        ("who", context.who().into()),
        ("document", document_title(context).into()),
        ("lines", line_list(context, &source_lines(&figure.sources)).into()),
    ];
    plain_text(context, &context.fill(context.locale.words().picture_source, &slots))
}

/// The body of a picture, written from top to bottom.
struct SvgColumn {
    body: String,
    /// Where the next element starts, in pixels.
    y: f64,
}

impl SvgColumn {
    /// Institution and year, question, finding, subtitle, and unit. A picture travels without its page: whose budget it
    /// shows comes first.
    fn heading(&mut self, context: &RenderContext, figure: &Figure) {
        let (words, colors) = (context.locale.words(), PICTURE_STYLE.palette());
        let budget = plain_text(context, &context.fill(context.locale.labels.flow_total, &[]));
        self.write(&format!("{} · {}", context.who(), capitalised(&budget)), 22.0, colors.ink, "600");
        self.skip(10.0);
        self.write(&figure.question, 19.0, colors.now, "600");
        self.skip(6.0);
        self.write(&plain_text(context, &figure.title), 33.0, colors.ink, "700");
        self.skip(8.0);
        let plan = plain_text(context, &context.fill(words.plan, &[]));
        let subtitle = plain_text(context, &figure.subtitle);
        if subtitle != plan {
            self.write(&subtitle, 19.0, colors.muted, "400");
        }
        // Posts are no money, and no plan.
        if let Some(unit) = figure.unit() {
            let meta = format!("{} · {plan}", fill(words.picture_unit, &[("unit", unit)]));
            self.write(&meta, 19.0, colors.muted, "400");
        }
    }

    /// The chart's key, the reasons of the changes that it shows, and the notes.
    fn explanations(&mut self, context: &RenderContext, figure: &Figure, chart: &FigureChart) {
        let colors = PICTURE_STYLE.palette();
        for entry in &chart.legend {
            self.key(entry, &plain_text(context, &entry.text));
        }
        // A chart shows the components of a change itself.
        let is_shown = |item: &&ExplainedChange| {
            chart.marks.iter().any(|mark| mark.line == item.line)
                && !matches!(item.reason, ReasonText::Components { .. })
        };
        for item in figure.explanations.iter().filter(is_shown) {
            self.write(&explanation_sentence(context, item), 18.0, colors.ink, "400");
            if let Some(remark) = remark_sentence(context, item) {
                self.write(&remark, 18.0, colors.ink, "600");
            }
        }
        self.skip(8.0);
        for note in &figure.notes {
            self.write(&plain_text(context, note), 16.0, colors.muted, "400");
        }
    }

    /// A line, the source with the dataset, and the brand with the address.
    fn footer(&mut self, context: &RenderContext, figure: &Figure, address: Option<&str>) {
        let (words, colors) = (context.locale.words(), PICTURE_STYLE.palette());
        self.rule();
        self.skip(14.0);
        let source = format!("{} · {}", source_sentence(context, figure), short_dataset_hash(context.disclosure));
        self.write(&source, 16.0, colors.ink, "400");
        let last = address.map_or(words.brand.to_owned(), |address| format!("{} · {address}", words.brand));
        self.write_breaking_anywhere(&last, 16.0, colors.muted);
    }

    fn skip(&mut self, height: f64) {
        self.y += height;
    }

    /// Text over the full width, broken into lines.
    fn write(&mut self, text: &str, size: f64, color: &str, weight: &str) {
        for line in wrap(text, PICTURE_STYLE.width, size) {
            self.line(0.0, &line, size, color, weight);
        }
    }

    /// The same for an address, which may be broken anywhere.
    fn write_breaking_anywhere(&mut self, text: &str, size: f64, color: &str) {
        let (mut line, mut room) = (String::new(), PICTURE_STYLE.width);
        for c in text.chars() {
            let width = crate::figures::text_width(c.encode_utf8(&mut [0; 4]), size);
            if width > room {
                self.line(0.0, &std::mem::take(&mut line), size, color, "400");
                room = PICTURE_STYLE.width;
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
            xml_text(text),
        );
        self.y += size * 1.5;
    }

    /// An entry of the chart's key: colour, sign, text.
    fn key(&mut self, entry: &LegendEntry, text: &str) {
        let (size, ink) = (18.0, PICTURE_STYLE.palette().ink);
        let _ = write!(
            self.body,
            "<rect x=\"{MARGIN}\" y=\"{:.1}\" width=\"15\" height=\"15\" rx=\"2\" fill=\"{}\"/>",
            self.y + size * 0.4,
            entry.color,
        );
        let text = if entry.sign.is_empty() { text.to_owned() } else { format!("{} {text}", entry.sign) };
        for line in wrap(&text, PICTURE_STYLE.width - 26.0, size) {
            self.line(26.0, &line, size, ink, "400");
        }
    }

    fn rule(&mut self) {
        let (left, right, color) = (MARGIN, WIDTH - MARGIN, PICTURE_STYLE.palette().was);
        let _ = writeln!(self.body, "<path d=\"M{left} {:.1}H{right}\" stroke=\"{color}\"/>", self.y);
    }
}

/// The content of the outermost element of an SVG, without its style sheet, which only concerns pointers.
fn inner_svg(svg: &str) -> String {
    let start = svg.find('>').map_or(0, |at| at + 1);
    let end = svg.rfind("</svg>").unwrap_or(svg.len());
    let inside = svg.get(start..end).unwrap_or_default();
    match (inside.find("<style"), inside.find("</style>")) {
        (Some(from), Some(to)) if from < to => format!("{}{}", &inside[..from], &inside[to + "</style>".len()..]),
        _ => inside.to_owned(),
    }
}

/// Text as XML, without the control characters that XML cannot contain.
fn xml_text(text: &str) -> String {
    let is_allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    markup(&text.chars().filter(is_allowed).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_drawing_of_a_chart_goes_into_a_picture() {
        let chart = "<svg width=\"1\" xmlns=\"x\"><style>.a:hover{fill:red}</style><path d=\"M0 0\"/></svg>";
        assert_eq!(inner_svg(chart), "<path d=\"M0 0\"/>");
        let bare = "<svg width=\"1\"><path d=\"M0 0\"/></svg>";
        assert_eq!(inner_svg(bare), "<path d=\"M0 0\"/>", "it needs no style sheet");
        let torn = "<svg><g></style>x<style></g></svg>";
        assert_eq!(inner_svg(torn), "<g></style>x<style></g>", "what is no style sheet stays");
        assert_eq!(xml_text("a\u{fffe}b\u{ffff}c"), "abc");
        assert_eq!(xml_text("a<b> & \"c\"\u{1}"), "a&lt;b&gt; &amp; &quot;c&quot;");
    }
}
