//! The pages of the site: the whole, and each figure alone. Where each stands, and how one leads to another.

use crate::figure_id::FigureId;
use crate::locale::Lang;

/// A page of the site, in whichever language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// Everything.
    #[default]
    Whole,
    /// A figure alone, with what its words and numbers lead to.
    Figure(FigureId),
}

impl Sheet {
    /// Every page: the whole first.
    pub fn all() -> impl Iterator<Item = Sheet> {
        std::iter::once(Sheet::Whole).chain(FigureId::ALL.map(Sheet::Figure))
    }

    /// What the page's hook `data-sheet` says on `<html>`; None for the whole, which has none.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Sheet::Whole => None,
            Sheet::Figure(id) => Some(id.word()),
        }
    }

    /// The page of this hook.
    pub fn of_word(word: &str) -> Sheet {
        FigureId::of_word(word).map_or(Sheet::Whole, Sheet::Figure)
    }

    /// The page's file, from the site's root: `en/figure/change.html`.
    pub fn path(self, lang: Lang) -> String {
        let folder = if lang == Lang::En { "en/" } else { "" };
        match self {
            Sheet::Whole => format!("{folder}index.html"),
            Sheet::Figure(id) => format!("{folder}figure/{}.html", id.word()),
        }
    }

    /// The way from the page to the site's root: `../../`, or nothing.
    pub fn root(self, lang: Lang) -> &'static str {
        match self.path(lang).matches('/').count() {
            0 => "",
            1 => "../",
            _ => "../../",
        }
    }

    /// The way from the page, in the language that its file is in, to another page.
    pub fn way(self, filed: Lang, to: Sheet, lang: Lang) -> String {
        format!("{}{}", self.root(filed), to.path(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_leads_to_every_other() {
        let change = Sheet::Figure(FigureId::Change);
        assert_eq!(Sheet::Whole.way(Lang::Zh, Sheet::Whole, Lang::En), "en/index.html");
        assert_eq!(change.way(Lang::Zh, Sheet::Whole, Lang::Zh), "../index.html");
        assert_eq!(change.way(Lang::En, Sheet::Whole, Lang::En), "../../en/index.html");
        assert_eq!(change.way(Lang::En, change, Lang::Zh), "../../figure/change.html");
        for sheet in Sheet::all() {
            assert_eq!(Sheet::of_word(sheet.word().unwrap_or_default()), sheet);
        }
    }
}
