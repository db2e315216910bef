//! PNG files with a palette, five to ten times smaller than others for charts, which have few colours.
//!
//! The format is that of the PNG specification, third edition: the chunks IHDR, PLTE, IDAT and IEND. The pixels are
//! compressed elsewhere: browsers and the builder of sites have compressors of their own.

use super::zip::crc32;

/// A picture with at most 256 colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedPicture {
    width: u32,
    /// The colours, three bytes each.
    palette: Vec<u8>,
    /// For each pixel, row by row, which colour it has.
    indices: Vec<u8>,
}

impl IndexedPicture {
    /// The picture of these pixels, four bytes each (red, green, blue, alpha), row by row, with at most `max_colors` of
    /// up to 256. Surfaces keep their colours. If there are more, those between them, at the edges of letters, become
    /// coarser by as few bits as needed. None where a pixel is not opaque,
    /// or where there is none.
    pub fn from_rgba(width: u32, pixels: &[u8], max_colors: usize) -> Option<IndexedPicture> {
        let (pixels, _) = pixels.as_chunks::<4>();
        let is_opaque = !pixels.is_empty() && pixels.iter().all(|[.., alpha]| *alpha == u8::MAX);
        // A picture of many surfaces keeps none of them exact.
        let surfaces = surface_colors(pixels, max_colors / 2).unwrap_or_default();
        let found = (0..8).find_map(|lost_bits| indexed(pixels, &surfaces, lost_bits, max_colors));
        found.filter(|_| is_opaque).map(|(palette, indices)| IndexedPicture { width, palette, indices })
    }

    /// The pixels as a PNG compresses them: each row behind the byte of its filter. No filter helps, since neighbouring
    /// indices are no similar colours.
    pub fn scanlines(&self) -> Vec<u8> {
        let rows = self.indices.chunks_exact(self.width as usize);
        rows.flat_map(|row| [0].into_iter().chain(row.iter().copied())).collect()
    }

    /// The file, with its [`IndexedPicture::scanlines`] compressed in the format of zlib.
    pub fn png(&self, compressed_scanlines: &[u8]) -> Vec<u8> {
        let height = self.indices.len() as u32 / self.width;
        let mut header = [self.width.to_be_bytes(), height.to_be_bytes()].concat();
        // Eight bits a pixel, a palette; the only compression and set of filters; not interlaced.
        header.extend([8, 3, 0, 0, 0]);
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        let chunks: [(&[u8], &[u8]); 4] =
            [(b"IHDR", &header), (b"PLTE", &self.palette), (b"IDAT", compressed_scanlines), (b"IEND", b"")];
        for (kind, content) in chunks {
            let named = [kind, content].concat();
            file.extend((content.len() as u32).to_be_bytes());
            file.extend(&named);
            file.extend(crc32(&named).to_be_bytes());
        }
        file
    }
}

/// How many pixels of one colour stand next to each other in a surface.
const SURFACE_WIDTH: usize = 8;

/// The colours of surfaces; None where there are more than `max`.
fn surface_colors(pixels: &[[u8; 4]], max: usize) -> Option<Vec<[u8; 3]>> {
    let mut colors = Vec::new();
    for run in pixels.chunk_by(|a, b| a == b).filter(|run| run.len() >= SURFACE_WIDTH) {
        let [red, green, blue, _] = run[0];
        if !colors.contains(&[red, green, blue]) {
            colors.push([red, green, blue]);
        }
        if colors.len() > max {
            return None;
        }
    }
    Some(colors)
}

