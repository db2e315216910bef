//! The style of a chart: width, background and font size.

use super::palette::{Background, Palette};
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
}

/// The estimated width of the longest word in a chart at the usual font size, with gaps, in pixels: “appropriation”.
const LONG_WORD: f64 = 165.0;

/// The least part of a chart's width that its longest bar takes.
const LEAST_TRACK: f64 = 0.56;

impl ChartStyle {
    /// A desktop column, for golden files and for pages without a chart of their own.
    pub const WIDE: ChartStyle = ChartStyle { width: 1040.0, scale: 1.0, background: Background::Light };
    /// A phone.
    pub const NARROW: ChartStyle = ChartStyle { width: 320.0, scale: 1.0, background: Background::Light };

    /// A style of this width. The font scale is reduced until a long word fits.
    pub fn fitting(width: f64, scale: f64, background: Background) -> ChartStyle {
        ChartStyle { width, scale: scale.min((width / LONG_WORD).max(1.0)), background }
    }

    /// True for a narrow chart: labels are above their bars, and the flow runs downwards.
    pub fn narrow(&self) -> bool {
        self.width < 600.0 * self.scale
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
}
