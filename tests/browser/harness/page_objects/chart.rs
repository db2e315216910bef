//! The chart of a figure.

use super::super::Page;

/// A figure's chart, made by [`Page::chart`].
pub struct Chart<'a> {
    page: &'a Page,
    figure: &'a str,
}

/// What a chart has inside.
pub struct ChartContents {
    /// How many shapes are painted.
    pub shapes: u64,
    /// How many labels there are.
    pub labels: u64,
    /// How many of the labels are not wholly inside the chart.
    pub labels_outside: u64,
}

impl Page {
    /// The chart of a figure, by the figure's id.
    pub fn chart<'a>(&'a self, figure: &'a str) -> Chart<'a> {
        Chart { page: self, figure }
    }
}

impl Chart<'_> {
    /// The selector of the chart.
    pub fn css(&self) -> String {
        format!("[data-figure={}] .chart", self.figure)
    }

    /// Scrolls the chart to the middle of the screen and waits until it is drawn. The pointer is moved away first: a chart that
    /// comes to rest under it opens a popup.
    #[track_caller]
    pub fn draw(&self) {
        let css = self.css();
        self.page.figure_card(self.figure).show();
        self.page.move_pointer_away();
        self.page.scroll_to(&css);
        self.page.wait_for(
            &format!("{} to be drawn", self.figure),
            &format!("document.querySelectorAll('{css}[data-drawn] svg path').length > 0"),
        );
    }

    /// Waits until the picture in its placeholder is shown.
    #[track_caller]
    pub fn wait_for_placeholder(&self) {
        self.page.wait_for(
            &format!("the placeholder picture of {}", self.figure),
            &format!(
                "[...document.querySelectorAll('[data-figure={}] .figure-view:not([hidden]) .chart img')]
                    .some((img) => img.checkVisibility() && img.complete && img.naturalWidth > 0)",
                self.figure
            ),
        );
    }

    /// Gives the chart the focus, as a keyboard does.
    pub fn focus(&self) {
        self.page.focus(&self.css());
    }

    /// Counts its shapes and labels.
    #[track_caller]
    pub fn contents(&self) -> ChartContents {
        let counted = self.page.js(&format!(
            "(() => {{
                const svg = document.querySelector('{} svg')
                const frame = svg.getBoundingClientRect()
                const within = (e) => {{
                    const box = e.getBoundingClientRect()
                    return box.left >= frame.left - 2 && box.right <= frame.right + 2 && box.top >= frame.top - 2 && box.bottom <= frame.bottom + 2
                }}
                const labels = [...svg.querySelectorAll('text')]
                const shapes = [...svg.querySelectorAll('path')].filter((e) => {{
                    const box = e.getBoundingClientRect()
                    const paints = (what) => ![null, 'none', 'transparent'].includes(e.getAttribute(what))
                    return (paints('fill') || paints('stroke')) && box.width * box.height > 4
                }})
                return [shapes.length, labels.length, labels.filter((e) => !within(e)).length]
            }})()",
            self.css()
        ));
        let counted = |at: usize| counted[at].as_u64().expect("a count");
        ChartContents { shapes: counted(0), labels: counted(1), labels_outside: counted(2) }
    }
}
