//! The address of what is seen, as a QR code for one's own phone.

use crate::kiosk::own;
use mingbai_core::address::Address;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many modules it is wide and high, with the quiet zone of four around it.
    pub size: usize,
    /// Its dark modules, as the path of an SVG drawing whose unit is a module.
    pub path: String,
}

/// The quiet zone, in modules, as the standard has it.
const QUIET: usize = 4;

/// A text as a QR code that can be read with a seventh of it lost (level M); None for one that is too long for any.
pub fn code(text: &str) -> Option<Code> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let modules = code.to_colors();
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|module| **module == Color::Dark).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Code { size: width + 2 * QUIET, path })
}

/// The address of a view on a phone: of the site that was named, else the one that the page says is its own, else where
/// the page is; None where that is nowhere that a phone could go. What is about the kiosk stays behind.
pub fn for_phones(named: Option<&str>, canonical: Option<&str>, here: Option<&str>, view: Address) -> Option<String> {
    let page = |address: &str| address.trim_end_matches("index.html").trim_end_matches("en/").to_owned();
    let reachable = |address: &&str| {
        let host = address.split_once("://").map_or("", |(_, rest)| rest);
        let local = ["localhost", "127.", "[::1]", "0.0.0.0"].iter().any(|local| host.starts_with(local));
        !host.is_empty() && !local && !address.starts_with("file:")
    };
    let root = named.or(canonical).or(here.filter(reachable))?;
    let others = view.others.into_iter().filter(|pair| !own(pair)).collect();
    Some(format!("{}{}", page(root), Address { others, ..view }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingbai_core::address::Place;
    use mingbai_core::figures::FigureId;
    use mingbai_core::locale::Lang;

    /// What a phone's camera reads of the drawing, six pixels a module.
    fn read(code: &Code) -> String {
        let dark: Vec<(usize, usize, usize)> = code
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
        let side = code.size * 6;
        let is_dark =
            |x: usize, y: usize| dark.iter().any(|(from, row, n)| *row == y && (*from..from + n).contains(&x));
        let mut seen =
            rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| if is_dark(x / 6, y / 6) { 0 } else { 255 });
        let found = seen.detect_grids();
        assert_eq!(found.len(), 1);
        found[0].decode().unwrap().1
    }

    #[test]
    fn a_phone_reads_what_was_written() {
        for text in ["https://example.org/budget/?lang=zh#figure=change&line=expenditure", "明白账", &"长".repeat(300)]
        {
            assert_eq!(read(&code(text).unwrap()), text);
        }
        assert_eq!(code(&"长".repeat(3000)), None, "more than the largest code holds");
    }

    #[test]
    fn a_phone_is_sent_where_it_can_go() {
        let view = || Address {
            lang: Some(Lang::En),
            place: Some(Place::Figure(FigureId::Flow)),
            others: vec!["mode=kiosk".to_owned(), "idle=60".to_owned(), "from=hall".to_owned()],
            ..Address::default()
        };
        let (named, canonical) = ("https://a.example/b/", "https://c.example/en/index.html");
        let sent = |named, canonical, here| for_phones(named, canonical, here, view());
        let behind = "?lang=en&from=hall#figure=flow";
        assert_eq!(sent(Some(named), Some(canonical), None).unwrap(), format!("https://a.example/b/{behind}"));
        assert_eq!(sent(None, Some(canonical), None).unwrap(), format!("https://c.example/{behind}"));
        assert_eq!(
            sent(None, None, Some("http://10.0.0.2/en/index.html")).unwrap(),
            format!("http://10.0.0.2/{behind}")
        );
        for nowhere in ["http://127.0.0.1:8080/", "http://localhost/x/", "file:///media/kiosk.html"] {
            assert_eq!(sent(None, None, Some(nowhere)), None, "{nowhere}");
        }
    }
}
