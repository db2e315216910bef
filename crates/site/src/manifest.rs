//! The web app manifest, with which a phone can install the page: name, colours, icons.

use crate::rasterize::icon;
use mingbai_core::figures::{RenderContext, page_title};
use mingbai_core::page_kind::PageKind;
use resvg::tiny_skia::Color;
use serde_json::json;
use std::collections::BTreeMap;

/// The file name of the manifest, in the same folder as the page of its language.
pub const MANIFEST: &str = "manifest.webmanifest";

/// Background and accent colour of the page, as in `page.css`.
const BACKGROUND_COLOR: &str = "#fbfaf6";
const THEME_COLOR: &str = "#0b5d66";

/// An icon as PNG, rendered from the site's SVG icon.
struct Icon {
    name: &'static str,
    size: u32,
    /// The part of its width that the drawing takes; the rest is background. A phone that masks icons keeps four
    /// fifths.
    share: f32,
    is_opaque: bool,
}

const ICONS: [Icon; 4] = [
    Icon { name: "icon-192.png", size: 192, share: 1.0, is_opaque: false },
    Icon { name: "icon-512.png", size: 512, share: 1.0, is_opaque: false },
    Icon { name: "icon-maskable.png", size: 512, share: 0.8, is_opaque: true },
    Icon { name: "apple-touch-icon.png", size: 180, share: 1.0, is_opaque: true },
];

/// The documents that the report reads, by media type, with their endings.
const DOCUMENTS: [(&str, &[&str]); 9] = [
    ("text/plain", &[".txt"]),
    ("text/html", &[".html", ".htm"]),
    ("multipart/related", &[".mht", ".mhtml"]),
    ("application/pdf", &[".pdf"]),
    ("application/msword", &[".doc", ".wps"]),
    ("application/ofd", &[".ofd"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &[".docx"]),
    ("application/vnd.oasis.opendocument.text", &[".odt"]),
    ("application/rtf", &[".rtf"]),
];

/// The PNG icons by their names, rendered from the site's `icon.svg`; None where that cannot be rendered.
pub fn icons(svg: &str) -> Option<Vec<(&'static str, Vec<u8>)>> {
    let background = Color::from_rgba8(0x0b, 0x5d, 0x66, 0xff);
    ICONS.iter().map(|of| Some((of.name, icon(svg, of.size, of.share, of.is_opaque.then_some(background))?))).collect()
}

/// The manifest of the page in a language.
pub fn manifest(context: &RenderContext) -> String {
    let (lang, words) = (context.locale.lang, context.locale.words());
    let root = PageKind::Report.path_to_root(lang);
    let size_of = |name: &str| ICONS.iter().find(|icon| icon.name == name).map_or(0, |icon| icon.size);
    let png = |name: &str, purpose: &str| {
        let size = size_of(name);
        json!({ "src": format!("{root}{name}"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose })
    };
    let shared: Vec<&str> = DOCUMENTS.iter().flat_map(|(kind, endings)| [&[*kind], *endings].concat()).collect();
    let manifest = json!({
        "name": page_title(context, PageKind::Report),
        "short_name": words.brand,
        "lang": lang.tag(),
        "start_url": "./",
        "display": "standalone",
        "background_color": BACKGROUND_COLOR,
        "theme_color": THEME_COLOR,
        "file_handlers": [{ "action": "./", "accept": DOCUMENTS.iter().copied().collect::<BTreeMap<_, _>>() }],
        "launch_handler": { "client_mode": "focus-existing" },
        // The service worker answers at this address.
        "share_target": {
            "action": "./?shared",
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": { "title": "title", "text": "text", "files": [{ "name": "file", "accept": shared }] },
        },
        "icons": [
            { "src": format!("{root}icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            png("icon-192.png", "any"),
            png("icon-512.png", "any"),
            png("icon-maskable.png", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}
