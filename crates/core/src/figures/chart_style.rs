//! The style of a chart: width, background, font size, and how much height it may take.

use super::palette::{Background, Palette};
use super::text_wrap::TextSpacing;
use crate::locale::Lang;

/// The style of a chart.
///
/// ```
/// use mingbai_core::figures::{ChartStyle, Background};
///
/// let phone = ChartStyle::fitting(328.0, 1.25, Background::Dark);
/// assert!(phone.narrow());
/// assert_eq!(phone.px(16.0), 20.0);
/// assert_eq!(phone.palette().background, "#1b1f23");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartStyle {
    /// The width in pixels.
    pub width: f64,
    /// The font scale: 1 for the usual size, more for large type.
    pub scale: f64,
    /// The background.
    pub background: Background,
    /// The height in pixels that the chart should not exceed; None where it takes what it needs. A chart that is too
    /// high is drawn more densely; letters stay as large as they are.
    pub room: Option<f64>,
    /// The factor of bars, squares and vertical distances: 1 usually, less in a chart that has little room, more in one
    /// that fills a height. A factor above 1 leaves labels as they are laid out.
    pub spacing: f64,
    /// True where the reasons of changes stand on their bars, because the chart is shown without the list of them.
    pub reasons: bool,
    /// What the reader adds between letters and words.
    pub text_spacing: TextSpacing,
}

/// The estimated width of the longest word in a chart at the usual font size, with gaps, in pixels: “appropriation”.
const LONG_WORD: f64 = 165.0;

/// The font scale of a compact chart: letters of 13 px.
const COMPACT_SCALE: f64 = 13.0 / 15.0;

/// The spacings of a chart with a limited height. The first at which it fits is taken.
pub const SPACINGS: [f64; 8] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.35];

/// The least spacing of a chart with reasons: below it, bars are thinner than the words between them.
pub const LEAST_SPACING_WITH_REASONS: f64 = 0.7;

/// The width below which a chart at the usual font size is narrow, in pixels.
const NARROW_WIDTH: f64 = 600.0;

/// The least part of a chart's width that its longest bar takes.
const LEAST_TRACK: f64 = 0.56;

impl ChartStyle {
    /// The size of labels at the usual font scale, in pixels.
    pub const LABEL_SIZE: f64 = 15.0;
    /// A desktop column, for golden files and for pages without a chart of their own.
    pub const WIDE: ChartStyle = ChartStyle {
        width: 1040.0,
        scale: 1.0,
        background: Background::Light,
        room: None,
        spacing: 1.0,
        reasons: false,
        text_spacing: TextSpacing::USUAL,
    };
    /// A phone.
    pub const NARROW: ChartStyle = ChartStyle { width: 320.0, ..ChartStyle::WIDE };

    /// A style of this width. The font scale is reduced until a long word fits.
    pub fn fitting(width: f64, scale: f64, background: Background) -> ChartStyle {
        ChartStyle { width, scale: scale.min((width / LONG_WORD).max(1.0)), background, ..ChartStyle::WIDE }
    }

    /// This style with what the reader adds between letters and words. The font scale is reduced until a long word
    /// fits.
    pub fn spaced(self, text_spacing: TextSpacing) -> ChartStyle {
        let long_word = LONG_WORD * text_spacing.text_width("0", 1.0) / TextSpacing::USUAL.text_width("0", 1.0);
        ChartStyle { scale: self.scale.min((self.width / long_word).max(1.0)), text_spacing, ..self }
    }

    /// This style for a figure in little room: smaller type, and a height in pixels that is not exceeded if the
    /// chart can be drawn densely enough. The reasons of changes stand on their bars if there is room for them.
    pub fn compact(self, room: f64) -> ChartStyle {
        ChartStyle { scale: self.scale * COMPACT_SCALE, room: Some(room), reasons: true, ..self }
    }

    /// True for a narrow chart: labels are above their bars, and the flow runs downwards.
    pub fn narrow(&self) -> bool {
        self.width < NARROW_WIDTH * self.scale
    }

    /// The font scale above which a chart of this width is narrow.
    pub fn narrow_above(&self) -> f64 {
        self.width / NARROW_WIDTH
    }

    /// The least length of the longest bar, in pixels: shorter bars cannot be compared.
    pub fn least_track(&self) -> f64 {
        self.width * LEAST_TRACK
    }

    /// The colours for its background.
    pub fn palette(&self) -> &'static Palette {
        Palette::on(self.background)
    }

    /// A size in pixels at the font scale.
    pub fn px(&self, size: f64) -> f64 {
        size * self.scale
    }

    /// A size of bars or squares, or a vertical distance, in pixels: at the font scale and the chart's spacing.
    pub fn space(&self, distance: f64) -> f64 {
        self.px(distance) * self.spacing
    }

    /// The height of a line of text in pixels.
    pub fn line_height(&self) -> f64 {
        self.px(24.0) * self.spacing.clamp(0.8, 1.0)
    }

    /// The height of a bar in pixels.
    pub fn bar_thickness(&self) -> f64 {
        self.space(22.0).max(self.px(8.0))
    }

    /// True where there is so little room that a chart leaves out what is said next to it.
    pub fn is_dense(&self) -> bool {
        self.spacing < 0.5
    }
}

/// The font families of the page (see `src/styles/page.css`), so that a chart looks like the text around it.
pub fn font_family(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', system-ui, sans-serif",
        Lang::En => "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_scale_leaves_room_for_a_long_word() {
        assert_eq!(ChartStyle::fitting(1008.0, 2.0, Background::Page).scale, 2.0);
        assert_eq!(ChartStyle::fitting(247.5, 2.0, Background::Page).scale, 1.5);
        assert_eq!(ChartStyle::fitting(100.0, 2.0, Background::Page).scale, 1.0);
    }

    #[test]
    fn the_letters_of_a_compact_chart_are_not_smaller_than_twelve_pixels() {
        let compact = ChartStyle::WIDE.compact(300.0);
        for spacing in SPACINGS {
            let style = ChartStyle { spacing, ..compact };
            // The smallest letters of any chart are 15 px high.
            assert!(style.px(15.0) >= 12.0);
            assert!(style.line_height() >= 1.2 * style.px(15.0), "lines do not touch");
        }
    }
}
