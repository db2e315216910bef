//! PNG of shared pictures, for link previews: those of other sites show no SVG; and of the icon, for phones.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

/// Draws SVG as PNG, with the fonts of this machine.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// Looks at the fonts; None where no font has Chinese characters: every one would be an empty box.
    pub fn new() -> Option<Painter> {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        let family = ["Noto Sans CJK SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC"]
            .into_iter()
            .find(|family| fonts.faces().any(|face| face.families.iter().any(|(name, _)| name == family)))?;
        fonts.set_sans_serif_family(family);
        let options = Options { font_family: family.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Some(Painter { options })
    }

    /// A picture in points, as wide as it says itself; None where it is no SVG that can be drawn.
    pub fn png(&self, svg: &str) -> Option<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).ok()?;
        let size = tree.size().to_int_size();
        let mut points = Pixmap::new(size.width(), size.height())?;
        points.fill(Color::WHITE);
        resvg::render(&tree, Transform::identity(), &mut points.as_mut());
        points.encode_png().ok()
    }
}

/// Width and height of a picture in points, in pixels; None where it is none.
pub fn size(png: &[u8]) -> Option<(u32, u32)> {
    Pixmap::decode_png(png).ok().map(|points| (points.width(), points.height()))
}

/// A square drawing without words as an icon of `size` points, of which it takes a `share` in the middle; round it and
/// through it shows the `ground`, where there is one. None where it is no SVG that can be drawn.
pub fn icon(svg: &str, size: u32, share: f32, ground: Option<Color>) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let mut points = Pixmap::new(size, size)?;
    if let Some(ground) = ground {
        points.fill(ground);
    }
    let whole = size as f32;
    let (scale, margin) = (whole * share / tree.size().width().max(tree.size().height()), whole * (1.0 - share) / 2.0);
    resvg::render(&tree, Transform::from_row(scale, 0.0, 0.0, scale, margin, margin), &mut points.as_mut());
    points.encode_png().ok()
}
