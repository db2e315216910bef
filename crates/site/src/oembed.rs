//! What a site that shows links to figures asks for: oEmbed 1.0, as a file for each figure and language. It names whole
//! addresses only, so there is none where the site's is not known.

use crate::head::without_nulls;
use mingbai::prerender::Prerenderer;
use mingbai_core::export::{COLUMN, Embed, tall};
use mingbai_core::figures::{FigureId, RenderContext, page_title};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use serde_json::{Value, json};

/// The description of a figure, by its path from the site's root.
pub fn oembed_path(id: FigureId, lang: Lang) -> String {
    format!("oembed/{}.{}.json", id.as_str(), lang.code())
}

/// The description of a figure on the site at this address. `picture` gives width and height of the PNG at a path, where
/// there is one.
pub fn oembed(
    prerenderer: Prerenderer,
    id: FigureId,
    lang: Lang,
    address: &str,
    picture: impl Fn(&str) -> Option<(u32, u32)>,
) -> String {
    let context = RenderContext::new(prerenderer.disclosure(), lang);
    let name = page_title(&context, PageKind::Figure(id));
    let height = tall(&context, id);
    let embed = Embed { site: address, id, way: 0, lang, theme: None, version: None, title: &name, height };
    let mut told = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": context.locale.words().brand,
        "provider_url": format!("{address}{}", PageKind::Report.path(lang)),
        "title": name,
        "author_name": context.institution(),
        "cache_age": 86400,
        "width": COLUMN,
        "height": height,
        "html": embed.frame(),
    });
    let file = format!("picture/{}.{}.png", id.as_str(), lang.code());
    if let (Some((wide, high)), Some(fields)) = (picture(&file), told.as_object_mut()) {
        fields.insert("thumbnail_url".to_owned(), Value::from(format!("{address}{file}")));
        fields.insert("thumbnail_width".to_owned(), Value::from(wide));
        fields.insert("thumbnail_height".to_owned(), Value::from(high));
    }
    format!("{:#}\n", without_nulls(told))
}
