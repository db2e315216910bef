//! How a chart is to look: its width, its ground, its type.

use super::palette::{Ground, Palette};
use crate::locale::Lang;

/// How a chart is to look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartStyle {
    /// The width that it gets, in pixels.
    pub width: f64,
    /// 1 for usual type, more for large type.
    pub scale: f64,
    /// The ground that it lies on.
    pub ground: Ground,
}

/// About how much width the longest word of a chart asks for in usual type: “appropriation”, with the gaps beside it.
const LONG_WORD: f64 = 165.0;

impl ChartStyle {
    /// A desktop column, for goldens and pictures.
    pub const WIDE: ChartStyle = ChartStyle { width: 1040.0, scale: 1.0, ground: Ground::Light };
    /// A phone.
    pub const NARROW: ChartStyle = ChartStyle { width: 320.0, scale: 1.0, ground: Ground::Light };

    /// As wide as given, with type of a scale, but no larger than leaves room for a long word.
    pub fn fitting(width: f64, scale: f64, ground: Ground) -> ChartStyle {
        ChartStyle { width, scale: scale.min((width / LONG_WORD).max(1.0)), ground }
    }

    /// True where labels stand above bars and flows run downwards.
    pub fn narrow(&self) -> bool {
        self.width < 600.0 * self.scale
    }

    /// The colours.
    pub fn palette(&self) -> &'static Palette {
        Palette::on(self.ground)
    }

    /// A size in type units.
    pub fn px(&self, size: f64) -> f64 {
        size * self.scale
    }
}

/// The page's type (see `view/page.css`), so that words in a chart look like the words beside it.
pub fn font(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', system-ui, sans-serif",
        Lang::En => "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_grows_with_the_readers_but_never_beyond_a_long_words_room() {
        assert_eq!(ChartStyle::fitting(1008.0, 2.0, Ground::Page).scale, 2.0);
        assert_eq!(ChartStyle::fitting(247.5, 2.0, Ground::Page).scale, 1.5);
        assert_eq!(ChartStyle::fitting(100.0, 2.0, Ground::Page).scale, 1.0);
    }
}
