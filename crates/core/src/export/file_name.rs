//! Names of files that people take away.

use crate::disclosure::Disclosure;
use crate::figures::{FigureId, RenderContext};

/// The longest name of an institution in a file's name: with all else it stays below the 255 bytes that systems allow.
const LONGEST: usize = 50;

/// A file's name: `明白账-重庆市大足区人民政府办公室-2023-change.png`. In English only letters that every system has.
pub fn file_name(context: &RenderContext, what: &str, ending: &str) -> String {
    let Disclosure { year, .. } = context.disclosure;
    let english = context.locale.english();
    let brand = context.locale.words().brand;
    let brand = if english { brand.to_ascii_lowercase() } else { brand.to_owned() };
    let who = context.institution().map(|who| tidy(&who, english)).filter(|who| !who.is_empty());
    let parts = [Some(brand), who, year.map(|year| year.to_string()), Some(what.to_owned())];
    format!("{}.{ending}", parts.into_iter().flatten().collect::<Vec<_>>().join("-"))
}

/// What a figure's file is called after: the figure, and the way to look at it where that is not the first.
pub fn figure_word(id: FigureId, way: usize) -> String {
    match id.views().get(way) {
        Some(view) if way > 0 => format!("{}-{view}", id.as_str()),
        _ => id.as_str().to_owned(),
    }
}

/// Han characters, Latin letters and digits; what stands between them is one hyphen.
fn tidy(name: &str, ascii: bool) -> String {
    let han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    let kept = |c: char| c.is_ascii_alphanumeric() || !ascii && han(c);
    let words = name.split(|c| !kept(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::{figure_word, tidy};
    use crate::figures::FigureId;

    #[test]
    fn each_way_to_look_at_a_figure_has_a_file_of_its_own() {
        assert_eq!([figure_word(FigureId::Flow, 0), figure_word(FigureId::Flow, 1)], ["flow", "flow-nature"]);
        assert_eq!(figure_word(FigureId::Change, 0), "change");
    }

    #[test]
    fn nothing_in_a_name_can_leave_its_folder() {
        assert_eq!(tidy("../某区/办公室:（本级）\u{202e}", false), "某区-办公室-本级");
        assert_eq!(tidy("District Government's Office 区", true), "District-Government-s-Office");
        assert_eq!(tidy("某区", true), "");
    }
}
