//! Names of downloaded files.

use crate::disclosure::Disclosure;
use crate::figures::{FigureId, RenderContext};

/// The maximum length of an institution's name in a file name, in characters: file systems allow 255 bytes in all.
const MAX_LENGTH: usize = 50;

/// The name of a downloaded file: `明白账-重庆市大足区人民政府办公室-2023-change.png`. In English it is ASCII.
pub fn file_name(context: &RenderContext, content: &str, extension: &str) -> String {
    let Disclosure { year, .. } = context.disclosure;
    let english = context.locale.english();
    let brand = context.locale.words().brand;
    let brand = if english { brand.to_ascii_lowercase() } else { brand.to_owned() };
    let who = context.institution().map(|who| slug(&who, english)).filter(|who| !who.is_empty());
    let parts = [Some(brand), who, year.map(|year| year.to_string()), Some(content.to_owned())];
    format!("{}.{extension}", parts.into_iter().flatten().collect::<Vec<_>>().join("-"))
}

/// The name of a figure's file without its extension: the figure, and its view unless that is the first.
pub fn figure_file_stem(id: FigureId, view: usize) -> String {
    match id.views().get(view) {
        Some(name) if view > 0 => format!("{}-{name}", id.as_str()),
        _ => id.as_str().to_owned(),
    }
}

/// The Han characters, Latin letters and digits of a name; anything between them becomes one hyphen.
fn slug(name: &str, ascii: bool) -> String {
    let han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    let kept = |c: char| c.is_ascii_alphanumeric() || !ascii && han(c);
    let words = name.split(|c| !kept(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").chars().take(MAX_LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::{figure_file_stem, slug};
    use crate::figures::FigureId;

    #[test]
    fn each_view_of_a_figure_has_a_file_of_its_own() {
        assert_eq!([figure_file_stem(FigureId::Flow, 0), figure_file_stem(FigureId::Flow, 1)], ["flow", "flow-nature"]);
        assert_eq!(figure_file_stem(FigureId::Change, 0), "change");
    }

    #[test]
    fn nothing_in_a_name_can_leave_its_folder() {
        assert_eq!(slug("../某区/办公室:（本级）\u{202e}", false), "某区-办公室-本级");
        assert_eq!(slug("District Government's Office 区", true), "District-Government-s-Office");
        assert_eq!(slug("某区", true), "");
    }
}
