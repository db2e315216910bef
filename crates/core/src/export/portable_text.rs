//! Text in SVG as every program draws it.
//!
//! ECharts places text by the middle of its line (`dominant-baseline`) and draws its outline below its letters
//! (`paint-order`). LibreOffice, Word, Inkscape and others know neither: labels are too high, and those with an outline
//! disappear under it. A picture that is passed on places text by its baseline, and has outlines as text of their own.

use std::fmt::Write as _;

/// From the middle of a line to its baseline, as a share of the size of the letters: about half the height of a capital
/// or of a Chinese character without what it has below the line.
const MIDDLE_TO_BASELINE: f64 = 0.36;

/// The SVG of a chart with portable text.
pub fn with_portable_text(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, behind)) = rest.split_once("<text ") {
        out.push_str(before);
        let Some((attributes, behind)) = behind.split_once('>') else {
            rest = behind;
            out.push_str("<text ");
            continue;
        };
        let (content, behind) = behind.split_once("</text>").unwrap_or((behind, ""));
        write_text(&mut out, &parsed(attributes), content);
        rest = behind;
    }
    out + rest
}

/// Attributes in the order in which they are written.
fn parsed(attributes: &str) -> Vec<(&str, &str)> {
    let pairs = attributes.split("\" ").filter_map(|pair| pair.split_once("=\""));
    pairs.map(|(name, value)| (name.trim(), value.trim_end_matches('"'))).collect()
}

fn write_text(out: &mut String, attributes: &[(&str, &str)], content: &str) {
    let value = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
    let number = |wanted: &str| value(wanted).and_then(|value| value.parse::<f64>().ok());
    let size = value("style").and_then(font_size_of_style).unwrap_or(12.0);
    let shift = if value("dominant-baseline") == Some("central") { size * MIDDLE_TO_BASELINE } else { 0.0 };
    let y = number("y").unwrap_or(0.0) + shift;
    let mut write_once = |is_kept: fn(&str) -> bool, added: &str| {
        out.push_str("<text");
        let is_replaced = |name: &str| matches!(name, "dominant-baseline" | "paint-order" | "y");
        for (name, value) in attributes.iter().filter(|(name, _)| !is_replaced(name) && is_kept(name)) {
            let _ = write!(out, " {name}=\"{value}\"");
        }
        let _ = write!(out, " y=\"{y:.2}\"{added}>{content}</text>");
    };
    match value("stroke").filter(|_| value("paint-order").is_some()) {
        Some(outline) => {
            // The outline is hidden from screen readers: the words are read once.
            let added = format!(" fill=\"{outline}\" stroke-linejoin=\"round\" aria-hidden=\"true\"");
            write_once(|name| name != "fill", &added);
            write_once(|name| !name.starts_with("stroke"), "");
        }
        None => write_once(|_| true, ""),
    }
}

/// The size in pixels of `font-size:18.75px` in a style.
fn font_size_of_style(style: &str) -> Option<f64> {
    let (_, size) = style.split_once("font-size:")?;
    size.split("px").next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_placed_by_its_baseline() {
        let svg = r##"<g><text dominant-baseline="central" style="font-size:20px;font-family:'A B', x;" y="-12" fill="#1a2026">万元</text><path d="M0 0"/></g>"##;
        let wanted = r##"<g><text style="font-size:20px;font-family:'A B', x;" fill="#1a2026" y="-4.80">万元</text><path d="M0 0"/></g>"##;
        assert_eq!(with_portable_text(svg), wanted);
    }

    #[test]
    fn an_outline_is_text_of_its_own_below_the_letters() {
        let svg = r##"<text style="font-size:10px;" fill="#000" stroke="#fff" stroke-width="3" paint-order="stroke">a</text>"##;
        let outline = r##"<text style="font-size:10px;" stroke="#fff" stroke-width="3" y="0.00" fill="#fff" stroke-linejoin="round" aria-hidden="true">a</text>"##;
        let letters = r##"<text style="font-size:10px;" fill="#000" y="0.00">a</text>"##;
        assert_eq!(with_portable_text(svg), format!("{outline}{letters}"));
    }

    #[test]
    fn what_is_no_text_stays() {
        for svg in ["", "<path d=\"M0 0\"/>", "<text torn"] {
            assert_eq!(with_portable_text(svg), svg);
        }
    }
}
