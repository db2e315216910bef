//! The pages of the site: the report and a page for each figure, with their files and the links between them.

use crate::figure_id::FigureId;
use crate::locale::Lang;

/// A page of the site, in any language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageKind {
    /// The page with everything.
    #[default]
    Report,
    /// The page of one figure, with the terms and lines that it refers to.
    Figure(FigureId),
}

impl PageKind {
    /// All pages: the report, then the figures.
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

    /// The page's file, relative to the site's root: `en/figure/change.html`.
    pub fn path(self, lang: Lang) -> String {
        let folder = if lang == Lang::En { "en/" } else { "" };
        match self {
            PageKind::Report => format!("{folder}index.html"),
            PageKind::Figure(id) => format!("{folder}figure/{}.html", id.as_str()),
        }
    }

    /// The path from the page to the site's root: `../../`, or empty.
    pub fn path_to_root(self, lang: Lang) -> &'static str {
        match self.path(lang).matches('/').count() {
            0 => "",
            1 => "../",
            _ => "../../",
        }
    }

    /// The relative link from this page, whose file is in the language `own`, to the page `to` in the language `lang`.
    pub fn link_to(self, own: Lang, to: PageKind, lang: Lang) -> String {
        format!("{}{}", self.path_to_root(own), to.path(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_links_to_every_other() {
        let change = PageKind::Figure(FigureId::Change);
        assert_eq!(PageKind::Report.link_to(Lang::Zh, PageKind::Report, Lang::En), "en/index.html");
        assert_eq!(change.link_to(Lang::Zh, PageKind::Report, Lang::Zh), "../index.html");
        assert_eq!(change.link_to(Lang::En, PageKind::Report, Lang::En), "../../en/index.html");
        assert_eq!(change.link_to(Lang::En, change, Lang::Zh), "../../figure/change.html");
        for page in PageKind::all() {
            assert_eq!(PageKind::from_hook(page.hook().unwrap_or_default()), page);
        }
    }
}
