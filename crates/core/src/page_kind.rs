//! The pages of the site: the whole, and each figure alone. Where each stands, and how one leads to another.

use crate::figure_id::FigureId;
use crate::locale::Lang;

/// A page of the site, in whichever language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageKind {
    /// Everything.
    #[default]
    Report,
    /// A figure alone, with what its words and numbers lead to.
    Figure(FigureId),
}

impl PageKind {
    /// Every page: the whole first.
    pub fn all() -> impl Iterator<Item = PageKind> {
        std::iter::once(PageKind::Report).chain(FigureId::ALL.map(PageKind::Figure))
    }

    /// The value of the hook `data-sheet` on `<html>`: the figure's name; None for the report, which has no such hook.
    pub fn hook(self) -> Option<&'static str> {
        match self {
            PageKind::Report => None,
            PageKind::Figure(id) => Some(id.as_str()),
        }
    }

    /// The page with this value of the hook `data-sheet`; the report for any other.
    pub fn from_hook(value: &str) -> PageKind {
        value.parse().map_or(PageKind::Report, PageKind::Figure)
    }

    /// The page's file, from the site's root: `en/figure/change.html`.
    pub fn path(self, lang: Lang) -> String {
        let folder = if lang == Lang::En { "en/" } else { "" };
        match self {
            PageKind::Report => format!("{folder}index.html"),
            PageKind::Figure(id) => format!("{folder}figure/{}.html", id.as_str()),
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
    pub fn way(self, filed: Lang, to: PageKind, lang: Lang) -> String {
        format!("{}{}", self.root(filed), to.path(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_leads_to_every_other() {
        let change = PageKind::Figure(FigureId::Change);
        assert_eq!(PageKind::Report.way(Lang::Zh, PageKind::Report, Lang::En), "en/index.html");
        assert_eq!(change.way(Lang::Zh, PageKind::Report, Lang::Zh), "../index.html");
        assert_eq!(change.way(Lang::En, PageKind::Report, Lang::En), "../../en/index.html");
        assert_eq!(change.way(Lang::En, change, Lang::Zh), "../../figure/change.html");
        for sheet in PageKind::all() {
            assert_eq!(PageKind::from_hook(sheet.hook().unwrap_or_default()), sheet);
        }
    }
}
