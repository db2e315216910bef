//! QR codes for phones: the address of the kiosk's present view, and its drawing.

use crate::kiosk::is_kiosk_parameter;
use mingbai_core::address::Address;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// A QR code as an SVG path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCodeDrawing {
    /// Width and height in modules, with the quiet zone.
    pub size: usize,
    /// The dark modules, as the data of an SVG path whose unit is one module.
    pub path: String,
}

/// The width of the quiet zone around the code, in modules, as ISO/IEC 18004 requires.
const QUIET_ZONE: usize = 4;

/// Draws a text as a QR code of error correction level M, which can be read with 15 % of it damaged. None if the text
/// is too long for the largest code.
pub fn draw_qr_code(text: &str) -> Option<QrCodeDrawing> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let modules = code.to_colors();
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|module| **module == Color::Dark).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET_ZONE, y + QUIET_ZONE);
            }
            x += run.max(1);
        }
    }
    Some(QrCodeDrawing { size: width + 2 * QUIET_ZONE, path })
}

/// The address under which a phone finds a view. The site is that of the settings, else the page's canonical address,
/// else the page's own address; None if that is one that a phone cannot reach, such as `localhost` or a file.
/// Parameters of kiosk mode are left out.
pub fn phone_address(
    from_settings: Option<&str>,
    canonical: Option<&str>,
    current: Option<&str>,
    view: Address,
) -> Option<String> {
    let site_root = |address: &str| address.trim_end_matches("index.html").trim_end_matches("en/").to_owned();
    let is_reachable = |address: &&str| {
        let host = address.split_once("://").map_or("", |(_, rest)| rest);
        let is_local = ["localhost", "127.", "[::1]", "0.0.0.0"].iter().any(|local| host.starts_with(local));
        !host.is_empty() && !is_local && !address.starts_with("file:")
    };
    let site = from_settings.or(canonical).or(current.filter(is_reachable))?;
    let others = view.others.into_iter().filter(|pair| !is_kiosk_parameter(pair)).collect();
    Some(format!("{}{}", site_root(site), Address { others, ..view }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingbai_core::address::Place;
    use mingbai_core::figures::FigureId;
    use mingbai_core::locale::Lang;

    /// The text that a scanner decodes from the drawing, at six pixels per module.
    fn scan(drawing: &QrCodeDrawing) -> String {
        let dark: Vec<(usize, usize, usize)> = drawing
            .path
            .split('M')
            .skip(1)
            .map(|run| {
                let (x, rest) = run.split_once(' ').unwrap();
                let (y, rest) = rest.split_once('h').unwrap();
                let (n, _) = rest.split_once('v').unwrap();
                (x.parse().unwrap(), y.parse().unwrap(), n.parse().unwrap())
            })
            .collect();
        let side = drawing.size * 6;
        let is_dark =
            |x: usize, y: usize| dark.iter().any(|(from, row, n)| *row == y && (*from..from + n).contains(&x));
        let mut seen =
            rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| if is_dark(x / 6, y / 6) { 0 } else { 255 });
        let found = seen.detect_grids();
        assert_eq!(found.len(), 1);
        found[0].decode().unwrap().1
    }

    #[test]
    fn a_scanner_decodes_the_text() {
        for text in ["https://example.org/budget/?lang=zh#figure=change&line=expenditure", "明白账", &"长".repeat(300)]
        {
            assert_eq!(scan(&draw_qr_code(text).unwrap()), text);
        }
        assert_eq!(draw_qr_code(&"长".repeat(3000)), None, "more than the largest code holds");
    }

    #[test]
    fn the_phone_gets_an_address_that_it_can_reach() {
        let view = || Address {
            lang: Some(Lang::En),
            place: Some(Place::Figure(FigureId::Flow)),
            others: vec!["mode=kiosk".to_owned(), "idle=60".to_owned(), "from=hall".to_owned()],
            ..Address::default()
        };
        let (from_settings, canonical) = ("https://a.example/b/", "https://c.example/en/index.html");
        let address = |from_settings, canonical, current| phone_address(from_settings, canonical, current, view());
        let view_of_site = "?lang=en&from=hall#figure=flow";
        assert_eq!(
            address(Some(from_settings), Some(canonical), None).unwrap(),
            format!("https://a.example/b/{view_of_site}")
        );
        assert_eq!(address(None, Some(canonical), None).unwrap(), format!("https://c.example/{view_of_site}"));
        assert_eq!(
            address(None, None, Some("http://10.0.0.2/en/index.html")).unwrap(),
            format!("http://10.0.0.2/{view_of_site}")
        );
        for unreachable in ["http://127.0.0.1:8080/", "http://localhost/x/", "file:///media/kiosk.html"] {
            assert_eq!(address(None, None, Some(unreachable)), None, "{unreachable}");
        }
    }
}
