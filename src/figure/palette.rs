//! Colours that colour-blind readers can tell apart, light and dark.

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
    /// What is under the pointer.
    pub hover: &'static str,
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
    hover: "rgba(11,93,102,0.07)",
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
    hover: "rgba(92,192,200,0.10)",
    classes: [
        "#4f9fb6", "#e0b455", "#c38bb6", "#86c3b0", "#9dabdc", "#e0937a", "#b3c069", "#9aa0b8", "#e6a9c8", "#bdb1a1",
    ],
};

impl Palette {
    /// The colours for light or dark ground.
    pub fn of(dark: bool) -> &'static Palette {
        if dark { &DARK } else { &LIGHT }
    }

    /// The colour of the class at this place in its list.
    pub fn class(&self, at: usize) -> &'static str {
        self.classes[at % self.classes.len()]
    }
}