/// The colours of pixels, and for each pixel which it has; without this number of bits at the end of each byte, but for
/// the colours of surfaces. None where these are more than `max_colors`.
fn indexed(pixels: &[[u8; 4]], surfaces: &[[u8; 3]], lost_bits: u32, max_colors: usize) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut colors = surfaces.to_vec();
    // Black stays black, and white white.
    let largest = u32::from(u8::MAX >> lost_bits);
    let coarse = |byte: u8| (u32::from(byte >> lost_bits) * u32::from(u8::MAX) / largest) as u8;
    let mut indices = Vec::with_capacity(pixels.len());
    // Most pixels are like the one before.
    for run in pixels.chunk_by(|a, b| a == b) {
        let [red, green, blue, _] = run[0];
        let exact = [red, green, blue];
        let color = if surfaces.contains(&exact) { exact } else { exact.map(coarse) };
        let known = colors.iter().position(|known| *known == color);
        let index = u8::try_from(known.unwrap_or(colors.len())).ok()?;
        if known.is_none() {
            colors.push(color);
        }
        if colors.len() > max_colors {
            return None;
        }
        indices.resize(indices.len() + run.len(), index);
    }
    Some((colors.concat(), indices))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_its_chunks_byte_by_byte() {
        let picture = IndexedPicture::from_rgba(2, &[255, 255, 255, 255, 0, 0, 255, 255], 256).unwrap();
        assert_eq!(picture.scanlines(), [0, 0, 1]);
        let wanted: [&[u8]; 9] = [
            b"\x89PNG\r\n\x1a\n",
            b"\0\0\0\x0dIHDR\0\0\0\x02\0\0\0\x01\x08\x03\0\0\0",
            b"\xc3\xfc\x8f\xb8",
            b"\0\0\0\x06PLTE\xff\xff\xff\0\0\xff",
            b"\x78\xc0\x3c\xf3",
            b"\0\0\0\x03IDATabc",
            b"\x33\xaf\xd6\x72",
            b"\0\0\0\0IEND",
            // The one checksum that every PNG ends with.
            b"\xae\x42\x60\x82",
        ];
        assert_eq!(picture.png(b"abc"), wanted.concat());
    }

    #[test]
    fn pixels_that_are_seen_through_have_no_palette() {
        assert_eq!(IndexedPicture::from_rgba(1, &[255, 255, 255, 254], 256), None);
        assert_eq!(IndexedPicture::from_rgba(1, &[], 256), None);
    }

    #[test]
    fn surfaces_keep_their_colours_and_edges_become_coarser() {
        let pixel = |color: [u8; 3]| [color[0], color[1], color[2], 255];
        // Two tints that a coarser palette would not tell apart, and between them all shades of grey.
        let tints = [[250, 250, 250], [255, 255, 255]];
        let edges = (0..=255).map(|grey| pixel([grey; 3]));
        let pixels: Vec<[u8; 4]> = [vec![pixel(tints[0]); 8], vec![pixel(tints[1]); 8], edges.collect()].concat();
        let picture = IndexedPicture::from_rgba(pixels.len() as u32, pixels.as_flattened(), 40).unwrap();
        let color = |at: usize| &picture.palette[usize::from(picture.indices[at]) * 3..][..3];
        assert_eq!((color(0), color(8)), (&tints[0][..], &tints[1][..]));
        assert!(picture.palette.len() <= 40 * 3);
        for (at, wanted) in pixels.iter().enumerate() {
            let difference = color(at)[0].abs_diff(wanted[0]);
            assert!(difference <= 8, "{difference} at {at}");
        }
    }

    /// The colours of a picture of grey pixels, one of these shades each, in a palette of at most `max_colors`.
    fn greys(shades: &[u8], max_colors: usize) -> Vec<u8> {
        let pixels: Vec<[u8; 4]> = shades.iter().map(|&grey| [grey, grey, grey, 255]).collect();
        let picture = IndexedPicture::from_rgba(pixels.len() as u32, pixels.as_flattened(), max_colors).unwrap();
        picture.indices.iter().map(|&index| picture.palette[usize::from(index) * 3]).collect()
    }

    #[test]
    fn colours_that_fit_into_the_palette_are_exact_and_others_lose_as_few_bits_as_needed() {
        assert_eq!(greys(&[252, 253, 254, 255], 4), [252, 253, 254, 255]);
        assert_eq!(greys(&[0, 252, 253, 254, 255], 4), [0, 252, 252, 255, 255], "the last bit is lost");
    }

    #[test]
    fn half_of_the_palette_may_be_colours_of_surfaces() {
        let edges: Vec<u8> = (0..=255).collect();
        let surfaces = |tints: &[u8]| {
            let shades = [tints.iter().flat_map(|&tint| [tint; SURFACE_WIDTH]).collect(), edges.clone()].concat();
            greys(&shades, 8)[..tints.len() * SURFACE_WIDTH].iter().step_by(SURFACE_WIDTH).copied().collect::<Vec<u8>>()
        };
        assert_eq!(surfaces(&[241, 244, 247, 250]), [241, 244, 247, 250]);
        // With one more, none is exact: all eight colours are shades from black to white.
        assert_eq!(surfaces(&[238, 241, 244, 247, 250]), [255; 5]);
    }
}
