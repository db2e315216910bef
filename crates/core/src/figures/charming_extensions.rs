//! Options of ECharts that charming 0.6 has no field for: one function for each.
//!
//! The tests hand each extended series to charming and compare what charming understands of it. A test fails as soon as
//! charming can express the option itself; then its function goes, and the series uses charming's setter.

use charming::element::LineStyle;
use serde_json::{Value, json};

/// An option of a series that charming has no field for.
#[derive(Clone, Debug, PartialEq)]
pub struct Extension {
    target: ExtensionTarget,
    key: &'static str,
    value: Value,
}

/// The object of a series that has the option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExtensionTarget {
    /// The series itself.
    Series,
    /// Its label.
    Label,
    /// Its link at this index.
    Link(usize),
}

/// Adds extensions to a series that charming has written.
pub fn extend(series: &mut Value, extensions: &[Extension]) {
    for Extension { target, key, value } in extensions {
        let target = match target {
            ExtensionTarget::Series => Some(&mut *series),
            ExtensionTarget::Label => series.get_mut("label"),
            ExtensionTarget::Link(index) => series.get_mut("links").and_then(|links| links.get_mut(*index)),
        };
        if let Some(Value::Object(target)) = target {
            target.insert((*key).to_owned(), value.clone());
        }
    }
}

/// The layer of a scatter or bar series: higher layers cover lower ones.
pub fn z(layer: u8) -> Extension {
    Extension { target: ExtensionTarget::Series, key: "z", value: json!(layer) }
}

/// A scatter or bar series that does not react to pointers.
pub fn silent() -> Extension {
    Extension { target: ExtensionTarget::Series, key: "silent", value: json!(true) }
}

/// The width and height of a scatter series' symbols, in pixels. charming has one number for both.
pub fn symbol_size(width: f64, height: f64) -> Extension {
    Extension { target: ExtensionTarget::Series, key: "symbolSize", value: json!([width, height]) }
}

/// The gap between two nodes of a Sankey diagram, in pixels.
pub fn node_gap(pixels: f64) -> Extension {
    Extension { target: ExtensionTarget::Series, key: "nodeGap", value: json!(pixels) }
}

/// The thickness of the nodes of a Sankey diagram, in pixels.
pub fn node_width(pixels: f64) -> Extension {
    Extension { target: ExtensionTarget::Series, key: "nodeWidth", value: json!(pixels) }
}

/// The style of one link of a Sankey diagram, by its index. charming styles all links alike.
pub fn link_style(link: usize, style: LineStyle) -> Extension {
    Extension { target: ExtensionTarget::Link(link), key: "lineStyle", value: json!(style) }
}

/// The height of a line of a series' labels, in pixels.
pub fn label_line_height(pixels: f64) -> Extension {
    Extension { target: ExtensionTarget::Label, key: "lineHeight", value: json!(pixels) }
}

/// The colour of the outline of a series' labels.
pub fn label_outline_color(color: &str) -> Extension {
    Extension { target: ExtensionTarget::Label, key: "textBorderColor", value: json!(color) }
}

/// The width of the outline of a series' labels, in pixels.
pub fn label_outline_width(pixels: f64) -> Extension {
    Extension { target: ExtensionTarget::Label, key: "textBorderWidth", value: json!(pixels) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use charming::element::{Label, LineStyleType};
    use charming::series::{Bar, Sankey, SankeyLink, Scatter, Series};

    fn scatter() -> Series {
        Scatter::new().label(Label::new().show(true)).into()
    }

    fn sankey() -> Series {
        Sankey::new().label(Label::new().show(true)).links(vec![SankeyLink::from(("a", "b", 1.0))]).into()
    }

    /// Asserts that charming has no field for an option: read back by charming, the extended series is as it was
    /// before.
    #[track_caller]
    fn assert_gap(series: Series, extension: &Extension) {
        let plain = json!(series);
        let mut extended = plain.clone();
        extend(&mut extended, std::slice::from_ref(extension));
        assert_ne!(extended, plain, "the option is added");
        let understood: Series = serde_json::from_value(extended).unwrap();
        assert_eq!(json!(understood), plain, "charming can express {} itself: use its setter", extension.key);
    }

    #[test]
    #[should_panic = "charming can express name itself"]
    fn an_option_that_charming_has_is_no_gap() {
        assert_gap(scatter(), &Extension { target: ExtensionTarget::Series, key: "name", value: json!("a") });
    }

    #[test]
    fn scatter_and_bar_series_have_no_layer() {
        assert_gap(scatter(), &z(1));
        assert_gap(Bar::new().into(), &z(1));
    }

    #[test]
    fn scatter_and_bar_series_cannot_be_silent() {
        assert_gap(scatter(), &silent());
        assert_gap(Bar::new().into(), &silent());
    }

    #[test]
    fn symbols_have_one_size_for_both_directions() {
        let mut series = json!(scatter());
        extend(&mut series, &[symbol_size(30.0, 20.0)]);
        assert_eq!(series["symbolSize"], json!([30.0, 20.0]));
        let understood: Result<Series, _> = serde_json::from_value(series);
        assert!(understood.is_err(), "charming can express two sizes itself: use its setter");
    }

    #[test]
    fn a_sankey_diagram_has_no_gap_between_nodes() {
        assert_gap(sankey(), &node_gap(40.0));
    }

    #[test]
    fn a_sankey_diagram_has_no_thickness_of_nodes() {
        assert_gap(sankey(), &node_width(14.0));
    }

    #[test]
    fn a_link_of_a_sankey_diagram_has_no_style() {
        assert_gap(sankey(), &link_style(0, LineStyle::new().type_(LineStyleType::Dotted)));
    }

    #[test]
    fn a_label_has_no_line_height() {
        assert_gap(scatter(), &label_line_height(20.0));
    }

    #[test]
    fn a_label_has_no_outline() {
        assert_gap(scatter(), &label_outline_color("#ffffff"));
        assert_gap(scatter(), &label_outline_width(3.0));
    }
}
