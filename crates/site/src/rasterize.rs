//! PNG copies of shared pictures, since link previews show no SVG, and of the icon, for phones.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

/// Renders SVG as PNG, with the fonts of this machine.
pub struct PngRenderer {
    options: Options<'static>,
}

impl PngRenderer {
    /// Loads the fonts; None where no font has Chinese characters, which would all be empty boxes.
    pub fn new() -> Option<PngRenderer> {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        let family = ["Noto Sans CJK SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC"]
            .into_iter()
            .find(|family| fonts.faces().any(|face| face.families.iter().any(|(name, _)| name == family)))?;
        fonts.set_sans_serif_family(family);
        let options = Options { font_family: family.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Some(PngRenderer { options })
    }

    /// A picture as PNG, in its own size; None where the SVG cannot be rendered.
    pub fn png(&self, svg: &str) -> Option<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).ok()?;
        let size = tree.size().to_int_size();
        let mut pixmap = Pixmap::new(size.width(), size.height())?;
        pixmap.fill(Color::WHITE);
        resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
        pixmap.encode_png().ok()
    }
}

/// Width and height of a PNG in pixels; None where it is not one.
pub fn png_size(png: &[u8]) -> Option<(u32, u32)> {
    Pixmap::decode_png(png).ok().map(|pixmap| (pixmap.width(), pixmap.height()))
}

/// A square drawing without text as an icon of `size` pixels. It takes a `share` of the width, in the middle; the rest
/// is the `background`, if there is one. None where the SVG cannot be rendered.
pub fn icon(svg: &str, size: u32, share: f32, background: Option<Color>) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let mut pixmap = Pixmap::new(size, size)?;
    if let Some(background) = background {
        pixmap.fill(background);
    }
    let whole = size as f32;
    let (scale, margin) = (whole * share / tree.size().width().max(tree.size().height()), whole * (1.0 - share) / 2.0);
    resvg::render(&tree, Transform::from_row(scale, 0.0, 0.0, scale, margin, margin), &mut pixmap.as_mut());
    pixmap.encode_png().ok()
}
