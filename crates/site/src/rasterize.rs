//! PNG copies of shared pictures, since link previews show no SVG, and of the icon, for phones.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use mingbai_core::export::IndexedPicture;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::io::Write;
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
        let svg = if svg.contains("xml:lang=\"en\"") { with_narrow_marks(svg) } else { svg.to_owned() };
        let tree = Tree::from_str(&svg, &self.options).ok()?;
        let size = tree.size().to_int_size();
        let mut pixmap = Pixmap::new(size.width(), size.height())?;
        pixmap.fill(Color::WHITE);
        resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
        indexed_png(&pixmap)
    }
}

/// An English picture with straight quotation marks and apostrophes around English words: a Chinese font draws the
/// curved ones as wide as a Chinese character. Those around Chinese words stay.
fn with_narrow_marks(svg: &str) -> String {
    let is_chinese = |c: Option<char>| c.is_some_and(|c| ('\u{2e80}'..='\u{ffef}').contains(&c));
    let (mut out, mut before) = (String::with_capacity(svg.len()), None);
    let mut rest = svg.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '“' if !is_chinese(rest.peek().copied()) => out.push_str("&quot;"),
            '”' if !is_chinese(before) => out.push_str("&quot;"),
            '‘' | '’' => out.push('\''),
            _ => out.push(c),
        }
        before = Some(c);
    }
    out
}

/// An opaque picture as a PNG with a palette.
fn indexed_png(pixmap: &Pixmap) -> Option<Vec<u8>> {
    let picture = IndexedPicture::from_rgba(pixmap.width(), pixmap.data(), 256)?;
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&picture.scanlines()).ok()?;
    Some(picture.png(&encoder.finish().ok()?))
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

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::PremultipliedColorU8;

    fn picture(color: impl Fn(u8, u8) -> [u8; 3]) -> Pixmap {
        let mut pixmap = Pixmap::new(64, 64).unwrap();
        for (at, pixel) in pixmap.pixels_mut().iter_mut().enumerate() {
            let [r, g, b] = color((at % 64) as u8, (at / 64) as u8);
            *pixel = PremultipliedColorU8::from_rgba(r, g, b, 255).unwrap();
        }
        pixmap
    }

    #[test]
    fn the_marks_of_english_words_are_narrow() {
        let svg = "<text>the document’s “plan”: “人员工资调整”</text>";
        assert_eq!(with_narrow_marks(svg), "<text>the document's &quot;plan&quot;: “人员工资调整”</text>");
    }

    #[test]
    fn a_picture_with_few_colours_is_exact_and_small() {
        let flat = picture(|x, y| [x / 16 * 60, y / 16 * 60, 255]);
        let png = indexed_png(&flat).unwrap();
        assert_eq!(Pixmap::decode_png(&png).unwrap().data(), flat.data());
        assert!(png.len() * 3 < flat.encode_png().unwrap().len() * 2, "{} bytes", png.len());
        assert_eq!(png_size(&png), Some((64, 64)));
    }

    #[test]
    fn a_picture_with_many_colours_is_nearly_right() {
        let many = picture(|x, y| [x * 4, y * 4, if x == y { 255 } else { 128 }]);
        let decoded = Pixmap::decode_png(&indexed_png(&many).unwrap()).unwrap();
        let differences = many.data().iter().zip(decoded.data()).map(|(a, b)| a.abs_diff(*b));
        assert!(differences.max().unwrap() <= 32);
        let white = indexed_png(&picture(|x, y| if x < 4 { [255; 3] } else { [x * 4, y * 4, x + y] })).unwrap();
        assert_eq!(Pixmap::decode_png(&white).unwrap().pixels()[0].red(), 255, "white stays white");
    }
}
