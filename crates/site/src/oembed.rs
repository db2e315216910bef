//! oEmbed 1.0: a file per figure and language for sites that embed links. It needs absolute addresses, so there is none
//! where the address of the site is unknown.

use crate::json::without_nulls;
use mingbai::prerender::Prerenderer;
use mingbai_core::export::{ARTICLE_WIDTH, Embed, compact_height};
use mingbai_core::figures::{FigureId, page_title};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use serde_json::{Value, json};

/// The path of a figure's oEmbed file from the site's root.
pub fn oembed_path(id: FigureId, lang: Lang) -> String {
    format!("oembed/{}.{}.json", id.as_str(), lang.code())
}

/// The oEmbed file of a figure on the site at this address. `picture_size` gives width and height of the PNG at a path,
/// where there is one.
pub fn oembed(
    prerenderer: Prerenderer,
    id: FigureId,
    lang: Lang,
    address: &str,
    picture_size: impl Fn(&str) -> Option<(u32, u32)>,
) -> String {
    let context = prerenderer.context(lang);
    let name = page_title(&context, PageKind::Figure(id));
    // A link in an article becomes the compact form; whoever wants the whole figure takes its code.
    let height = compact_height(&context, id, 0);
    let embed =
        Embed { site: address, id, view: 0, lang, theme: None, version: None, title: &name, is_compact: true, height };
    let mut record = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": context.locale.words().brand,
        "provider_url": format!("{address}{}", PageKind::Report.path(lang)),
        "title": name,
        "author_name": context.institution(),
        "cache_age": 86400,
        "width": ARTICLE_WIDTH,
        "height": height,
        "html": embed.frame(),
    });
    let file = format!("picture/{}.{}.png", id.as_str(), lang.code());
    if let (Some((wide, high)), Some(fields)) = (picture_size(&file), record.as_object_mut()) {
        fields.insert("thumbnail_url".to_owned(), Value::from(format!("{address}{file}")));
        fields.insert("thumbnail_width".to_owned(), Value::from(wide));
        fields.insert("thumbnail_height".to_owned(), Value::from(high));
    }
    format!("{:#}\n", without_nulls(record))
}
