//! Colours that colour-blind readers can distinguish, for light and dark backgrounds.

use crate::amount::Amount;

/// The background of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Always light: for paper and pictures.
    Light,
    /// Always dark.
    Dark,
    /// The background of the page. Colours are CSS variables (`src/styles/chart.css`), so that a change of the theme,
    /// and printing, need no new drawing.
    Page,
}

/// The colours of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Text.
    pub ink: &'static str,
    /// Less important text.
    pub muted: &'static str,
    /// The background.
    pub background: &'static str,
    /// Last year.
    pub was: &'static str,
    /// This year.
    pub now: &'static str,
    /// A change, upwards or downwards: its sign tells which. No colour calls a rise good or a fall bad.
    pub change: &'static str,
    /// 基本支出 and 项目支出.
    pub natures: [&'static str; 2],
    /// The classes of expenditure, in their order.
    pub classes: [&'static str; 10],
}

/// Colours on a light background.
const LIGHT: Palette = Palette {
    ink: "#1a2026",
    muted: "#59626b",
    background: "#ffffff",
    was: "#a9b0b7",
    now: "#3d4f63",
    change: "#1c68a8",
    natures: ["#566b84", "#a0764a"],
    classes: [
        "#22657a", "#d19a2a", "#8c4f7f", "#5b9a86", "#6d7fb8", "#b5654a", "#7c8a3a", "#4a4f63", "#c27ba0", "#8f8272",
    ],
};

/// Colours on a dark background.
const DARK: Palette = Palette {
    ink: "#eceae4",
    muted: "#a2abb3",
    background: "#1b1f23",
    was: "#6a737c",
    now: "#b4c3d3",
    change: "#6fb3ea",
    natures: ["#8fa5bf", "#cfa678"],
    classes: [
        "#4f9fb6", "#e0b455", "#c38bb6", "#86c3b0", "#9dabdc", "#e0937a", "#b3c069", "#9aa0b8", "#e6a9c8", "#bdb1a1",
    ],
};

/// Colours on the page.
const PAGE: Palette = Palette {
    ink: "var(--chart-ink)",
    muted: "var(--chart-muted)",
    background: "var(--chart-ground)",
    was: "var(--chart-was)",
    now: "var(--chart-now)",
    change: "var(--chart-change)",
    natures: ["var(--chart-nature-0)", "var(--chart-nature-1)"],
    classes: [
        "var(--chart-0)",
        "var(--chart-1)",
        "var(--chart-2)",
        "var(--chart-3)",
        "var(--chart-4)",
        "var(--chart-5)",
        "var(--chart-6)",
        "var(--chart-7)",
        "var(--chart-8)",
        "var(--chart-9)",
    ],
};

impl Palette {
    /// The colours for a background.
    pub fn on(background: Background) -> &'static Palette {
        match background {
            Background::Light => &LIGHT,
            Background::Dark => &DARK,
            Background::Page => &PAGE,
        }
    }

    /// The dark counterpart of a light colour; the colour itself where it is none of the light palette.
    pub fn dark_for(light: &'static str) -> &'static str {
        LIGHT.colours().zip(DARK.colours()).find(|(colour, _)| *colour == light).map_or(light, |(_, dark)| dark)
    }

    /// The colour of a change against last year; none for no change.
    pub fn of_change(&self, change: Amount) -> &'static str {
        if change.is_zero() { self.muted } else { self.change }
    }

    /// The colour of 基本支出 or 项目支出, by its rank.
    pub fn nature(&self, at: usize) -> &'static str {
        self.natures[at % self.natures.len()]
    }

    /// The colour of the class at this index; after the last colour they begin again.
    pub fn class(&self, at: usize) -> &'static str {
        self.classes[at % self.classes.len()]
    }

    /// All colours, in a fixed order.
    fn colours(&self) -> impl Iterator<Item = &'static str> {
        let Palette { ink, muted, background, was, now, change, natures, classes } = *self;
        [ink, muted, background, was, now, change].into_iter().chain(natures).chain(classes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_the_same_colours_under_their_names() {
        let css = include_str!("../../../../src/styles/chart.css");
        let [names, light, dark] = [&PAGE, &LIGHT, &DARK].map(|palette| palette.colours().collect::<Vec<_>>());
        let listed = |colours: &[&str]| {
            let entry = |(name, colour): (&&str, &&str)| {
                let name = name.strip_prefix("var(").and_then(|name| name.strip_suffix(')')).unwrap();
                format!("  {name}: {colour};\n")
            };
            names.iter().zip(colours).map(entry).collect::<String>()
        };
        assert!(css.contains(&listed(&light)), "light, in this order:\n{}", listed(&light));
        assert!(css.contains(&listed(&dark)), "dark, in this order:\n{}", listed(&dark));
        assert_eq!(css.matches(&listed(&light)).count(), 2, "paper and forced colours are light");
    }
}
