//! What a phone needs to keep the page among its apps: a name, colours, icons.

use crate::rasterize::icon;
use mingbai_core::figures::{RenderContext, page_title};
use mingbai_core::page_kind::PageKind;
use resvg::tiny_skia::Color;
use serde_json::json;

/// The name of a manifest, beside the page of its language.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The paper and the ink of the page, as `page.css` has them.
const PAPER: &str = "#fbfaf6";
const TEAL: &str = "#0b5d66";

/// An icon in points, made of the one that is drawn.
struct Icon {
    name: &'static str,
    size: u32,
    /// How much of it the drawing takes; the rest is ground. A phone that cuts icons to its own shape leaves four fifths.
    share: f32,
    whole: bool,
}

const ICONS: [Icon; 4] = [
    Icon { name: "icon-192.png", size: 192, share: 1.0, whole: false },
    Icon { name: "icon-512.png", size: 512, share: 1.0, whole: false },
    Icon { name: "icon-maskable.png", size: 512, share: 0.8, whole: true },
    Icon { name: "apple-touch-icon.png", size: 180, share: 1.0, whole: true },
];

/// The icons in points that are made of the site's `icon.svg`, by their names; None where that cannot be drawn.
pub fn icons(svg: &str) -> Option<Vec<(&'static str, Vec<u8>)>> {
    let ground = Color::from_rgba8(0x0b, 0x5d, 0x66, 0xff);
    ICONS.iter().map(|of| Some((of.name, icon(svg, of.size, of.share, of.whole.then_some(ground))?))).collect()
}

/// The manifest of the page in a language.
pub fn manifest(context: &RenderContext) -> String {
    let (lang, words) = (context.locale.lang, context.locale.words());
    let root = PageKind::Report.root(lang);
    let of = |name: &str| ICONS.iter().find(|icon| icon.name == name).map_or(0, |icon| icon.size);
    let point = |name: &str, purpose: &str| {
        let size = of(name);
        json!({ "src": format!("{root}{name}"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose })
    };
    let manifest = json!({
        "name": page_title(context, PageKind::Report),
        "short_name": words.brand,
        "lang": lang.tag(),
        "start_url": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": TEAL,
        "icons": [
            { "src": format!("{root}icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            point("icon-192.png", "any"),
            point("icon-512.png", "any"),
            point("icon-maskable.png", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}
