//! Colours that colour-blind readers can tell apart, light and dark.

use crate::amount::Amount;

/// The ground that a chart lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Light, whatever stands round it: paper, a picture.
    Light,
    /// Dark, whatever stands round it.
    Dark,
    /// The page's: its colours have names (`view/chart.css` says what they are), so that in another light, and on paper,
    /// nothing is drawn anew.
    Page,
}

/// The colours of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Text.
    pub ink: &'static str,
    /// Less important text.
    pub muted: &'static str,
    /// The ground that the chart lies on.
    pub ground: &'static str,
    /// Last year.
    pub was: &'static str,
    /// This year.
    pub now: &'static str,
    /// A rise: neither red nor green, which mean opposite things to different readers.
    pub up: &'static str,
    /// A fall.
    pub down: &'static str,
    /// Classes, in order.
    pub classes: [&'static str; 10],
}

/// On light ground.
const LIGHT: Palette = Palette {
    ink: "#1a2026",
    muted: "#59626b",
    ground: "#ffffff",
    was: "#a9b0b7",
    now: "#0b5d66",
    up: "#1c68a8",
    down: "#b05400",
    classes: [
        "#22657a", "#d19a2a", "#8c4f7f", "#5b9a86", "#6d7fb8", "#b5654a", "#7c8a3a", "#4a4f63", "#c27ba0", "#8f8272",
    ],
};

/// On dark ground.
const DARK: Palette = Palette {
    ink: "#eceae4",
    muted: "#a2abb3",
    ground: "#1b1f23",
    was: "#6a737c",
    now: "#5cc0c8",
    up: "#6fb3ea",
    down: "#f0a35a",
    classes: [
        "#4f9fb6", "#e0b455", "#c38bb6", "#86c3b0", "#9dabdc", "#e0937a", "#b3c069", "#9aa0b8", "#e6a9c8", "#bdb1a1",
    ],
};

/// On the page's.
const PAGE: Palette = Palette {
    ink: "var(--chart-ink)",
    muted: "var(--chart-muted)",
    ground: "var(--chart-ground)",
    was: "var(--chart-was)",
    now: "var(--chart-now)",
    up: "var(--chart-up)",
    down: "var(--chart-down)",
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
    /// The colours for this ground.
    pub fn on(ground: Ground) -> &'static Palette {
        match ground {
            Ground::Light => &LIGHT,
            Ground::Dark => &DARK,
            Ground::Page => &PAGE,
        }
    }

    /// What stands on dark ground for a colour on light ground.
    pub fn dark_for(light: &'static str) -> &'static str {
        all(&LIGHT).zip(all(&DARK)).find(|(colour, _)| *colour == light).map_or(light, |(_, dark)| dark)
    }

    /// The colour of a change against last year.
    pub fn change(&self, change: Amount) -> &'static str {
        match change {
            change if change.is_zero() => self.muted,
            change if change.is_negative() => self.down,
            _ => self.up,
        }
    }

    /// The colour of the class at this place in its list.
    pub fn class(&self, at: usize) -> &'static str {
        self.classes[at % self.classes.len()]
    }
}

/// All colours, in one order.
fn all(palette: &Palette) -> impl Iterator<Item = &'static str> {
    let Palette { ink, muted, ground, was, now, up, down, classes } = *palette;
    [ink, muted, ground, was, now, up, down].into_iter().chain(classes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_the_same_colours_under_their_names() {
        let css = include_str!("../../../../src/styles/chart.css");
        let [names, light, dark] = [&PAGE, &LIGHT, &DARK].map(|palette| all(palette).collect::<Vec<_>>());
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
